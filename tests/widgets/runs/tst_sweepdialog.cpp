// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep by keys and mouse, over a toolchain that takes a moment.
#include "tests/support/GuiTest.h"
#include "tests/unit/session/SweepFixture.h"
#include "widgets/common/PaneTable.h"
#include "widgets/runs/SweepDialog.h"
#include "widgets/runs/SweepKeyEditor.h"
#include "widgets/runs/SweepPlot.h"
#include "widgets/runs/SweepSetup.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

#include <memory>

#include <qcustomplot.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_SweepDialog : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void sweepsByTheKeyboard();
    void twoKeysByTheMouse();
    void badValuesAreToldBesideTheirKey();
    void refusedCombinationsAreCounted();
    void cancelKeepsWhatIsDone();
    void earlierSweepsAreShown();
    void whatCannotBeginIsTold();
    void opensAndCompares();
    void valuesAreUsedInOneStep();
    void plotAndTableChooseTogether();
    void everythingIsReachedByTab();
    void followsThemeAndConfig();
    void staysQuietWithoutProject();

private:
    [[nodiscard]] QAbstractItemModel* rows() const { return m_dialog->table()->model(); }
    [[nodiscard]] SweepSetup* setup() const { return m_dialog->setup(); }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < rows()->rowCount(); ++row)
            texts.append(rows()->index(row, column).data().toString());
        return texts;
    }
    void openDialog()
    {
        m_fixture = std::make_unique<SweepFixture>();
        m_session = std::make_unique<Session>();
        m_session->open(m_fixture->path(u"net.yaml"_s));
        QVERIFY(m_session->project());
        ToolchainProfile tool;
        tool.name = u"tool"_s;
        tool.program = m_fixture->path(u"tool"_s);
        m_session->addToolchain(tool);
        m_session->setCurrentToolchain(1);
        showDialog();
    }
    void showDialog()
    {
        m_dialog = std::make_unique<SweepDialog>(*m_session);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        new QAbstractItemModelTester(rows(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_dialog.get());
        showActive(*m_dialog);
        QTRY_VERIFY(!m_dialog->isBusy() && !m_session->jobs().isBusy());
    }
    void check(const QStringList& values) const
    {
        QListWidget* list = setup()->first()->list();
        for (int i = 0; i < list->count(); ++i) {
            const bool isWanted = values.contains(list->item(i)->text());
            list->item(i)->setCheckState(isWanted ? Qt::Checked : Qt::Unchecked);
        }
        QTRY_VERIFY(!m_dialog->isBusy());
    }
    void sweep(const QStringList& values) const
    {
        check(values);
        QVERIFY(setup()->startButton()->isEnabled());
        QTest::mouseClick(setup()->startButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!m_session->isSweeping(), 30000);
        QTRY_VERIFY(!m_dialog->isBusy());
    }

    std::unique_ptr<SweepFixture> m_fixture;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SweepDialog> m_dialog;
};

void tst_SweepDialog::cleanup()
{
    useDarkPalette(false);
    m_dialog.reset();
    m_session.reset();
    m_fixture.reset();
}

void tst_SweepDialog::sweepsByTheKeyboard()
{
    openDialog();
    QCOMPARE(setup()->first()->key(), u"calibration_parameters.calibration_type"_s); // what is varied most
    QVERIFY(!setup()->second()->hasKey());
    const QString count = setup()->count()->text();
    QVERIFY2(count.contains(u"1 run"_s) && count.contains(u"tool"_s), qPrintable(count)); // the config's value
    QVERIFY2(count.contains(u"no labelled pictures"_s), qPrintable(count));
    QListWidget* list = setup()->first()->list();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    for (int i = 0; i < list->count(); ++i) {
        const QString value = list->currentItem()->text();
        const bool isWanted = value == u"max"_s || value == u"kl"_s;
        if (isWanted != (list->currentItem()->checkState() == Qt::Checked))
            QTest::keyClick(list, Qt::Key_Space);
        QTest::keyClick(list, Qt::Key_Down);
    }
    QTRY_VERIFY(setup()->count()->text().contains(u"2 runs"_s));
    QVERIFY(setup()->startButton()->isEnabled());
    setup()->startButton()->setFocus();
    QTest::keyClick(setup()->startButton(), Qt::Key_Space);
    QVERIFY(!setup()->startButton()->isEnabled());
    QVERIFY(setup()->cancelButton()->isEnabled());
    QTRY_COMPARE(rows()->rowCount(), 2); // before they are done
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isSweeping(), 30000);
    QCOMPARE(column(0), (QStringList{u"kl"_s, u"max"_s}));
    QCOMPARE(column(1), (QStringList{u"failed"_s, u"★ succeeded"_s}));
    QVERIFY(rows()->index(0, 1).data(Qt::ToolTipRole).toString().contains(u"kl is not for us"_s));
    QVERIFY2(m_dialog->summary()->text().contains(u"calibration_type max"_s), qPrintable(m_dialog->summary()->text()));
    QVERIFY(!setup()->cancelButton()->isEnabled());
    QVERIFY(setup()->progress()->isHidden());
    QTRY_VERIFY(setup()->startButton()->isEnabled());
    QCOMPARE(m_fixture->content(u"net.yaml"_s), SweepFixture::configText());
}

void tst_SweepDialog::twoKeysByTheMouse()
{
    openDialog();
    check({u"max"_s, u"default"_s});
    setup()->second()->choose(u"calibration_parameters.per_channel"_s); // both sides of a switch
    QTRY_VERIFY(setup()->count()->text().contains(u"4 runs"_s));
    QTRY_VERIFY(setup()->startButton()->isEnabled());
    QTest::mouseClick(setup()->startButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isSweeping() && m_session->sweep(), 30000);
    QCOMPARE(rows()->rowCount(), 4);
    QCOMPARE(column(1), (QStringList{u"True"_s, u"False"_s, u"True"_s, u"False"_s}));
    m_dialog->figures()->setCurrentIndex(m_dialog->figures()->findData(u"bin.bytes"_s));
    QVERIFY(m_dialog->plot()->hasBars()); // 3 bytes and 7
    QCOMPARE(m_dialog->plot()->plot()->plottableCount(), 2); // one for each value of the second key
    QVERIFY(m_dialog->plot()->plot()->legend->visible());
    QVERIFY(m_dialog->summary()->text().contains(u"calibration_type max"_s)); // the smaller
    m_dialog->figures()->setCurrentIndex(m_dialog->figures()->findData(u"latency.us"_s));
    QVERIFY(!m_dialog->plot()->hasBars()); // all the same
    m_dialog->table()->sortByColumn(2 + SweepModel::SizeColumn, Qt::AscendingOrder);
    QCOMPARE(column(0), (QStringList{u"max"_s, u"max"_s, u"default"_s, u"default"_s}));
}

void tst_SweepDialog::badValuesAreToldBesideTheirKey()
{
    openDialog();
    setup()->second()->choose(u"calibration_parameters.max_percentile"_s);
    QLineEdit* line = setup()->second()->line();
    QVERIFY(line->isVisible());
    line->setFocus();
    QTest::keyClicks(line, u"0.9999,almost all"_s);
    QTRY_VERIFY(setup()->second()->problems()->isVisible());
    QVERIFY(setup()->second()->problems()->text().contains(u"almost all"_s));
    QVERIFY(!setup()->first()->problems()->isVisible());
    QVERIFY(!setup()->startButton()->isEnabled());
    line->clear();
    QTest::keyClicks(line, u"0.9999,"_s);
    QTRY_VERIFY(setup()->second()->problems()->text().contains(u"missing"_s));
    line->clear();
    QTest::keyClicks(line, u"0.9999"_s);
    QTRY_VERIFY(setup()->startButton()->isEnabled());
    QVERIFY(!setup()->second()->problems()->isVisible());
    check({});
    QVERIFY(!setup()->startButton()->isEnabled());
    QVERIFY(setup()->count()->text().contains(u"No value"_s));
}

void tst_SweepDialog::refusedCombinationsAreCounted()
{
    openDialog();
    check({u"max"_s, u"default"_s});
    setup()->second()->choose(u"calibration_parameters.max_percentile"_s, {u"0.1"_s, u"0.9999"_s});
    QTRY_VERIFY2(setup()->count()->text().contains(u"3 runs"_s), qPrintable(setup()->count()->text()));
    QVERIFY(setup()->count()->text().contains(u"1 combination"_s));
}

void tst_SweepDialog::cancelKeepsWhatIsDone()
{
    openDialog();
    m_fixture->write(u"slow"_s, {});
    check({u"max"_s, u"default"_s});
    QTest::mouseClick(setup()->startButton(), Qt::LeftButton);
    QTRY_COMPARE(rows()->rowCount(), 2);
    QTRY_VERIFY(column(1).contains(u"running"_s));
    QTRY_VERIFY(setup()->progress()->isVisible());
    QTest::mouseClick(setup()->cancelButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isSweeping(), 20000);
    QCOMPARE(column(1), (QStringList{u"cancelled"_s, u"not run"_s}));
    QTRY_VERIFY(setup()->startButton()->isEnabled());
}

void tst_SweepDialog::earlierSweepsAreShown()
{
    openDialog();
    sweep({u"max"_s});
    sweep({u"default"_s, u"kl"_s});
    QTRY_COMPARE(m_dialog->sweeps()->count(), 2);
    QCOMPARE(m_dialog->sweeps()->currentIndex(), 0);
    QCOMPARE(rows()->rowCount(), 2);
    m_dialog.reset();
    m_session = std::make_unique<Session>(); // as at the next start
    m_session->open(m_fixture->path(u"net.yaml"_s));
    showDialog();
    QTRY_COMPARE(rows()->rowCount(), 2); // the newest
    m_dialog->sweeps()->setFocus();
    QTest::keyClick(m_dialog->sweeps(), Qt::Key_Down);
    QTRY_COMPARE(rows()->rowCount(), 1);
    QCOMPARE(column(0), QStringList{u"max"_s});
    QCOMPARE(column(1), QStringList{u"★ succeeded"_s});
    QVERIFY(!column(1 + SweepModel::RunColumn).first().isEmpty());
}

void tst_SweepDialog::whatCannotBeginIsTold()
{
    openDialog();
    QVERIFY(QFile::remove(m_fixture->path(u"tool"_s)));
    sweep({u"max"_s});
    QVERIFY2(m_dialog->summary()->text().contains(u"/tool"_s), qPrintable(m_dialog->summary()->text()));
    QCOMPARE(rows()->rowCount(), 0);
    QCOMPARE(m_dialog->sweeps()->count(), 0);
    QVERIFY(setup()->startButton()->isEnabled());
}

void tst_SweepDialog::opensAndCompares()
{
    openDialog();
    sweep({u"max"_s, u"default"_s, u"kl"_s});
    QSignalSpy opened(m_dialog.get(), &SweepDialog::runActivated);
    QSignalSpy compared(m_dialog.get(), &SweepDialog::comparisonRequested);
    PaneTable* table = m_dialog->table();
    QVERIFY(!m_dialog->openButton()->isEnabled());
    table->setFocus();
    table->setCurrentIndex(rows()->index(0, 0));
    QVERIFY(m_dialog->openButton()->isEnabled());
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    const QString folder = m_session->sweep()->rows[0].run->folder;
    QCOMPARE(opened.first().first().toString(), folder);
    const QPoint place = table->visualRect(rows()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(opened.size() >= 2);
    QVERIFY(!m_dialog->compareButton()->isEnabled());
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(!m_dialog->openButton()->isEnabled());
    QVERIFY(m_dialog->compareButton()->isEnabled());
    QTest::mouseClick(m_dialog->compareButton(), Qt::LeftButton);
    QCOMPARE(compared.size(), 1);
    QCOMPARE(compared.first().first().toStringList(),
             (QStringList{m_session->sweep()->rows[0].runId, m_session->sweep()->rows[1].runId}));
}

void tst_SweepDialog::valuesAreUsedInOneStep()
{
    openDialog();
    setup()->second()->choose(u"calibration_parameters.per_channel"_s, {u"True"_s});
    sweep({u"max"_s, u"mix"_s});
    QVERIFY(m_dialog->table()->selectionModel()->selectedRows().isEmpty()); // nothing is chosen: the best counts
    const QString best = rows()->index(column(2).at(0).startsWith(u'★') ? 0 : 1, 0).data().toString();
    QVERIFY(column(2).join(u'|').contains(u'★'));
    QVERIFY(m_dialog->useButton()->isEnabled());
    QTest::mouseClick(m_dialog->useButton(), Qt::LeftButton);
    const auto value
        = [&](const QString& key) { return m_session->config()->scalar(u"calibration_parameters."_s + key); };
    QCOMPARE(value(u"calibration_type"_s), best);
    QCOMPARE(value(u"per_channel"_s), u"True"_s);
    QVERIFY(m_session->isConfigModified()); // not saved
    QCOMPARE(m_fixture->content(u"net.yaml"_s), SweepFixture::configText());
    m_session->undo();
    QCOMPARE(m_session->configText(), SweepFixture::configText());
    m_dialog->table()->selectRow(1);
    QTest::mouseClick(m_dialog->useButton(), Qt::LeftButton);
    QCOMPARE(value(u"calibration_type"_s), rows()->index(1, 0).data().toString());
}

void tst_SweepDialog::plotAndTableChooseTogether()
{
    openDialog();
    sweep({u"max"_s, u"default"_s, u"kl"_s});
    SweepPlot* plot = m_dialog->plot();
    QTest::qWait(50); // the plot is drawn by then
    for (const int row : {2, 0, 1}) {
        const QPointF point(plot->pointOfRow(row).x(), plot->plot()->axisRect()->center().y());
        QCOMPARE(plot->rowAt(point), row);
        QTest::mouseClick(plot->plot(), Qt::LeftButton, {}, point.toPoint());
        QCOMPARE(m_dialog->table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(m_dialog->table()->currentIndex().row(), row);
    }
    const QPointF other(plot->pointOfRow(0).x(), plot->plot()->axisRect()->center().y());
    QTest::mouseClick(plot->plot(), Qt::LeftButton, Qt::ControlModifier, other.toPoint());
    QCOMPARE(m_dialog->table()->selectionModel()->selectedRows().size(), 2);
    QCOMPARE(plot->rowAt({1, 1}), -1);
}

void tst_SweepDialog::everythingIsReachedByTab()
{
    openDialog();
    sweep({u"max"_s});
    QList<QWidget*> wanted{setup()->first()->keys(), setup()->first()->list(), setup()->second()->keys(),
                           setup()->reuse(),         setup()->startButton(),   m_dialog->sweeps(),
                           m_dialog->figures(),      m_dialog->table(),        m_dialog->useButton()};
    setup()->first()->keys()->setFocus();
    QList<QWidget*> reached;
    for (int i = 0; i < 20 && !(reached.size() > 1 && reached.first() == QApplication::focusWidget()); ++i) {
        reached.append(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    qsizetype last = -1;
    for (QWidget* widget : std::as_const(wanted)) {
        const qsizetype at = reached.indexOf(widget);
        QVERIFY2(at > last, qPrintable(widget->accessibleName()));
        last = at;
    }
    for (QWidget* widget : std::as_const(reached))
        QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<QAbstractButton*>(widget) != nullptr,
                 widget->metaObject()->className());
}

void tst_SweepDialog::followsThemeAndConfig()
{
    openDialog();
    sweep({u"max"_s, u"kl"_s});
    const QColor light = m_dialog->plot()->plot()->xAxis->tickLabelColor();
    useDarkPalette(true);
    QTRY_VERIFY(m_dialog->plot()->plot()->xAxis->tickLabelColor() != light);
    const int keys = setup()->first()->keys()->count();
    m_session->setConfigValue(u"model_parameters.march"_s, u"bernoulli2"_s);
    QTRY_VERIFY(!m_dialog->isBusy());
    QVERIFY(setup()->first()->keys()->count() > 0);
    QVERIFY(setup()->first()->keys()->count() != keys); // not all keys exist for every march
    QCOMPARE(setup()->first()->key(), u"calibration_parameters.calibration_type"_s);
}

void tst_SweepDialog::staysQuietWithoutProject()
{
    m_session = std::make_unique<Session>();
    showDialog();
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(!setup()->startButton()->isEnabled());
    QVERIFY(!m_dialog->useButton()->isEnabled());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_SweepDialog)
#include "tst_sweepdialog.moc"
