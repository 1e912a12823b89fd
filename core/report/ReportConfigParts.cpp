// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportConfigParts.h"

#include "core/history/RunSummary.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ConfigParts
{
    Q_DECLARE_TR_FUNCTIONS(ReportConfigParts)
};

QList<int> relevantLines(const ReportSources& sources)
{
    QList<int> lines;
    const auto addKey = [&](const QString& key) {
        if (const auto value = sources.document->value(key))
            lines.append(value->keyRange.line);
    };
    if (sources.verdict.content) {
        addKey(sources.verdict.content->causeKey);
        if (sources.verdict.content->fix)
            addKey(sources.verdict.content->fix->key);
    }
    if (sources.findings.content) {
        for (const Diagnostic& finding : *sources.findings.content)
            lines.append(finding.range.line);
    }
    for (const InsertedNode& node : sources.chain.inserted)
        lines.append(node.cause.line);
    lines.removeAll(0);
    return lines;
}

/// The config in the folder of the run that the stages are of; nothing where they are of none.
Result<std::optional<ConfigDocument>> compiledConfig(const LoadedChain& chain)
{
    const QString folder = chain.stages.isEmpty() ? QString() : runFolderOf(chain.stages.last().file);
    if (folder.isEmpty())
        return std::nullopt;
    const auto summary = summarizeRun(folder);
    if (!summary)
        return forward(summary);
    if (summary->configFile.isEmpty())
        return std::nullopt;
    auto document = ConfigDocument::load(summary->configFile);
    if (!document)
        return forward(document);
    return std::optional(*std::move(document));
}

/// What a run rewrites for itself in its copy of a config is no change of a person's.
bool isOfRun(const ConfigDifference& difference)
{
    static const QStringList keys{u"model_parameters.working_dir"_s, u"model_parameters.onnx_model"_s,
                                  u"calibration_parameters.cal_data_dir"_s, u"model_parameters.prototxt"_s,
                                  u"model_parameters.caffe_model"_s};
    if (!keys.contains(difference.key))
        return false;
    const auto last = [](const QString& path) { return path.section(u'/', -1, -1, QString::SectionSkipEmpty); };
    return difference.key.endsWith("working_dir"_L1) || last(difference.before) == last(difference.after);
}

void compareWithCompiled(const ReportSources& sources, ReportedConfig& config)
{
    const auto compiled = compiledConfig(sources.chain);
    if (!compiled) {
        config.sinceCompiled.missing = compiled.error().message;
        return;
    }
    if (!*compiled) {
        config.sinceCompiled.missing
            = ConfigParts::tr("The stages belong to no run that is kept, so the config they were compiled from is not "
                              "known.");
        return;
    }
    const auto schema = ConfigSchema::load();
    if (!schema) {
        config.sinceCompiled.missing = schema.error().message;
        return;
    }
    QList<ConfigDifference> differences = compareConfigs(**compiled, *sources.document, *schema);
    erase_if(differences, [](const ConfigDifference& each) {
        return each.kind == ConfigDifference::Kind::SameMeaning || isOfRun(each);
    });
    config.sinceCompiled.content = differences;
    // Line by line only where something was changed: every run writes absolute paths into its copy.
    if (!differences.isEmpty())
        config.sinceCompiledText = textDifference((*compiled)->text(), sources.document->text(), 1);
}

} // namespace

Reported<ReportedConfig> reportedConfig(const ReportSources& sources)
{
    if (!sources.document)
        return {{}, ConfigParts::tr("No config is open.")};
    ReportedConfig config;
    const ConfigDocument& document = *sources.document;
    config.file = document.path();
    config.text = QString::fromUtf8(document.text());
    config.relevant = textExcerpt(document.text(), relevantLines(sources));
    if (sources.verdict.content && sources.verdict.content->fix) {
        const Fix& fix = *sources.verdict.content->fix;
        config.fixKey = fix.key;
        if (const auto fixed = document.withFix(fix))
            config.fix = textDifference(document.text(), fixed->text());
    }
    compareWithCompiled(sources, config);
    return {config, {}};
}

} // namespace driftscope
