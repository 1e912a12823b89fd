// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/VerifierInput.h"

#include "core/tensor/TensorOperations.h"

#include <array>
#include <random>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr unsigned seed = 20260101; ///< the same values in every run

Result<Tensor> randomInput(const BoardInputSpec& spec)
{
    std::mt19937 generator(seed);
    QByteArray bytes(spec.byteSize(), Qt::Uninitialized);
    if (spec.elementType == DataType::Float32) {
        std::uniform_real_distribution<float> values(-1.0F, 1.0F);
        for (qsizetype at = 0; at + qsizetype(sizeof(float)) <= bytes.size(); at += qsizetype(sizeof(float))) {
            const float value = values(generator);
            std::memcpy(bytes.data() + at, &value, sizeof(value));
        }
    } else {
        for (char& byte : bytes)
            byte = static_cast<char>(generator() & 0xFFU);
    }
    return boardTensor(spec, bytes);
}

} // namespace

Result<std::vector<Tensor>> verifierInputs(const QList<BoardInputSpec>& specs, const QStringList& files)
{
    if (!files.isEmpty() && files.size() != specs.size()) {
        return failure(ErrorKind::InvalidArgument,
                       u"the model has %1 inputs, %2 input files were given"_s.arg(specs.size()).arg(files.size()));
    }
    std::vector<Tensor> inputs;
    for (qsizetype i = 0; i < specs.size(); ++i) {
        auto tensor = files.isEmpty() ? randomInput(specs[i]) : readBoardInput(specs[i], files[i]);
        if (!tensor)
            return forward(tensor);
        inputs.push_back(*std::move(tensor));
    }
    return inputs;
}

Result<Tensor> asStageInput(const BoardInputSpec& spec, const Tensor& fed, const ValueDraft& input)
{
    constexpr std::array toNhwc{0, 2, 3, 1};
    constexpr std::array toNchw{0, 3, 1, 2};
    const Shape wanted = input.shape.value_or(fed.shape());
    if (input.type == fed.dataType()) {
        if (wanted == fed.shape())
            return fed;
        if (fed.shape().rank() == 4 && spec.isPicture()) {
            const bool isNchw = spec.layout == TensorLayout::NCHW;
            Tensor turned = transposed(fed, isNchw ? std::span<const int>(toNhwc) : std::span<const int>(toNchw));
            if (turned.shape() == wanted)
                return turned;
        }
    }
    return failure(ErrorKind::Unsupported,
                   u"input %1 of the quantized model takes %2 of %3, that of the bin model %4 of %5; they cannot be "
                   "compared"_s.arg(input.name, dataTypeName(input.type), wanted.toString(),
                                    dataTypeName(fed.dataType()), fed.shape().toString()));
}

} // namespace driftscope
