// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxWriter.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxProto.h"

#include <QCoreApplication>

#include <limits>

namespace driftscope {

namespace {

constexpr auto largest = static_cast<qint64>(std::numeric_limits<int>::max());

tl::unexpected<Error> tooLarge(qint64 bytes)
{
    return failure(ErrorKind::Unsupported,
                   QCoreApplication::translate(
                       "OnnxWriter", "The model needs %1 bytes, more than the 2 GB that an ONNX file may have.")
                       .arg(bytes));
}

} // namespace

Result<QByteArray> toOnnx(const GraphDraft& draft)
{
    qint64 weights = 0;
    for (const NamedTensor& initializer : draft.initializers)
        weights += initializer.tensor.byteCount();
    if (weights > largest)
        return tooLarge(weights); // before gigabytes are read for nothing
    const auto model = protoFromDraft(draft);
    if (!model)
        return forward(model);
    const std::size_t size = model->ByteSizeLong();
    if (size > static_cast<std::size_t>(largest))
        return tooLarge(static_cast<qint64>(size));
    QByteArray content(static_cast<qsizetype>(size), Qt::Uninitialized);
    // No message of ONNX holds a protobuf map, so the same message always gives the same bytes.
    if (!model->SerializeToArray(content.data(), static_cast<int>(size))) {
        return failure(ErrorKind::Internal,
                       QCoreApplication::translate("OnnxWriter", "The model could not be serialized."));
    }
    return content;
}

Result<void> writeOnnx(const QString& path, const GraphDraft& draft)
{
    const auto content = toOnnx(draft);
    if (!content)
        return forward(content);
    return writeFileAtomically(path, *content);
}

} // namespace driftscope
