// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"

namespace driftscope {

/// One common way to feed an input: what the network was trained on, and what the board program will send.
struct TemplateCase
{
    QLatin1StringView id; ///< as at the command line: `nv12`, `gray`
    InputType train = InputType::Unknown;
    InputType runtime = InputType::Unknown;
    const char* summary; ///< when to choose it, in English and marked for translation
    QLatin1StringView source; ///< where the pair of types is documented

    [[nodiscard]] QString translatedSummary() const;
};

[[nodiscard]] const QList<TemplateCase>& templateCases();
[[nodiscard]] const TemplateCase* findTemplateCase(const QString& id); ///< null when there is none

/// Why an input of this shape cannot be fed so, one sentence; empty where it can. Sizes that are not known are taken to
/// fit.
[[nodiscard]] QString templateObstacle(const TemplateCase& chosen, const Shape& shape, TensorLayout layout,
                                       March march);
/// Ids of the cases without an obstacle, in the order of templateCases().
[[nodiscard]] QStringList possibleTemplateCases(const Shape& shape, TensorLayout layout, March march);

/// How the training code normalized its pictures.
enum class TemplateNorm
{
    None, ///< pixels of 0 to 255 as they are, or the model normalizes by itself
    Unit, ///< divided by 255
    Centred, ///< to -1 … 1
    ImageNet ///< with the means and deviations of ImageNet, by channel
};

[[nodiscard]] QString templateNormName(TemplateNorm norm); ///< `none`, `unit`, `centred`, `imagenet`
[[nodiscard]] std::optional<TemplateNorm> templateNormFromName(const QString& name);
[[nodiscard]] QString templateNormSummary(TemplateNorm norm); ///< translated
/// What can be written for a case; none alone for a featuremap.
[[nodiscard]] QList<TemplateNorm> possibleTemplateNorms(const TemplateCase& chosen);

} // namespace driftscope
