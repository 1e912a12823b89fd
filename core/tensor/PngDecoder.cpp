// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/PictureDecoders.h"

#include <QCoreApplication>

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Everything that lives across libpng's longjmp stands here, outside the functions that it jumps over.
struct PngState
{
    png_structp png = nullptr;
    png_infop info = nullptr;
    const QByteArray* content = nullptr;
    qsizetype position = 0;
    png_uint_32 width = 0;
    png_uint_32 height = 0;
    QByteArray pixels; ///< RGBA
    std::vector<png_bytep> rows;
    QString reason;

    PngState() = default;
    Q_DISABLE_COPY_MOVE(PngState)
    ~PngState()
    {
        if (png != nullptr)
            png_destroy_read_struct(&png, &info, nullptr);
    }
};

[[noreturn]] void onError(png_structp png, png_const_charp message)
{
    static_cast<PngState*>(png_get_error_ptr(png))->reason = QString::fromLatin1(message);
    png_longjmp(png, 1);
}

void onWarning(png_structp /*png*/, png_const_charp /*message*/) { }

void onRead(png_structp png, png_bytep target, png_size_t length)
{
    auto* state = static_cast<PngState*>(png_get_io_ptr(png));
    const auto left = static_cast<png_size_t>(state->content->size() - state->position);
    if (length > left)
        png_error(png, "the file ends in the middle of the picture");
    std::memcpy(target, state->content->constData() + state->position, length);
    state->position += static_cast<qsizetype>(length);
}

void askForRgba(PngState& state)
{
    png_set_expand(state.png);
    png_set_strip_16(state.png);
    png_set_gray_to_rgb(state.png);
    png_set_add_alpha(state.png, 0xFF, PNG_FILLER_AFTER);
    png_set_interlace_handling(state.png);
    png_read_update_info(state.png, state.info);
}

bool readHeader(PngState& state)
{
    if (setjmp(png_jmpbuf(state.png)) != 0) // NOLINT(cert-err52-cpp): libpng reports errors so
        return false;
    png_set_user_limits(state.png, 1U << 20U, 1U << 20U);
    png_set_read_fn(state.png, &state, onRead);
    png_read_info(state.png, state.info);
    state.width = png_get_image_width(state.png, state.info);
    state.height = png_get_image_height(state.png, state.info);
    askForRgba(state);
    return true;
}

bool readPixels(PngState& state)
{
    if (setjmp(png_jmpbuf(state.png)) != 0) // NOLINT(cert-err52-cpp)
        return false;
    if (png_get_rowbytes(state.png, state.info) != static_cast<png_size_t>(state.width) * 4)
        png_error(state.png, "its rows have an unexpected size");
    png_read_image(state.png, state.rows.data());
    png_read_end(state.png, nullptr);
    return true;
}

QByteArray compositedOnWhite(const QByteArray& rgba)
{
    QByteArray rgb(rgba.size() / 4 * 3, Qt::Uninitialized);
    const auto* from = reinterpret_cast<const quint8*>(rgba.constData());
    auto* to = reinterpret_cast<quint8*>(rgb.data());
    for (qsizetype pixel = rgba.size() / 4; pixel > 0; --pixel, from += 4, to += 3) {
        const int alpha = from[3];
        for (int channel = 0; channel < 3; ++channel)
            to[channel] = static_cast<quint8>((from[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
    return rgb;
}

} // namespace

Result<Tensor> decodePng(const QByteArray& content, const QString& name)
{
    PngState state;
    state.content = &content;
    state.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &state, onError, onWarning);
    state.info = state.png != nullptr ? png_create_info_struct(state.png) : nullptr;
    if (state.info == nullptr)
        return tl::make_unexpected(damagedPicture(name, u"PNG"_s, u"out of memory"_s));
    if (!readHeader(state))
        return tl::make_unexpected(damagedPicture(name, u"PNG"_s, state.reason));
    if (static_cast<qint64>(state.width) * state.height > maximumPicturePixels) {
        return failure(ErrorKind::Unsupported,
                       QCoreApplication::translate("Picture",
                                                   "The picture “%1” has %2 x %3 pixels, more than can be "
                                                   "decoded; scale it down first.")
                           .arg(name)
                           .arg(state.width)
                           .arg(state.height));
    }
    const auto stride = static_cast<qsizetype>(state.width) * 4;
    state.pixels = QByteArray(stride * static_cast<qsizetype>(state.height), '\0');
    for (png_uint_32 y = 0; y < state.height; ++y)
        state.rows.push_back(reinterpret_cast<png_bytep>(state.pixels.data()) + stride * static_cast<qsizetype>(y));
    if (!readPixels(state))
        return tl::make_unexpected(damagedPicture(name, u"PNG"_s, state.reason));
    return Tensor(DataType::UInt8, Shape{state.height, state.width, 3}, compositedOnWhite(state.pixels));
}

} // namespace driftscope
