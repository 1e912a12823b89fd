// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/Checker.h"

#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/Conversion.h"

#include <QDir>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

Result<ToolJob> checkerJob(const CheckerOptions& options)
{
    const QString folder = QDir(options.logFolder).absoluteFilePath(u".hb_check"_s);
    const auto yaml = generatedConfig(options.model, folder, u"checker"_s, u"O0"_s);
    if (!yaml)
        return forward(yaml);
    const auto document = ConfigDocument::fromText(*yaml);
    if (!document)
        return forward(document);
    ToolLog silent([](const QByteArray&) {}); // the person wrote no config to report on
    auto job = readJob(*document, silent);
    if (!job)
        return job;
    job->config.prefix.clear();
    job->config.isCheck = true;
    return job;
}

Result<void> check(const CheckerOptions& options, ToolLog& log)
{
    auto job = checkerJob(options);
    if (!job)
        return forward(job);
    QStringList names;
    for (const ToolInput& input : job->config.inputs)
        names.append(input.name);
    QStringList given;
    QStringList shapes;
    for (const auto& [name, shape] : options.model.inputShapes) {
        given.append(u"'%1'"_s.arg(name));
        shapes.append(u"'%1': [%2]"_s.arg(name, QString(shape).replace(u"x"_s, u", "_s)));
    }
    log.info({"helper", 145}, u"Model input names: ['%1']"_s.arg(names.join(u"', '"_s)));
    log.info({"hb_mapper_checker", 103}, u"Model type: onnx"_s);
    log.info({"hb_mapper_checker", 104}, u"march: %1"_s.arg(marchName(options.model.march)));
    log.info({"hb_mapper_checker", 109}, u"input names [%1]"_s.arg(given.join(u", "_s)));
    log.info({"hb_mapper_checker", 110}, u"input shapes {%1}"_s.arg(shapes.join(u", "_s)));
    log.info({"hb_mapper_checker", 116}, u"Begin model checking...."_s);
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    return Conversion(std::move(*job), *runtime, log).run();
}

} // namespace

bool runChecker(const CheckerOptions& options, const ToolLog::Console& console)
{
    ToolLog log(console);
    const QString path = QDir(options.logFolder).absoluteFilePath(u"hb_mapper_checker.log"_s);
    auto done = log.openFile(path);
    if (done) {
        logVersions(path, log);
        done = check(options, log);
    }
    if (!done) {
        log.error({"hb_mapper_checker", 130}, done.error().message);
        log.error({"hb_mapper_checker", 131}, u"exception in command: checker"_s);
        return false;
    }
    log.info({"hb_mapper_checker", 140}, u"End model checking...."_s);
    return true;
}

} // namespace driftscope
