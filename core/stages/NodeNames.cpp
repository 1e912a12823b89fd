// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/NodeNames.h"

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Suffix
{
    QLatin1StringView text;
    NamePattern pattern;
};

/// Longest first where one ends in another.
constexpr std::array suffixes{
    Suffix{"_HzCalibration_HzDequantize"_L1, NamePattern::Calibration},
    Suffix{"_HzCalibration_HzQuantize"_L1, NamePattern::CalibratedQuantize},
    Suffix{"_HzCalibration_unfold"_L1, NamePattern::Calibration},
    Suffix{"_HzCalibration_fold"_L1, NamePattern::Calibration},
    Suffix{"_HzCalibration"_L1, NamePattern::Calibration},
    Suffix{"_HzQuantize"_L1, NamePattern::Quantize},
    Suffix{"_HzDequantize"_L1, NamePattern::Dequantize},
    Suffix{"_HzKeepFloat"_L1, NamePattern::Part},
    Suffix{"_transpose_output_reshape"_L1, NamePattern::Part},
    Suffix{"_transpose_output"_L1, NamePattern::Part},
    Suffix{"_transpose_input"_L1, NamePattern::Part},
    Suffix{"_reshape_input"_L1, NamePattern::Part},
    Suffix{"_reshape_output"_L1, NamePattern::Part},
    Suffix{"_quantized"_L1, NamePattern::Part},
    Suffix{"_calibrated"_L1, NamePattern::Part},
};

constexpr auto preprocessPrefix = "HZ_PREPROCESS_FOR_"_L1;
constexpr auto unitConvPrefix = "UNIT_CONV_FOR_"_L1;
constexpr auto softmaxSuffix = "_FROM_QUANTIZED_SOFTMAX"_L1;

/// `<owner>_NCHW2NHWC_LayoutConvert_Input0`, `<owner>_nhwc2nchw_transposed_…`
std::optional<QString> layoutConversionOwner(const QString& name)
{
    for (const QLatin1StringView direction : {"_NCHW2NHWC"_L1, "_NHWC2NCHW"_L1}) {
        const qsizetype at = name.indexOf(direction, 0, Qt::CaseInsensitive);
        if (at >= 0)
            return name.left(at);
    }
    const qsizetype at = name.indexOf("_LayoutConvert_"_L1);
    return at >= 0 ? std::optional(name.left(at)) : std::nullopt;
}

/// Where a value enters the integers it stands twice in the name: `<value>_<value>_HzCalibration_HzQuantize`.
QString undoubled(const QString& owner, NamePattern pattern)
{
    const qsizetype half = owner.size() / 2;
    const bool isDoubled = pattern == NamePattern::CalibratedQuantize && owner.size() % 2 == 1 && owner[half] == u'_'
        && QStringView(owner).first(half) == QStringView(owner).last(half);
    return isDoubled ? owner.first(half) : owner;
}

} // namespace

NodeNameParts parseNodeName(const QString& name)
{
    if (const auto owner = layoutConversionOwner(name))
        return {NamePattern::LayoutConversion,
                owner->startsWith(preprocessPrefix) ? owner->mid(preprocessPrefix.size()) : *owner};
    if (const qsizetype at = name.indexOf("_Requantize"_L1); at >= 0)
        return {NamePattern::Requantize, originalValueName(name.left(at))};
    for (const Suffix& suffix : suffixes) {
        if (name.size() > suffix.text.size() && name.endsWith(suffix.text))
            return {suffix.pattern, undoubled(name.chopped(suffix.text.size()), suffix.pattern)};
    }
    if (name.startsWith(preprocessPrefix))
        return {NamePattern::Preprocess, name.mid(preprocessPrefix.size())};
    if (name.startsWith(unitConvPrefix)) {
        QString owner = name.mid(unitConvPrefix.size());
        if (const qsizetype at = owner.indexOf("_TO_FUSE_SCALE"_L1); at >= 0)
            owner = owner.left(owner.lastIndexOf(u'_', at - 1)); // …_<scale>_TO_FUSE_SCALE
        return {NamePattern::Part, owner};
    }
    if (name.endsWith(softmaxSuffix)) {
        const QString rest = name.chopped(softmaxSuffix.size());
        return {NamePattern::Part, rest.left(rest.lastIndexOf(u'_'))};
    }
    if (name.startsWith("replaced_"_L1))
        return {NamePattern::Part, name.mid(9)};
    if (name.startsWith("reordered_"_L1) && name.endsWith("_in_kcp_layout"_L1))
        return {NamePattern::Part, name.mid(10).chopped(14)};
    return {NamePattern::None, name};
}

QString originalValueName(const QString& name)
{
    QString result = name;
    bool isChanged = true;
    while (isChanged) {
        isChanged = false;
        for (const QLatin1StringView suffix :
             {"_quantized"_L1, "_calibrated"_L1, "_uncalibrated"_L1, "_HzCalibration_int8"_L1, "_HzCalibration"_L1,
              "_HzDequantize"_L1, "_HzQuantize"_L1, "_nhwc2nchw_transposed"_L1}) {
            if (result.size() > suffix.size() && result.endsWith(suffix)) {
                result.chop(suffix.size());
                isChanged = true;
            }
        }
    }
    return result;
}

QList<qint64> promisedPermutation(const QString& name)
{
    if (name.contains("NCHW2NHWC"_L1, Qt::CaseInsensitive))
        return {0, 2, 3, 1};
    if (name.contains("NHWC2NCHW"_L1, Qt::CaseInsensitive))
        return {0, 3, 1, 2};
    return {};
}

QString operatorFamily(const QString& opType)
{
    if (opType == "QuantizeLinear"_L1 || opType == "HzQuantize"_L1)
        return u"Quantize"_s;
    if (opType == "DequantizeLinear"_L1 || opType == "HzDequantize"_L1)
        return u"Dequantize"_s;
    for (const QLatin1StringView prefix :
         {"QLinear"_L1, "HzSQuantized"_L1, "HzQuantized"_L1, "HzSElementwise"_L1, "Hz"_L1}) {
        if (opType.size() > prefix.size() && opType.startsWith(prefix))
            return opType.mid(prefix.size());
    }
    if (opType == "ConvInteger"_L1 || opType == "MatMulInteger"_L1) // hand on their sums, which nothing rounded yet
        return opType.chopped(7);
    return opType;
}

bool isQuantizeOrDequantize(const QString& opType)
{
    const QString family = operatorFamily(opType);
    return family == "Quantize"_L1 || family == "Dequantize"_L1 || family == "Calibration"_L1;
}

} // namespace driftscope
