// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tools by keys and mouse, over scripts that stand in their places.
#include "core/models/ToolTableModel.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "tests/unit/session/SweepFixture.h"
#include "widgets/common/PaneTable.h"
#include "widgets/tools/ToolField.h"
#include "widgets/tools/ToolForm.h"
#include "widgets/tools/ToolResultView.h"
#include "widgets/tools/ToolsDialog.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <memory>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ToolsDialog : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void formsAreFilledFromTheProject();
    void everyToolHasItsForm();
    void commandLineFollowsTheForm();
    void runsAndShowsTables();
    void tellsWhyItCannotRun();
    void showsWhatFailed();
    void cancelEndsTheTool();
    void earlierRunsAreShownAgain();
    void closesWhileSomethingRuns();
    void typedValuesStay();
    void looksWell();

private:
    void openDialog();
    void script(const QString& name, const QByteArray& text) const
    {
        m_fixture->write(name, "#!/bin/sh\n" + text);
        QFile::setPermissions(m_fixture->path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    [[nodiscard]] ToolField* field(const QString& key) const { return m_dialog->form()->field(key); }
    [[nodiscard]] ToolResultView* result() const { return m_dialog->result(); }
    /// Layouts and palettes are taken up by posted events.
    static void settle() { QTest::qWait(100); }
    void chooseModel() const { field(u"model"_s)->setValues({m_fixture->path(u"net.bin"_s)}); }
    void run() const
    {
        QVERIFY2(m_dialog->runButton()->isEnabled(), qPrintable(m_dialog->problem()->text()));
        QTest::mouseClick(m_dialog->runButton(), Qt::LeftButton);
        QTRY_VERIFY(!m_dialog->isBusy());
    }

    std::unique_ptr<SweepFixture> m_fixture;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ToolsDialog> m_dialog;
};

void tst_ToolsDialog::openDialog()
{
    m_fixture = std::make_unique<SweepFixture>();
    m_fixture->write(u"net.bin"_s, "board");
    script(u"hb_mapper"_s,
           "echo '2024-04-10 20:29:03,686 INFO Begin model checking....'\n"
           "echo '=============================='\n"
           "echo 'Node   ON   Subgraph  Type'\n"
           "echo '------------------------------'\n"
           "echo 'conv   BPU  id(0)     HzSQuantizedConv'\n"
           "echo 'soft   CPU  --        Softmax'\n"
           "echo '2024-04-10 20:29:13,829 INFO End model checking....'\n");
    m_session = std::make_unique<Session>();
    m_session->open(m_fixture->path(u"net.yaml"_s));
    ToolchainProfile tool;
    tool.name = u"tool"_s;
    tool.program = m_fixture->path(u"hb_mapper"_s);
    m_session->addToolchain(tool);
    m_session->setCurrentToolchain(1);
    m_dialog = std::make_unique<ToolsDialog>(*m_session);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    showActive(*m_dialog);
}

void tst_ToolsDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
    m_fixture.reset();
}

void tst_ToolsDialog::formsAreFilledFromTheProject()
{
    openDialog();
    QCOMPARE(field(u"model"_s)->line()->text(), m_fixture->path(u"net.onnx"_s));
    QCOMPARE(field(u"march"_s)->values(), QStringList{u"bayes-e"_s});
    QVERIFY(m_dialog->runButton()->isEnabled());
}

void tst_ToolsDialog::everyToolHasItsForm()
{
    openDialog();
    QCOMPARE(m_dialog->tools()->count(), m_session->tools().tools().size());
    m_dialog->tools()->setFocus();
    for (const ToolDescription& tool : m_session->tools().tools()) {
        QCOMPARE(m_dialog->tools()->currentItem()->data(Qt::UserRole).toString(), tool.name);
        QVERIFY(m_dialog->tools()->currentItem()->text().contains(tool.program));
        for (const ToolOption& option : tool.options) {
            ToolField* editor = field(option.key);
            QVERIFY2(editor != nullptr, qPrintable(tool.name + option.key));
            QVERIFY(!editor->focusProxy()->accessibleName().isEmpty());
            const QStringList preset = option.fill == ToolFill::Nothing && !option.preset.isEmpty()
                ? QStringList{option.preset}
                : editor->values();
            QCOMPARE(editor->values(), preset);
        }
        QTest::keyClick(m_dialog->tools(), Qt::Key_Down);
    }
}

void tst_ToolsDialog::commandLineFollowsTheForm()
{
    openDialog();
    m_dialog->chooseTool(u"hb_model_modifier"_s);
    chooseModel();
    const QString program = m_fixture->path(u"hb_model_modifier"_s);
    const QString model = m_fixture->path(u"net.bin"_s);
    QCOMPARE(m_dialog->commandLine()->text(), program + u' ' + model);
    field(u"remove_node"_s)->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"a b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"c"_s);
    QCOMPARE(m_dialog->commandLine()->text(), program + u' ' + model + u" -r 'a b' -r c -o net_modified.bin"_s);
    QTest::mouseClick(m_dialog->copyButton(), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), m_dialog->commandLine()->text());
}

void tst_ToolsDialog::runsAndShowsTables()
{
    openDialog();
    run();
    QCOMPARE(result()->tabs()->count(), 2);
    PaneTable* table = result()->table(0);
    QVERIFY(table != nullptr);
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"CPU"_s);
    QVERIFY(result()->verdict()->text().startsWith(u"1 of 2 nodes"_s));
    QVERIFY(result()->log()->toPlainText().contains(u"Begin model checking"_s));
    QCOMPARE(m_dialog->earlierRuns()->count(), 1);
    table->setFocus();
    table->selectAll();
    QTest::keySequence(table, QKeySequence::Copy);
    QVERIFY(QApplication::clipboard()->text().contains(u"soft\tCPU\t"_s));
    QVERIFY(QFileInfo::exists(m_fixture->path(u"runs/tools"_s)));
}

void tst_ToolsDialog::tellsWhyItCannotRun()
{
    openDialog();
    field(u"model"_s)->setFocus();
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    QTest::keyClicks(QApplication::focusWidget(), u"/nowhere.onnx"_s);
    QVERIFY(!m_dialog->runButton()->isEnabled());
    QVERIFY2(m_dialog->problem()->text().contains(u"does not exist"_s), qPrintable(m_dialog->problem()->text()));
}

void tst_ToolsDialog::showsWhatFailed()
{
    openDialog();
    m_dialog->chooseTool(u"hb_perf"_s);
    chooseModel();
    run(); // there is no such program
    QVERIFY(result()->verdict()->text().contains(u"hb_perf"_s));
    QCOMPARE(m_dialog->earlierRuns()->count(), 0);
    script(u"hb_perf"_s, "echo ERROR no such model; exit 1\n");
    run();
    QVERIFY2(result()->verdict()->text().contains(u"no such model"_s), qPrintable(result()->verdict()->text()));
    QCOMPARE(m_dialog->earlierRuns()->count(), 1);
}

void tst_ToolsDialog::cancelEndsTheTool()
{
    openDialog();
    script(u"hb_perf"_s, "echo begun; sleep 300\n");
    m_dialog->chooseTool(u"hb_perf"_s);
    chooseModel();
    QTest::mouseClick(m_dialog->runButton(), Qt::LeftButton);
    QTRY_VERIFY(result()->log()->toPlainText().contains(u"begun"_s));
    QVERIFY(!m_dialog->runButton()->isEnabled());
    QTest::mouseClick(m_dialog->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isBusy(), 30000);
    QVERIFY2(result()->verdict()->text().contains(u"stopped"_s), qPrintable(result()->verdict()->text()));
    QVERIFY(!m_dialog->cancelButton()->isEnabled());
    QVERIFY(m_dialog->runButton()->isEnabled());
}

void tst_ToolsDialog::earlierRunsAreShownAgain()
{
    openDialog();
    run();
    m_dialog->chooseTool(u"hb_perf"_s);
    QCOMPARE(m_dialog->earlierRuns()->count(), 0);
    QCOMPARE(result()->tabs()->count(), 1);
    m_dialog->chooseTool(u"checker"_s);
    QCOMPARE(m_dialog->earlierRuns()->count(), 1);
    m_dialog->earlierRuns()->setFocus();
    QTest::keyClick(m_dialog->earlierRuns(), Qt::Key_Down);
    Q_EMIT m_dialog->earlierRuns()->activated(0);
    QTRY_COMPARE(result()->tabs()->count(), 2);
    QVERIFY(result()->verdict()->text().startsWith(u"1 of 2 nodes"_s));
    QVERIFY(result()->log()->toPlainText().contains(u"End model checking"_s));
}

void tst_ToolsDialog::closesWhileSomethingRuns()
{
    openDialog();
    script(u"hb_perf"_s, "while echo line; do sleep 0.01; done\n");
    m_dialog->chooseTool(u"hb_perf"_s);
    chooseModel();
    QTest::mouseClick(m_dialog->runButton(), Qt::LeftButton);
    QTRY_VERIFY(result()->log()->toPlainText().contains(u"line"_s));
    m_dialog.reset();
    QCOMPARE(m_session->project()->runsFolder, m_fixture->runsFolder());
}

void tst_ToolsDialog::typedValuesStay()
{
    openDialog();
    m_dialog->chooseTool(u"hb_verifier"_s);
    field(u"board"_s)->setValues({u"10.0.0.2"_s});
    m_dialog->chooseTool(u"hb_perf"_s);
    m_dialog->chooseTool(u"hb_verifier"_s);
    QCOMPARE(field(u"board"_s)->values(), QStringList{u"10.0.0.2"_s});
}

void tst_ToolsDialog::looksWell()
{
    openDialog();
    run();
    settle();
    screenshot(*m_dialog, u"tools-checker"_s);
    m_dialog->chooseTool(u"hb_model_modifier"_s);
    chooseModel();
    settle();
    screenshot(*m_dialog, u"tools-modifier"_s);
    m_dialog->chooseTool(u"hb_verifier"_s);
    useDarkPalette(true);
    settle();
    const QImage dark = screenshot(*m_dialog, u"tools-verifier-dark"_s);
    useDarkPalette(false);
    QVERIFY(dark.pixelColor(4, 4).lightness() < 100);
    // Nothing that is said is cut off.
    for (const QLabel* label : m_dialog->findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ToolsDialog)
#include "tst_toolsdialog.moc"
