// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/NodeForecaster.h"

#include "core/stages/ContractNorm.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QList<Stage>& builtStages()
{
    static const QList<Stage> stages{Stage::OriginalFloat, Stage::OptimizedFloat, Stage::Calibrated, Stage::Quantized,
                                     Stage::Board};
    return stages;
}

QString conversionSuffix(TensorLayout from, TensorLayout to)
{
    return u'_' % layoutName(from) % u'2' % layoutName(to) % u"_LayoutConvert_Input0"_s;
}

QString axesText(TensorLayout to)
{
    return to == TensorLayout::NHWC ? u"0 2 3 1"_s : u"0 3 1 2"_s;
}

} // namespace

NodeForecaster::NodeForecaster(const ConfigDocument& document, March march, const InputForecast& forecast)
    : m_document(document)
    , m_march(march)
    , m_forecast(forecast)
    , m_input(forecast.config)
{ }

QList<ForecastNode> NodeForecaster::nodes() const
{
    return isImageType(m_input.typeRt) ? ofPicture() : ofFeaturemap();
}

QList<ForecastNode> NodeForecaster::ofPicture() const
{
    QList<ForecastNode> nodes;
    const bool isColourTensor = m_input.typeRt != InputType::Nv12 && m_input.typeRt != InputType::Gray;
    if (isColourTensor && m_forecast.boardFile.format.layout == TensorLayout::NCHW)
        nodes.append(boardConversion(preprocess().name, TensorLayout::NCHW, TensorLayout::NHWC));
    nodes.append(calibration(m_input.name));
    const bool isTurned = m_input.layoutTrain == TensorLayout::NHWC;
    if (isTurned) {
        nodes.append(sandboxTranspose(u"_NHWC2NCHW_LayoutConvert_Input0"_s, builtStages()));
    } else {
        // The compiled code takes NHWC in any case; the ONNX file only where its input is NHWC.
        const bool isNhwc = quantizedLayout(m_march, m_input, m_forecast.source) == TensorLayout::NHWC;
        nodes.append(
            sandboxTranspose(u"_NHWC2NCHW_LayoutConvert_Input0"_s,
                             isNhwc ? QList<Stage>{Stage::Quantized, Stage::Board} : QList<Stage>{Stage::Board}));
    }
    nodes.append(preprocess());
    nodes.append(calibration(preprocess().name));
    if (isTurned)
        nodes.append(sandboxTranspose(u"_NCHW2NHWC_LayoutConvert_Output0"_s,
                                      m_forecast.beginsWithTurn ? QList<Stage>{Stage::OriginalFloat} : builtStages()));
    return nodes;
}

QList<ForecastNode> NodeForecaster::ofFeaturemap() const
{
    QList<ForecastNode> nodes;
    const TensorLayout train = m_input.layoutTrain;
    const TensorLayout board = m_forecast.boardFile.format.layout;
    const bool isPictureLike = m_input.shape && m_input.shape->rank() == 4;
    if (isPictureLike && board != train)
        nodes.append(boardConversion(m_input.name, board, train));
    if (isPictureLike && quantizedLayout(m_march, m_input, m_forecast.source) != train) {
        ForecastNode turn = sandboxTranspose({}, {Stage::Quantized});
        turn.name = m_input.name % u"_NHWC2NCHW_LayoutConvert_Input0"_s;
        nodes.append(turn);
    }
    nodes.append(calibration(m_input.name));
    nodes.append(quantize());
    if (m_input.norm == NormType::NoPreprocess)
        return nodes;
    const bool isTurned = train == TensorLayout::NHWC;
    if (isTurned)
        nodes.append(sandboxTranspose(u"_NHWC2NCHW_LayoutConvert_Input0"_s, builtStages()));
    nodes.append(preprocess());
    nodes.append(calibration(preprocess().name));
    if (isTurned)
        nodes.append(sandboxTranspose(u"_NCHW2NHWC_LayoutConvert_Output0"_s,
                                      m_forecast.beginsWithTurn ? QList<Stage>{Stage::OriginalFloat} : builtStages()));
    return nodes;
}

QString NodeForecaster::preprocessReason() const
{
    const QString rt = inputTypeName(m_input.typeRt);
    const QString train = inputTypeName(m_input.typeTrain);
    const bool converts = m_input.typeRt != m_input.typeTrain;
    const bool normalizes = m_input.norm != NormType::NoPreprocess;
    if (converts && normalizes)
        return tr("The board feeds %1 and the network was trained on %2: the colours are converted, and norm_type puts "
                  "the normalization into the model.")
            .arg(rt, train);
    if (converts)
        return tr("The board feeds %1 and the network was trained on %2: the colours are converted. Nothing is "
                  "normalized, since norm_type is no_preprocess.")
            .arg(rt, train);
    if (normalizes)
        return tr("norm_type puts the normalization into the model; the board program must not normalize again.");
    return tr("Pixels reach the network as numbers from −128 to 127; this node adds the 128 back and does nothing "
              "else.");
}

ForecastNode NodeForecaster::preprocess() const
{
    const bool normalizes = m_input.norm != NormType::NoPreprocess;
    ForecastNode node;
    node.name = u"HZ_PREPROCESS_FOR_"_s % m_input.name;
    node.type = u"HzPreprocess"_s;
    node.kind = InsertedKind::Preprocess;
    node.stages = builtStages();
    node.where = tr("between the input and the first layer of the network");
    node.why = preprocessReason();
    const QString numbers = normOf(m_input).toString();
    if (!isImageType(m_input.typeRt))
        node.computes = tr("(x − mean) × scale, with %1").arg(numbers);
    else
        node.computes = normalizes ? tr("(x + 128 − mean) × scale, with %1").arg(numbers) : tr("x + 128");
    node.cause = causeOfKey(&m_document, normalizes ? causekeys::normType : causekeys::typeRt);
    return node;
}

ForecastNode NodeForecaster::boardConversion(const QString& owner, TensorLayout from, TensorLayout to) const
{
    ForecastNode node;
    node.name = owner % conversionSuffix(from, to);
    node.type = u"Transpose"_s;
    node.kind = InsertedKind::LayoutConversion;
    node.stages = {Stage::Board};
    node.where = tr("between the input of the .bin and its compiled code");
    node.why = isImageType(m_input.typeRt)
        ? tr("input_layout_rt is %1 and the BPU computes in %2.").arg(layoutName(from), layoutName(to))
        : tr("The program feeds %1 and the network was trained in %2.").arg(layoutName(from), layoutName(to));
    const qint64 bytes = m_forecast.boardFile.bytes;
    node.computes = bytes > 0
        ? tr("moves %1 bytes before every inference, axes %2").arg(QString::number(bytes), axesText(to))
        : tr("moves every value before every inference, axes %1").arg(axesText(to));
    node.cause = causeOfKey(&m_document, causekeys::layoutRt);
    return node;
}

ForecastNode NodeForecaster::sandboxTranspose(const QString& suffix, const QList<Stage>& stages) const
{
    ForecastNode node;
    node.name = u"HZ_PREPROCESS_FOR_"_s % m_input.name % suffix;
    node.type = u"Transpose"_s;
    node.kind = InsertedKind::LayoutConversion;
    node.stages = stages;
    node.isSandboxOnly = true;
    node.where = tr("next to the preprocessing node");
    node.why = tr("The stages of the built-in toolchain are standard ONNX, whose convolutions take NCHW. The vendor's "
                  "toolchain has no such node.");
    const bool isAfter = suffix.startsWith(u"_NCHW2NHWC"_s);
    node.computes = tr("axes %1").arg(axesText(isAfter ? TensorLayout::NHWC : TensorLayout::NCHW));
    node.cause = causeOfKey(&m_document, causekeys::layoutTrain);
    return node;
}

ForecastNode NodeForecaster::calibration(const QString& value) const
{
    ForecastNode node;
    node.name = value % u"_HzCalibration"_s;
    node.type = u"HzCalibration"_s;
    node.kind = InsertedKind::Calibration;
    node.stages = {Stage::Calibrated};
    const bool isInput = value == m_input.name;
    node.where = isInput ? tr("behind the input") : tr("behind the preprocessing node");
    node.why = tr("Calibration measures the range of this value and rounds it as the integer network will. Every other "
                  "value between layers of the BPU gets such a node too.");
    if (isInput && isImageType(m_input.typeRt))
        node.computes = tr("rounds with the threshold 127, for pixels are whole numbers");
    node.cause = causeOfKey(&m_document, causekeys::calibration);
    return node;
}

ForecastNode NodeForecaster::quantize() const
{
    ForecastNode node;
    node.name = m_input.name % u'_' % m_input.name % u"_HzCalibration_HzQuantize"_s;
    node.type = u"Quantize"_s;
    node.kind = InsertedKind::Quantize;
    node.stages = {Stage::Quantized, Stage::Board};
    node.where = tr("between the input and the first operator of the BPU, on the CPU");
    node.why
        = tr("The program feeds floats and the BPU computes with integers. Where the network begins with operators "
             "of the CPU, the node stands behind them and is named after their result.");
    node.computes = tr("round(x / scale), with the scale that calibration finds");
    node.cause = causeOfKey(&m_document, causekeys::typeRt);
    return node;
}

} // namespace driftscope
