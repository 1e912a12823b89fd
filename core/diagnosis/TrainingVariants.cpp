// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TrainingVariants.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TrainingVariants
{
    Q_DECLARE_TR_FUNCTIONS(TrainingVariants)
};

using Change = std::function<bool(InputConfig&)>; ///< false where it does not apply

constexpr auto meanKey = "input_parameters.mean_value"_L1;
constexpr auto scaleKey = "input_parameters.scale_value"_L1;
constexpr auto normKey = "input_parameters.norm_type"_L1;

bool hasMean(const InputConfig& config)
{
    return (config.norm == NormType::DataMean || config.norm == NormType::DataMeanAndScale) && !config.mean.empty();
}

bool hasScale(const InputConfig& config)
{
    return (config.norm == NormType::DataScale || config.norm == NormType::DataMeanAndScale) && !config.scale.empty();
}

bool reverse(std::vector<double>& values)
{
    const std::vector<double> before = values;
    std::ranges::reverse(values);
    return values != before;
}

bool multiply(std::vector<double>& values, double factor)
{
    for (double& value : values)
        value *= factor;
    return !values.empty();
}

QString numbers(const std::vector<double>& values)
{
    QStringList texts;
    for (const double value : values)
        texts.append(QString::number(value, 'g', 7));
    return texts.join(u' ');
}

class VariantList
{
public:
    explicit VariantList(const QList<InputPort>& ports)
        : m_ports(ports)
    { }

    void add(const QString& id, const QString& title, const QString& sentence, QLatin1StringView key,
             const Change& change)
    {
        TrainingVariant variant{id, title, sentence, QString(key), {}, m_ports};
        bool isChanged = false;
        for (InputPort& port : variant.ports)
            isChanged = (port.isPicture() && change(port.config)) || isChanged;
        if (!isChanged)
            return;
        if (m_ports.size() == 1)
            variant.fix = fixFor(key, variant.ports.first().config);
        m_variants.append(std::move(variant));
    }
    [[nodiscard]] const QList<TrainingVariant>& all() const { return m_variants; }

private:
    static std::optional<Fix> fixFor(QLatin1StringView key, const InputConfig& config)
    {
        const auto set = [&](const QString& value) {
            return Fix{QString(key), value, false,
                       TrainingVariants::tr("Set %1 to “%2” and compile again.").arg(QString(key), value)};
        };
        if (key == meanKey)
            return set(numbers(config.mean));
        if (key == scaleKey)
            return set(numbers(config.scale));
        if (key == normKey && config.norm == NormType::NoPreprocess)
            return set(u"no_preprocess"_s);
        if (key == "input_parameters.input_type_train"_L1)
            return set(inputTypeName(config.typeTrain));
        return std::nullopt;
    }

    const QList<InputPort>& m_ports;
    QList<TrainingVariant> m_variants;
};

void addOrders(VariantList& list)
{
    list.add(u"mean-order"_s, TrainingVariants::tr("mean_value is in the wrong channel order"),
             TrainingVariants::tr("mean_value is in the wrong order: the training program subtracts its numbers from "
                                  "the channels the other way round."),
             meanKey, [](InputConfig& config) { return hasMean(config) && reverse(config.mean); });
    list.add(u"scale-order"_s, TrainingVariants::tr("scale_value is in the wrong channel order"),
             TrainingVariants::tr("scale_value is in the wrong order: the training program applies its numbers to the "
                                  "channels the other way round."),
             scaleKey, [](InputConfig& config) { return hasScale(config) && reverse(config.scale); });
    list.add(u"normalization-order"_s,
             TrainingVariants::tr("mean_value and scale_value are in the wrong channel order"),
             TrainingVariants::tr("mean_value and scale_value are both in the wrong channel order; they follow the "
                                  "order of input_type_train."),
             meanKey, [](InputConfig& config) {
                 const bool mean = hasMean(config) && reverse(config.mean);
                 return hasScale(config) && reverse(config.scale) && mean;
             });
    list.add(u"train-colour-order"_s, TrainingVariants::tr("input_type_train names the wrong colour order"),
             TrainingVariants::tr("input_type_train is wrong: the network was trained on the other order of red and "
                                  "blue."),
             "input_parameters.input_type_train"_L1, [](InputConfig& config) {
                 if (config.typeTrain != InputType::Rgb && config.typeTrain != InputType::Bgr)
                     return false;
                 config.typeTrain = config.typeTrain == InputType::Rgb ? InputType::Bgr : InputType::Rgb;
                 return true;
             });
}

void addScales(VariantList& list)
{
    list.add(u"scale-inverted"_s, TrainingVariants::tr("scale_value holds divisors (std) where factors are meant"),
             TrainingVariants::tr("scale_value is inverted: it holds what the training program divides by, and the "
                                  "toolchain multiplies by it."),
             scaleKey, [](InputConfig& config) {
                 const bool isGood = hasScale(config)
                     && std::ranges::none_of(config.scale, [](double value) { return value == 0.0; });
                 for (double& value : config.scale)
                     value = isGood ? 1.0 / value : value;
                 return isGood;
             });
    list.add(u"scale-lacks-255"_s, TrainingVariants::tr("scale_value lacks the division by 255"),
             TrainingVariants::tr("scale_value is 255 times too large: the division by 255 is missing."), scaleKey,
             [](InputConfig& config) { return hasScale(config) && multiply(config.scale, 1.0 / 255.0); });
    list.add(u"scale-255-doubled"_s, TrainingVariants::tr("scale_value holds the division by 255 twice"),
             TrainingVariants::tr("scale_value is 255 times too small: the division by 255 is in it twice."), scaleKey,
             [](InputConfig& config) { return hasScale(config) && multiply(config.scale, 255.0); });
    list.add(
        u"mean-in-unit-range"_s, TrainingVariants::tr("mean_value is given for pixels from 0 to 1"),
        TrainingVariants::tr("mean_value is in units of 0 to 1, and the toolchain subtracts it from pixels of 0 to "
                             "255."),
        meanKey, [](InputConfig& config) { return hasMean(config) && multiply(config.mean, 255.0); });
}

void addMissing(VariantList& list)
{
    list.add(u"normalization-superfluous"_s, TrainingVariants::tr("The network takes plain pixels"),
             TrainingVariants::tr("The normalization is superfluous: the training program feeds plain pixels, or the "
                                  "network normalizes them itself."),
             normKey, [](InputConfig& config) {
                 const bool isGiven = config.norm != NormType::NoPreprocess;
                 config.norm = NormType::NoPreprocess;
                 return isGiven;
             });
    list.add(u"mean-ignored"_s, TrainingVariants::tr("norm_type leaves mean_value or scale_value unused"),
             TrainingVariants::tr("norm_type does not use all that is given: the training program applies both "
                                  "mean_value and scale_value."),
             normKey, [](InputConfig& config) {
                 const bool isUnused
                     = config.norm != NormType::DataMeanAndScale && !config.mean.empty() && !config.scale.empty();
                 config.norm = NormType::DataMeanAndScale;
                 return isUnused;
             });
}

struct Usual
{
    QString name;
    std::vector<double> mean;
    std::vector<double> scale;
};

/// Normalizations that training programs use again and again.
void addUsual(VariantList& list)
{
    const std::vector<double> imagenetMean{123.675, 116.28, 103.53};
    const std::vector<double> imagenetScale{1 / 58.395, 1 / 57.12, 1 / 57.375};
    const QList<Usual> all{{u"ImageNet"_s, imagenetMean, imagenetScale},
                           {u"0…1"_s, {}, {1 / 255.0}},
                           {u"-1…1"_s, {127.5}, {1 / 127.5}},
                           {u"127/128"_s, {127.0}, {1 / 128.0}},
                           {u"128/128"_s, {128.0}, {1 / 128.0}},
                           {u"127.5/128"_s, {127.5}, {1 / 128.0}},
                           {u"ImageNet (mean)"_s, imagenetMean, {}}};
    for (const Usual& usual : all) {
        list.add(
            u"normalization-missing"_s,
            TrainingVariants::tr("The training program normalizes otherwise (%1)").arg(usual.name),
            TrainingVariants::tr("The normalization in the config is not the training program's, which is %1: mean "
                                 "%2, scale %3.")
                .arg(usual.name, usual.mean.empty() ? u"0"_s : numbers(usual.mean),
                     usual.scale.empty() ? u"1"_s : numbers(usual.scale)),
            normKey, [usual](InputConfig& config) {
                config.mean = usual.mean;
                config.scale = usual.scale;
                if (config.typeTrain == InputType::Bgr) {
                    std::ranges::reverse(config.mean);
                    std::ranges::reverse(config.scale);
                }
                config.norm = usual.mean.empty() ? NormType::DataScale
                    : usual.scale.empty()        ? NormType::DataMean
                                                 : NormType::DataMeanAndScale;
                return true;
            });
    }
}

} // namespace

QList<TrainingVariant> trainingVariants(const QList<InputPort>& ports)
{
    VariantList list(ports);
    addOrders(list);
    addScales(list);
    addMissing(list);
    addUsual(list);
    return list.all();
}

} // namespace driftscope
