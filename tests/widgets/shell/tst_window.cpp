// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window around the story: undo over form and text, language, theme, command palette, dropped files, state.
#include "core/base/Files.h"
#include "tests/support/Screenshot.h"
#include "tests/widgets/shell/WindowFixture.h"

#include "widgets/common/Theme.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/config/ConfigPreview.h"
#include "widgets/config/ConfigTextEditor.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"
#include "widgets/config/InputsTable.h"
#include "widgets/settings/CapturesPage.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/shell/CommandPalette.h"
#include "widgets/shell/MessageBar.h"
#include "widgets/stages/StageStrip.h"
#include "widgets/start/StartPage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {
const QString layoutKey = u"input_parameters.input_layout_rt"_s;
const QString prefixKey = u"model_parameters.output_model_file_prefix"_s;
} // namespace

class tst_Window : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheSampleAndTheQuestions();
    void undoGoesOverFormAndText();
    void typingKeepsTheCursorAndOtherBytes();
    void theFixChangesNothingElse();
    void findingsAreAcceptedWithANote();
    void inputsAreEditedInATable();
    void otherProgramsChangesAreAskedAbout();
    void previewSaysWhatWillBeInserted();
    void paletteRunsWhatIsTyped();
    void languageSwitchesAtRunTime();
    void darkThemeReachesEveryPane();
    void emptyBoxesAreSeenInTheDark();
    void droppedFilesAreOpened();
    void stateIsRememberedForEachProject();
    void limitsOfCapturesAreRemembered();
    void everyActionHasAText();
};

void tst_Window::startsWithTheSampleAndTheQuestions()
{
    WindowFixture fixture;
    auto* start = fixture.window().findChild<StartPage*>();
    QVERIFY(start->isVisible());
    QVERIFY(!fixture.window().findChild<StageStrip*>()->isVisible());
    auto* button = start->findChild<QPushButton*>(u"startOpenSample"_s);
    QVERIFY(button->isVisible());
    QVERIFY(!button->text().isEmpty());
    fixture.openSample();
    QVERIFY(!start->isVisible());
    QCOMPARE(fixture.session().chain().stages.size(), 1);
}

void tst_Window::undoGoesOverFormAndText()
{
    WindowFixture fixture;
    fixture.openSample();
    const QByteArray original = fixture.session().configText();
    auto* form = fixture.window().findChild<ConfigForm*>();
    auto* editor = fixture.window().findChild<ConfigTextEditor*>();
    QComboBox* layout = form->field(layoutKey)->editor()->combo();
    QVERIFY(layout != nullptr);
    layout->setCurrentIndex(layout->findText(u"NHWC"_s));
    Q_EMIT layout->activated(layout->currentIndex());
    QCOMPARE(fixture.session().config()->scalar(layoutKey), u"NHWC"_s);
    QVERIFY(editor->toPlainText().contains(u"input_layout_rt: 'NHWC'"_s));

    fixture.trigger(u"view.text"_s);
    editor->setFocus();
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, u"# x"_s);
    const QByteArray typed = fixture.session().configText();
    QVERIFY(typed.endsWith("# x"));

    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier); // the typing, as one step
    QVERIFY(!fixture.session().configText().contains("# x"));
    QCOMPARE(fixture.session().config()->scalar(layoutKey), u"NHWC"_s);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier); // the form
    QCOMPARE(fixture.session().configText(), original);
    QCOMPARE(layout->currentText(), u"NCHW"_s);
    QVERIFY(!fixture.session().isConfigModified());
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.session().configText(), typed);
}

void tst_Window::typingKeepsTheCursorAndOtherBytes()
{
    WindowFixture fixture;
    fixture.openSample();
    fixture.trigger(u"view.text"_s);
    auto* editor = fixture.window().findChild<ConfigTextEditor*>();
    editor->setFocus();
    QTextCursor cursor = editor->textCursor();
    const auto at = editor->toPlainText().indexOf(u"123.675"_s);
    QVERIFY(at > 0);
    cursor.setPosition(static_cast<int>(at));
    editor->setTextCursor(cursor);
    QTest::keyClicks(editor, u"9"_s);
    QCOMPARE(editor->textCursor().position(), static_cast<int>(at) + 1);
    QVERIFY(editor->hasFocus());
    fixture.session().setConfigValue(layoutKey, u"NHWC"_s); // as the form would, above the cursor
    QCOMPARE(editor->textCursor().position(), static_cast<int>(at) + 1);
}

void tst_Window::theFixChangesNothingElse()
{
    WindowFixture fixture;
    fixture.openSample();
    auto* form = fixture.window().findChild<ConfigForm*>();
    auto* fix = form->field(layoutKey)->findChild<QPushButton*>(u"fix:"_s + layoutKey);
    QVERIFY(fix != nullptr);
    QByteArray expected = fixture.session().configText();
    expected.replace("input_layout_rt: 'NCHW'", "input_layout_rt: 'NHWC'");
    QTest::mouseClick(fix, Qt::LeftButton);
    QTRY_COMPARE(fixture.session().configText(), expected);
    QVERIFY(form->field(layoutKey)->findChild<QPushButton*>(u"fix:"_s + layoutKey) == nullptr);
    QTest::keyClick(&fixture.window(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(form->field(layoutKey)->findChild<QPushButton*>(u"fix:"_s + layoutKey) != nullptr);
}

void tst_Window::findingsAreAcceptedWithANote()
{
    WindowFixture fixture;
    fixture.openSample();
    Session& session = fixture.session();
    const auto isAboutLayout = [](const auto& each) { return each.key == layoutKey; };
    const auto openFindings = [&] { return std::ranges::count_if(session.findings(), isAboutLayout); };
    QCOMPARE(openFindings(), 1);
    ConfigField* field = fixture.window().findChild<ConfigForm*>()->field(layoutKey);
    const auto label = [field] { return field->findChild<FindingLabel*>(); };
    Q_EMIT label()->acceptRequested(label()->finding());
    auto* question = [&] {
        QInputDialog* found = nullptr;
        (void)QTest::qWaitFor([&] { return (found = fixture.window().findChild<QInputDialog*>()) != nullptr; });
        return found;
    }();
    QVERIFY(question != nullptr && question->isVisible());
    question->setTextValue(u"planes are fed"_s);
    question->accept();
    QCOMPARE(openFindings(), 0);
    QCOMPARE(session.acceptedFindings().size(), 1);
    QCOMPARE(session.acceptedFindings().first().note, u"planes are fed"_s);
    QVERIFY(!session.isConfigModified()); // the text is as it was
    QVERIFY(label() != nullptr && label()->fixButton() == nullptr);
    QTRY_VERIFY(label()->isVisible() && label()->height() > 10);
    screenshot(fixture.window(), u"window-accepted"_s);
    // Another value is judged anew, and the old one as before.
    session.setConfigValue(layoutKey, u"NHWC"_s);
    QVERIFY(session.acceptedFindings().isEmpty());
    session.undo();
    QCOMPARE(session.acceptedFindings().size(), 1);
    // It is kept in the project.
    const auto again = openProject(session.project()->file);
    QVERIFY(again);
    QCOMPARE(again->accepted.list().size(), 1);
    Q_EMIT label()->withdrawRequested(label()->finding());
    QTRY_COMPARE(openFindings(), 1);
    QVERIFY(session.acceptedFindings().isEmpty());
}

void tst_Window::inputsAreEditedInATable()
{
    WindowFixture fixture;
    fixture.openSample();
    const QByteArray original = fixture.session().configText();
    auto* pane = fixture.window().findChild<ConfigPane*>();
    fixture.trigger(u"view.inputs"_s);
    InputsTable* table = pane->inputs();
    QVERIFY(table->isVisible());
    QCOMPARE(table->inputs().rowCount(), 1);
    const QModelIndex layout = table->inputs().index(0, table->inputs().columnOf(layoutKey));
    QCOMPARE(layout.data().toString(), u"NCHW"_s);
    table->setFocus();
    table->setCurrentIndex(layout);
    QCOMPARE(fixture.window().selection().current(), Selection::configKey(layoutKey));
    QTest::keyClick(table, Qt::Key_F2);
    auto* combo = table->findChild<QComboBox*>();
    QVERIFY(combo != nullptr);
    QCOMPARE(combo->currentText(), u"NCHW"_s);
    QTest::keyClick(combo, combo->findText(u"NHWC"_s) > combo->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
    QTRY_COMPARE(fixture.session().config()->scalar(layoutKey), u"NHWC"_s);
    QCOMPARE(table->currentIndex().column(), table->inputs().columnOf(layoutKey)); // where one was
    const QModelIndex mean = table->inputs().index(0, table->inputs().columnOf(u"input_parameters.mean_value"_s));
    table->setCurrentIndex(mean);
    QTest::keyClick(table, Qt::Key_F2);
    auto* edit = table->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->selectAll();
    QTest::keyClicks(edit, u"1 2 3"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(fixture.session().config()->scalar(u"input_parameters.mean_value"_s), u"1 2 3"_s);
    screenshot(fixture.window(), u"window-inputs"_s);
    fixture.session().undo();
    fixture.session().undo();
    QCOMPARE(fixture.session().configText(), original);
}

void tst_Window::otherProgramsChangesAreAskedAbout()
{
    WindowFixture fixture;
    fixture.openSample();
    const QString path = fixture.session().config()->path();
    const QByteArray original = fixture.session().configText();
    fixture.session().setConfigValue(prefixKey, u"mine"_s);
    const QByteArray theirs = fixture.session().config()->with(prefixKey, u"theirs"_s)->text();
    QVERIFY(writeFileAtomically(path, theirs));
    auto* bar = fixture.window().findChild<MessageBar*>();
    QTRY_COMPARE(bar->answers().size(), 2);
    QVERIFY(bar->isVisible());
    screenshot(fixture.window(), u"window-config-conflict"_s);
    const QString english = bar->text();
    fixture.trigger(u"view.language.zh_CN"_s);
    QTRY_VERIFY(bar->text() != english);
    QCOMPARE(bar->answers().size(), 2);
    fixture.trigger(u"view.language.en"_s);
    QTRY_COMPARE(bar->text(), english);
    bar->answers().last()->setFocus();
    QTest::keyClick(bar, Qt::Key_Escape); // no answer
    QVERIFY(bar->isVisible());
    QTest::keyClick(bar->answers().last(), Qt::Key_Space);
    QVERIFY(!bar->isVisible());
    QCOMPARE(fixture.session().configText(), theirs);
    QVERIFY(!fixture.session().isConfigModified());
    // What nobody touched here is read again, with a word about it.
    QVERIFY(writeFileAtomically(path, original));
    QTRY_COMPARE(fixture.session().configText(), original);
    QTRY_VERIFY(fixture.message().contains(u"another program"_s));
}

void tst_Window::previewSaysWhatWillBeInserted()
{
    WindowFixture fixture;
    fixture.openSample();
    const QString before = fixture.window().findChild<ConfigPreview*>()->toPlainText();
    QVERIFY2(before.contains(u"NCHW2NHWC_"_s), qPrintable(before));
    QVERIFY2(before.contains(u"1×3×64×64 (NCHW)"_s), qPrintable(before));
    fixture.session().setConfigValue(layoutKey, u"NHWC"_s);
    const QString after = fixture.window().findChild<ConfigPreview*>()->toPlainText();
    QVERIFY2(!after.contains(u"LayoutConvert"_s), qPrintable(after));
    QVERIFY2(after.contains(u"1×64×64×3 (NHWC)"_s), qPrintable(after));
}

void tst_Window::paletteRunsWhatIsTyped()
{
    WindowFixture fixture;
    fixture.openSample();
    QTest::keyClick(&fixture.window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* palette = fixture.window().findChild<CommandPalette*>();
    QTRY_VERIFY(palette->isVisible());
    QVERIFY(palette->list()->count() > 25);
    QTest::keyClicks(palette->edit(), u"config as text"_s);
    QCOMPARE(palette->list()->count(), 1);
    QTest::keyClick(palette->edit(), Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(fixture.window().findChild<ConfigPane*>()->view(), ConfigPane::View::Text);
}

void tst_Window::languageSwitchesAtRunTime()
{
    WindowFixture fixture;
    fixture.openSample();
    QAction* compile = fixture.window().actions().action(u"run.compile"_s);
    const QString english = compile->text();
    fixture.trigger(u"view.language.zh_CN"_s);
    QTRY_VERIFY(compile->text() != english);
    QVERIFY(fixture.waitUntilIdle());
    screenshot(fixture.window(), u"window-zh"_s);
    fixture.trigger(u"view.language.en"_s);
    QTRY_COMPARE(compile->text(), english);
}

void tst_Window::darkThemeReachesEveryPane()
{
    WindowFixture fixture;
    fixture.openSample();
    fixture.setTheme(u"dark"_s);
    QVERIFY(Theme::isDark(QApplication::palette()));
    QVERIFY(Theme::isDark(fixture.window().palette()));
    QVERIFY(fixture.waitUntilIdle());
    const QImage picture = screenshot(fixture.window(), u"window-dark"_s);
    QCOMPARE(countPixels(picture, Qt::magenta, 4), 0);
    QVERIFY(countPixels(picture, Qt::white, 6) < picture.width() * picture.height() / 100);
    fixture.setTheme(u"light"_s);
}

void tst_Window::emptyBoxesAreSeenInTheDark()
{
    WindowFixture fixture;
    fixture.openSample();
    fixture.setTheme(u"dark"_s);
    QCheckBox box;
    box.ensurePolished();
    box.resize(box.sizeHint());
    const QImage picture = box.grab().toImage();
    int lightest = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            lightest = std::max(lightest, qGray(picture.pixel(x, y)));
    }
    const int ground = qGray(box.palette().color(QPalette::Window).rgb());
    QVERIFY2(lightest - ground > 60, qPrintable(u"%1 on %2"_s.arg(lightest).arg(ground)));
}

void tst_Window::droppedFilesAreOpened()
{
    WindowFixture fixture;
    fixture.openSample();
    const QString yaml = QDir(fixture.folder()).filePath(u"emoji5/bayes_e_nhwc.yaml"_s);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(yaml)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&fixture.window(), &drop);
    QVERIFY(fixture.waitUntilIdle());
    QCOMPARE(QFileInfo(fixture.session().project()->configFile).fileName(), u"bayes_e_nhwc.yaml"_s);
}

void tst_Window::stateIsRememberedForEachProject()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Language language;
    Appearance appearance;
    {
        MainWindow window(settings, language, appearance);
        window.openSample(folder.path());
        window.actions().action(u"view.preview"_s)->trigger();
        window.close();
    }
    MainWindow window(settings, language, appearance);
    window.openSample(folder.path());
    QCOMPARE(window.findChild<ConfigPane*>()->view(), ConfigPane::View::Preview);
}

void tst_Window::limitsOfCapturesAreRemembered()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    Language language;
    Appearance appearance;
    {
        MainWindow window(settings, language, appearance);
        QVERIFY(!settings.contains(u"captures/memory"_s)); // what is usual is not kept
        window.show();
        window.actions().action(u"run.settings"_s)->trigger();
        auto* dialog = window.findChild<SettingsDialog*>();
        dialog->showCaptures();
        QSpinBox* memory = dialog->captures()->memory();
        memory->setFocus();
        QTest::keyClick(memory, Qt::Key_PageUp);
        QCOMPARE(window.session().captureSettings().limits.memory, qint64(4608) << 20);
    }
    MainWindow window(settings, language, appearance);
    QCOMPARE(window.session().captureSettings().limits.memory, qint64(4608) << 20);
    QCOMPARE(window.session().captureSettings().cache.days, 30);
}

void tst_Window::everyActionHasAText()
{
    WindowFixture fixture;
    QStringList shortcuts;
    for (const QAction* action : fixture.window().actions().actions()) {
        QVERIFY(!action->text().isEmpty());
        for (const QKeySequence& shortcut : action->shortcuts()) {
            QVERIFY2(!shortcuts.contains(shortcut.toString()), qPrintable(shortcut.toString()));
            shortcuts.append(shortcut.toString());
        }
    }
    QVERIFY(shortcuts.contains(u"Ctrl+F"_s));
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Window)
#include "tst_window.moc"
