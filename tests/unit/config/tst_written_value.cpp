// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"

#include "core/config/WrittenValue.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Maps and lists as one line of YAML, for a form.
class tst_WrittenValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShownAsWritten();
    void isWrittenByteForByte_data();
    void isWrittenByteForByte();
    void isRefused_data();
    void isRefused();
    void corpusValuesComeBack();
};

namespace {

ConfigDocument parse(const QByteArray& text)
{
    return *ConfigDocument::fromText(text, u"c.yaml"_s);
}

} // namespace

void tst_WrittenValue::isShownAsWritten()
{
    const ConfigDocument document = parse("g:\n  map: {\"/a\": {'ON': 'CPU'}}  # why\n  list: [1, 2]\n  text: 'it''s'\n"
                                          "  nothing:\n  lines: {\n    a: b}\n  block:\n    a: b\n");
    QCOMPARE(writtenValue(document, u"g.map"_s), u"{\"/a\": {'ON': 'CPU'}}"_s);
    QCOMPARE(writtenValue(document, u"g.list"_s), u"[1, 2]"_s);
    QCOMPARE(writtenValue(document, u"g.text"_s), u"it's"_s);
    QCOMPARE(writtenValue(document, u"g.nothing"_s), QString());
    QCOMPARE(writtenValue(document, u"g.lines"_s), std::nullopt);
    QCOMPARE(writtenValue(document, u"g.block"_s), std::nullopt);
    QCOMPARE(writtenValue(document, u"g.missing"_s), std::nullopt);
}

void tst_WrittenValue::isWrittenByteForByte_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("map for map") << QByteArray("g:\n  k: {a: b} # c\n  l: 1\n") << u"{\"x y\": {'ON': BPU}}"_s
                                 << QByteArray("g:\n  k: {\"x y\": {'ON': BPU}} # c\n  l: 1\n");
    QTest::newRow("map for nothing") << QByteArray("g:\n  k:   # c\n  l: 1\n") << u"{a: 1}"_s
                                     << QByteArray("g:\n  k: {a: 1}   # c\n  l: 1\n");
    QTest::newRow("map for a text") << QByteArray("g:\r\n  k: 'old'\r\n") << u"{a: 1}"_s
                                    << QByteArray("g:\r\n  k: {a: 1}\r\n");
    QTest::newRow("text for a list") << QByteArray("g:\n  k: [1, 2]\n") << u"1 2"_s << QByteArray("g:\n  k: 1 2\n");
    QTest::newRow("new key") << QByteArray("g:\n  l: 1\n") << u"{a: 1}"_s << QByteArray("g:\n  l: 1\n  k: {a: 1}\n");
    QTest::newRow("new group") << QByteArray("h:\n  l: 1\n") << u"{a: 1}"_s
                               << QByteArray("h:\n  l: 1\ng:\n  k: {a: 1}\n");
}

void tst_WrittenValue::isWrittenByteForByte()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, yaml);
    QFETCH(QByteArray, after);
    const Result<ConfigDocument> written = withWrittenValue(parse(before), u"g.k"_s, yaml);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    QCOMPARE(written->text(), after);
}

void tst_WrittenValue::isRefused_data()
{
    QTest::addColumn<QString>("yaml");
    for (const QString& yaml : {u"{a: b"_s, u"{a: b}}"_s, u"[1"_s, u"{a: b} # c"_s, u"'a"_s, u"{a: 1}\nx: 2"_s,
                                u"a: b"_s, u"{a: *x}"_s, u"&x {a: 1}"_s, u"- a"_s, QString()})
        QTest::newRow(qPrintable(yaml)) << yaml;
}

void tst_WrittenValue::isRefused()
{
    QFETCH(QString, yaml);
    const ConfigDocument document = parse("g:\n  k: {a: b}\n  l: 1\n");
    const Result<ConfigDocument> written = withWrittenValue(document, u"g.k"_s, yaml);
    QVERIFY2(!written, written ? written->text().constData() : "");
    QVERIFY(written.error().message.contains(u"g.k"_s));
    const ConfigDocument lines = parse("g:\n  k:\n    a: b\n");
    QVERIFY(!withWrittenValue(lines, u"g.k"_s, u"{a: 1}"_s));
}

void tst_WrittenValue::corpusValuesComeBack()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    int maps = 0;
    for (const CorpusFile& file : files) {
        const ConfigDocument document = parse(file.text);
        const QStringList keys = document.keys();
        for (const QString& key : keys) {
            const std::optional<QString> written = writtenValue(document, key);
            if (document.value(key)->isScalar || !written)
                continue;
            ++maps;
            const Result<ConfigDocument> changed = withWrittenValue(document, key, u"{\"/other\": {'ON': 'CPU'}}"_s);
            QVERIFY2(changed, qPrintable(file.name + key));
            const Result<ConfigDocument> back = withWrittenValue(*changed, key, *written);
            QVERIFY2(back && back->text() == file.text, qPrintable(file.name + key));
        }
    }
    QVERIFY(maps > 2);
}

QTEST_GUILESS_MAIN(tst_WrittenValue)
#include "tst_written_value.moc"
