// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardPrograms.h"

#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"

#include <algorithm>
#include <cmath>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

/// Interleaved pixels in the run-time colour order.
struct Pixels
{
    int height = 0;
    int width = 0;
    int channels = 0;
    std::vector<int> values;

    int& at(int y, int x, int c) { return values[static_cast<std::size_t>((y * width + x) * channels + c)]; }
    [[nodiscard]] int at(int y, int x, int c) const
    {
        return values[static_cast<std::size_t>((y * width + x) * channels + c)];
    }
};

Pixels fromTensor(const Tensor& picture)
{
    Pixels pixels{static_cast<int>(picture.shape()[0]),
                  static_cast<int>(picture.shape()[1]),
                  static_cast<int>(picture.shape()[2]),
                  {}};
    for (const quint8 value : picture.values<quint8>())
        pixels.values.push_back(value);
    return pixels;
}

Tensor toTensor(const Pixels& pixels)
{
    std::vector<quint8> bytes;
    for (const int value : pixels.values)
        bytes.push_back(static_cast<quint8>(std::clamp(value, 0, 255)));
    return Tensor::fromValues<quint8>({pixels.height, pixels.width, pixels.channels}, bytes);
}

/// A picture of the input's size in the colours of the run time; nv12 has planes instead.
std::optional<Pixels> coloured(const Tensor& sized, const InputPort& port)
{
    if (port.isNv12())
        return std::nullopt;
    const auto tensor = pictureAs(sized, port.config.typeRt, TensorLayout::NHWC, port.config.videoRange);
    if (!tensor)
        return std::nullopt;
    Pixels pixels{static_cast<int>(port.size.height),
                  static_cast<int>(port.size.width),
                  static_cast<int>(port.size.channels),
                  {}};
    for (const quint8 value : tensor->values<quint8>())
        pixels.values.push_back(value);
    return pixels;
}

std::optional<Pixels> rightPixels(const Tensor& picture, const InputPort& port)
{
    return port.isPicture() ? coloured(resizedPicture(picture, port.size.height, port.size.width), port) : std::nullopt;
}

QByteArray written(const Pixels& pixels, bool planar)
{
    QByteArray bytes;
    for (int a = 0; a < (planar ? pixels.channels : 1); ++a) {
        for (int y = 0; y < pixels.height; ++y) {
            for (int x = 0; x < pixels.width; ++x) {
                for (int c = 0; c < (planar ? 1 : pixels.channels); ++c)
                    bytes.append(static_cast<char>(static_cast<quint8>(pixels.at(y, x, planar ? a : c))));
            }
        }
    }
    return bytes;
}

QByteArray written(const Pixels& pixels, const InputPort& port)
{
    return written(pixels, port.declared == TensorLayout::NCHW);
}

using PixelFault = std::function<void(Pixels&, const InputPort&)>;

PlantedFault onPixels(const QString& id, const PixelFault& fault, bool needsColour = false)
{
    return {id,
            [fault, needsColour](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                auto pixels = rightPixels(given, port);
                if (!pixels || (needsColour && pixels->channels != 3))
                    return std::nullopt;
                fault(*pixels, port);
                return written(*pixels, port);
            },
            {}};
}

PlantedFault onValues(const QString& id, const std::function<double(double, int, const InputConfig&)>& function,
                      bool (*applies)(const InputConfig&) = nullptr)
{
    return {id,
            [function, applies](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                auto pixels = rightPixels(given, port);
                if (!pixels || (applies != nullptr && !applies(port.config)))
                    return std::nullopt;
                for (std::size_t i = 0; i < pixels->values.size(); ++i) {
                    const int channel = static_cast<int>(i) % pixels->channels;
                    const double value = function(pixels->values[i], channel, port.config);
                    pixels->values[i] = static_cast<int>(std::clamp(value, 0.0, 255.0));
                }
                return written(*pixels, port);
            },
            {}};
}

double entry(const std::vector<double>& values, int channel, double fallback)
{
    if (values.empty())
        return fallback;
    return values[std::min(static_cast<std::size_t>(channel), values.size() - 1)];
}

bool hasMeanAndScale(const InputConfig& config)
{
    return config.norm == NormType::DataMeanAndScale;
}

void addValueFaults(QList<PlantedFault>& faults)
{
    faults.append(onPixels(u"offset-wrong"_s, [](Pixels& pixels, const InputPort&) {
        for (int& value : pixels.values)
            value ^= 0x80;
    }));
    faults.append(onValues(u"offset-doubled"_s, [](double v, int, const InputConfig&) { return v - 128; }));
    faults.append(onValues(u"offset-missing"_s, [](double v, int, const InputConfig&) { return v + 128; }));
    faults.append(onValues(u"divided-by-255"_s, [](double v, int, const InputConfig&) { return v / 255; }));
    faults.append(onValues(
        u"normalization-doubled"_s,
        [](double v, int c, const InputConfig& in) { return (v - entry(in.mean, c, 0)) * entry(in.scale, c, 1); },
        hasMeanAndScale));
    faults.append(onValues(
        u"mean-doubled"_s, [](double v, int c, const InputConfig& in) { return v - entry(in.mean, c, 0); },
        hasMeanAndScale));
    faults.append(onValues(
        u"scale-doubled"_s, [](double v, int c, const InputConfig& in) { return v * entry(in.scale, c, 1); },
        hasMeanAndScale));
}

template <typename Place> PixelFault moved(const Place& place)
{
    return [place](Pixels& pixels, const InputPort&) {
        const Pixels before = pixels;
        for (int y = 0; y < pixels.height; ++y) {
            for (int x = 0; x < pixels.width; ++x) {
                const auto [fromY, fromX] = place(before, y, x);
                for (int c = 0; c < pixels.channels; ++c)
                    pixels.at(y, x, c) = before.at(fromY, fromX, c);
            }
        }
    };
}

void addPlaceFaults(QList<PlantedFault>& faults)
{
    faults.append({u"fed-other-layout"_s,
                   [](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       const auto pixels = rightPixels(given, port);
                       if (!pixels || pixels->channels != 3)
                           return std::nullopt;
                       return written(*pixels, port.declared != TensorLayout::NCHW);
                   },
                   {}});
    faults.append(onPixels(u"fed-width-height-swapped"_s, [](Pixels& pixels, const InputPort&) {
        const Pixels before = pixels;
        std::size_t to = 0;
        for (int x = 0; x < before.width; ++x) {
            for (int y = 0; y < before.height; ++y) {
                for (int c = 0; c < before.channels; ++c)
                    pixels.values[to++] = before.at(y, x, c);
            }
        }
    }));
    faults.append(onPixels(u"fed-mirrored"_s,
                           moved([](const Pixels& p, int y, int x) { return std::pair(y, p.width - 1 - x); })));
    faults.append(onPixels(u"fed-upside-down"_s,
                           moved([](const Pixels& p, int y, int x) { return std::pair(p.height - 1 - y, x); })));
    faults.append(onPixels(u"off-by-one"_s, moved([](const Pixels&, int y, int x) {
                               return std::pair(std::max(y - 1, 0), std::max(x - 1, 0));
                           })));
    faults.append(onPixels(
        u"colour-order-swapped"_s,
        [](Pixels& pixels, const InputPort& port) {
            for (std::size_t i = 0; i + 2 < pixels.values.size() && !port.isYuv(); i += 3)
                std::swap(pixels.values[i], pixels.values[i + 2]);
        },
        true));
}

/// Rows of the handed-over bytes, padded to a multiple of 128 and read without.
void addPaddingFaults(QList<PlantedFault>& faults)
{
    const auto rowOf = [](const InputPort& port) {
        const bool interleaved = !port.isNv12() && port.declared == TensorLayout::NHWC;
        return static_cast<qsizetype>(port.size.width * (interleaved ? port.size.channels : 1));
    };
    faults.append({u"fed-rows-padded"_s,
                   [rowOf](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       const qsizetype row = port.isPicture() ? rowOf(port) : 0;
                       if (row == 0 || row % 128 == 0)
                           return std::nullopt;
                       const QByteArray right = rightBytes(given, port);
                       QByteArray padded;
                       for (qsizetype i = 0; i < right.size(); i += row)
                           padded += right.mid(i, row) + QByteArray(128 - row % 128, '\0');
                       return padded.left(right.size());
                   },
                   {}});
}

/// The picture laid over a filled canvas of the input's size.
Pixels letterbox(const Pixels& source, int height, int width, int fill)
{
    const double scale
        = std::min(static_cast<double>(height) / source.height, static_cast<double>(width) / source.width);
    const int h = static_cast<int>(std::lround(source.height * scale));
    const int w = static_cast<int>(std::lround(source.width * scale));
    const Pixels part = fromTensor(resizedPicture(toTensor(source), h, w));
    Pixels canvas{height, width, 3, std::vector<int>(static_cast<std::size_t>(height * width * 3), fill)};
    for (int y = 0; y < h; ++y) {
        for (int x = 0; x < w; ++x) {
            for (int c = 0; c < 3; ++c)
                canvas.at(y + (height - h) / 2, x + (width - w) / 2, c) = part.at(y, x, c);
        }
    }
    return canvas;
}

Pixels middle(const Pixels& source, int height, int width)
{
    const double scale
        = std::max(static_cast<double>(height) / source.height, static_cast<double>(width) / source.width);
    const int h = static_cast<int>(std::lround(source.height * scale));
    const int w = static_cast<int>(std::lround(source.width * scale));
    const Pixels part = fromTensor(resizedPicture(toTensor(source), h, w));
    Pixels result{height, width, 3, std::vector<int>(static_cast<std::size_t>(height * width * 3))};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c)
                result.at(y, x, c) = part.at(y + (h - height) / 2, x + (w - width) / 2, c);
        }
    }
    return result;
}

Pixels nearest(const Pixels& source, int height, int width)
{
    Pixels result{height, width, 3, std::vector<int>(static_cast<std::size_t>(height * width * 3))};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c)
                result.at(y, x, c) = source.at(y * source.height / height, x * source.width / width, c);
        }
    }
    return result;
}

/// How much of source pixel `index` lies in pixel `to` of the result.
double overlap(int index, int to, double step)
{
    return std::max(0.0, std::min(index + 1.0, (to + 1) * step) - std::max<double>(index, to * step));
}

/// The mean of what each pixel covers.
Pixels area(const Pixels& source, int height, int width)
{
    const double down = static_cast<double>(source.height) / height;
    const double across = static_cast<double>(source.width) / width;
    Pixels result{height, width, 3, std::vector<int>(static_cast<std::size_t>(height * width * 3))};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            for (int c = 0; c < 3; ++c) {
                double sum = 0;
                for (int row = static_cast<int>(y * down); row < std::min<double>(source.height, (y + 1) * down);
                     ++row) {
                    for (int column = static_cast<int>(x * across);
                         column < std::min<double>(source.width, (x + 1) * across); ++column)
                        sum += overlap(row, y, down) * overlap(column, x, across) * source.at(row, column, c);
                }
                result.at(y, x, c) = static_cast<int>(std::lround(sum / (down * across)));
            }
        }
    }
    return result;
}

using Preparation = std::function<Pixels(const Pixels& source, int height, int width)>;

PlantedFault prepared(const QString& id, const Preparation& preparation)
{
    return {id,
            [preparation](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                if (!port.isPicture())
                    return std::nullopt;
                const Tensor sized = toTensor(preparation(fromTensor(given), static_cast<int>(port.size.height),
                                                          static_cast<int>(port.size.width)));
                const auto bytes = pictureAs(sized, port.config.typeRt, port.declared, port.config.videoRange);
                return bytes ? std::optional(bytes->bytes()) : std::nullopt;
            },
            {}};
}

void addPreparationFaults(QList<PlantedFault>& faults)
{
    faults.append(prepared(u"letterboxed"_s, [](const Pixels& s, int h, int w) { return letterbox(s, h, w, 114); }));
    faults.append(prepared(u"cropped"_s, middle));
    faults.append(prepared(u"interpolation-nearest"_s, nearest));
    faults.append(prepared(u"interpolation-area"_s, area));
}

/// The bytes of a picture converted otherwise.
PlantedFault converted(const QString& id, bool (*applies)(const InputPort&),
                       std::optional<QByteArray> (*convert)(const Tensor& sized, const InputPort& port))
{
    return {id,
            [applies, convert](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                if (!port.isPicture() || !applies(port))
                    return std::nullopt;
                return convert(resizedPicture(given, port.size.height, port.size.width), port);
            },
            {}};
}

std::optional<QByteArray> bytesAs(const Tensor& sized, InputType type, TensorLayout layout, bool videoRange)
{
    const auto tensor = pictureAs(sized, type, layout, videoRange);
    return tensor ? std::optional(tensor->bytes()) : std::nullopt;
}

void addYuvFaults(QList<PlantedFault>& faults)
{
    const auto isYuv = [](const InputPort& port) { return port.isYuv(); };
    const auto isNv12 = [](const InputPort& port) { return port.isNv12(); };
    faults.append(converted(u"yuv-range"_s, isYuv, [](const Tensor& sized, const InputPort& port) {
        return bytesAs(sized, port.config.typeRt, port.declared, !port.config.videoRange);
    }));
    faults.append(converted(u"colour-order-swapped"_s, isYuv, [](const Tensor& sized, const InputPort& port) {
        Pixels pixels = fromTensor(sized);
        for (std::size_t i = 0; i + 2 < pixels.values.size(); i += 3)
            std::swap(pixels.values[i], pixels.values[i + 2]);
        return bytesAs(toTensor(pixels), port.config.typeRt, port.declared, port.config.videoRange);
    }));
    faults.append(converted(u"chroma-order-swapped"_s, isNv12, [](const Tensor& sized, const InputPort& port) {
        auto bytes = bytesAs(sized, InputType::Nv12, TensorLayout::NHWC, port.config.videoRange);
        for (qsizetype i = port.size.height * port.size.width; i + 1 < bytes->size(); i += 2)
            std::swap((*bytes)[i], (*bytes)[i + 1]);
        return bytes;
    }));
    faults.append(converted(u"chroma-planar"_s, isNv12, [](const Tensor& sized, const InputPort& port) {
        const auto bytes = bytesAs(sized, InputType::Nv12, TensorLayout::NHWC, port.config.videoRange);
        const qsizetype luma = port.size.height * port.size.width;
        QByteArray u;
        QByteArray v;
        for (qsizetype i = luma; i + 1 < bytes->size(); i += 2) {
            u.append((*bytes)[i]);
            v.append((*bytes)[i + 1]);
        }
        return std::optional(QByteArray(bytes->left(luma) + u + v));
    }));
    faults.append(converted(
        u"colour-space-confused"_s,
        [](const InputPort& port) { return !port.isNv12() && channelCount(port.config.typeRt) == 3; },
        [](const Tensor& sized, const InputPort& port) {
            return bytesAs(sized, port.isYuv() ? InputType::Rgb : InputType::Yuv444, port.declared,
                           port.config.videoRange);
        }));
}

} // namespace

QByteArray rightBytes(const Tensor& given, const InputPort& port)
{
    if (!port.isPicture())
        return given.bytes();
    const auto bytes = pictureForBoard(given, port.config, port.size.shape(TensorLayout::NHWC), port.declared);
    return bytes ? bytes->bytes() : QByteArray();
}

QList<PlantedFault> feedFaults()
{
    QList<PlantedFault> faults;
    addPlaceFaults(faults);
    addValueFaults(faults);
    addPaddingFaults(faults);
    addPreparationFaults(faults);
    addYuvFaults(faults);
    return faults;
}

QList<PlantedFault> combinedFaults()
{
    QList<PlantedFault> faults;
    faults.append({u"colour-order-swapped+fed-other-layout"_s,
                   [](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       auto pixels = rightPixels(given, port);
                       if (!pixels || pixels->channels != 3 || port.isYuv())
                           return std::nullopt;
                       for (std::size_t i = 0; i + 2 < pixels->values.size(); i += 3)
                           std::swap(pixels->values[i], pixels->values[i + 2]);
                       return written(*pixels, port.declared != TensorLayout::NCHW);
                   },
                   {}});
    faults.append({u"colour-order-swapped+offset-wrong"_s,
                   [](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       auto pixels = rightPixels(given, port);
                       if (!pixels || pixels->channels != 3 || port.isYuv())
                           return std::nullopt;
                       for (std::size_t i = 0; i + 2 < pixels->values.size(); i += 3)
                           std::swap(pixels->values[i], pixels->values[i + 2]);
                       for (int& value : pixels->values)
                           value ^= 0x80;
                       return written(*pixels, port);
                   },
                   {}});
    faults.append({u"fed-other-layout+letterboxed"_s,
                   [](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       if (!port.isPicture() || port.isNv12() || channelCount(port.config.typeRt) != 3)
                           return std::nullopt;
                       const Pixels boxed = letterbox(fromTensor(given), static_cast<int>(port.size.height),
                                                      static_cast<int>(port.size.width), 114);
                       const auto pixels = coloured(toTensor(boxed), port);
                       return written(*pixels, port.declared != TensorLayout::NCHW);
                   },
                   {}});
    faults.append({u"chroma-order-swapped+yuv-range"_s,
                   [](const Tensor& given, const InputPort& port) -> std::optional<QByteArray> {
                       if (!port.isNv12())
                           return std::nullopt;
                       auto bytes = bytesAs(resizedPicture(given, port.size.height, port.size.width), InputType::Nv12,
                                            TensorLayout::NHWC, !port.config.videoRange);
                       for (qsizetype i = port.size.height * port.size.width; i + 1 < bytes->size(); i += 2)
                           std::swap((*bytes)[i], (*bytes)[i + 1]);
                       return bytes;
                   },
                   {}});
    return faults;
}

QList<PlantedFault> strangeFaults()
{
    QList<PlantedFault> faults;
    faults.append(onPixels(u"noise"_s, [](Pixels& pixels, const InputPort&) {
        unsigned state = 12345;
        for (int& value : pixels.values) {
            state = state * 1664525U + 1013904223U;
            value = std::clamp(value + static_cast<int>(state >> 26) - 32, 0, 255);
        }
    }));
    faults.append(onPixels(u"gamma"_s, [](Pixels& pixels, const InputPort&) {
        for (int& value : pixels.values)
            value = static_cast<int>(std::lround(255.0 * std::pow(value / 255.0, 2.2)));
    }));
    faults.append(onPixels(u"bar"_s, [](Pixels& pixels, const InputPort&) {
        for (int y = pixels.height / 3; y < pixels.height / 2; ++y) {
            for (int x = 0; x < pixels.width * pixels.channels; ++x)
                pixels.values[static_cast<std::size_t>(y * pixels.width * pixels.channels + x)] = 255;
        }
    }));
    faults.append(onPixels(u"posterized"_s, [](Pixels& pixels, const InputPort&) {
        for (int& value : pixels.values)
            value = value / 64 * 64;
    }));
    faults.append(onPixels(u"rolled"_s, moved([](const Pixels& p, int y, int x) {
                               return std::pair((y + p.height / 3) % p.height, (x + p.width / 4) % p.width);
                           })));
    faults.append({u"outputs-noisy"_s, {}, [](const QList<CapturedTensor>& outputs) {
                       QList<CapturedTensor> changed = outputs;
                       unsigned state = 999;
                       for (CapturedTensor& output : changed) {
                           std::vector<float> values = output.tensor.toRealValues();
                           for (float& value : values) {
                               state = state * 1664525U + 1013904223U;
                               value *= 0.5F + static_cast<float>(state >> 8) / static_cast<float>(1U << 24);
                           }
                           output.tensor = Tensor::fromValues<float>(output.tensor.shape(), values);
                       }
                       return std::optional(changed);
                   }});
    return faults;
}

} // namespace driftscope::test
