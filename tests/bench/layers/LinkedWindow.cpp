// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LinkedWindow.h"

#include "tests/support/Stopwatch.h"
#include "tests/widgets/shell/WindowFixture.h"

#include "core/base/Files.h"
#include "core/models/ModelRoles.h"
#include "core/onnx/OnnxWriter.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GraphView.h"
#include "widgets/layers/ErrorCurve.h"
#include "widgets/layers/LayersPane.h"
#include "widgets/layers/TensorPane.h"

#include <QDir>
#include <QImage>
#include <QTabWidget>
#include <QTimer>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

QString layerName(int layer)
{
    return u"/block.%1/Conv"_s.arg(layer);
}

/// Convolutions that neither grow nor vanish; `error` is in every weight.
GraphDraft chain(int layers, float error)
{
    GraphDraft draft;
    draft.name = u"chain"_s;
    draft.irVersion = 7;
    draft.opsets = {{{}, 11}};
    draft.inputs.append({u"picture"_s, DataType::Float32, Shape{1, 3, 24, 24}});
    QString last = u"picture"_s;
    for (int layer = 0; layer < layers; ++layer) {
        std::vector<float> weights(9, 0.02F * static_cast<float>(layer % 7 - 3) / 3);
        for (std::size_t i = 0; i < 9; i += 4)
            weights[i] = 1.0F - 0.04F * static_cast<float>(layer % 2) + error;
        NodeDraft node;
        node.name = layerName(layer);
        node.opType = u"Conv"_s;
        node.inputs = {last, node.name + u".weight"_s};
        node.outputs = {node.name + u"_output_0"_s};
        draft.initializers.append({node.inputs[1], Tensor::fromValues<float>({3, 3, 1, 1}, weights)});
        draft.nodes.append(node);
        last = node.outputs.first();
    }
    draft.outputs.append({last, DataType::Float32, Shape{1, 3, 24, 24}});
    inferShapes(draft);
    return draft;
}

bool writePictures(const QString& folder, int count)
{
    std::mt19937 random(5);
    for (int i = 0; i < count; ++i) {
        QImage picture(24, 24, QImage::Format_RGB32);
        for (int y = 0; y < 24; ++y) {
            for (int x = 0; x < 24; ++x)
                picture.setPixel(x, y, qRgb(static_cast<int>(random() % 256), 9 * y + i, 9 * x));
        }
        if (!picture.save(QDir(folder).filePath(u"%1.png"_s.arg(i, 2, 10, QChar(u'0')))))
            return false;
    }
    return true;
}

/// A project with one run, whose two stages differ a little.
bool writeProject(const QString& folder, int layers, int pictures)
{
    const QDir place(folder);
    const QDir output(place.filePath(u"runs/20260101-000000-000-1/output"_s));
    if (!makeFolder(output.path()) || !makeFolder(place.filePath(u"data/things"_s)))
        return false;
    const QByteArray config
        = "model_parameters:\n  onnx_model: 'chain.onnx'\n  march: 'bayes-e'\n  working_dir: 'out'\n"
          "  output_model_file_prefix: 'chain'\ninput_parameters:\n  input_name: 'picture'\n"
          "  input_type_rt: 'rgb'\n  input_layout_rt: 'NHWC'\n  input_type_train: 'rgb'\n"
          "  input_layout_train: 'NCHW'\n  input_shape: '1x3x24x24'\n"
          "  norm_type: 'data_scale'\n  scale_value: '0.0078'\n"
          "calibration_parameters:\n  cal_data_dir: 'data'\n  calibration_type: 'max'\n";
    const QByteArray record = R"({"status":"succeeded","run_id":"20260101-000000-000-1","artifacts":[
        {"stage":"float","file":"../../chain.onnx"},
        {"stage":"optimized_float","file":"output/chain_optimized_float_model.onnx"}]})";
    const QByteArray project = R"({"driftscope_project":1,"name":"chain","config":"chain.yaml","data":"data"})";
    const QString run = QFileInfo(output.path()).absolutePath();
    return writeOnnx(place.filePath(u"chain.onnx"_s), chain(layers, 0))
        && writeOnnx(output.filePath(u"chain_optimized_float_model.onnx"_s), chain(layers, 1e-5F))
        && writeFileAtomically(place.filePath(u"chain.yaml"_s), config)
        && writeFileAtomically(QDir(run).filePath(u"chain.yaml"_s), config)
        && writeFileAtomically(QDir(run).filePath(u"run.json"_s), record)
        && writeFileAtomically(place.filePath(u"chain.driftscope.json"_s), project)
        && writePictures(place.filePath(u"data/things"_s), pictures);
}

/// The window with its panes, and what a step in one of them costs.
class Walk
{
public:
    explicit Walk(WindowFixture& fixture)
        : m_fixture(fixture)
        , m_pane(fixture.window().findChild<LayersPane*>())
        , m_curve(fixture.window().findChild<ErrorCurve*>())
        , m_graphs(fixture.window().findChild<CompareView*>())
    { }

    void table(LinkedWindowFigures& figures, int steps)
    {
        m_pane->table()->setFocus();
        for (int i = 0; i < steps; ++i)
            measure(figures.tableMilliseconds, figures,
                    [&] { QTest::keyClick(m_pane->table(), i % 5 == 4 ? Qt::Key_PageDown : Qt::Key_Down); });
    }

    void curve(LinkedWindowFigures& figures, int steps)
    {
        m_curve->setFocus();
        for (int i = 0; i < steps; ++i)
            measure(figures.curveMilliseconds, figures, [&] {
                if (i % 4 != 3) {
                    QTest::keyClick(m_curve, Qt::Key_Left);
                    return;
                }
                const QRect room = m_curve->plot()->axisRect()->rect();
                const QPoint place(room.left() + (i * 37) % room.width(), room.center().y());
                QTest::mouseClick(m_curve->plot(), Qt::LeftButton, {}, place);
            });
    }

    void graph(LinkedWindowFigures& figures, int steps)
    {
        GraphView* view = m_graphs->view(m_graphs->paneOf(Stage::Float));
        view->setFocus();
        for (int i = 0; i < steps; ++i)
            measure(figures.graphMilliseconds, figures, [&] { QTest::keyClick(view, Qt::Key_Up); });
    }

private:
    /// One step: the event and every paint that it makes necessary.
    void measure(std::vector<double>& times, LinkedWindowFigures& figures, const std::function<void()>& step)
    {
        const Stopwatch stopwatch;
        step();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        times.push_back(stopwatch.seconds() * 1e3);
        figures.brokenLinks += isLinked() ? 0 : 1;
    }

    /// Whether every pane shows the chosen layer.
    [[nodiscard]] bool isLinked() const
    {
        const QString name = m_fixture.window().selection().current().name;
        const auto& layers = m_fixture.session().comparison()->layers;
        const auto layer = std::ranges::find(layers, name, &LayerComparison::name);
        if (layer == layers.end())
            return false;
        const QString row = m_pane->table()->currentIndex().data(NameRole).toString();
        const GraphView* view = m_graphs->view(m_graphs->paneOf(Stage::Float));
        return row == layer->name && curvePlace() == layer - layers.begin() && view->selectedBox() >= 0
            && !view->viewport()->rect().intersected(view->boxRectInViewport(view->selectedBox()).toRect()).isEmpty();
    }

    [[nodiscard]] std::ptrdiff_t curvePlace() const
    {
        for (int i = 0; i < m_curve->plot()->itemCount(); ++i) {
            if (auto* line = qobject_cast<QCPItemStraightLine*>(m_curve->plot()->item(i)))
                return std::lround(line->point1->coords().x());
        }
        return -1;
    }

    WindowFixture& m_fixture;
    LayersPane* m_pane;
    ErrorCurve* m_curve;
    CompareView* m_graphs;
};

/// The longest time between two turns of the event loop while the window's job runs.
double worstTickUntilIdle(WindowFixture& fixture)
{
    QTimer ticks;
    Stopwatch sinceTick;
    double worst = 0;
    QObject::connect(&ticks, &QTimer::timeout, &fixture.window(), [&] {
        worst = std::max(worst, sinceTick.seconds() * 1e3);
        sinceTick = Stopwatch();
    });
    ticks.start(1);
    if (!fixture.waitUntilIdle())
        return std::numeric_limits<double>::infinity();
    return worst;
}

} // namespace

double LinkedWindowFigures::quantile(std::vector<double> times, double share)
{
    if (times.empty())
        return std::numeric_limits<double>::infinity();
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

LinkedWindowFigures walkThroughWindow(int layers, int pictures)
{
    LinkedWindowFigures figures;
    WindowFixture fixture;
    if (!writeProject(fixture.folder(), layers, pictures))
        return figures;
    fixture.session().open(fixture.folder() + u"/chain.driftscope.json"_s);
    if (!fixture.waitUntilIdle())
        return figures;
    fixture.trigger(u"view.layers"_s);
    const Stopwatch stopwatch;
    fixture.session().compareLayers({Stage::Float, Stage::OptimizedFloat, pictures, false});
    figures.worstTickMilliseconds = worstTickUntilIdle(fixture);
    figures.comparisonSeconds = stopwatch.seconds();
    if (!fixture.session().comparison())
        return figures;
    figures.comparedRows = static_cast<int>(std::ranges::count(fixture.session().comparison()->layers,
                                                               ComparisonStatus::Compared, &LayerComparison::status));
    constexpr int steps = 120;
    Walk walk(fixture);
    walk.table(figures, steps);
    walk.curve(figures, steps);
    walk.graph(figures, steps);
    return figures;
}

} // namespace driftscope::test
