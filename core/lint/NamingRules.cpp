// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct NamingRules
{
    Q_DECLARE_TR_FUNCTIONS(NamingRules)
};

const QString onnxModel = u"model_parameters.onnx_model"_s;
const QString prefixKey = u"model_parameters.output_model_file_prefix"_s;
const QString workingDir = u"model_parameters.working_dir"_s;

QStringList wordsOf(const QString& name)
{
    static const QRegularExpression separators(u"[^a-z0-9]+"_s);
    return name.toLower().split(separators, Qt::SkipEmptyParts);
}

/// Words by which members of one family of networks are told apart.
bool isSizeWord(const QString& word)
{
    static const QSet<QString> words{u"atto"_s,  u"femto"_s,  u"pico"_s,  u"nano"_s,   u"tiny"_s,
                                     u"small"_s, u"medium"_s, u"large"_s, u"xlarge"_s, u"huge"_s};
    return words.contains(word);
}

/// `yolo11s` and `yolo11n`: the same name and version, another letter for the size.
bool differBySizeLetter(const QString& a, const QString& b)
{
    static const QRegularExpression sized(u"^([a-z]{3,}\\d+)([nsmlx])$"_s);
    const auto first = sized.match(a);
    const auto second = sized.match(b);
    return first.hasMatch() && second.hasMatch() && first.captured(1) == second.captured(1)
        && first.captured(2) != second.captured(2);
}

/// The pair of words, one of each name, that say different sizes; empty where the names agree or do not say.
std::pair<QString, QString> differingSizes(const QStringList& ours, const QStringList& theirs)
{
    for (const QString& our : ours) {
        for (const QString& their : theirs) {
            const bool sizes = isSizeWord(our) && isSizeWord(their) && our != their;
            if ((sizes || differBySizeLetter(our, their)) && !theirs.contains(our) && !ours.contains(their))
                return {our, their};
        }
    }
    return {};
}

void checkVariant(const LintContext& context)
{
    const QString model = QFileInfo(context.config().onnxModel).completeBaseName();
    if (model.isEmpty())
        return;
    const QString file = QFileInfo(context.document().path()).completeBaseName();
    const QString folder = QFileInfo(context.document().scalar(workingDir).trimmed()).fileName();
    for (const QString& name : {context.document().scalar(prefixKey).trimmed(), folder, file}) {
        const auto [ours, theirs] = differingSizes(wordsOf(name), wordsOf(model));
        if (ours.isEmpty())
            continue;
        context.report(
            Severity::Warning, onnxModel,
            NamingRules::tr("“%1” says %2, but the model that will be converted is “%3”.").arg(name, ours, model),
            NamingRules::tr("The config was probably copied from that of another size of the network. A "
                            "published config for the atto size converts the femto model in this way."),
            lintSource::publishedLogs);
        return;
    }
}

/// The march that a name speaks of.
March marchIn(const QString& name)
{
    const QStringList words = wordsOf(name);
    if (words.contains(u"bernoulli2"_s))
        return March::Bernoulli2;
    if (words.contains(u"bayese"_s) || name.toLower().contains("bayes-e"_L1) || name.toLower().contains("bayes_e"_L1))
        return March::BayesE;
    return words.contains(u"bayes"_s) ? March::Bayes : March::Unknown;
}

void checkMarchInNames(const LintContext& context)
{
    const March march = context.config().march;
    if (march == March::Unknown)
        return;
    for (const QString& key : {prefixKey, workingDir}) {
        const QString name = QFileInfo(context.document().scalar(key).trimmed()).fileName();
        const March said = marchIn(name);
        if (said == March::Unknown || said == march)
            continue;
        context.report(Severity::Warning, key,
                       NamingRules::tr("“%1” says %2, but the model is compiled for %3.")
                           .arg(name, marchName(said), marchName(march)),
                       NamingRules::tr("Either the march or the name was copied from another config. A board refuses "
                                       "models of another march."),
                       lintSource::publishedLogs);
    }
}

void checkSizeInPrefix(const LintContext& context)
{
    static const QRegularExpression size(u"(?<!\\d)(\\d{2,4})x(\\d{2,4})(?!\\d)"_s);
    const auto match = size.match(context.document().scalar(prefixKey));
    const std::optional<Shape> shape = context.shapeOf(0);
    if (!match.hasMatch() || !shape || shape->rank() != 4 || !shape->isKnown() || context.config().inputs.size() != 1)
        return;
    const auto& sizes = shape->sizes();
    const bool both = std::ranges::count(sizes, match.captured(1).toLongLong()) > 0
        && std::ranges::count(sizes, match.captured(2).toLongLong()) > 0;
    if (both)
        return;
    context.report(
        Severity::Info, prefixKey,
        NamingRules::tr("The name of the output says %1, but the input is %2.")
            .arg(match.captured(), shape->toString()),
        NamingRules::tr("The name was probably copied from another config and will mislead whoever writes the program "
                        "for the board."),
        lintSource::publishedLogs);
}

void checkPrefixIsName(const LintContext& context)
{
    static const QRegularExpression wrong(u"[/\\\\\\s:*?\"<>|]"_s);
    const QString prefix = context.document().scalar(prefixKey).trimmed();
    if (!wrong.match(prefix).hasMatch())
        return;
    const QString repaired = QFileInfo(prefix).fileName().replace(wrong, u"_"_s);
    std::optional<Fix> fix;
    if (!repaired.isEmpty())
        fix = context.set(prefixKey, repaired);
    context.report(Severity::Warning, prefixKey,
                   NamingRules::tr("“%1” is no good beginning of a file name.").arg(prefix),
                   NamingRules::tr("All files of the conversion, and the model inside the board file, are named so; "
                                   "folders belong into working_dir."),
                   lintSource::x3Manual, fix);
}

void checkWorkingDir(const LintContext& context)
{
    if (!context.isGiven(workingDir))
        return;
    for (const InputConfig& input : context.config().inputs) {
        if (input.calibrationFolder.isEmpty() || input.calibrationFolder != context.config().workingDir)
            continue;
        context.report(Severity::Error, workingDir,
                       NamingRules::tr("The next conversion will take its own results for calibration samples."),
                       NamingRules::tr("working_dir and cal_data_dir are the same folder, and every file in the latter "
                                       "is read as a sample."),
                       lintSource::x3Manual, context.set(workingDir, u"model_output"_s));
        return;
    }
}

} // namespace

QList<NamedCheck> namingRules()
{
    return {{"names-disagree-on-size"_L1, checkVariant},
            {"names-disagree-on-march"_L1, checkMarchInNames},
            {"prefix-names-other-size"_L1, checkSizeInPrefix},
            {"prefix-no-file-name"_L1, checkPrefixIsName},
            {"working-dir-is-calibration-folder"_L1, checkWorkingDir}};
}

} // namespace driftscope
