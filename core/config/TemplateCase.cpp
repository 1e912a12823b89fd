// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/TemplateCase.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TemplateCases
{
    Q_DECLARE_TR_FUNCTIONS(TemplateCases)
};

constexpr QLatin1StringView manual("X3 toolchain manual, PTQ process");

constexpr auto cases = std::to_array<TemplateCase>({
    {"nv12"_L1, InputType::Rgb, InputType::Nv12,
     QT_TRANSLATE_NOOP("TemplateCases", "Camera or video decoder (nv12), trained on rgb"), manual},
    {"nv12-bgr"_L1, InputType::Bgr, InputType::Nv12,
     QT_TRANSLATE_NOOP("TemplateCases", "Camera or video decoder (nv12), trained on bgr, as OpenCV reads pictures"),
     manual},
    {"rgb"_L1, InputType::Rgb, InputType::Rgb,
     QT_TRANSLATE_NOOP("TemplateCases", "The program feeds rgb pictures, as the network was trained"), manual},
    {"bgr"_L1, InputType::Bgr, InputType::Bgr,
     QT_TRANSLATE_NOOP("TemplateCases", "The program feeds bgr pictures, as OpenCV reads them and as in training"),
     manual},
    {"yuv444"_L1, InputType::Yuv444, InputType::Yuv444,
     QT_TRANSLATE_NOOP("TemplateCases", "Trained on and fed with yuv444"), manual},
    {"gray"_L1, InputType::Gray, InputType::Gray,
     QT_TRANSLATE_NOOP("TemplateCases", "One channel: gray pictures, or the Y plane of a camera"), manual},
    {"featuremap"_L1, InputType::Featuremap, InputType::Featuremap,
     QT_TRANSLATE_NOOP("TemplateCases", "No picture: numbers that the program prepares itself"), manual},
});

constexpr std::array normNames{
    std::pair{TemplateNorm::None, "none"_L1},
    std::pair{TemplateNorm::Unit, "unit"_L1},
    std::pair{TemplateNorm::Centred, "centred"_L1},
    std::pair{TemplateNorm::ImageNet, "imagenet"_L1},
};

bool hasOddSize(const Shape& shape, TensorLayout layout)
{
    const int height = layout == TensorLayout::NHWC ? 1 : 2;
    const auto isOdd = [](qint64 size) { return size > 0 && size % 2 != 0; };
    return isOdd(shape[height]) || isOdd(shape[height + 1]);
}

} // namespace

QString TemplateCase::translatedSummary() const
{
    return QCoreApplication::translate("TemplateCases", summary);
}

const QList<TemplateCase>& templateCases()
{
    static const QList<TemplateCase> all(cases.begin(), cases.end());
    return all;
}

const TemplateCase* findTemplateCase(const QString& id)
{
    const auto found = std::ranges::find(cases, id, &TemplateCase::id);
    return found == cases.end() ? nullptr : &*found;
}

QString templateObstacle(const TemplateCase& chosen, const Shape& shape, TensorLayout layout, March march)
{
    if (march == March::Bernoulli2 && shape.rank() != 4) {
        return TemplateCases::tr("X3 (bernoulli2) takes inputs of four axes only, and this one is %1; export the model "
                                 "with four, such as 1xCx1x1.")
            .arg(shape.toString());
    }
    if (!isImageType(chosen.runtime))
        return {};
    if (shape.rank() != 4)
        return TemplateCases::tr("A picture has four axes, and this input is %1.").arg(shape.toString());
    const qint64 channels = shape[layout == TensorLayout::NHWC ? 3 : 1];
    const int wanted = channelCount(chosen.train);
    if (channels > 0 && channels != wanted) {
        return TemplateCases::tr("The number of channels is %1, and %2 needs %3.")
            .arg(channels)
            .arg(inputTypeName(chosen.train))
            .arg(wanted);
    }
    const bool isHalved
        = chosen.runtime == InputType::Nv12 || (chosen.runtime == InputType::Yuv444 && march != March::BayesE);
    if (isHalved && hasOddSize(shape, layout)) {
        return TemplateCases::tr("%1 needs an even height and width, and this input is %2.")
            .arg(inputTypeName(chosen.runtime), shape.toString());
    }
    return {};
}

QStringList possibleTemplateCases(const Shape& shape, TensorLayout layout, March march)
{
    QStringList ids;
    for (const TemplateCase& each : cases) {
        if (templateObstacle(each, shape, layout, march).isEmpty())
            ids.append(each.id);
    }
    return ids;
}

QString templateNormName(TemplateNorm norm)
{
    const auto found = std::ranges::find(normNames, norm, &decltype(normNames)::value_type::first);
    return found->second;
}

std::optional<TemplateNorm> templateNormFromName(const QString& name)
{
    const auto found = std::ranges::find(normNames, name, &decltype(normNames)::value_type::second);
    return found == normNames.end() ? std::nullopt : std::optional(found->first);
}

QString templateNormSummary(TemplateNorm norm)
{
    switch (norm) {
    case TemplateNorm::Unit:
        return TemplateCases::tr("Training divided the pixels by 255");
    case TemplateNorm::Centred:
        return TemplateCases::tr("Training brought the pixels to -1 … 1: (x - 127.5) / 127.5");
    case TemplateNorm::ImageNet:
        return TemplateCases::tr("Training used the means and deviations of ImageNet");
    case TemplateNorm::None:
        break;
    }
    return TemplateCases::tr("Training used the values as they are, or the model normalizes by itself");
}

QList<TemplateNorm> possibleTemplateNorms(const TemplateCase& chosen)
{
    if (!isImageType(chosen.train))
        return {TemplateNorm::None};
    QList<TemplateNorm> norms{TemplateNorm::Unit, TemplateNorm::Centred, TemplateNorm::None};
    if (chosen.train == InputType::Rgb || chosen.train == InputType::Bgr)
        norms.insert(0, TemplateNorm::ImageNet);
    return norms;
}

} // namespace driftscope
