// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/ConfigChecks.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// The X3's resizer has a buffer of this many pixels.
constexpr qint64 largestX3Region = 18432;

const QString sourceKey = u"compiler_parameters.input_source"_s;

Result<void> refuse(const QString& message)
{
    return failure(ErrorKind::InvalidArgument, message);
}

Result<void> checkNumber(const ConfigDocument& document, const QString& key, const std::function<bool(qint64)>& fits,
                         const QString& allowed)
{
    const QString text = document.scalar(u"compiler_parameters."_s + key);
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (text.isEmpty() || (isNumber && fits(value)))
        return {};
    return refuse(u"Key 'compiler_parameters' error:\nKey '%1' error:\n'%2' should be %3"_s.arg(key, text, allowed));
}

Result<void> checkBalance(const ConfigDocument& document, March march)
{
    if (document.scalar(u"compiler_parameters.compile_mode"_s) != "balance"_L1)
        return {};
    if (march != March::BayesE)
        return refuse(u"compile_mode balance is not supported on %1"_s.arg(marchName(march)));
    if (document.scalar(u"compiler_parameters.balance_factor"_s).isEmpty())
        return refuse(u"compile_mode balance needs balance_factor, which is not given"_s);
    return {};
}

Result<void> checkSourceNames(const ConfigDocument& document, const ToolConfig& config)
{
    for (const QString& key : document.keys()) {
        const QString name = key.startsWith(sourceKey + u'.') ? key.mid(sourceKey.size() + 1) : QString();
        if (name.isEmpty() || name == "_default_value"_L1)
            continue;
        if (std::ranges::find(config.inputs, name, &ToolInput::name) == config.inputs.end())
            return refuse(u"input_source names the input '%1', which the model does not have"_s.arg(name));
    }
    return {};
}

Result<void> checkSource(const ToolInput& input, const ToolConfig& config)
{
    if (input.source == "ddr"_L1)
        return {};
    if (input.source != "pyramid"_L1 && input.source != "resizer"_L1) {
        return refuse(
            u"Key 'compiler_parameters' error:\nKey 'input_source' error:\nOr('ddr', 'pyramid', 'resizer') did not validate '%1'"_s
                .arg(input.source));
    }
    if (input.typeRt != InputType::Nv12 && input.typeRt != InputType::Gray) {
        return refuse(u"input_source %1 is only supported when input_type_rt is nv12 or gray, input %2 is %3"_s.arg(
            input.source, input.name, inputTypeName(input.typeRt)));
    }
    if (input.source != "resizer"_L1)
        return {};
    if (config.march == March::Bernoulli2 && input.height() * input.width() >= largestX3Region) {
        return refuse(u"input_source resizer needs height * width below %1 on bernoulli2, input %2 has %3 * %4"_s
                          .arg(largestX3Region)
                          .arg(input.name)
                          .arg(input.height())
                          .arg(input.width()));
    }
    if (config.march == March::BayesE && config.layerOutDump)
        return refuse(u"layer_out_dump can not be used with input_source resizer (input %1)"_s.arg(input.name));
    return {};
}

} // namespace

Result<void> checkCompiler(const ConfigDocument& document, const ToolConfig& config)
{
    const auto isPercent = [](qint64 value) { return value >= 0 && value <= 100; };
    const auto isTime = [](qint64 value) { return value == 0 || (value >= 1000 && value <= 4294967295); };
    const auto isCount = [](qint64 value) { return value >= 0; };
    for (const auto& fine : {checkBalance(document, config.march),
                             checkNumber(document, u"balance_factor"_s, isPercent, u"an integer in range [0, 100]"_s),
                             checkNumber(document, u"max_time_per_fc"_s, isTime, u"0 or in range [1000, 4294967295]"_s),
                             checkNumber(document, u"advice"_s, isCount, u"an integer of at least 0"_s),
                             checkNumber(document, u"jobs"_s, isCount, u"an integer of at least 0"_s),
                             checkSourceNames(document, config)}) {
        if (!fine)
            return fine;
    }
    for (const ToolInput& input : config.inputs) {
        if (const auto fine = checkSource(input, config); !fine)
            return forward(fine);
    }
    return {};
}

} // namespace driftscope
