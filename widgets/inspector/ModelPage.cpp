// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/ModelPage.h"

#include "core/boardmodel/BoardFacts.h"
#include "core/stages/NodeNames.h"
#include "core/stages/RecoveredNormalization.h"
#include "widgets/inspector/AttributeText.h"
#include "widgets/inspector/FactsSection.h"
#include "widgets/inspector/HtmlPage.h"
#include "widgets/stages/StageTitle.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelPage
{
    Q_DECLARE_TR_FUNCTIONS(ModelPage)
};

/// Who is meant by a version key of the metadata.
QString toolName(const QString& key)
{
    if (key == "BUILDER_VERSION"_L1)
        return u"hb_mapper"_s;
    if (key == "HBDK_VERSION"_L1)
        return u"HBDK"_s;
    if (key == "HBDK_RUNTIME_VERSION"_L1)
        return ModelPage::tr("HBDK runtime");
    return key == "HORIZON_NN_VERSION"_L1 ? u"horizon_nn"_s : key;
}

QString nodeLink(Stage stage, const QString& name)
{
    return u"node:%1:%2"_s.arg(stageKey(stage), name);
}

QString tensorText(const BoardTensorInfo& info)
{
    QStringList parts{dataTypeName(info.type), info.shape.toString().replace(u'x', u'×')};
    for (const QString& part : {layoutName(info.layout), inputTypeName(info.inputType)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (info.quantization)
        parts.append(ModelPage::tr("scale %1").arg(quantizationText(*info.quantization)));
    return parts.join(u' ');
}

void addBoardTensors(HtmlPage& page, const BoardModel& board)
{
    for (const BoardTensorInfo& input : board.inputs)
        page.row(ModelPage::tr("Input %1").arg(input.name), tensorText(input), true);
    for (const BoardTensorInfo& output : board.outputs)
        page.row(ModelPage::tr("Output %1").arg(output.name), tensorText(output), true);
}

void addBoardNodes(HtmlPage& page, const BoardModel& board)
{
    page.heading(ModelPage::tr("Nodes of the file"));
    for (const BoardOperator& each : boardOperators(board)) {
        page.linkRow(each.device == Device::Bpu ? ModelPage::tr("BPU subgraph")
                                                : ModelPage::tr("CPU %1").arg(each.type),
                     each.name, nodeLink(Stage::Board, each.name));
        if (each.quantization)
            page.row(ModelPage::tr("scale"), quantizationText(*each.quantization), true);
    }
}

void addRemovedNodes(HtmlPage& page, const BoardModel& board)
{
    const QList<RemovedNode> removed = removedNodes(board);
    if (removed.isEmpty())
        return;
    page.heading(ModelPage::tr("Nodes that were taken out"), ThemeColor::Removed);
    for (const RemovedNode& node : removed) {
        page.row(node.type.isEmpty() ? ModelPage::tr("Node") : node.type, node.name, true);
        if (!node.causedBy.isEmpty())
            page.linkRow(ModelPage::tr("Caused by"), node.causedBy, u"key:"_s % node.causedBy);
        if (node.quantization)
            page.row(ModelPage::tr("You compute"),
                     ModelPage::tr("%1 * scale %2").arg(node.output, quantizationText(*node.quantization)), true);
        else if (!node.output.isEmpty())
            page.row(ModelPage::tr("Output"), ModelPage::tr("%1 is now %2").arg(node.output, node.replacedBy), true);
    }
}

/// The build's configuration as the toolchain wrote it, without what is empty and what is shown above.
void addConfiguration(HtmlPage& page, const BoardModel& board)
{
    page.heading(ModelPage::tr("Build configuration"));
    for (const auto& [key, value] : board.metadata.entries()) {
        const QString shown = value.endsWith(u';') ? value.chopped(1) : value;
        const bool isSaidAlready = key.startsWith("DN_"_L1) || (key.startsWith("NODE_"_L1) && key != "NODE_INFO"_L1)
            || key.startsWith("DELETED_"_L1) || key.endsWith("_VERSION"_L1) || key == "MARCH"_L1;
        if (!isSaidAlready && !shown.trimmed().isEmpty())
            page.row(key, shown.trimmed(), true);
    }
}

void addBoard(HtmlPage& page, const BoardModel& board)
{
    page.row(ModelPage::tr("March"), board.metadata.march(), true);
    for (const auto& [key, version] : buildVersions(board.metadata))
        page.row(toolName(key), version, true);
    addBoardTensors(page, board);
    addBoardNodes(page, board);
    addRemovedNodes(page, board);
    addConfiguration(page, board);
}

/// Mean, scale and colours of the preprocessing, told from the model alone.
void addPreprocessing(HtmlPage& page, const LoadedStage& stage)
{
    for (int i = 0; i < stage.graph->nodeCount(); ++i) {
        const Node& node = stage.graph->node(NodeId(i));
        const auto found = parseNodeName(node.name).pattern == NamePattern::Preprocess
            ? recoverNormalization(*stage.graph, NodeId(i))
            : std::nullopt;
        if (!found)
            continue;
        page.linkRow(ModelPage::tr("Preprocessing"), node.name, nodeLink(stage.stage, node.name));
        page.row(ModelPage::tr("Mean"), numbersText(found->mean), true);
        page.row(ModelPage::tr("Scale"), numbersText(found->scale), true);
        if (found->trained != InputType::Unknown)
            page.row(ModelPage::tr("Colours"),
                     ModelPage::tr("%1 from %2").arg(inputTypeName(found->trained), inputTypeName(found->fed)), true);
    }
}

void addOnnx(HtmlPage& page, const LoadedStage& stage)
{
    const QString producer = QString(stage.graph->producer() % u' ' % stage.graph->producerVersion()).trimmed();
    page.row(ModelPage::tr("Made by"), producer, true);
    QStringList opsets;
    for (const OpsetImport& opset : stage.graph->opsets())
        opsets.append(u"%1 %2"_s.arg(opset.domain.isEmpty() ? u"ai.onnx"_s : opset.domain).arg(opset.version));
    page.row(ModelPage::tr("Operator sets"), opsets.join(u", "_s), true);
    for (const ValueId id : stage.graph->inputs())
        page.row(ModelPage::tr("Input %1").arg(stage.graph->value(id).name), valueTypeText(stage.graph->value(id)),
                 true);
    for (const ValueId id : stage.graph->outputs())
        page.row(ModelPage::tr("Output %1").arg(stage.graph->value(id).name), valueTypeText(stage.graph->value(id)),
                 true);
    addPreprocessing(page, stage);
}

QString originText(FactOrigin origin)
{
    switch (origin) {
    case FactOrigin::QuantInfo:
        return u"quant_info.json"_s;
    case FactOrigin::Log:
        return ModelPage::tr("Node table of the log");
    case FactOrigin::Profiler:
        return ModelPage::tr("Profile of the board");
    case FactOrigin::SubgraphReport:
        return ModelPage::tr("Report of a subgraph");
    case FactOrigin::PerfGraph:
        return ModelPage::tr("Drawing by hb_perf");
    case FactOrigin::Model:
        return ModelPage::tr("Model");
    }
    Q_UNREACHABLE();
}

void addReports(HtmlPage& page, const LoadedChain& chain)
{
    const StageAnnotations& annotations = *chain.annotations;
    if (annotations.links().isEmpty() && annotations.problems().isEmpty() && annotations.subgraphs().isEmpty())
        return;
    page.heading(ModelPage::tr("Reports of the toolchain"));
    for (const ListLinks& links : annotations.links())
        page.row(originText(links.origin),
                 ModelPage::tr("%1 of %2 rows found their node in %3")
                     .arg(QString::number(links.linkedCount()), QString::number(links.rows.size()),
                          stageTitle(links.stage)));
    for (const FromFile<SubgraphReport>& report : annotations.subgraphs())
        page.row(report.content.name,
                 ModelPage::tr("%1 µs, %2 frames a second, %3 bytes a frame (estimated)")
                     .arg(QString::number(report.content.latencyUs), QString::number(report.content.fps),
                          QString::number(report.content.ddrBytes)));
    for (const QString& problem : annotations.problems())
        page.paragraph(problem, ThemeColor::Warn);
}

} // namespace

InspectorPage modelPage(const Session& session, const Theme& theme)
{
    const LoadedChain& chain = session.chain();
    if (chain.stages.isEmpty())
        return {};
    HtmlPage page(theme);
    // What is nearest to the board says most.
    for (auto stage = chain.stages.crbegin(); stage != chain.stages.crend(); ++stage) {
        page.heading(stageTitle(stage->stage));
        page.row(ModelPage::tr("File"), QFileInfo(stage->file).fileName(), true);
        page.row(ModelPage::tr("Operators"), QString::number(stage->graph->nodeCount()));
        if (const int inner = stage->graph->totalNodeCount() - stage->graph->nodeCount(); inner > 0)
            page.row(ModelPage::tr("In subgraphs and functions"), QString::number(inner));
        if (!stage->graph->bodiesLeftOut().isEmpty())
            page.row(ModelPage::tr("Left out"), stage->graph->bodiesLeftOut());
        if (stage->board)
            addBoard(page, *stage->board);
        else
            addOnnx(page, *stage);
    }
    addReports(page, chain);
    const bool isOne = chain.stages.size() == 1;
    return {isOne ? stageTitle(chain.stages.first().stage) : ModelPage::tr("Models"),
            isOne ? QFileInfo(chain.stages.first().file).fileName()
                  : ModelPage::tr("%n stages", nullptr, static_cast<int>(chain.stages.size())),
            page.html(), false};
}

} // namespace driftscope
