// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/NodePage.h"

#include "core/models/LayersModel.h"
#include "core/models/MatchText.h"
#include "core/models/Numbers.h"
#include "widgets/inspector/AttributeText.h"
#include "widgets/inspector/FactsSection.h"
#include "widgets/inspector/HtmlPage.h"
#include "widgets/inspector/ModelPage.h"
#include "widgets/stages/StageTitle.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NodePage
{
    Q_DECLARE_TR_FUNCTIONS(NodePage)
};

const InsertedNode* insertedNode(const LoadedChain& chain, Stage stage, NodeId node)
{
    const auto found = std::ranges::find_if(
        chain.inserted, [&](const InsertedNode& inserted) { return inserted.stage == stage && inserted.node == node; });
    return found == chain.inserted.end() ? nullptr : &*found;
}

void addCause(HtmlPage& page, const InsertionCause& cause)
{
    if (!cause.key.isEmpty()) {
        const QString written = cause.isDefault ? NodePage::tr("%1: %2 (default)").arg(cause.key, cause.value)
                                                : NodePage::tr("%1: %2").arg(cause.key, cause.value);
        page.linkRow(NodePage::tr("Caused by"), written, u"key:"_s % cause.key);
    }
    if (cause.logLine > 0) {
        page.linkRow(NodePage::tr("Log"), NodePage::tr("line %1").arg(cause.logLine),
                     u"log:"_s % QString::number(cause.logLine));
    }
}

void addInserted(HtmlPage& page, const InsertedNode& inserted)
{
    page.heading(NodePage::tr("Why it is here"), ThemeColor::Inserted);
    page.paragraph(inserted.why);
    addCause(page, inserted.cause);
    page.row(NodePage::tr("Computes"), inserted.computes);
    page.row(NodePage::tr("The board feeds"), inserted.boardMustFeed);
    page.row(NodePage::tr("Costs"), inserted.costs);
    page.row(NodePage::tr("Be rid of it"), inserted.howToAvoid);
    page.paragraph(inserted.contradiction, ThemeColor::Fail, true);
}

void addMetrics(HtmlPage& page, const LayerComparison& layer, LayerState state)
{
    page.heading(NodePage::tr("Quantized model against the board"));
    page.row(NodePage::tr("Status"), layerStateName(state));
    if (layer.status != ComparisonStatus::Compared) {
        page.paragraph(layer.statusReason, ThemeColor::MutedText);
        return;
    }
    page.row(NodePage::tr("Cosine"), ratioText(layer.metrics.cosine));
    page.row(NodePage::tr("Pearson"), ratioText(layer.metrics.pearson));
    page.row(NodePage::tr("Same values"), layer.metrics.sameValues ? NodePage::tr("yes") : NodePage::tr("no"));
    page.row(NodePage::tr("SQNR"), NodePage::tr("%1 dB").arg(decibelText(layer.metrics.sqnrDb)));
    page.row(NodePage::tr("Slope, intercept"),
             NodePage::tr("%1, %2").arg(shortNumber(layer.metrics.slope), shortNumber(layer.metrics.intercept)));
    page.row(NodePage::tr("Saturated"),
             NodePage::tr("%1 %").arg(QString::number(layer.metrics.saturation * 100, 'f', 1)));
}

const LayerComparison* layerOf(const Session& session, const QString& name, LayerState& state)
{
    if (!session.comparison())
        return nullptr;
    const auto& layers = session.comparison()->layers;
    const auto found = std::ranges::find_if(layers, [&](const LayerComparison& layer) {
        return layer.name == name || layer.referenceTensor == name || layer.candidateTensor == name;
    });
    if (found == layers.end())
        return nullptr;
    LayersModel model;
    model.setComparison(*session.comparison());
    state = model.state(static_cast<int>(found - layers.begin()));
    return &*found;
}

void addValues(HtmlPage& page, const Graph& graph, std::span<const ValueId> values, const QString& title)
{
    page.heading(title);
    for (const ValueId id : values) {
        if (!id.isValid()) {
            page.row(NodePage::tr("(omitted)"), u"–"_s);
            continue;
        }
        const Value& value = graph.value(id);
        page.row(value.isInitializer ? NodePage::tr("weight") : NodePage::tr("value"),
                 NodePage::tr("%1: %2").arg(value.name, valueTypeText(value)));
    }
}

/// What it came from in the stage before and what became of it in the next.
void addMatches(HtmlPage& page, const LoadedChain& chain, qsizetype stage, NodeId node)
{
    if (stage > 0 && stage - 1 < chain.matches.size()) {
        if (const NodeMatch* match = chain.matches[stage - 1].matchOfTo(node)) {
            const LoadedStage& before = chain.stages[stage - 1];
            page.row(NodePage::tr("Came from"),
                     NodePage::tr("%1 (%2)").arg(nodeNamesText(*before.graph, match->from), stageTitle(before.stage)));
            page.row(NodePage::tr("Because"), matchReasonText(*match));
        }
    }
    if (stage < chain.matches.size()) {
        if (const NodeMatch* match = chain.matches[stage].matchOfFrom(node)) {
            const LoadedStage& after = chain.stages[stage + 1];
            page.row(NodePage::tr("Became"),
                     NodePage::tr("%1 (%2)").arg(nodeNamesText(*after.graph, match->to), stageTitle(after.stage)));
            page.row(NodePage::tr("Because"), matchReasonText(*match));
        }
    }
}

QString deviceText(Device device)
{
    switch (device) {
    case Device::Bpu:
        return u"BPU"_s;
    case Device::Cpu:
        return u"CPU"_s;
    case Device::Unknown:
        break;
    }
    return {};
}

InspectorPage nodePage(const Session& session, qsizetype position, NodeId id, const Theme& theme)
{
    const LoadedChain& chain = session.chain();
    const LoadedStage& stage = chain.stages[position];
    const Node& node = stage.graph->node(id);
    HtmlPage page(theme);
    if (const InsertedNode* inserted = insertedNode(chain, stage.stage, id))
        addInserted(page, *inserted);
    LayerState state = LayerState::Agrees;
    if (stage.stage >= Stage::Quantized) {
        if (const LayerComparison* layer = layerOf(session, node.name, state))
            addMetrics(page, *layer, state);
    }
    addDecoded(page, stage, id);
    addFacts(page, chain, stage, id);
    page.heading(NodePage::tr("What it is"));
    page.row(NodePage::tr("Operator"), node.domain.isEmpty() ? node.opType : node.domain % u"::"_s % node.opType, true);
    page.row(NodePage::tr("Name"), node.name, true);
    page.row(NodePage::tr("Stage"), stageTitle(stage.stage));
    const NodeFacts* facts = chain.annotations->facts(stage.stage, id);
    page.row(NodePage::tr("Runs on"), deviceText(facts != nullptr ? facts->device : node.device));
    addMatches(page, chain, position, id);
    if (!node.attributes.isEmpty())
        page.heading(NodePage::tr("Attributes"));
    for (const Attribute& attribute : node.attributes)
        page.row(attribute.name, attributeText(attribute.value), true);
    addValues(page, *stage.graph, node.inputs, NodePage::tr("Inputs"));
    addValues(page, *stage.graph, node.outputs, NodePage::tr("Outputs"));
    return {node.opType, node.name, page.html(), false};
}

InspectorPage valuePage(const Session& session, const LoadedStage& stage, ValueId id, const Theme& theme)
{
    const Value& value = stage.graph->value(id);
    HtmlPage page(theme);
    LayerState state = LayerState::Agrees;
    if (stage.stage >= Stage::Quantized) {
        if (const LayerComparison* layer = layerOf(session, value.name, state))
            addMetrics(page, *layer, state);
    }
    page.heading(NodePage::tr("What it is"));
    page.row(NodePage::tr("Type"), valueTypeText(value));
    addBoardTensor(page, stage, value.name);
    page.row(NodePage::tr("Stage"), stageTitle(stage.stage));
    if (value.producer.isValid()) {
        const QString producer = stage.graph->node(value.producer).name;
        page.linkRow(NodePage::tr("Made by"), producer, u"node:%1:%2"_s.arg(stageKey(stage.stage), producer));
    }
    for (const NodeId consumer : stage.graph->consumers(id)) {
        const QString name = stage.graph->node(consumer).name;
        page.linkRow(NodePage::tr("Used by"), name, u"node:%1:%2"_s.arg(stageKey(stage.stage), name));
    }
    const QString kind = value.isInput ? NodePage::tr("Input")
        : value.isOutput               ? NodePage::tr("Output")
                                       : NodePage::tr("Tensor");
    return {kind, value.name, page.html(), false};
}

/// Stages in which to look for a name: the one that was said, else from the quantized model outwards.
QList<Stage> stagesToSearch(const Selection& selection)
{
    if (selection.stage)
        return {*selection.stage};
    return {Stage::Quantized,      Stage::Board,         Stage::Calibrated,
            Stage::OptimizedFloat, Stage::OriginalFloat, Stage::Float};
}

} // namespace

InspectorPage inspectorPage(const Session& session, const Selection& selection, const Theme& theme)
{
    using Kind = Selection::Kind;
    if (selection.kind == Kind::None)
        return modelPage(session, theme);
    if (selection.kind != Kind::Node && selection.kind != Kind::Value && selection.kind != Kind::Layer)
        return {};
    const LoadedChain& chain = session.chain();
    for (const Stage wanted : stagesToSearch(selection)) {
        const auto found = std::ranges::find(chain.stages, wanted, &LoadedStage::stage);
        if (found == chain.stages.end())
            continue;
        if (const NodeId node = found->graph->findNodeAt(selection.name);
            node.isValid() && selection.kind != Kind::Value)
            return nodePage(session, found - chain.stages.begin(), node, theme);
        if (const ValueId value = found->graph->findValue(selection.name); value.isValid())
            return valuePage(session, *found, value, theme);
    }
    return {};
}

} // namespace driftscope
