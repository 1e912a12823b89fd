// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/tensor/Tensor.h"

#include <QStringList>

namespace driftscope {

/// One tensor as `hrt_model_exec model_info` prints it.
struct BoardTensorProperties
{
    QString name;
    QString inputSource;
    Shape validShape;
    Shape alignedShape;
    qint64 alignedByteSize = 0;
    QString tensorType; ///< HB_DNN_TENSOR_TYPE_F32, HB_DNN_IMG_TYPE_NV12, …
    TensorLayout layout = TensorLayout::Unknown;
    QString quantiType; ///< NONE, SHIFT, SCALE
    std::vector<float> scales;
    std::vector<qint32> zeroPoints; ///< as many as scales, or none: all are 0
    int quantizeAxis = -1;
    std::vector<qint64> stride;
};

struct BoardModelInfo
{
    QString modelName;
    QString runtimeVersion;
    QString builderVersion;
    QList<BoardTensorProperties> inputs;
    QList<BoardTensorProperties> outputs;
    QList<BoardTensorProperties>
        values; ///< in between, as far as a .bin describes them; model_info says nothing of them
    QStringList warnings;
};

/// Reads the text of `model_info` leniently.
[[nodiscard]] Result<BoardModelInfo> parseModelInfo(const QString& text);

/// The same from the container, without a board: what its nodes say of type, shape, layout and scales. Values that BPU
/// code leaves have the padding of the alignment rules as their aligned shape (not on bayes-e, whose runtime strides
/// are not in the file); dumps without padding are read all the same.
[[nodiscard]] BoardModelInfo modelInfoOf(const BoardModel& model);

} // namespace driftscope
