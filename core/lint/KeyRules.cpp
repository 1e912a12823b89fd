// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/NearestKey.h"
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct KeyRules
{
    Q_DECLARE_TR_FUNCTIONS(KeyRules)
};

bool belongsToLaterToolchain(const ConfigSchema& schema, const QString& key)
{
    const ForeignKey* foreign = schema.find(key) == nullptr ? schema.findForeign(key) : nullptr;
    return foreign != nullptr && foreign->family == ForeignFamily::LaterToolchain;
}

/// Keys of the first two levels; what stands below (node names) is free.
bool isUnknown(const ConfigSchema& schema, const QStringList& keys, const QString& key)
{
    const QString group = key.section(u'.', 0, 0);
    if (key == group)
        return !schema.isKnownGroup(key);
    if (!schema.isKnownGroup(group) || schema.find(key) != nullptr)
        return false;
    // Below a known key, or below one that is reported itself?
    for (QString parent = key.section(u'.', 0, -2); parent != group && !parent.isEmpty();
         parent = parent.section(u'.', 0, -2)) {
        if (keys.contains(parent))
            return false;
    }
    return true;
}

void checkUnknown(const LintContext& context)
{
    const ConfigSchema* schema = context.subject().schema;
    if (schema == nullptr)
        return;
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (!isUnknown(*schema, keys, key) || belongsToLaterToolchain(*schema, key))
            continue;
        QString why = schema->foreignKeyExplanation(key);
        const QString nearest = nearestKey(*schema, key.section(u'.', 1));
        if (why.isEmpty() && !nearest.isEmpty())
            why = KeyRules::tr("The toolchain knows no such key here; perhaps %1 is meant.").arg(nearest);
        if (why.isEmpty())
            why = KeyRules::tr("The toolchain refuses keys and groups that it does not know.");
        context.reportAt(Severity::Error, context.document().value(key)->keyRange, key,
                         KeyRules::tr("%1 is not a key of the toolchain, which will refuse the config.").arg(key), why,
                         lintSource::x5Validator, context.remove(key));
    }
}

void checkGeneration(const LintContext& context)
{
    const ConfigSchema* schema = context.subject().schema;
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (schema == nullptr || key.count(u'.') > 1 || !belongsToLaterToolchain(*schema, key))
            continue;
        context.reportAt(Severity::Error, context.document().value(key)->keyRange, key,
                         KeyRules::tr("%1 belongs to another generation of the toolchain.").arg(key),
                         schema->foreignKeyExplanation(key), lintSource::laterToolchain, context.remove(key));
    }
    const QString march = u"model_parameters.march"_s;
    if (context.document().scalar(march).trimmed().startsWith(u"nash"_s, Qt::CaseInsensitive)) {
        context.report(Severity::Error, march,
                       KeyRules::tr("%1 cannot be compiled with this toolchain.").arg(context.document().scalar(march)),
                       KeyRules::tr("nash is the processor of S100 and J6, whose toolchain is hb_compile with another "
                                    "kind of config."),
                       lintSource::laterToolchain);
    }
}

void checkGroups(const LintContext& context)
{
    for (const QString& group :
         {u"model_parameters"_s, u"input_parameters"_s, u"calibration_parameters"_s, u"compiler_parameters"_s}) {
        if (context.document().contains(group))
            continue;
        context.report(Severity::Error, group, KeyRules::tr("The group %1 is missing.").arg(group),
                       KeyRules::tr("The toolchain needs all four groups, even where only defaults are wanted."),
                       lintSource::x3Manual);
    }
}

void checkRequired(const LintContext& context)
{
    if (context.subject().schema == nullptr)
        return;
    const auto report = [&](const QString& key) {
        context.report(Severity::Error, key, KeyRules::tr("%1 is required and has no value.").arg(key),
                       context.subject().schema->find(key)->explanation(), lintSource::x3Manual);
    };
    for (const ConfigKeyInfo& info : context.subject().schema->keys()) {
        if (info.required && !context.isGiven(info.key))
            report(info.key);
    }
    const QString normType = u"input_parameters.norm_type"_s;
    const March march = context.config().march;
    if ((march == March::Bernoulli2 || march == March::Bayes) && !context.isGiven(normType))
        report(normType);
}

void checkModelSource(const LintContext& context)
{
    const QString onnx = u"model_parameters.onnx_model"_s;
    const QString caffe = u"model_parameters.caffe_model"_s;
    const QString prototxt = u"model_parameters.prototxt"_s;
    const bool hasOnnx = context.isGiven(onnx);
    const bool hasCaffe = context.isGiven(caffe);
    const bool hasPrototxt = context.isGiven(prototxt);
    const QString why = KeyRules::tr("The model is either onnx_model, or caffe_model together with prototxt.");
    if (hasOnnx && (hasCaffe || hasPrototxt)) {
        context.report(Severity::Error, hasCaffe ? caffe : prototxt,
                       KeyRules::tr("Both an ONNX and a Caffe model are given."), why, lintSource::x3Manual);
    } else if (!hasOnnx && hasCaffe != hasPrototxt) {
        context.report(Severity::Error, hasCaffe ? caffe : prototxt,
                       KeyRules::tr("Half of the Caffe model is missing: caffe_model and prototxt go together."), why,
                       lintSource::x3Manual);
    } else if (!hasOnnx && !hasCaffe) {
        context.report(Severity::Error, context.document().contains(caffe) ? caffe : onnx,
                       KeyRules::tr("No model is named, so there is nothing to convert."), why, lintSource::x3Manual);
    }
}

void checkDuplicates(const LintContext& context)
{
    const QList<ConfigValue> losers = context.document().duplicates();
    for (const ConfigValue& loser : losers) {
        const int line = context.document().value(loser.key)->keyRange.line;
        context.reportAt(
            Severity::Warning, loser.keyRange, loser.key,
            KeyRules::tr("%1 is written again in line %2; what stands here is not used.").arg(loser.key).arg(line),
            KeyRules::tr("Of equal keys in one map the last one wins, without a message."), lintSource::publishedLogs);
    }
}

} // namespace

QList<NamedCheck> keyRules()
{
    return {{"unknown-key"_L1, checkUnknown},      {"wrong-toolchain-generation"_L1, checkGeneration},
            {"missing-group"_L1, checkGroups},     {"missing-required-key"_L1, checkRequired},
            {"model-source"_L1, checkModelSource}, {"duplicate-key"_L1, checkDuplicates}};
}

} // namespace driftscope
