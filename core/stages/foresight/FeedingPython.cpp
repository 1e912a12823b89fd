// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/FeedingParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString formula(int component, bool videoRange)
{
    const YuvFormula& f = yuvFormula(component, videoRange);
    return u"%1 * r + %2 * g + %3 * b + %4"_s.arg(QLatin1StringView(f.red), QLatin1StringView(f.green),
                                                  QLatin1StringView(f.blue), QLatin1StringView(f.offset));
}

QString yuvLines(const FeedingJob& job, int components)
{
    static constexpr const char* names[] = {"y", "u", "v"};
    QString text = u"    r, g, b = (rgb[..., c].astype(np.float64) for c in range(3))\n"_s;
    for (int i = 0; i < components; ++i)
        text += u"    %1 = %2\n"_s.arg(QLatin1StringView(names[i]), formula(i, job.input.videoRange));
    return text % u"\n    def byte(x):\n        return np.clip(np.floor(x + 0.5), 0, 255).astype(np.uint8)\n\n"_s;
}

QString pictureBody(const FeedingJob& job)
{
    const QString turn = job.layout == TensorLayout::NCHW ? u".transpose(2, 0, 1)"_s : QString();
    switch (job.input.typeRt) {
    case InputType::Nv12:
        return yuvLines(job, 3)
            % u"    def halved(p):\n"
              "        return (p[0::2, 0::2] + p[0::2, 1::2] + p[1::2, 0::2] + p[1::2, 1::2]) / 4.0\n\n"
              "    uv = np.stack([byte(halved(u)), byte(halved(v))], axis=-1)\n"
              "    return byte(y).tobytes() + uv.tobytes()\n"_s;
    case InputType::Yuv444:
        return yuvLines(job, 3) % u"    return byte(np.stack([y, u, v], axis=-1))%1.tobytes()\n"_s.arg(turn);
    case InputType::Gray:
        return yuvLines(job, 1) % u"    return byte(y).tobytes()\n"_s;
    case InputType::Bgr:
        return u"    return rgb[..., ::-1]%1.tobytes()\n"_s.arg(turn);
    default:
        return u"    return rgb%1.tobytes()\n"_s.arg(turn);
    }
}

QString featuremapFunction(const FeedingJob& job, const QString& doc)
{
    const bool toPlanes = job.layout == TensorLayout::NCHW;
    QString shape = toPlanes ? u"(height, width, channels)"_s : u"(channels, height, width)"_s;
    const bool isKnown = job.hasSize() && job.channels > 0;
    if (isKnown)
        shape = toPlanes ? u"(%1, %2, %3)"_s.arg(job.height).arg(job.width).arg(job.channels)
                         : u"(%1, %2, %3)"_s.arg(job.channels).arg(job.height).arg(job.width);
    QString body = u"    return np.ascontiguousarray(values, dtype=np.float32).tobytes()\n"_s;
    if (job.isTurned())
        body = u"    frame = np.asarray(values, dtype=np.float32).reshape%1\n    return frame.transpose%2.tobytes()\n"_s
                   .arg(shape, toPlanes ? u"(2, 0, 1)"_s : u"(1, 2, 0)"_s);
    const QString sizes = job.isTurned() && !isKnown ? u", channels, height, width"_s : QString();
    return u"def %1(values%2):\n    \"\"\"%3\n\n    values: float32 as in training%5, in the layout %4 of the model; "
           "nothing is converted\n    or normalized.\n    \"\"\"\n"_s.arg(
               job.function, sizes, doc, layoutName(job.input.layoutTrain),
               job.input.norm == NormType::NoPreprocess ? QString() : u" before mean and scale"_s)
        % body;
}

} // namespace

QString pythonHead()
{
    return u"import numpy as np\n\n\n"_s;
}

QString pythonFunction(const FeedingJob& job)
{
    QString doc = job.title + u'.';
    if (job.frames > 1)
        doc += u"\n\n    One frame: the board takes %1 of them, one behind the other."_s.arg(job.frames);
    if (!isImageType(job.input.typeRt))
        return featuremapFunction(job, doc);
    QString check = u"    assert rgb.dtype == np.uint8 and rgb.ndim == 3\n"_s;
    if (job.hasSize())
        check = u"    assert rgb.dtype == np.uint8 and rgb.shape == (%1, %2, 3)\n"_s.arg(job.height).arg(job.width);
    return u"def %1(rgb):\n    \"\"\"%2\n\n    rgb: uint8 of H x W x 3, red, green, blue, 0 to 255; not normalized. "
           "OpenCV reads BGR:\n    cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), after cv2.resize to the size.\n    \"\"\"\n"_s
               .arg(job.function, doc)
        % check % pictureBody(job);
}

} // namespace driftscope
