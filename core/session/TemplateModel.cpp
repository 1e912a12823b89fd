// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TemplateModel.h"

#include "core/lint/ModelFacts.h"
#include "core/session/LoadedStage.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TemplateModel
{
    Q_DECLARE_TR_FUNCTIONS(TemplateModel)
};

/// Below this a grid of numbers is hardly a picture.
constexpr qint64 leastPictureSide = 8;

bool isColourOrGray(qint64 channels)
{
    return channels == 1 || channels == 3;
}

TensorLayout guessedLayout(const Graph& model, ValueId input, const Shape& shape)
{
    const TensorLayout shown = layoutOfReaders(model, input);
    if (shown != TensorLayout::Unknown)
        return shown;
    const bool isLast = shape.rank() == 4 && isColourOrGray(shape[3]) && !isColourOrGray(shape[1]);
    return isLast ? TensorLayout::NHWC : TensorLayout::NCHW;
}

Shape withBatch(const Shape& shape)
{
    std::vector<qint64> sizes = shape.sizes();
    if (!sizes.empty() && sizes[0] < 0)
        sizes[0] = 1;
    Shape fixed(sizes);
    for (int axis = 0; axis < shape.rank(); ++axis) {
        if (fixed[axis] < 0)
            fixed.setDimensionName(axis, shape.dimensionName(axis));
    }
    return fixed;
}

} // namespace

QString suggestedTemplateCase(const Shape& shape, TensorLayout layout)
{
    if (shape.rank() != 4)
        return u"featuremap"_s;
    const bool isNhwc = layout == TensorLayout::NHWC;
    const auto isSide = [](qint64 size) { return size < 0 || size >= leastPictureSide; };
    const qint64 channels = shape[isNhwc ? 3 : 1];
    if (!isColourOrGray(channels) || !isSide(shape[isNhwc ? 1 : 2]) || !isSide(shape[isNhwc ? 2 : 3]))
        return u"featuremap"_s;
    return channels == 3 ? u"rgb"_s : u"gray"_s;
}

QList<TemplateInput> templateInputs(const Graph& model)
{
    QList<TemplateInput> inputs;
    for (const ValueId id : model.inputs()) {
        const Value& value = model.value(id);
        TemplateInput input;
        input.name = value.name;
        input.shape = value.shape ? withBatch(*value.shape) : Shape();
        input.layout = guessedLayout(model, id, input.shape);
        input.caseId = suggestedTemplateCase(input.shape, input.layout);
        const bool isPicture = input.caseId != "featuremap"_L1;
        input.norm = isPicture && !isNormalisedInside(model, id) ? TemplateNorm::Unit : TemplateNorm::None;
        inputs.append(input);
    }
    return inputs;
}

Result<QList<TemplateInput>> readTemplateInputs(const QString& modelFile, const CancelToken& cancel)
{
    auto loaded = loadStage(modelFile, Stage::Float, cancel);
    if (!loaded)
        return forward(loaded);
    if (loaded->board != nullptr) {
        return failure(
            ErrorKind::Unsupported,
            TemplateModel::tr("“%1” is a board file; a config is made from the float model in ONNX.").arg(modelFile));
    }
    return templateInputs(*loaded->graph);
}

} // namespace driftscope
