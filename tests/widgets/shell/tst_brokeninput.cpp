// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Broken input says one sentence in the window, opens no dialog, and takes nothing away.
#include "tests/widgets/shell/WindowFixture.h"

#include "core/base/Files.h"
#include "widgets/layers/LogPane.h"

#include <QDialog>
#include <QDir>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_BrokenInput : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void oneSentenceAndNothingLost_data();
    void oneSentenceAndNothingLost();
    void missingCalibrationFolderStopsTheCompilation();
    void aCalibrationFileOfTheWrongSizeIsNamed();
    void aBrokenToolchainIsOneSentence_data();
    void aBrokenToolchainIsOneSentence();
    void aHangingToolchainCanBeCancelled_data();
    void aHangingToolchainCanBeCancelled();
    void aTabWhileTypingLocksTheFormOnly();

private:
    static QString fakeTool() { return QStringLiteral(DRIFTSCOPE_BINARY_DIR "/tests/driftscope-fake-tool"); }
    static void write(const QString& path, const QByteArray& content)
    {
        QVERIFY(writeFileAtomically(path, content).has_value());
    }
};

void tst_BrokenInput::oneSentenceAndNothingLost_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("truncated ONNX") << u"cut.onnx"_s << QByteArray("\x08\x07\x12\x07pytorch\x3a\xff\xff\x01", 15)
                                    << false;
    QTest::newRow("zero-byte .bin") << u"empty.bin"_s << QByteArray() << false;
    QTest::newRow("zero-byte ONNX") << u"empty.onnx"_s << QByteArray() << false;
    QTest::newRow("folder named like a model") << u"folder.onnx"_s << QByteArray() << true;
    QTest::newRow("folder without a project") << u"nothing"_s << QByteArray() << true;
    QTest::newRow("YAML with a tab") << u"tab.yaml"_s << QByteArray("model_parameters:\n\tmarch: bernoulli2\n")
                                     << false;
    QTest::newRow("does not exist") << u"missing.yaml"_s << QByteArray("-") << false;
}

void tst_BrokenInput::oneSentenceAndNothingLost()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(bool, isFolder);
    WindowFixture fixture;
    fixture.openSample();
    const auto stages = fixture.session().chain().stages.size();
    const QByteArray text = fixture.session().configText();
    const QString path = QDir(fixture.folder()).filePath(name);
    if (isFolder)
        QVERIFY(QDir().mkpath(path));
    else if (content != "-")
        write(path, content);
    fixture.window().open(path);
    QVERIFY(fixture.waitUntilIdle());
    const QString message = fixture.message();
    QVERIFY2(!message.isEmpty(), "nothing was said");
    QVERIFY2(message.trimmed().endsWith(u'.'), qPrintable(message));
    QVERIFY2(!message.contains(u'\n'), qPrintable(message));
    for (const QWidget* widget : QApplication::topLevelWidgets())
        QVERIFY(!widget->isModal() || !widget->isVisible());
    if (name != "tab.yaml"_L1) {
        QCOMPARE(fixture.session().chain().stages.size(), stages);
        QCOMPARE(fixture.session().configText(), text);
    } else {
        QCOMPARE(fixture.session().configText(), content); // open for mending
        QVERIFY(message.contains(u"tab"_s, Qt::CaseInsensitive));
    }
}

void tst_BrokenInput::missingCalibrationFolderStopsTheCompilation()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(u"The sandbox cannot be run: "_s + missing));
    WindowFixture fixture;
    fixture.openSample();
    fixture.session().setConfigValue(u"calibration_parameters.cal_data_dir"_s, u"./nowhere"_s);
    QVERIFY(fixture.run(u"run.compile"_s));
    QVERIFY2(fixture.message().contains(u"nowhere"_s), qPrintable(fixture.message()));
    QCOMPARE(fixture.session().config()->scalar(u"calibration_parameters.cal_data_dir"_s), u"./nowhere"_s);
    // The tool ended before its first phase: what it said begins at the top, not below an empty list.
    auto* log = fixture.window().findChild<LogPane*>();
    QVERIFY(log != nullptr);
    QVERIFY(!log->findings()->isHidden());
    QTRY_COMPARE(log->findings()->y(), 0);
}

void tst_BrokenInput::aCalibrationFileOfTheWrongSizeIsNamed()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(u"The sandbox cannot be run: "_s + missing));
    WindowFixture fixture;
    fixture.openSample();
    write(QDir(fixture.session().project()->folder).filePath(u"calibration_rgb/9999_cut.rgb"_s), QByteArray(100, '\0'));
    QVERIFY(fixture.run(u"run.compile"_s));
    QVERIFY2(fixture.message().contains(u"cannot reshape array of size 100"_s), qPrintable(fixture.message()));
}

void tst_BrokenInput::aBrokenToolchainIsOneSentence_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("crashes") << u"crash"_s;
}

void tst_BrokenInput::aBrokenToolchainIsOneSentence()
{
    QFETCH(QString, mode);
    WindowFixture fixture;
    fixture.openSample();
    const QByteArray text = fixture.session().configText();
    fixture.session().addToolchain({u"fake"_s, fakeTool(), {mode}, false});
    fixture.session().setCurrentToolchain(1);
    QVERIFY(fixture.run(u"run.compile"_s));
    QVERIFY2(!fixture.message().isEmpty(), "nothing was said");
    QVERIFY2(!fixture.message().contains(u'\n'), qPrintable(fixture.message()));
    QCOMPARE(fixture.session().configText(), text);
    QVERIFY(fixture.session().chain().find(Stage::Float) != nullptr);
}

void tst_BrokenInput::aHangingToolchainCanBeCancelled_data()
{
    QTest::addColumn<QString>("mode");
    QTest::newRow("hangs") << u"hang"_s;
    QTest::newRow("forks and waits") << u"fork"_s;
}

void tst_BrokenInput::aHangingToolchainCanBeCancelled()
{
    QFETCH(QString, mode);
    WindowFixture fixture;
    fixture.openSample();
    fixture.session().addToolchain({u"fake"_s, fakeTool(), {mode}, false});
    fixture.session().setCurrentToolchain(1);
    fixture.trigger(u"run.compile"_s);
    QVERIFY(fixture.session().jobs().isBusy());
    QTest::qWait(300);
    fixture.trigger(u"run.cancel"_s);
    QVERIFY(fixture.waitUntilIdle(20000));
    QVERIFY2(fixture.message().isEmpty(), qPrintable(fixture.message())); // it was asked for
    QVERIFY(fixture.session().chain().find(Stage::Float) != nullptr);
}

void tst_BrokenInput::aTabWhileTypingLocksTheFormOnly()
{
    WindowFixture fixture;
    fixture.openSample();
    const QByteArray good = fixture.session().configText();
    const QByteArray broken = good + "\tx: 1\n";
    fixture.session().setConfigText(broken, u"Edit Text"_s);
    QVERIFY(!fixture.session().configError().isEmpty());
    QCOMPARE(fixture.session().configText(), broken);
    QVERIFY(fixture.session().config() != nullptr);
    fixture.trigger(u"edit.undo"_s);
    QCOMPARE(fixture.session().configText(), good);
    QVERIFY(fixture.session().configError().isEmpty());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_BrokenInput)
#include "tst_brokeninput.moc"
