// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ONNX stages say: the declared input, and what the preprocessing behind it really computes.
#include "core/stages/ContractWriter.h"

#include "core/stages/NodeNames.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// What is left of a mean of zero after rounding is no mean: hundredths of a pixel are enough.
std::vector<double> hundredths(std::vector<double> numbers)
{
    for (double& number : numbers)
        number = std::round(number * 100) / 100;
    return numbers;
}

bool isRgbOrBgr(InputType type)
{
    return type == InputType::Rgb || type == InputType::Bgr;
}

} // namespace

QString ContractWriter::stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::OriginalFloat:
        return tr("Original float model");
    case Stage::OptimizedFloat:
        return tr("Optimized float model");
    case Stage::Calibrated:
        return tr("Calibrated model");
    case Stage::Quantized:
        return tr("Quantized model");
    case Stage::Float:
    case Stage::Board:
        break;
    }
    return stageKey(stage);
}

void ContractWriter::addStage(const StageGraph& stage)
{
    const Value* value = inputOf(stage);
    if (value == nullptr)
        return;
    ContractRow row;
    row.place = ContractPlace::Stage;
    row.title = stageTitle(stage.stage);
    row.source = QFileInfo(stage.file).fileName();
    const StageInputFormat format
        = stageInputFormat(stage.stage, m_config, value->type, value->shape.value_or(Shape()));
    row.type = dataTypeName(value->type);
    row.shape = value->shape ? value->shape->toString() : QString();
    row.layout = layoutName(format.layout);
    row.colour = inputTypeName(format.colour);
    row.range = format.range;
    checkStageLayout(row, stage.stage, format.layout);
    checkPreprocess(row, stage);
    m_contract.rows.append(row);
}

void ContractWriter::checkStageLayout(ContractRow& row, Stage stage, TensorLayout layout) const
{
    if (layout == TensorLayout::Unknown || layout == m_config.layoutTrain)
        return;
    if (stage == Stage::Quantized)
        row.note = tr("The quantized model takes %1 whatever the training used; feed it so on the computer. The board "
                      "is another matter.")
                       .arg(row.layout);
    else if (m_config.layoutTrain != TensorLayout::Unknown)
        contradict(row, ContractField::Layout, u"input_parameters.input_layout_train"_s,
                   tr("This stage should take the layout of training, %1, but its input %2 is %3.")
                       .arg(layoutName(m_config.layoutTrain), row.shape, row.layout));
}

void ContractWriter::checkPreprocess(ContractRow& row, const StageGraph& stage) const
{
    for (int i = 0; i < stage.graph->nodeCount(); ++i) {
        const NodeNameParts name = parseNodeName(stage.graph->node(NodeId(i)).name);
        if (name.pattern != NamePattern::Preprocess || name.owner != m_contract.input)
            continue;
        if (const auto found = recoverNormalization(*stage.graph, NodeId(i)))
            checkRecovered(row, *found);
        return;
    }
}

void ContractWriter::checkRecovered(ContractRow& row, const RecoveredNormalization& found) const
{
    const ContractNorm norm{hundredths(found.mean), found.scale};
    row.normalization = norm.toString();
    if (found.fed != InputType::Unknown)
        row.colour = inputTypeName(found.fed);
    row.range = u"-128…127"_s;
    if (m_subject.document == nullptr)
        return;
    const InputType expected = m_config.typeRt == InputType::Nv12 ? InputType::Yuv444 : m_config.typeRt;
    if (expected != InputType::Unknown && found.fed != InputType::Unknown && found.fed != expected)
        contradict(
            row, ContractField::Colour, u"input_parameters.input_type_rt"_s,
            tr("Its preprocessing takes %1, but with %2 it would take %3; the model was made from another config.")
                .arg(inputTypeName(found.fed), keySource(u"input_parameters.input_type_rt"_s),
                     inputTypeName(expected)));
    if (m_config.typeTrain != InputType::Unknown && found.trained != InputType::Unknown
        && found.trained != m_config.typeTrain)
        contradict(row, ContractField::Colour, u"input_parameters.input_type_train"_s,
                   tr("Its preprocessing gives the network %1, but %2 says %3; the model was made from another config.")
                       .arg(inputTypeName(found.trained), keySource(u"input_parameters.input_type_train"_s),
                            inputTypeName(m_config.typeTrain)));
    checkChannelOrder(row, found);
    if (found.isFromYuv && found.isVideoRange != m_config.videoRange)
        contradict(
            row, ContractField::Range, u"input_parameters.input_space_and_range"_s,
            tr("Its preprocessing reads YUV of the range %1, but %2 asks for %3; the model was made from another "
               "config.")
                .arg(found.isVideoRange ? u"16…235"_s : u"0…255"_s,
                     keySource(u"input_parameters.input_space_and_range"_s),
                     m_config.videoRange ? u"16…235"_s : u"0…255"_s));
    if (const QString key = differingPart(norm, normOf(m_config), found.tolerance); !key.isEmpty())
        contradict(
            row, ContractField::Normalization, u"input_parameters."_s + key,
            tr("Its preprocessing computes with %1, but the config says %2 (%3); the model was made from another "
               "config.")
                .arg(norm.toString(), normOf(m_config).toString(), keySource(u"input_parameters."_s + key)));
}

/// Where the node does not say what it takes: swapped channels are there if and only if the config swaps them.
void ContractWriter::checkChannelOrder(ContractRow& row, const RecoveredNormalization& found) const
{
    if (found.trained != InputType::Unknown || found.channelOrder.size() != 3 || !isRgbOrBgr(m_config.typeTrain)
        || !isRgbOrBgr(m_config.typeRt))
        return;
    const bool isSwapped = !std::ranges::is_sorted(found.channelOrder);
    const bool mustSwap = m_config.typeTrain != m_config.typeRt;
    if (isSwapped != mustSwap)
        contradict(row, ContractField::Colour, u"input_parameters.input_type_train"_s,
                   (isSwapped
                        ? tr("Its preprocessing swaps red and blue, but %1 and %2 say the same colours; the model "
                             "was made from another config.")
                        : tr("Its preprocessing keeps the channels' order, but %1 and %2 say different colours; "
                             "the model was made from another config."))
                       .arg(keySource(u"input_parameters.input_type_train"_s),
                            keySource(u"input_parameters.input_type_rt"_s)));
}

} // namespace driftscope
