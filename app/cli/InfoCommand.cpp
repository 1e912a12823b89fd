// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"

#include "core/boardmodel/BoardFacts.h"
#include "core/report/Json.h"
#include "core/stages/ContractNorm.h"
#include "core/stages/NodeNames.h"
#include "core/stages/RecoveredNormalization.h"

#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

QString shapeText(const QJsonObject& value)
{
    const QJsonValue shape = value["shape"_L1];
    if (value.contains("type"_L1) || shape.isNull())
        return value["type"_L1].toString(u"of unknown shape"_s);
    const QJsonArray sizes = shape.toArray();
    const QJsonArray names = value["dimension_names"_L1].toArray();
    QStringList parts;
    for (qsizetype i = 0; i < sizes.size(); ++i)
        parts.append(sizes[i].isNull() ? names[i].toString(u"?"_s) : QString::number(sizes[i].toInteger()));
    return parts.join(u'×');
}

/// Functions, graphs inside nodes, and weights, where there are any.
void describeContent(QTextStream& out, const QJsonObject& info)
{
    const QJsonObject weights = info["weights"_L1].toObject();
    if (weights["tensors"_L1].toInt() > 0) {
        out << "  " << weights["tensors"_L1].toInt() << " weights, " << weights["bytes"_L1].toInteger() << " bytes ("
            << weights["dtypes"_L1].toObject().keys().join(u", "_s) << ")\n";
    }
    for (const QJsonValue& file : weights["external_files"_L1].toArray())
        out << "  weights in " << file.toString() << '\n';
    for (const QJsonValue& function : info["functions"_L1].toArray()) {
        const QString domain = function["domain"_L1].toString();
        const QString overload = function["overload"_L1].toString();
        out << "  function " << domain << (domain.isEmpty() ? "" : "::") << function["name"_L1].toString()
            << (overload.isEmpty() ? "" : ":") << overload << ", " << function["node_count"_L1].toInt() << " nodes\n";
    }
    for (const QJsonValue& graph : info["subgraphs"_L1].toArray()) {
        out << "  " << QString(graph["depth"_L1].toInt() * 2 - 2, u' ') << graph["op_type"_L1].toString() << ' '
            << graph["node"_L1].toString() << ": " << graph["attribute"_L1].toString() << " of "
            << graph["node_count"_L1].toInt() << " nodes\n";
    }
}

QString scalesText(const Quantization& quantization)
{
    const auto [lowest, highest] = std::ranges::minmax(quantization.scales);
    if (quantization.scales.size() == 1)
        return u"scale %1"_s.arg(static_cast<double>(lowest));
    return u"%1 scales from %2 to %3%4"_s.arg(
        QString::number(quantization.scales.size()), QString::number(static_cast<double>(lowest)),
        QString::number(static_cast<double>(highest)),
        quantization.axis >= 0 ? u" along axis %1"_s.arg(quantization.axis) : QString());
}

void describeBoard(QTextStream& out, const BoardModel& board)
{
    for (const auto& [key, version] : buildVersions(board.metadata))
        out << "  " << key << ' ' << version << '\n';
    for (const BoardOperator& each : boardOperators(board)) {
        out << "  " << (each.device == Device::Bpu ? "BPU " : "CPU ") << each.type << ' ' << each.name;
        if (each.quantization && !each.quantization->scales.empty())
            out << ", " << scalesText(*each.quantization);
        out << '\n';
    }
    for (const RemovedNode& node : removedNodes(board)) {
        out << "  removed " << node.type << ' ' << node.name;
        if (!node.causedBy.isEmpty())
            out << " because of " << node.causedBy;
        if (node.quantization && !node.quantization->scales.empty())
            out << "; multiply " << node.output << " by " << scalesText(*node.quantization);
        out << '\n';
    }
}

/// What the preprocessing of an ONNX stage computes, told from its weights.
void describePreprocessing(QTextStream& out, const Graph& graph)
{
    for (int i = 0; i < graph.nodeCount(); ++i) {
        const Node& node = graph.node(NodeId(i));
        const auto found = parseNodeName(node.name).pattern == NamePattern::Preprocess
            ? recoverNormalization(graph, NodeId(i))
            : std::nullopt;
        if (found)
            out << "  " << node.name << ": " << ContractNorm{found->mean, found->scale}.toString() << ", "
                << inputTypeName(found->trained) << " from " << inputTypeName(found->fed) << ' '
                << layoutName(found->layout) << '\n';
    }
}

void describeDetails(QTextStream& out, const LoadedStage& stage)
{
    if (stage.board)
        describeBoard(out, *stage.board);
    else
        describePreprocessing(out, *stage.graph);
}

QString describe(const LoadedStage& stage)
{
    const QJsonObject info = infoJson(stage);
    QString text;
    QTextStream out(&text);
    out << stage.file << '\n';
    out << "  " << (stage.board ? "board model" : "ONNX model") << ", stage " << stageKey(stage.stage);
    if (stage.board)
        out << ", march " << stage.board->metadata.march() << ", built by " << info["producer"_L1].toString();
    out << ", " << stage.graph->nodeCount() << " nodes\n";
    for (const QString& key : {u"inputs"_s, u"outputs"_s}) {
        for (const QJsonValue& value : info[key].toArray()) {
            out << "  " << key.chopped(1) << " " << value["name"_L1].toString() << ": " << value["dtype"_L1].toString()
                << ' ' << shapeText(value.toObject()) << ' ' << value["layout"_L1].toString() << ' '
                << value["input_type"_L1].toString() << '\n';
        }
    }
    for (const QJsonValue& value : info["preprocessing"_L1].toArray()) {
        out << "  " << value["input"_L1].toString() << ": trained on " << value["type_train"_L1].toString() << ' '
            << value["layout_train"_L1].toString() << ", fed " << value["type_rt"_L1].toString() << ' '
            << value["layout_rt"_L1].toString() << ", " << value["norm_type"_L1].toString() << " mean "
            << value["mean"_L1].toString() << " scale " << value["scale"_L1].toString() << '\n';
    }
    describeContent(out, info);
    describeDetails(out, stage);
    const QJsonObject counts = info["op_counts"_L1].toObject();
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << "  " << it.key() << " x" << it.value().toInt() << '\n';
    return text.trimmed();
}

} // namespace

void addInfo(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("info", "What an .onnx or a .bin is: inputs, outputs, operators, metadata");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "A model file")->required();
    command->callback([&chosen, file] {
        chosen = [file](Context& context) -> Result<Answer> {
            auto stage = loadStage(QString::fromStdString(*file), {}, context.cancel);
            if (!stage)
                return forward(stage);
            return Answer{infoJson(*stage), describe(*stage), NothingToReport, {}};
        };
    });
}

} // namespace driftscope::cli
