// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/LayerScreenshots.h"

#include "tests/widgets/shell/WindowFixture.h"
#include "widgets/layers/CompareLayersDialog.h"
#include "widgets/layers/ErrorCurve.h"
#include "widgets/layers/TensorPage.h"
#include "widgets/layers/TensorPane.h"
#include "widgets/layers/TensorPlots.h"
#include "widgets/layers/TolerancesDialog.h"

#include <QAction>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

struct View
{
    QString name;
    TensorPage::Tab tab;
    TensorPlots::Kind plot = TensorPlots::Histograms;
};

const QList<View>& views()
{
    static const QList<View> all{{u"pictures"_s, TensorPage::PicturesTab},
                                 {u"numbers"_s, TensorPage::NumbersTab},
                                 {u"histogram"_s, TensorPage::PlotsTab, TensorPlots::Histograms},
                                 {u"scatter"_s, TensorPage::PlotsTab, TensorPlots::Scatter},
                                 {u"error"_s, TensorPage::PlotsTab, TensorPlots::ErrorOverMagnitude},
                                 {u"channels"_s, TensorPage::PlotsTab, TensorPlots::Channels},
                                 {u"trail"_s, TensorPage::TrailTab}};
    return all;
}

/// A tensor of the first layer that drifts, large.
QPointer<QWidget> enlarged(WindowFixture& fixture, const View& view)
{
    auto* pane = fixture.window().findChild<TensorPane*>();
    pane->enlarge();
    QPointer<QWidget> window = pane->enlarged();
    auto* page = window->findChild<TensorPage*>();
    page->focusOfPlanes().setCursor({3, 4});
    page->plots()->setKind(view.plot);
    page->tabs()->setCurrentIndex(view.tab);
    QTest::qWait(300);
    return window;
}

} // namespace

void takeLayers(WindowFixture& fixture, const std::function<void(const QString& name)>& take,
                const DialogCamera& takeDialog)
{
    (void)fixture.run(u"run.compile"_s);
    fixture.trigger(u"view.layers"_s);
    fixture.session().compareLayers({Stage::Quantized, Stage::Board, 4, true});
    (void)fixture.waitUntilIdle();
    const auto& comparison = fixture.session().comparison();
    if (!comparison)
        return;
    const int shown = comparison->firstDivergence < 0 ? 3 : comparison->firstDivergence;
    fixture.window().selection().select(Selection::layer(Stage::Quantized, comparison->layers[shown].name));
    take(u"layers"_s);
    auto* curve = fixture.window().findChild<ErrorCurve*>();
    curve->rangesAction()->trigger();
    auto* page = fixture.window().findChild<TensorPane*>()->page();
    page->tabs()->setCurrentIndex(TensorPage::PlotsTab);
    take(u"ranges"_s);
    page->tabs()->setCurrentIndex(TensorPage::PicturesTab);
    for (const View& view : views())
        takeDialog(u"tensor-"_s + view.name, [&] { return enlarged(fixture, view); });
    takeDialog(u"compare-layers"_s, [&] {
        auto* dialog = new CompareLayersDialog({Stage::Float, Stage::Quantized, Stage::Board}, {},
                                               fixture.session().captureSettings(), &fixture.window());
        dialog->show();
        return QPointer<QWidget>(dialog);
    });
    takeDialog(u"tolerances"_s, [&] {
        Tolerances tolerances;
        tolerances.setLayer(comparison->layers[shown].name, {0.98, 12, 0.5});
        auto* dialog = new TolerancesDialog(tolerances, {}, comparison->layers[shown].name, &fixture.window());
        dialog->show();
        return QPointer<QWidget>(dialog);
    });
}

} // namespace driftscope::test
