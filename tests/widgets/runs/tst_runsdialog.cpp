// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/unit/history/RunFixture.h"
#include "widgets/common/PaneTable.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/runs/RunsTimeline.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

#include <qcustomplot.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_RunsDialog : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void twoRunsAreComparedByTheKeyboard();
    void searchesAndSorts();
    void notesAreKept();
    void removesOnlyAfterAsking();
    void timelineAndTableChooseTogether();
    void runsAreChosenFromOutside();
    void staysQuietWithoutRuns();
    void takesUpWhatWasLeftElsewhere();

private:
    [[nodiscard]] QAbstractItemModel* rows() const { return m_dialog->table()->model(); }
    void makeRuns()
    {
        m_folder = std::make_unique<RunFixture>();
        m_folder->add(m_bad, u"NCHW"_s, 0.9);
        m_folder->add(m_good, u"NHWC"_s, 0.95);
        QVERIFY(writeRunEvaluation(m_folder->run(m_bad), {}, {{Stage::Board, 40, 8}}));
        QVERIFY(writeRunEvaluation(m_folder->run(m_good), {}, {{Stage::Board, 40, 39}}));
        m_session = std::make_unique<Session>();
        m_session->open(m_folder->run(m_good));
        QVERIFY(m_session->project());
    }
    void openDialog()
    {
        m_dialog = std::make_unique<RunsDialog>(*m_session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog.get());
        showActive(*m_dialog);
        QTRY_VERIFY(!m_dialog->isBusy());
    }

    std::unique_ptr<RunFixture> m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<RunsDialog> m_dialog;
    QString m_bad = u"20260411-090000-000-1"_s;
    QString m_good = u"20260411-100000-000-1"_s;
};

void tst_RunsDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
    m_folder.reset();
}

void tst_RunsDialog::twoRunsAreComparedByTheKeyboard()
{
    makeRuns();
    openDialog();
    QCOMPARE(rows()->rowCount(), 2);
    QCOMPARE(rows()->index(0, RunsModel::StartedColumn).data().toString(),
             u"2026-04-11 10:00:00"_s); // the newest first
    QVERIFY(m_dialog->comparison()->toPlainText().contains(u"two runs"_s));
    QVERIFY(!m_dialog->configsButton()->isEnabled());
    PaneTable* table = m_dialog->table();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down); // into the table
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QVERIFY(m_dialog->openButton()->isEnabled());
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTRY_VERIFY(m_dialog->comparison()->toPlainText().contains(u"NCHW became NHWC"_s));
    const QString text = m_dialog->comparison()->toPlainText();
    QVERIFY2(text.contains(u"From 20260411-090000-000-1 to 20260411-100000-000-1"_s), qPrintable(text));
    QVERIFY2(text.contains(u"from 20.0 % to 97.5 %"_s), qPrintable(text));
    QVERIFY(!m_dialog->openButton()->isEnabled());
    QSignalSpy configs(m_dialog.get(), &RunsDialog::configsRequested);
    QTest::mouseClick(m_dialog->configsButton(), Qt::LeftButton);
    QCOMPARE(configs.size(), 1);
    QVERIFY(configs.first().at(0).toString().contains(m_bad));
    QVERIFY(configs.first().at(1).toString().contains(m_good));
}

void tst_RunsDialog::searchesAndSorts()
{
    makeRuns();
    openDialog();
    m_dialog->search()->setFocus();
    QTest::keyClicks(m_dialog->search(), u"top1.board<50%"_s);
    QTRY_COMPARE(rows()->rowCount(), 1);
    QCOMPARE(rows()->index(0, RunsModel::BoardColumn).data().toString(), u"20.0 %"_s);
    QVERIFY(m_dialog->search()->hasFocus());
    m_dialog->search()->clear();
    QTRY_COMPARE(rows()->rowCount(), 2);
    m_dialog->table()->sortByColumn(RunsModel::BoardColumn, Qt::AscendingOrder);
    QCOMPARE(rows()->index(0, RunsModel::BoardColumn).data().toString(), u"20.0 %"_s);
}

void tst_RunsDialog::notesAreKept()
{
    makeRuns();
    openDialog();
    PaneTable* table = m_dialog->table();
    table->setCurrentIndex(rows()->index(0, RunsModel::NoteColumn));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->insert(u"best 最好"_s); // as an input method does
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(summarizeRun(m_folder->run(m_good))->note, u"best 最好"_s);
    m_dialog->search()->setText(u"最好"_s);
    QTRY_COMPARE(rows()->rowCount(), 1);
}

void tst_RunsDialog::removesOnlyAfterAsking()
{
    makeRuns();
    openDialog();
    m_dialog->table()->selectRow(1); // the older
    QTest::mouseClick(m_dialog->removeButton(), Qt::LeftButton);
    auto* question = m_dialog->findChild<QMessageBox*>();
    QVERIFY(question != nullptr && question->isVisible());
    QTest::keyClick(question, Qt::Key_Return); // the default is to keep it
    QTRY_VERIFY(m_dialog->findChild<QMessageBox*>() == nullptr);
    QVERIFY(QFileInfo::exists(m_folder->run(m_bad)));
    QTest::mouseClick(m_dialog->removeButton(), Qt::LeftButton);
    question = m_dialog->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QSignalSpy removed(m_dialog.get(), &RunsDialog::runsRemoved);
    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(rows()->rowCount(), 1);
    QCOMPARE(removed.size(), 1);
    QVERIFY(!QFileInfo::exists(m_folder->run(m_bad)));
    QVERIFY(QFileInfo::exists(m_folder->run(m_good)));
}

void tst_RunsDialog::timelineAndTableChooseTogether()
{
    makeRuns();
    openDialog();
    RunsTimeline* timeline = m_dialog->timeline();
    QVERIFY(timeline->isVisible());
    QCOMPARE(timeline->runs().size(), 2);
    QTest::mouseClick(timeline->plot(), Qt::LeftButton, {}, timeline->pointOfRun(m_bad).toPoint());
    const auto chosen = [&] { return m_dialog->table()->selectionModel()->selectedRows(); };
    QCOMPARE(chosen().size(), 1);
    QCOMPARE(chosen().first().data().toString(), u"2026-04-11 09:00:00"_s);
    QTest::mouseClick(timeline->plot(), Qt::LeftButton, Qt::ControlModifier, timeline->pointOfRun(m_good).toPoint());
    QCOMPARE(chosen().size(), 2);
    QTRY_VERIFY(m_dialog->comparison()->toPlainText().contains(u"NCHW became NHWC"_s));
    QVERIFY(timeline->plot()->accessibleDescription().contains(m_good));
    QTest::mouseClick(m_dialog->table()->viewport(), Qt::LeftButton, {},
                      m_dialog->table()->visualRect(rows()->index(1, 0)).center()); // the older
    QVERIFY2(timeline->plot()->accessibleDescription().contains(m_bad),
             qPrintable(timeline->plot()->accessibleDescription()));
    m_dialog->search()->setText(u"nchw"_s);
    QTRY_COMPARE(timeline->runs().size(), 1); // those that were found
}

void tst_RunsDialog::runsAreChosenFromOutside()
{
    makeRuns();
    openDialog();
    m_dialog->search()->setText(u"nchw"_s);
    QTRY_COMPARE(rows()->rowCount(), 1);
    m_dialog->choose({m_bad, m_good});
    QTRY_VERIFY(m_dialog->comparison()->toPlainText().contains(u"NCHW became NHWC"_s));
    QVERIFY(m_dialog->search()->text().isEmpty());
}

void tst_RunsDialog::staysQuietWithoutRuns()
{
    m_session = std::make_unique<Session>();
    openDialog();
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(!m_dialog->openButton()->isEnabled());
    QVERIFY(!m_dialog->removeButton()->isEnabled());
}

/// A run whose connection broke is offered to be taken up again; any other is not.
void tst_RunsDialog::takesUpWhatWasLeftElsewhere()
{
    makeRuns();
    const QString file = m_folder->run(m_good) + u"/run.json"_s;
    QJsonObject record = QJsonDocument::fromJson(*readFile(file)).object();
    record.insert(u"status"_s, u"interrupted"_s);
    record.insert(u"there"_s,
                  QJsonObject{{u"engine"_s, u"ssh"_s},
                              {u"target"_s, u"far"_s},
                              {u"program"_s, u"hb_mapper"_s},
                              {u"root"_s, u"/tmp/driftscope-run-1"_s}});
    RunFixture::write(file, QJsonDocument(record).toJson());
    openDialog();
    QVERIFY(!m_dialog->takeUpButton()->isVisible());
    m_dialog->choose({m_good});
    QTRY_VERIFY(m_dialog->takeUpButton()->isVisible());
    QSignalSpy asked(m_dialog.get(), &RunsDialog::takeUpRequested);
    QTest::mouseClick(m_dialog->takeUpButton(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), m_folder->run(m_good));
    m_dialog->choose({m_bad});
    QTRY_VERIFY(!m_dialog->takeUpButton()->isVisible());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_RunsDialog)
#include "tst_runsdialog.moc"
