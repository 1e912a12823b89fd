// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the message bar says follows the language of the interface, although core made it as a plain sentence.
#include "tests/widgets/shell/WindowFixture.h"

#include "core/base/Files.h"
#include "widgets/shell/Language.h"
#include "widgets/shell/MessageBar.h"

#include <QDir>
#include <QPushButton>
#include <QThread>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_MessageLanguage : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheLanguage_data();
    void followsTheLanguage();
    void aQuestionFollowsWithItsAnswers();
    void aCountFollows();
    void whatIsNotOfTheProgramStays_data();
    void whatIsNotOfTheProgramStays();
    void sentencesComeFromAnyThread();
    void nothingIsSaidOnceDismissed();

private:
    static QByteArray field(int number, const QByteArray& content)
    {
        Q_ASSERT(content.size() < 128);
        return QByteArray(1, char(number << 3 | 2)).append(char(content.size())).append(content);
    }
    static QByteArray field(int number, int value) { return QByteArray(1, char(number << 3)).append(char(value)); }
    /// An ONNX file with one weight that it keeps in another file.
    static QByteArray modelWithWeightsIn(const QByteArray& location)
    {
        const QByteArray weight = field(1, 1) + field(2, 1) + field(8, "w")
            + field(13, field(1, "location") + field(2, location)) + field(14, 1);
        const QByteArray graph = field(1, field(1, "w") + field(2, "y") + field(4, "Identity")) + field(2, "g")
            + field(5, weight) + field(12, field(1, "y"));
        return field(1, 7) + field(7, graph) + field(8, field(2, 13));
    }
    static void speak(WindowFixture& fixture, const QString& language)
    {
        fixture.trigger(u"view.language."_s + language);
        QCoreApplication::sendPostedEvents(); // widgets are told by them
    }
    static bool isChinese(const QString& text)
    {
        return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
    }
    static QString onnxText(const char* source) { return QCoreApplication::translate("OnnxReader", source); }
};

void tst_MessageLanguage::followsTheLanguage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("english"); // an argument that is a sentence of its own among it
    QTest::addColumn<QString>("chinese");
    QTest::newRow("not an ONNX file") << u"cut: 100 %1.onnx"_s
                                      << QByteArray("\x08\x07\x12\x07pytorch\x3a\xff\xff\x01", 15)
                                      << u"is not an ONNX model or its end is missing"_s << u"ONNX"_s;
    QTest::newRow("a sentence in a sentence")
        << u"outside.onnx"_s << modelWithWeightsIn("../weights.bin")
        << u"keeps weights in “../weights.bin”, which is not read: only files inside"_s << u"“../weights.bin”中"_s;
    QTest::newRow("a tab") << u"tab.yaml"_s << QByteArray("model_parameters:\n\tmarch: bernoulli2\n") << u"tab"_s
                           << u"制表符"_s;
    QTest::newRow("does not exist") << u"missing.yaml"_s << QByteArray() << u"missing.yaml"_s << u"missing.yaml"_s;
}

void tst_MessageLanguage::followsTheLanguage()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, english);
    QFETCH(const QString, chinese);
    for (const bool isChineseFirst : {false, true}) {
        WindowFixture fixture;
        speak(fixture, isChineseFirst ? u"zh_CN"_s : u"en"_s);
        const QString path = QDir(fixture.folder()).filePath(name);
        if (!content.isEmpty())
            QVERIFY(writeFileAtomically(path, content).has_value());
        fixture.window().open(path);
        QVERIFY(fixture.waitUntilIdle());
        const QString first = fixture.message();
        QVERIFY2(first.contains(isChineseFirst ? chinese : english), qPrintable(first));
        speak(fixture, isChineseFirst ? u"en"_s : u"zh_CN"_s);
        const QString other = fixture.message();
        QVERIFY2(other.contains(isChineseFirst ? english : chinese), qPrintable(other));
        // Nothing is left in the language that it was.
        QCOMPARE(isChinese(first), isChineseFirst);
        QCOMPARE(isChinese(other), !isChineseFirst);
        if (!isChineseFirst)
            QVERIFY2(!other.contains(u"only files"_s) && !other.contains(u"which"_s), qPrintable(other));
        QCOMPARE(fixture.window().findChild<MessageBar*>()->accessibleName(), other);
        speak(fixture, isChineseFirst ? u"zh_CN"_s : u"en"_s);
        QCOMPARE(fixture.message(), first);
    }
}

void tst_MessageLanguage::aQuestionFollowsWithItsAnswers()
{
    WindowFixture fixture;
    fixture.openSample();
    const QString key = u"model_parameters.working_dir"_s;
    const QString file = fixture.session().project()->configFile;
    const QByteArray before = fixture.session().configText();
    fixture.session().setConfigValue(key, u"./theirs"_s);
    const QByteArray theirs = fixture.session().configText();
    QVERIFY(theirs != before);
    fixture.session().setConfigValue(key, u"./mine"_s);
    QVERIFY(writeFileAtomically(file, theirs).has_value());
    QTRY_VERIFY(!fixture.message().isEmpty());
    const auto* bar = fixture.window().findChild<MessageBar*>();
    QCOMPARE(bar->answers().size(), 2);
    const QString question = fixture.message();
    speak(fixture, u"zh_CN"_s);
    QVERIFY2(isChinese(fixture.message()), qPrintable(fixture.message()));
    for (const QPushButton* answer : bar->answers())
        QVERIFY2(isChinese(answer->text()), qPrintable(answer->text()));
    speak(fixture, u"en"_s);
    QCOMPARE(fixture.message(), question);
    QCOMPARE(bar->answers().first()->text(), u"Keep What Is Here"_s);
    QTest::mouseClick(bar->answers().first(), Qt::LeftButton);
    QVERIFY(fixture.message().isEmpty());
}

void tst_MessageLanguage::aCountFollows()
{
    Language language;
    for (const int count : {1, 3}) {
        const QString english = MainWindow::tr("%n files were written; open “%1” to see them together.", nullptr, count)
                                    .arg(u"/a/b.png"_s);
        const Sentence sentence = language.trace(english);
        QCOMPARE(sentence.text(), english);
        language.apply(u"zh_CN"_s);
        QVERIFY(isChinese(sentence.text()));
        QVERIFY(sentence.text().contains(QString::number(count)) && sentence.text().contains(u"“/a/b.png”"_s));
        language.apply(u"en"_s);
        QCOMPARE(sentence.text(), english);
    }
}

void tst_MessageLanguage::whatIsNotOfTheProgramStays_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a place") << u"%1 %2 %n"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("a text of the program") << u"Board"_s;
    QTest::newRow("another") << u"3 of 4"_s;
    QTest::newRow("the sentence's own words") << u"” is a text file, not an ONNX model; choose the .onnx file."_s;
}

void tst_MessageLanguage::whatIsNotOfTheProgramStays()
{
    QFETCH(const QString, name);
    Language language;
    (void)MainWindow::tr("Board");
    (void)QCoreApplication::translate("driftscope::GraphSearchBar", "%1 of %2");
    for (int i = 0; i < 100; ++i) // that was long ago
        (void)QCoreApplication::translate("StageTitle", "Float");
    const QString said = onnxText("“%1” is a text file, not an ONNX model; choose the .onnx file.").arg(name);
    const Sentence sentence = language.trace(said);
    QVERIFY(sentence.isOfProgram());
    QCOMPARE(sentence.text(), said);
    language.apply(u"zh_CN"_s);
    QVERIFY(isChinese(sentence.text()));
    QVERIFY2(sentence.text().contains(u'“' + name + u'”') || name.startsWith(u'”'), qPrintable(sentence.text()));
    for (const QString& foreign : {u"RuntimeError: cannot reshape array of size 100"_s, u"Error: 3 of 4 failed"_s})
        QCOMPARE(language.trace(foreign).text(), foreign);
    language.apply(u"en"_s);
    QCOMPARE(sentence.text(), said);
}

void tst_MessageLanguage::sentencesComeFromAnyThread()
{
    Language language;
    QList<QString> said(8);
    std::vector<std::unique_ptr<QThread>> threads;
    for (QString& text : said) {
        threads.emplace_back(QThread::create([&text] {
            for (int i = 0; i < 1000; ++i)
                text = onnxText("The file “%1” is empty; export or copy the model again.").arg(i);
        }));
        threads.back()->start();
    }
    for (int i = 0; i < 20; ++i)
        (void)language.trace(u"“a” is empty"_s);
    for (const auto& thread : threads)
        thread->wait();
    const Sentence sentence = language.trace(said.last());
    language.apply(u"zh_CN"_s);
    QVERIFY(isChinese(sentence.text()) && sentence.text().contains(u"999"_s));
}

void tst_MessageLanguage::nothingIsSaidOnceDismissed()
{
    WindowFixture fixture;
    fixture.window().open(u"/nowhere/a.yaml"_s);
    QVERIFY(fixture.waitUntilIdle());
    auto* bar = fixture.window().findChild<MessageBar*>();
    QVERIFY(bar->isVisible());
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Escape);
    speak(fixture, u"zh_CN"_s);
    QVERIFY(!bar->isVisible() && bar->text().isEmpty());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_MessageLanguage)
#include "tst_messagelanguage.moc"
