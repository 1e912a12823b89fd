// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that are turned over or moved, and rows with padding.
#include "core/diagnosis/hypotheses/Families.h"

#include <QCoreApplication>

#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct GeometryHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(GeometryHypotheses)
};

Hypothesis turned(const QString& id, const QString& title, const QString& sentence, Tensor (*change)(const Tensor&))
{
    Hypothesis fault;
    fault.id = id;
    fault.title = title;
    fault.sentence = sentence;
    fault.advice = GeometryHypotheses::tr("Look at the picture just before it is handed over; cameras and readers of "
                                          "some formats deliver it turned over.");
    fault.disprove = GeometryHypotheses::tr(
        "Feed the picture turned over once more: if the board is still wrong, this is not the cause.");
    fault.change = [change](const Tensor& pixels, const InputPort&) -> std::optional<Tensor> { return change(pixels); };
    return fault;
}

Hypothesis moved(int down, int right)
{
    Hypothesis fault;
    fault.id = u"off-by-one"_s;
    fault.title = GeometryHypotheses::tr("The picture is moved by one pixel (%1 down, %2 right)").arg(down).arg(right);
    fault.sentence = GeometryHypotheses::tr("The board was fed the picture moved by one pixel: %1 down, %2 right.")
                         .arg(down)
                         .arg(right);
    fault.advice = GeometryHypotheses::tr("Check where the crop begins and how padding is shared out: a border of odd "
                                          "size, or a division that rounds, moves everything by one.");
    fault.disprove = GeometryHypotheses::tr(
        "Feed the picture moved back by one pixel: if the board is still wrong, this is not the cause.");
    fault.change = [down, right](const Tensor& pixels, const InputPort& port) -> std::optional<Tensor> {
        const int step = port.isNv12() ? 2 : 1; // chroma has half the resolution
        return shifted(pixels, qint64(down) * step, qint64(right) * step);
    };
    return fault;
}

qint64 rowBytes(const InputPort& port)
{
    if (!port.isPicture())
        return port.shape.rank() > 0 ? port.shape[port.shape.rank() - 1] * 4 : 0;
    const bool isPlanar = port.isNv12() || port.declared == TensorLayout::NCHW;
    return port.size.width * (isPlanar ? 1 : port.size.channels);
}

/// What rows are usually padded to, in bytes.
std::set<qint64> strides(const InputPort& port)
{
    const qint64 row = rowBytes(port);
    std::set<qint64> found;
    for (const qint64 alignment : {16, 32, 64, 128, 256})
        found.insert((row + alignment - 1) / alignment * alignment);
    // The runtime pads the width of an interleaved picture, not its bytes.
    if (port.isPicture() && !port.isNv12() && port.declared == TensorLayout::NHWC) {
        for (const qint64 alignment : {16, 32})
            found.insert((port.size.width + alignment - 1) / alignment * alignment * port.size.channels);
    }
    found.erase(row);
    return found;
}

Hypothesis padded(qint64 stride)
{
    Hypothesis fault;
    fault.id = u"fed-rows-padded"_s;
    fault.title = GeometryHypotheses::tr("Rows are handed over with padding to %1 bytes, and read without").arg(stride);
    fault.sentence = GeometryHypotheses::tr("The rows that are handed over are padded to %1 bytes, and the runtime "
                                            "reads them without padding: the picture is sheared.")
                         .arg(stride);
    fault.advice = GeometryHypotheses::tr("Copy the picture row by row without its stride, or set alignedShape to what "
                                          "is handed over.");
    fault.disprove
        = GeometryHypotheses::tr("Feed rows without padding: if the board is still wrong, this is not the cause.");
    fault.write = [stride](const Tensor& pixels, const InputPort& port) -> std::optional<QByteArray> {
        return rowsPadded(bytesOf(pixels, port), rowBytes(port), stride);
    };
    return fault;
}

Hypothesis strided(qint64 stride)
{
    Hypothesis fault;
    fault.id = u"fed-rows-unpadded"_s;
    fault.site = FaultSite::Conversion; // the bytes are right but for what is between the rows
    fault.title
        = GeometryHypotheses::tr("Rows are handed over without padding, and read as padded to %1 bytes").arg(stride);
    fault.sentence = GeometryHypotheses::tr("The runtime expects rows padded to %1 bytes, and they are handed over "
                                            "without padding: the picture is sheared.")
                         .arg(stride);
    fault.advice
        = GeometryHypotheses::tr("Pad each row to the width of alignedShape, or set alignedShape to validShape "
                                 "and let the library pad.");
    fault.disprove = GeometryHypotheses::tr(
        "Feed rows padded to the aligned width: if the board is still wrong, this is not the cause.");
    fault.read = [stride](const QByteArray& bytes, const InputPort& port) {
        return pixelsOf(rowsStrided(bytes, rowBytes(port), stride), port);
    };
    return fault;
}

} // namespace

void addGeometryHypotheses(Hypotheses& all)
{
    all.push_back(turned(u"fed-mirrored"_s, GeometryHypotheses::tr("The picture is mirrored, left and right exchanged"),
                         GeometryHypotheses::tr("The board was fed the picture mirrored."), mirrored));
    all.push_back(turned(u"fed-upside-down"_s, GeometryHypotheses::tr("The picture is upside down"),
                         GeometryHypotheses::tr("The board was fed the picture upside down."), upsideDown));
    for (const int down : {-1, 0, 1}) {
        for (const int right : {-1, 0, 1}) {
            if (down != 0 || right != 0)
                all.push_back(moved(down, right));
        }
    }
}

void addPaddingHypotheses(Hypotheses& all, const InputPort& port)
{
    for (const qint64 stride : strides(port)) {
        all.push_back(padded(stride));
        all.push_back(strided(stride));
    }
}

} // namespace driftscope
