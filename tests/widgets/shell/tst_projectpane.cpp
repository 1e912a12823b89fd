// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/unit/history/RunFixture.h"
#include "widgets/shell/ProjectPane.h"

#include <QSignalSpy>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ProjectPane : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheNewestRuns();
    void opensRunsByTheKeyboard();
    void saysWhatCameOfThem();
    void staysQuietWithoutRuns();

private:
    static QList<QTreeWidgetItem*> runsOf(const ProjectPane& pane)
    {
        QList<QTreeWidgetItem*> runs;
        for (int i = 0; i < pane.tree()->topLevelItemCount(); ++i) {
            QTreeWidgetItem* group = pane.tree()->topLevelItem(i);
            for (int j = 0; group->text(0) == u"Runs"_s && j < group->childCount(); ++j)
                runs.append(group->child(j));
        }
        return runs;
    }
};

void tst_ProjectPane::listsTheNewestRuns()
{
    const RunFixture folder;
    for (int i = 0; i < 40; ++i)
        folder.add(u"20260411-0900%1-000-1"_s.arg(i, 2, 10, QChar(u'0')));
    Session session;
    session.open(folder.run(u"20260411-090001-000-1"_s));
    ProjectPane pane(session);
    QTRY_COMPARE(runsOf(pane).size(), 30);
    QVERIFY2(runsOf(pane).first()->toolTip(0).startsWith(u"20260411-090039"_s),
             qPrintable(runsOf(pane).first()->toolTip(0)));
    QVERIFY(removeRun(folder.run(u"20260411-090039-000-1"_s)));
    pane.refresh();
    QTRY_VERIFY(runsOf(pane).first()->toolTip(0).startsWith(u"20260411-090038"_s));
}

void tst_ProjectPane::opensRunsByTheKeyboard()
{
    const RunFixture folder;
    folder.add(u"20260411-090000-000-1"_s);
    folder.add(u"20260411-100000-000-1"_s);
    Session session;
    session.open(folder.run(u"20260411-090000-000-1"_s));
    ProjectPane pane(session);
    showActive(pane);
    QTRY_COMPARE(runsOf(pane).size(), 2);
    QTRY_VERIFY(runsOf(pane).last()->font(0).bold()); // the one that is open
    QVERIFY(!runsOf(pane).first()->font(0).bold());
    QSignalSpy activated(&pane, &ProjectPane::runActivated);
    pane.tree()->setCurrentItem(runsOf(pane).first());
    pane.tree()->setFocus();
    QTest::keyClick(pane.tree(), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toString(), folder.run(u"20260411-100000-000-1"_s));
}

void tst_ProjectPane::saysWhatCameOfThem()
{
    const RunFixture folder;
    const QString run = folder.add(u"20260411-090000-000-1"_s);
    QVERIFY(writeRunEvaluation(run, {}, {{Stage::Board, 40, 39}}));
    QVERIFY(writeRunSweep(run, {{u"sweep-1"_s}, {{u"calibration_parameters.calibration_type"_s, u"max"_s}}, {}}));
    QVERIFY(writeRunNote(run, u"best 最好"_s));
    Session session;
    session.open(run);
    ProjectPane pane(session);
    QTRY_COMPARE(runsOf(pane).size(), 1);
    const QString tip = runsOf(pane).first()->toolTip(0);
    for (const QString& told : {u"succeeded"_s, u"12.5 s"_s, u"calibration_type=max"_s, u"97.5 %"_s, u"best 最好"_s})
        QVERIFY2(tip.contains(told), qPrintable(tip));
    QVERIFY(runsOf(pane).first()->data(0, Qt::AccessibleTextRole).toString().contains(u"succeeded"_s));
}

void tst_ProjectPane::staysQuietWithoutRuns()
{
    const Session session;
    ProjectPane pane(session);
    QTRY_VERIFY(!pane.isBusy());
    QVERIFY(runsOf(pane).isEmpty());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ProjectPane)
#include "tst_projectpane.moc"
