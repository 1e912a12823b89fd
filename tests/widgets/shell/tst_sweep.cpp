// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep over types of calibration of the sample, from the window's menu to the comparison of two of its runs.
#include "core/base/Files.h"
#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/common/PaneTable.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/runs/SweepDialog.h"
#include "widgets/runs/SweepKeyEditor.h"
#include "widgets/runs/SweepSetup.h"

#include <QListWidget>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_Sweep : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threeTypesOfCalibration();

private:
    static void compareOpenAndUse(WindowFixture& fixture, SweepDialog& dialog);
};

void tst_Sweep::initTestCase()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_Sweep::threeTypesOfCalibration()
{
    WindowFixture fixture;
    QVERIFY(!fixture.window().actions().action(u"run.sweep"_s)->isEnabled()); // no config yet
    fixture.openSample();
    QVERIFY(writeFileAtomically(QDir(fixture.session().project()->dataFolder).filePath(u"labels.csv"_s),
                                "file,label,class\nanimals_1f400_google.png,2,animals\n"));
    const QByteArray config = *readFile(fixture.session().project()->configFile);
    fixture.trigger(u"run.sweep"_s);
    auto* dialog = fixture.window().findChild<SweepDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    fixture.trigger(u"run.sweep"_s);
    QCOMPARE(fixture.window().findChildren<SweepDialog*>().size(), 1); // the one that is open
    dialog->setup()->first()->choose(u"calibration_parameters.calibration_type"_s, {u"default"_s, u"max"_s, u"kl"_s});
    QTRY_VERIFY(!dialog->isBusy() && dialog->setup()->startButton()->isEnabled());
    QTest::mouseClick(dialog->setup()->startButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.session().isSweeping(), 240000);
    QVERIFY(fixture.session().sweep());
    const Sweep sweep = *fixture.session().sweep();
    QCOMPARE(sweep.rows.size(), 3);
    for (const QString& figure : {u"top1.board"_s, u"top1.quantized"_s, u"cosine.output"_s, u"bin.bytes"_s})
        QVERIFY2(measuredFigures(sweep).contains(figure), qPrintable(figure));
    for (const SweepRow& row : sweep.rows)
        QCOMPARE(row.state, SweepRowState::Succeeded);
    QCOMPARE(*readFile(fixture.session().project()->configFile), config);
    compareOpenAndUse(fixture, *dialog);
}

void tst_Sweep::compareOpenAndUse(WindowFixture& fixture, SweepDialog& dialog)
{
    const Sweep sweep = *fixture.session().sweep();
    PaneTable* table = dialog.table();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::mouseClick(dialog.compareButton(), Qt::LeftButton);
    auto* runs = fixture.window().findChild<RunsDialog*>();
    QVERIFY(runs != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(runs->comparison()->toPlainText().contains(u"calibration_type"_s), 20000);
    QCOMPARE(runs->table()->model()->rowCount(), 3);
    table->clearSelection();
    table->selectRow(1);
    QTest::mouseClick(dialog.openButton(), Qt::LeftButton);
    QVERIFY(fixture.waitUntilIdle());
    QVERIFY(fixture.session().compilation());
    QCOMPARE(fixture.session().compilation()->runId, sweep.rows[1].runId);
    QTest::mouseClick(dialog.useButton(), Qt::LeftButton);
    QCOMPARE(fixture.session().config()->scalar(u"calibration_parameters.calibration_type"_s), sweep.rows[1].values[0]);
    fixture.trigger(u"edit.undo"_s);
    QVERIFY(!fixture.session().isConfigModified());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Sweep)
#include "tst_sweep.moc"
