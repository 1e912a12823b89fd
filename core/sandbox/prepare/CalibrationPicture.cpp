// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/prepare/CalibrationPicture.h"

#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

namespace driftscope {

using namespace Qt::StringLiterals;

Result<Tensor> calibrationPicture(const QString& path, const ToolInput& input)
{
    if (!isPictureFile(path)) {
        return failure(
            ErrorKind::Malformed,
            u"load cal data for input %1 error: preprocess_on is True, but %2 is no jpg, bmp or png picture"_s.arg(
                input.name, path));
    }
    const auto picture = readPicture(path);
    if (!picture)
        return forward(picture);
    const auto pixels = pictureAs(resizedPicture(*picture, input.height(), input.width()), input.typeTrain,
                                  input.layoutTrain, input.videoRange);
    if (!pixels)
        return forward(pixels);
    return toFloat32(Tensor(DataType::UInt8, input.shape, pixels->bytes().repeated(input.shape[0])));
}

} // namespace driftscope
