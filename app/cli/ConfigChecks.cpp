// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ConfigChecks.h"

#include "core/base/Files.h"
#include "core/lint/OwnRuleReader.h"
#include "core/session/LoadedStage.h"

#include <QFileInfo>

namespace driftscope::cli {

namespace {

/// The log and the board file of an earlier run, where they are named.
Result<void> takeEarlierBuild(const CheckRequest& request, LintSubject& subject)
{
    if (!request.log.isEmpty()) {
        auto text = readFile(request.log);
        if (!text)
            return forward(text);
        subject.log = std::make_shared<const MakertbinLog>(parseMakertbinLog(*text));
    }
    if (!request.board.isEmpty()) {
        auto board = readBoardModel(request.board);
        if (!board)
            return forward(board);
        subject.board = std::make_shared<const BoardModel>(std::move(*board));
    }
    return {};
}

/// A file of rules that cannot be read is no reason to say that all is well.
Result<void> takeOwnRules(const CheckRequest& request, LintSubject& subject)
{
    const OwnRuleSet own
        = readOwnRuleFiles(request.rules + ownRuleFilesBeside(QFileInfo(request.config).absolutePath()));
    if (!own.problems.isEmpty())
        return tl::make_unexpected(own.problems.first());
    subject.ownRules = std::make_shared<const QList<OwnRule>>(own.rules);
    return {};
}

} // namespace

Result<CheckedConfig> checkConfig(const CheckRequest& request, const CancelToken& cancel)
{
    auto document = ConfigDocument::load(request.config);
    if (!document)
        return forward(document);
    auto schema = ConfigSchema::load();
    if (!schema)
        return forward(schema);
    LintSubject subject;
    subject.document = *document;
    subject.config = readConversionConfig(*document);
    subject.schema = &*schema;
    subject.calibrationFolder = request.calibrationFolder;
    const QString model = request.model.isEmpty() ? subject.config.onnxModel : request.model;
    if (!request.model.isEmpty() || QFileInfo(model).isFile()) {
        auto loaded = loadStage(model, Stage::Float, cancel);
        // A model that the person named must open; a broken one that the config names is itself a finding of the
        // linter.
        if (!loaded && !request.model.isEmpty())
            return forward(loaded);
        if (loaded)
            subject.model = loaded->graph;
        else
            subject.modelProblem = loaded.error().message;
    }
    if (auto taken = takeEarlierBuild(request, subject); !taken)
        return forward(taken);
    if (auto taken = takeOwnRules(request, subject); !taken)
        return forward(taken);
    Diagnostics findings = lint(subject, cancel);
    if (subject.log)
        findings.append(subject.log->diagnostics);
    return CheckedConfig{std::move(*document), std::move(findings)};
}

Result<SweepSubject> sweepSubject(const Project& project, const CancelToken& cancel)
{
    auto document = ConfigDocument::load(project.configFile);
    if (!document)
        return forward(document);
    auto schema = ConfigSchema::load();
    if (!schema)
        return forward(schema);
    SweepSubject subject;
    subject.schema = std::make_shared<const ConfigSchema>(*std::move(schema));
    subject.lint.schema = subject.schema.get();
    subject.lint.config = readConversionConfig(*document);
    subject.lint.document = *std::move(document);
    subject.accepted = project.accepted;
    if (QFileInfo(subject.lint.config.onnxModel).isFile()) {
        if (auto loaded = loadStage(subject.lint.config.onnxModel, Stage::Float, cancel))
            subject.lint.model = loaded->graph;
        else
            subject.lint.modelProblem = loaded.error().message;
    }
    CheckRequest own;
    own.config = project.configFile;
    if (auto taken = takeOwnRules(own, subject.lint); !taken)
        return forward(taken);
    return subject;
}

} // namespace driftscope::cli
