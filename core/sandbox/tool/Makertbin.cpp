// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/Makertbin.h"

#include "core/base/Files.h"
#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/Conversion.h"

#include <QDir>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

void logVersions(const QString& logPath, ToolLog& log)
{
    log.info({"tool_utils", 77}, u"log will be stored in %1"_s.arg(logPath));
    log.info({"hb_mapper", 132}, u"Start hb_mapper...."_s);
    log.info({"hb_mapper", 133}, u"hbdk version %1"_s.arg(partVersion()));
    log.info({"hb_mapper", 134}, u"horizon_nn version %1"_s.arg(partVersion()));
    log.info({"hb_mapper", 135}, u"hb_mapper version %1"_s.arg(mapperVersion()));
}

bool fail(const Error& error, bool inConfig, ToolLog& log)
{
    log.error({"hb_mapper_makertbin", 45}, error.message);
    if (inConfig)
        log.error({"hb_mapper_makertbin", 46}, u"yaml file parse failed. Please double check your input"_s);
    log.error({"hb_mapper_makertbin", 47}, u"exception in command: makertbin"_s);
    return false;
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
    auto job = readJob(options.configFile, log);
    if (!job)
        return fail(job.error(), true, log);
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
