// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/ContractNorm.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A wrong factor moves the mean by this much of itself at most.
constexpr double pixelRange = 128;

double at(const std::vector<double>& list, std::size_t channel, double fallback)
{
    return list.empty() ? fallback : list[list.size() == 1 ? 0 : std::min(channel, list.size() - 1)];
}

bool allAre(const std::vector<double>& list, double wanted)
{
    return std::ranges::all_of(list, [wanted](double value) { return std::abs(value - wanted) < 1e-9; });
}

QString listText(const std::vector<double>& list)
{
    const bool isOne = std::ranges::all_of(
        list, [&](double value) { return std::abs(value - list.front()) <= 1e-6 * std::abs(list.front()); });
    QStringList texts;
    for (std::size_t i = 0; i < (isOne ? std::min<std::size_t>(list.size(), 1) : list.size()); ++i)
        // What is left of a mean of zero after rounding is no mean.
        texts.append(QString::number(std::abs(list[i]) < 1e-9 ? 0.0 : list[i], 'g', 6));
    return texts.join(u' ');
}

std::vector<double> numbersIn(const QString& text)
{
    static const QRegularExpression separator(u"[\\s,]+"_s);
    std::vector<double> numbers;
    for (const QString& word : text.split(separator, Qt::SkipEmptyParts)) {
        bool ok = false;
        const double number = word.toDouble(&ok);
        if (ok)
            numbers.push_back(number);
    }
    return numbers;
}

} // namespace

bool ContractNorm::isNothing() const
{
    return allAre(mean, 0) && allAre(scale, 1);
}

QString ContractNorm::toString() const
{
    if (isNothing())
        return QCoreApplication::translate("driftscope::InputContract", "none");
    if (allAre(mean, 0))
        return QCoreApplication::translate("driftscope::InputContract", "scale %1").arg(listText(scale));
    if (allAre(scale, 1))
        return QCoreApplication::translate("driftscope::InputContract", "mean %1").arg(listText(mean));
    return QCoreApplication::translate("driftscope::InputContract", "mean %1, scale %2")
        .arg(listText(mean), listText(scale));
}

ContractNorm normOf(NormType type, const std::vector<double>& mean, const std::vector<double>& scale)
{
    const bool hasMean = type == NormType::DataMean || type == NormType::DataMeanAndScale;
    const bool hasScale = type == NormType::DataScale || type == NormType::DataMeanAndScale;
    return {hasMean ? mean : std::vector<double>(), hasScale ? scale : std::vector<double>()};
}

ContractNorm normOf(const InputConfig& config)
{
    return normOf(config.norm, config.mean, config.scale);
}

ContractNorm normFromTexts(const QString& type, const QString& mean, const QString& scale)
{
    NormType norm = NormType::NoPreprocess;
    if (type == "data_mean"_L1)
        norm = NormType::DataMean;
    else if (type == "data_scale"_L1)
        norm = NormType::DataScale;
    else if (type == "data_mean_and_scale"_L1)
        norm = NormType::DataMeanAndScale;
    return normOf(norm, numbersIn(mean), numbersIn(scale));
}

QString differingPart(const ContractNorm& a, const ContractNorm& b, const std::vector<double>& tolerance)
{
    const std::size_t channels = std::max({a.mean.size(), a.scale.size(), b.mean.size(), b.scale.size()});
    for (std::size_t i = 0; i < channels; ++i) {
        const double allowed = at(tolerance, i, 0);
        if (std::abs(at(a.mean, i, 0) - at(b.mean, i, 0)) > allowed * pixelRange)
            return u"mean_value"_s;
        const double first = at(a.scale, i, 1);
        const double second = at(b.scale, i, 1);
        if (std::abs(first - second) > allowed * std::max(std::abs(first), std::abs(second)))
            return u"scale_value"_s;
    }
    return {};
}

} // namespace driftscope
