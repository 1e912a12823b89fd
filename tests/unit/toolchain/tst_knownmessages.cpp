// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/KnownMessages.h"
#include "core/toolchain/KnownMessagesReader.h"
#include "core/toolchain/MakertbinLog.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// The messages that are known: as data in two languages, found where they stand and nowhere else.
class tst_KnownMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void areMany();
    void areWhole_data();
    void areWhole();
    void matchTheirExamplesAlone_data();
    void matchTheirExamplesAlone();
    void areFoundOnTheConsoleAndInFiles_data();
    void areFoundOnTheConsoleAndInFiles();
    void areFoundInTracebacks_data();
    void areFoundInTracebacks();
    void longLinesEnd_data();
    void longLinesEnd();
    void exceptionsOverSeveralLines();
    void remarksAreKeptOnce();
    void levelsOfTheLogCount();
    void wordsFollowTheLanguage();
    void brokenDataIsRefused_data();
    void brokenDataIsRefused();
    void listIsInTheDocumentation();

private:
    KnownMessages m_chinese;
};

namespace {

const QList<KnownMessage>& all()
{
    return KnownMessages::english().all();
}

void addMessages()
{
    QTest::addColumn<QString>("id");
    for (const KnownMessage& message : all())
        QTest::newRow(qPrintable(message.id)) << message.id;
}

QString idOf(const QString& text)
{
    const KnownMessage* known = KnownMessages::english().match(text);
    return known == nullptr ? QString() : known->id;
}

bool holdsChinese(const QString& text)
{
    return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

QString oneLine(QString text)
{
    return text.replace(u'\n', u' ').replace(u'|', u"\\|"_s);
}

QString documentation()
{
    QString text;
    for (const KnownMessage& message : all()) {
        text += u"## `%1`\n\n"_s.arg(message.id);
        text += u"    %1\n\n"_s.arg(oneLine(message.examples.first()));
        text += u"%1, %2. %3\n"_s.arg(message.tool, severityName(message.severity), message.meaning);
        text += u"\n- Likely cause: %1\n- What to do: %2\n"_s.arg(message.cause, message.action);
        if (!message.checks.isEmpty())
            text += u"- Which cause it is:\n"_s;
        for (qsizetype i = 0; i < message.checks.size(); ++i) {
            const MessageCheck& check = message.checks[i];
            text += u"  %1. %2\n     `%3` – %4\n"_s.arg(i + 1).arg(check.cause, check.check, check.tells);
        }
        if (!message.keys.isEmpty())
            text += u"- Key: `%1`\n"_s.arg(message.keys.join(u"`, `"_s));
        text += u"- Source: %1\n\n"_s.arg(message.sources.join(u"; "_s));
    }
    return text.trimmed() + u'\n';
}

} // namespace

void tst_KnownMessages::initTestCase()
{
    const auto chinese = KnownMessages::load(u"zh_CN"_s);
    QVERIFY2(chinese.has_value(), chinese ? "" : qPrintable(chinese.error().message));
    m_chinese = *chinese;
    const auto english = KnownMessages::load(u"en"_s);
    QVERIFY2(english.has_value(), english ? "" : qPrintable(english.error().message));
    QVERIFY(!KnownMessages::load(u"xx"_s).has_value());
}

void tst_KnownMessages::areMany()
{
    QVERIFY2(all().size() >= 60, qPrintable(QString::number(all().size())));
    QCOMPARE(m_chinese.all().size(), all().size());
}

void tst_KnownMessages::areWhole_data()
{
    addMessages();
}

void tst_KnownMessages::areWhole()
{
    QFETCH(const QString, id);
    const KnownMessage& message = *KnownMessages::english().find(id);
    QVERIFY(!message.tool.isEmpty());
    QVERIFY(!message.sources.isEmpty());
    QVERIFY(!message.examples.isEmpty());
    QVERIFY(!message.nearMisses.isEmpty());
    for (const QString& sentence : {message.meaning, message.cause, message.action}) {
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY2(!holdsChinese(sentence), qPrintable(sentence));
    }
    for (const QString& key : message.keys)
        QVERIFY2(key.contains(u'.'), qPrintable(key));
    const KnownMessage* chinese = m_chinese.find(id);
    QVERIFY(chinese != nullptr);
    for (const QString& sentence : {chinese->meaning, chinese->cause, chinese->action})
        QVERIFY2(holdsChinese(sentence) && sentence.endsWith(u'。'), qPrintable(sentence));
    QCOMPARE(chinese->pattern.pattern(), message.pattern.pattern());
}

void tst_KnownMessages::matchTheirExamplesAlone_data()
{
    addMessages();
}

void tst_KnownMessages::matchTheirExamplesAlone()
{
    QFETCH(const QString, id);
    const KnownMessage& message = *KnownMessages::english().find(id);
    for (const QString& example : message.examples)
        QCOMPARE(idOf(example), id);
    for (const QString& nearMiss : message.nearMisses)
        QVERIFY2(idOf(nearMiss) != id, qPrintable(nearMiss));
}

void tst_KnownMessages::areFoundOnTheConsoleAndInFiles_data()
{
    addMessages();
}

void tst_KnownMessages::areFoundOnTheConsoleAndInFiles()
{
    QFETCH(const QString, id);
    const KnownMessage& message = *KnownMessages::english().find(id);
    const QByteArray example = message.examples.first().section(u'\n', 0, 0).toUtf8();
    for (const QByteArray& before : {QByteArray("2024-08-16 18:30:20,014 file: a.py func: a line No: 9 "),
                                     QByteArray("2021-04-26 10:13:59,220 INFO ")}) {
        const MakertbinLog log = parseMakertbinLog(before + example + "\n");
        QVERIFY2(log.diagnostics.size() == 1, before.constData());
        const Diagnostic& finding = log.diagnostics.first();
        QCOMPARE(finding.ruleId, u"toolchain-log/"_s + id);
        QCOMPARE(finding.severity, message.severity);
        QVERIFY(finding.why.startsWith(message.meaning));
        QVERIFY(finding.why.endsWith(message.action));
        QCOMPARE(finding.key, message.keys.value(0));
    }
}

void tst_KnownMessages::areFoundInTracebacks_data()
{
    addMessages();
}

void tst_KnownMessages::areFoundInTracebacks()
{
    QFETCH(const QString, id);
    const KnownMessage& message = *KnownMessages::english().find(id);
    const QString pattern = message.pattern.pattern();
    if (pattern.startsWith(u'^'))
        QSKIP("a whole line, never the end of an exception");
    const QByteArray example = message.examples.first().section(u'\n', 0, 0).toUtf8();
    const MakertbinLog log = parseMakertbinLog("2021-04-26 10:13:59,220 ERROR it went wrong\n"
                                               "Traceback (most recent call last):\n"
                                               "  File \"/a.py\", line 3, in <module>\n"
                                               "    raise RuntimeError(text)\n"
                                               "some.package.RuntimeError: "
                                               + example + "\n");
    QCOMPARE(log.diagnostics.size(), 2);
    QCOMPARE(log.diagnostics.last().ruleId, u"toolchain-log/"_s + id);
    QCOMPARE(log.diagnostics.last().severity, Severity::Error); // what raises ends the run
    QCOMPARE(log.unparsedLines, 0);
}

void tst_KnownMessages::longLinesEnd_data()
{
    addMessages();
}

/// Lines made to be slow for patterns that try again and again: the test ends, and what stands in front is still found.
void tst_KnownMessages::longLinesEnd()
{
    QFETCH(const QString, id);
    const KnownMessage& message = *KnownMessages::english().find(id);
    for (const QString& filling : {message.anchor, message.anchor.first(1), u"'"_s, u"["_s, u" "_s, u"a"_s, u"-6"_s}) {
        const QString line = message.anchor + filling.repeated((1 << 20) / filling.size());
        static_cast<void>(KnownMessages::english().match(line));
        QVERIFY(message.pattern.match(line.first(4096)).isValid()); // no limit of matching was reached
    }
    const QString padded = message.examples.first() + u' ' + QString(1 << 20, u'x');
    if (!message.pattern.pattern().contains(u'$'))
        QCOMPARE(idOf(padded), id);
}

void tst_KnownMessages::exceptionsOverSeveralLines()
{
    const MakertbinLog log = parseMakertbinLog("Traceback (most recent call last):\n"
                                               "  File \"a.py\", line 3, in <module>\n"
                                               "KeyError: 'x'\n"
                                               "\n"
                                               "During handling of the above exception, another exception occurred:\n"
                                               "\n"
                                               "Traceback (most recent call last):\n"
                                               "  File \"b.py\", line 5, in <module>\n"
                                               "SchemaError: the config is refused\n"
                                               "Key 'model_parameters' error:\n"
                                               "Missing keys: 'march'\n"
                                               "2021-04-26 10:13:59,220 INFO the end\n");
    QCOMPARE(log.diagnostics.size(), 4);
    QCOMPARE(log.diagnostics[0].message, u"KeyError: 'x'"_s);
    QCOMPARE(log.diagnostics[1].message, u"SchemaError: the config is refused"_s);
    QCOMPARE(log.diagnostics[2].ruleId, u"toolchain-log/config-group-error"_s);
    QCOMPARE(log.diagnostics[3].ruleId, u"toolchain-log/config-missing-keys"_s);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_KnownMessages::remarksAreKeptOnce()
{
    const QByteArray remark = "2024-08-16 18:30:20,014 INFO Reset batch_size=1 and execute forward again...\n";
    const QByteArray warning = "2024-08-16 18:30:20,014 WARNING Unsupported op Einsum\n";
    const MakertbinLog log = parseMakertbinLog(remark + warning + remark + warning);
    QCOMPARE(log.diagnostics.size(), 3);
}

void tst_KnownMessages::levelsOfTheLogCount()
{
    const MakertbinLog log
        = parseMakertbinLog("2024-08-16 18:30:20,014 WARNING cannot reshape array of size 5 into shape (3)\n"
                            "[E][DNN]a.cpp:491][Version](2024-08-22,08:15:02.483.355) code: -6000002\n"
                            "I0822 08:15:02.488767 1283695 util.cpp:323] error code: -6000006\n"
                            "E0822 08:15:02.488767 1283695 util.cpp:323] what is it\n");
    QCOMPARE(log.diagnostics.size(), 4);
    QCOMPARE(log.diagnostics[0].severity, Severity::Warning);
    QCOMPARE(log.diagnostics[1].ruleId, u"toolchain-log/board-invalid-model"_s);
    QCOMPARE(log.diagnostics[2].ruleId, u"toolchain-log/board-file"_s);
    QCOMPARE(log.diagnostics[2].severity, Severity::Error);
    QCOMPARE(log.diagnostics[3].ruleId, u"toolchain-log"_s);
    QCOMPARE(log.diagnostics[3].severity, Severity::Error);
}

void tst_KnownMessages::wordsFollowTheLanguage()
{
    const MakertbinLog log = parseMakertbinLog("2024-08-16 18:30:20,014 WARNING Unsupported op Einsum\n"
                                               "2024-08-16 18:30:20,014 WARNING nobody knows this\n");
    const Diagnostics chinese = worded(log.diagnostics, m_chinese);
    QVERIFY(holdsChinese(chinese[0].why));
    QCOMPARE(chinese[0].message, u"Unsupported op Einsum"_s);
    QVERIFY(chinese[1].why.isEmpty());
    QCOMPARE(worded(chinese, KnownMessages::english())[0].why, log.diagnostics[0].why);
}

void tst_KnownMessages::brokenDataIsRefused_data()
{
    QTest::addColumn<QJsonObject>("object");
    const QJsonObject good{{u"id"_s, u"a"_s}, {u"anchor"_s, u"b"_s}, {u"severity"_s, u"info"_s}};
    QVERIFY(KnownMessagesReader::readMessage(good, {}).has_value());
    const auto with = [&good](const QString& key, const QJsonValue& value) {
        QJsonObject object = good;
        object[key] = value;
        return object;
    };
    QTest::newRow("no id") << with(u"id"_s, u""_s);
    QTest::newRow("no anchor") << with(u"anchor"_s, u""_s);
    QTest::newRow("no pattern") << with(u"pattern"_s, u"(["_s);
    QTest::newRow("severity") << with(u"severity"_s, u"bad"_s);
    QTest::newRow("source") << with(u"sources"_s, QJsonArray{u"nowhere"_s});
}

void tst_KnownMessages::brokenDataIsRefused()
{
    QFETCH(const QJsonObject, object);
    const auto message = KnownMessagesReader::readMessage(object, {});
    QVERIFY(!message.has_value());
    QVERIFY(message.error().message.endsWith(u'.'));
}

void tst_KnownMessages::listIsInTheDocumentation()
{
    QFile file(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/docs/log-messages.md"));
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/log-messages.md is missing");
    const QString text = QString::fromUtf8(file.readAll());
    const QString list = documentation();
    qsizetype start = text.indexOf(u"## `"_s);
    if (qEnvironmentVariableIsSet("DRIFTSCOPE_WRITE_DOCS")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QString((start < 0 ? text : text.first(start)) + list).toUtf8());
        return;
    }
    QVERIFY(start >= 0);
    QVERIFY2(text.sliced(start) == list, "run this test with DRIFTSCOPE_WRITE_DOCS=1 to write the list anew");
}

QTEST_GUILESS_MAIN(tst_KnownMessages)
#include "tst_knownmessages.moc"
