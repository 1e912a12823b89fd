// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"

#include "widgets/common/FileListEdit.h"
#include "widgets/layers/CompareLayersDialog.h"
#include "widgets/layers/TolerancesDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_LayerDialogs : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void tolerancesAreEditedByKeyboard();
    void layersGetBoundsOfTheirOwn();
    void usualBoundsComeBack();
    void stagesMustDiffer();
    void answersWhatWasChosen();
    void filesStandInForPictures();
};

void tst_LayerDialogs::tolerancesAreEditedByKeyboard()
{
    TolerancesDialog dialog({}, {u"conv1"_s}, u"conv1"_s);
    showActive(dialog);
    QCOMPARE(dialog.tolerances(), Tolerances());
    auto* box = qobject_cast<QDoubleSpinBox*>(dialog.table()->cellWidget(3, 1)); // int8, cosine
    QVERIFY(!box->accessibleName().isEmpty());
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, u"0.95"_s);
    QTest::keyClick(box, Qt::Key_Tab);
    QCOMPARE(dialog.tolerances().of(ToleranceKind::Int8).cosine, 0.95);
    QCOMPARE(dialog.tolerances().of(ToleranceKind::Float32), Tolerances::usual(ToleranceKind::Float32));
    screenshot(dialog, u"tolerances"_s);
}

void tst_LayerDialogs::layersGetBoundsOfTheirOwn()
{
    Tolerances given;
    given.setLayer(u"stem"_s, {0.9, 5, 0.25});
    TolerancesDialog dialog(given, {u"conv1"_s, u"conv2"_s}, u"conv2"_s);
    showActive(dialog);
    QCOMPARE(dialog.tolerances(), given);
    QCOMPARE(dialog.layerPicker()->currentText(), u"conv2"_s);
    dialog.addButton()->setFocus();
    QTest::keyClick(dialog.addButton(), Qt::Key_Space);
    QTest::keyClick(dialog.addButton(), Qt::Key_Space); // not twice
    QCOMPARE(dialog.table()->rowCount(), 6);
    QCOMPARE(dialog.tolerances().layers().size(), 2);
    QVERIFY(dialog.removeButton()->isEnabled());
    dialog.table()->setCurrentCell(4, 0);
    QTest::keyClick(dialog.removeButton(), Qt::Key_Space);
    QVERIFY(!dialog.tolerances().layers().contains(u"stem"_s));
    dialog.table()->setCurrentCell(0, 0);
    QVERIFY(!dialog.removeButton()->isEnabled()); // an arithmetic stays
}

void tst_LayerDialogs::usualBoundsComeBack()
{
    Tolerances given;
    given.set(ToleranceKind::Int16, {0.5, 1, 2});
    given.setLayer(u"stem"_s, {0.9, 5, 0.25});
    TolerancesDialog dialog(given, {}, {});
    showActive(dialog);
    dialog.resetButton()->click();
    QCOMPARE(dialog.tolerances(), Tolerances());
}

void tst_LayerDialogs::stagesMustDiffer()
{
    CompareLayersDialog dialog({Stage::Float, Stage::Quantized, Stage::Board}, {}, {});
    showActive(dialog);
    QPushButton* ok = dialog.buttons()->button(QDialogButtonBox::Ok);
    QVERIFY(ok->isEnabled());
    dialog.candidatePicker()->setFocus();
    QTest::keyClick(dialog.candidatePicker(), Qt::Key_Up);
    QVERIFY(!ok->isEnabled());
    QTest::keyClick(dialog.candidatePicker(), Qt::Key_Up);
    QVERIFY(ok->isEnabled());
    QCOMPARE(dialog.request().candidate, Stage::Float);
    const CompareLayersDialog none({}, {}, {});
    QVERIFY(!none.buttons()->button(QDialogButtonBox::Ok)->isEnabled());
}

void tst_LayerDialogs::answersWhatWasChosen()
{
    CaptureSettings settings;
    settings.limits.memory = qint64(3) << 30;
    settings.cacheFolder = u"/nowhere"_s;
    CompareLayersDialog dialog({Stage::OptimizedFloat, Stage::Quantized},
                               {Stage::OptimizedFloat, Stage::Quantized, 4, true}, settings);
    showActive(dialog);
    QCOMPARE(dialog.request(), (LayersRequest{Stage::OptimizedFloat, Stage::Quantized, 4, true}));
    QCOMPARE(dialog.settings().limits.memory, qint64(3) << 30);
    dialog.pictures()->setFocus();
    dialog.pictures()->selectAll();
    QTest::keyClicks(dialog.pictures(), u"20"_s);
    dialog.isolated()->setFocus();
    QTest::keyClick(dialog.isolated(), Qt::Key_Space);
    dialog.memory()->setValue(1024);
    QCOMPARE(dialog.request().pictures, 20);
    QVERIFY(!dialog.request().isolated);
    QCOMPARE(dialog.settings().limits.memory, qint64(1) << 30);
    QCOMPARE(dialog.settings().cacheFolder, settings.cacheFolder);
    screenshot(dialog, u"comparelayers"_s);
}

void tst_LayerDialogs::filesStandInForPictures()
{
    CompareLayersDialog dialog({Stage::Quantized, Stage::Board}, {}, {});
    showActive(dialog);
    QVERIFY(dialog.pictures()->isEnabled());
    dialog.inputs()->addFiles({u"/left.png"_s, u"/right.png"_s});
    QVERIFY(!dialog.pictures()->isEnabled());
    QCOMPARE(dialog.request().files, (QStringList{u"/left.png"_s, u"/right.png"_s}));
    dialog.inputs()->list()->setFocus();
    dialog.inputs()->list()->selectAll();
    QTest::keyClick(dialog.inputs()->list(), Qt::Key_Delete);
    QVERIFY(dialog.request().files.isEmpty());
    QVERIFY(dialog.pictures()->isEnabled());
    const CompareLayersDialog again({Stage::Quantized, Stage::Board}, LayersRequest{.files = {u"/left.png"_s}}, {});
    QCOMPARE(again.request().files, QStringList{u"/left.png"_s});
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_LayerDialogs)
#include "tst_layerdialogs.moc"
