// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Picture.h"

#include "core/base/Files.h"
#include "core/tensor/PictureDecoders.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Picture
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

bool isPng(QByteArrayView head)
{
    return head.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n"));
}

bool isJpeg(QByteArrayView head)
{
    return head.startsWith(QByteArrayView("\xff\xd8\xff"));
}

/// Two letters are little to go by: by them alone no file is taken for a picture.
bool isBmp(QByteArrayView head)
{
    return head.startsWith("BM");
}

/// Where a target position lies between two source positions.
struct Tap
{
    qint64 first = 0;
    qint64 second = 0;
    double weight = 0.0; ///< of the second
};

std::vector<Tap> taps(qint64 source, qint64 target)
{
    std::vector<Tap> result;
    const double scale = static_cast<double>(source) / static_cast<double>(target);
    for (qint64 i = 0; i < target; ++i) {
        const double at
            = std::clamp((static_cast<double>(i) + 0.5) * scale - 0.5, 0.0, static_cast<double>(source - 1));
        const auto first = static_cast<qint64>(std::floor(at));
        result.push_back({first, std::min(first + 1, source - 1), at - static_cast<double>(first)});
    }
    return result;
}

} // namespace

Error damagedPicture(const QString& name, const QString& format, const QString& reason)
{
    return {ErrorKind::Malformed,
            Picture::tr("“%1” is a damaged %2 picture (%3); save or copy it again.").arg(name, format, reason)};
}

Result<Tensor> readPicture(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    return parsePicture(*content, path);
}

Result<Tensor> parsePicture(const QByteArray& content, const QString& name)
{
    if (isPng(content))
        return decodePng(content, name);
    if (isJpeg(content))
        return decodeJpeg(content, name);
    if (isBmp(content))
        return decodeBmp(content, name);
    if (content.isEmpty())
        return failure(ErrorKind::Malformed, Picture::tr("The picture “%1” is empty; copy it again.").arg(name));
    return failure(
        ErrorKind::Unsupported,
        Picture::tr("“%1” is neither a PNG nor a JPEG nor a BMP picture; convert it to one of them.").arg(name));
}

bool isPictureFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == "png"_L1 || suffix == "jpg"_L1 || suffix == "jpeg"_L1 || suffix == "bmp"_L1)
        return true;
    if (!QFileInfo(path).isFile()) // opening a pipe would wait for a writer
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(8);
    return isPng(head) || isJpeg(head);
}

Tensor resizedPicture(const Tensor& picture, qint64 height, qint64 width)
{
    Q_ASSERT(picture.dataType() == DataType::UInt8 && picture.shape().rank() == 3 && height > 0 && width > 0);
    const qint64 sourceWidth = picture.shape()[1];
    const qint64 channels = picture.shape()[2];
    if (picture.isEmpty() || (picture.shape()[0] == height && sourceWidth == width))
        return picture;
    const std::vector<Tap> rows = taps(picture.shape()[0], height);
    const std::vector<Tap> columns = taps(sourceWidth, width);
    const auto* source = reinterpret_cast<const quint8*>(picture.bytes().constData());
    QByteArray bytes(height * width * channels, Qt::Uninitialized);
    auto* to = reinterpret_cast<quint8*>(bytes.data());
    for (const Tap& row : rows) {
        const quint8* upper = source + row.first * sourceWidth * channels;
        const quint8* lower = source + row.second * sourceWidth * channels;
        for (const Tap& column : columns) {
            for (qint64 c = 0; c < channels; ++c) {
                const qint64 left = column.first * channels + c;
                const qint64 right = column.second * channels + c;
                const double above = std::lerp(double{0} + upper[left], double{0} + upper[right], column.weight);
                const double below = std::lerp(double{0} + lower[left], double{0} + lower[right], column.weight);
                *to++ = static_cast<quint8>(std::lround(std::lerp(above, below, row.weight)));
            }
        }
    }
    return {DataType::UInt8, Shape{height, width, channels}, std::move(bytes)};
}

} // namespace driftscope
