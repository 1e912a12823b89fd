// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/PictureDecoders.h"

#include <QCoreApplication>

#include <cstdio> // jpeglib.h needs FILE

#include <jerror.h>
#include <jpeglib.h>

#include <array>
#include <csetjmp>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Everything that lives across the longjmp stands here, outside the functions that it jumps over.
struct JpegState
{
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    std::jmp_buf jump{};
    QByteArray pixels; ///< as libjpeg gives them: RGB, or CMYK
    QString reason;
    bool created = false;

    JpegState() = default;
    Q_DISABLE_COPY_MOVE(JpegState)
    ~JpegState()
    {
        if (created)
            jpeg_destroy_decompress(&jpeg);
    }
};

[[noreturn]] void stop(j_common_ptr jpeg)
{
    auto* state = static_cast<JpegState*>(jpeg->client_data);
    std::array<char, JMSG_LENGTH_MAX> message{};
    jpeg->err->format_message(jpeg, message.data());
    state->reason = QString::fromLatin1(message.data());
    std::longjmp(state->jump, 1); // NOLINT(cert-err52-cpp): libjpeg reports errors so
}

/// libjpeg fills what is missing of a cut file with grey and only warns; a half grey picture must not pass for data.
void onMessage(j_common_ptr jpeg, int level)
{
    if (level < 0 && (jpeg->err->msg_code == JWRN_JPEG_EOF || jpeg->err->msg_code == JWRN_HIT_MARKER))
        stop(jpeg);
}

bool readHeader(JpegState& state, const QByteArray& content)
{
    if (setjmp(state.jump) != 0) // NOLINT(cert-err52-cpp)
        return false;
    jpeg_create_decompress(&state.jpeg);
    state.created = true;
    jpeg_mem_src(&state.jpeg, reinterpret_cast<const unsigned char*>(content.constData()),
                 static_cast<unsigned long>(content.size()));
    jpeg_read_header(&state.jpeg, TRUE);
    const bool fourInks = state.jpeg.jpeg_color_space == JCS_CMYK || state.jpeg.jpeg_color_space == JCS_YCCK;
    state.jpeg.out_color_space = fourInks ? JCS_CMYK : JCS_RGB;
    return true;
}

bool readPixels(JpegState& state)
{
    if (setjmp(state.jump) != 0) // NOLINT(cert-err52-cpp)
        return false;
    jpeg_start_decompress(&state.jpeg);
    const qsizetype stride = static_cast<qsizetype>(state.jpeg.output_width) * state.jpeg.output_components;
    auto* pixels = reinterpret_cast<JSAMPROW>(state.pixels.data());
    while (state.jpeg.output_scanline < state.jpeg.output_height) {
        JSAMPROW row = pixels + stride * static_cast<qsizetype>(state.jpeg.output_scanline);
        jpeg_read_scanlines(&state.jpeg, &row, 1);
    }
    jpeg_finish_decompress(&state.jpeg);
    return true;
}

/// Adobe's programs store inks inverted, so that 255 is no ink; others store them straight.
QByteArray rgbFromInks(const QByteArray& inks, bool inverted)
{
    QByteArray rgb(inks.size() / 4 * 3, Qt::Uninitialized);
    const auto* from = reinterpret_cast<const quint8*>(inks.constData());
    auto* to = reinterpret_cast<quint8*>(rgb.data());
    for (qsizetype pixel = inks.size() / 4; pixel > 0; --pixel, from += 4, to += 3) {
        const int black = inverted ? from[3] : 255 - from[3];
        for (int channel = 0; channel < 3; ++channel) {
            const int light = inverted ? from[channel] : 255 - from[channel];
            to[channel] = static_cast<quint8>((light * black + 127) / 255);
        }
    }
    return rgb;
}

} // namespace

Result<Tensor> decodeJpeg(const QByteArray& content, const QString& name)
{
    JpegState state;
    state.jpeg.err = jpeg_std_error(&state.errors);
    state.jpeg.client_data = &state;
    state.errors.error_exit = stop;
    state.errors.emit_message = onMessage;
    if (!readHeader(state, content))
        return tl::make_unexpected(damagedPicture(name, u"JPEG"_s, state.reason));
    const auto width = static_cast<qint64>(state.jpeg.image_width);
    const auto height = static_cast<qint64>(state.jpeg.image_height);
    if (width * height > maximumPicturePixels) {
        return failure(ErrorKind::Unsupported,
                       QCoreApplication::translate("Picture",
                                                   "The picture “%1” has %2 x %3 pixels, more than can be "
                                                   "decoded; scale it down first.")
                           .arg(name)
                           .arg(width)
                           .arg(height));
    }
    const bool fourInks = state.jpeg.out_color_space == JCS_CMYK;
    state.pixels = QByteArray(width * height * (fourInks ? 4 : 3), '\0');
    if (!readPixels(state))
        return tl::make_unexpected(damagedPicture(name, u"JPEG"_s, state.reason));
    if (fourInks)
        state.pixels = rgbFromInks(state.pixels, state.jpeg.saw_Adobe_marker != 0);
    return Tensor(DataType::UInt8, Shape{height, width, 3}, std::move(state.pixels));
}

} // namespace driftscope
