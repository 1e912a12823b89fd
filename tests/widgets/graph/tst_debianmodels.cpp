// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxReader.h"
#include "tests/support/GuiTest.h"
#include "widgets/graph/CompareRenderer.h"
#include "widgets/inspector/AttributeText.h"

#include <QDirIterator>
#include <QPainter>
#include <QTextStream>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// Every model of Debian's libonnx-testdata: opened, laid out and painted, with what stands in subgraphs and functions.
class TestDebianModels : public test::GuiTest
{
    Q_OBJECT

private:
    /// The graph itself and all graphs inside it.
    static QList<GraphDraft> graphsIn(const GraphDraft& draft)
    {
        QList<GraphDraft> graphs{draft};
        const auto addAll = [&](const QList<NodeDraft>& nodes) {
            for (const NodeDraft& node : nodes) {
                for (const Attribute& attribute : node.attributes) {
                    if (const auto* body = std::get_if<std::shared_ptr<const GraphDraft>>(&attribute.value))
                        graphs += graphsIn(**body);
                }
            }
        };
        addAll(draft.nodes);
        for (const FunctionDraft& function : draft.functions) {
            graphs.append(function.body());
            addAll(function.nodes);
        }
        return graphs;
    }

    /// Lays out and paints; an empty text, or what is wrong.
    static QString show(const GraphDraft& draft)
    {
        Progress progress;
        ComparePane pane{Stage::Float, u"Float"_s, draft.name, Graph::fromDraft(draft), {}, {}, {}, {}};
        auto layout = layoutGraph(*pane.graph, {}, CancelToken(), progress);
        if (!layout)
            return layout.error().message;
        pane.layout = std::move(*layout);
        if (pane.graph->nodeCount() != draft.nodes.size())
            return u"nodes are missing"_s;
        for (const Node& node : pane.graph->nodes()) {
            for (const Attribute& attribute : node.attributes) {
                if (attributeText(attribute.value).isEmpty() && !isEmptyText(attribute.value))
                    return u"the attribute %1 of %2 has no text"_s.arg(attribute.name, node.name);
            }
        }
        std::vector<ComparePane> panes;
        panes.push_back(std::move(pane));
        const CompareRenderer renderer(std::move(panes), {}, {});
        const QSizeF size = renderer.size();
        const double scale = std::min(1.0, 2000.0 / std::max(size.width(), size.height()));
        QImage image((size * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QPainter painter(&image);
        painter.scale(scale, scale);
        renderer.render(painter);
        painter.end();
        return isPainted(image) ? QString() : u"nothing was painted"_s;
    }

    /// Empty strings and lists are what they are.
    static bool isEmptyText(const AttributeValue& value)
    {
        return std::visit(
            [](const auto& held) {
                if constexpr (requires { held.isEmpty(); })
                    return held.isEmpty();
                else
                    return false;
            },
            value);
    }

    static bool isPainted(const QImage& image)
    {
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < image.width(); x += 3)
                colors.insert(line[x]);
        }
        return colors.size() > 3 && !colors.contains(QColor(Qt::magenta).rgb());
    }

private Q_SLOTS:
    void allOpenLayOutAndDraw()
    {
        const QString folder = u"/usr/share/libonnx-testdata"_s;
        if (!QDir(folder).exists())
            QSKIP("libonnx-testdata is not installed");
        QStringList refused;
        int files = 0;
        int graphs = 0;
        QDirIterator models(folder, {u"*.onnx"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (models.hasNext()) {
            const QString path = models.next();
            ++files;
            const auto draft = readOnnx(path);
            if (!draft) {
                refused.append(QDir(folder).relativeFilePath(path) + u": "_s + draft.error().message);
                continue;
            }
            const QList<GraphDraft> all = graphsIn(*draft);
            graphs += static_cast<int>(all.size());
            for (const GraphDraft& graph : all) {
                const QString wrong = show(graph);
                QVERIFY2(wrong.isEmpty(), qPrintable(path + u": "_s + wrong));
            }
        }
        QTextStream(stdout) << files << " models, " << graphs << " graphs drawn, " << refused.size() << " refused\n"
                            << refused.join(u'\n') << (refused.isEmpty() ? "" : "\n");
        QVERIFY2(files >= 1072, qPrintable(QString::number(files)));
        QCOMPARE(refused, QStringList()); // none of them deserves it
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestDebianModels)
#include "tst_debianmodels.moc"
