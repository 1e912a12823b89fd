// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/Makertbin.h"

#include "core/base/Files.h"
#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/Conversion.h"

#include <QDir>
#include <QFileInfo>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

bool fail(const Error& error, bool inConfig, ToolLog& log)
{
    log.error({"hb_mapper_makertbin", 45}, error.message);
    if (inConfig)
        log.error({"hb_mapper_makertbin", 46}, u"yaml file parse failed. Please double check your input"_s);
    log.error({"hb_mapper_makertbin", 47}, u"exception in command: makertbin"_s);
    return false;
}

Result<void> writeFastPerfConfig(const MakertbinOptions& options)
{
    const QString prefix = QFileInfo(options.fastPerf->path).completeBaseName();
    const QString folder = QDir(options.logFolder).absoluteFilePath(u"model_output"_s);
    const auto yaml = generatedConfig(*options.fastPerf, folder, prefix, u"O3"_s);
    if (!yaml)
        return forward(yaml);
    if (const auto made = makeFolder(QFileInfo(options.configFile).absolutePath()); !made)
        return made;
    return writeFileAtomically(options.configFile, *yaml);
}

void askForSpeed(ToolConfig& config)
{
    config.isFastPerf = true;
    QStringList types{u"Quantize"_s, u"Transpose"_s, u"Dequantize"_s, u"Cast"_s, u"Reshape"_s};
    if (config.march == March::BayesE)
        types.append(u"Softmax"_s);
    // One behind the other at an end: each round takes one of them.
    constexpr int rounds = 4;
    for (int i = 0; i < rounds; ++i)
        config.nodes.removeTypes.append(types);
}

} // namespace

bool runMakertbin(const MakertbinOptions& options, const ToolLog::Console& console)
{
    ToolLog log(console);
    const QString logPath = QDir(options.logFolder).absoluteFilePath(u"hb_mapper_makertbin.log"_s);
    if (const auto opened = log.openFile(logPath); !opened)
        return fail(opened.error(), false, log);
    logVersions(logPath, log);
    log.info({"hb_mapper_makertbin", 530}, u"Start Model Convert...."_s);
    if (options.fastPerf) {
        log.info({"hb_mapper_makertbin", 520}, u"fast-perf mode, the result is for measuring speed only"_s);
        if (const auto written = writeFastPerfConfig(options); !written)
            return fail(written.error(), false, log);
    }
    auto job = readJob(options.configFile, log);
    if (!job)
        return fail(job.error(), true, log);
    if (options.fastPerf)
        askForSpeed(job->config);
    job->config.knownFaults = options.knownFaults;
    for (const ToolInput& input : job->config.inputs) {
        log.info({"hb_mapper_makertbin", 60},
                 u"input '%1' : original model shape: [%2]"_s.arg(input.name,
                                                                  input.shape.toString().replace(u"x"_s, u", "_s)));
    }
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return fail(runtime.error(), false, log);
    Conversion conversion(std::move(*job), *runtime, log);
    if (const auto done = conversion.run(); !done)
        return fail(done.error(), false, log);
    if (!options.originsFile.isEmpty()) {
        if (const auto written = writeFileAtomically(options.originsFile, conversion.origins().toJson()); !written)
            return fail(written.error(), false, log);
    }
    log.info({"hb_mapper_makertbin", 783}, u"Convert to runtime bin file successfully!"_s);
    log.info({"hb_mapper_makertbin", 784}, u"End Model Convert"_s);
    return true;
}

} // namespace driftscope
