// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"

#include "core/base/Profiles.h"
#include "core/board/BoardFile.h"
#include "core/history/LatestRun.h"
#include "core/toolchain/ToolchainFile.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

Result<ToolchainProfile> toolchainNamed(const std::string& name)
{
    if (name.empty() || name == "sandbox")
        return sandboxToolchain();
    const QString wanted = QString::fromStdString(name);
    const auto own = loadToolchains(personalToolchainsFile());
    if (!own)
        return forward(own);
    if (const int index = indexOfProfile(*own, wanted); index >= 0)
        return own->at(index);
    return ToolchainProfile{QFileInfo(wanted).fileName(), wanted, {}, false};
}

Result<BoardProfile> boardNamed(const std::string& name)
{
    if (name.empty() || name == "sandbox")
        return sandboxBoard();
    const QString wanted = QString::fromStdString(name);
    const auto own = loadBoards(personalBoardsFile());
    if (!own)
        return forward(own);
    if (const int index = indexOfProfile(*own, wanted); index >= 0)
        return own->at(index);
    return BoardProfile{QFileInfo(wanted).fileName(), wanted, {}, false};
}

QStringList toStringList(const std::vector<std::string>& texts)
{
    QStringList list;
    for (const std::string& text : texts)
        list.append(QString::fromStdString(text));
    return list;
}

Result<QList<Artifact>> artifactsNamed(const std::vector<std::string>& names)
{
    QList<Artifact> artifacts;
    for (const QString& name : toStringList(names)) {
        const QFileInfo info(name);
        if (!info.isDir()) {
            artifacts.append({stageFromFileName(info.fileName()), info.absoluteFilePath()});
            continue;
        }
        if (const auto run = readRun(name)) {
            artifacts.append(run->artifacts);
            continue;
        }
        const QList<Artifact> found = findArtifacts(info.absoluteFilePath());
        if (found.isEmpty()) {
            return failure(
                ErrorKind::NotFound,
                u"The folder “%1” holds no stages of a conversion (*_original_float_model.onnx … *.bin)."_s.arg(name));
        }
        artifacts.append(found);
    }
    return artifacts;
}

Result<CompileResult> latestRun(const QString& runsFolder, const QString& configFile)
{
    if (auto run = driftscope::latestRun(runsFolder, configFile))
        return *std::move(run);
    return failure(
        ErrorKind::NotFound,
        u"There is no compiled run in “%1”; run “driftscope-cli compile” on the config first."_s.arg(runsFolder));
}

Result<OpenedExperiment> openExperiment(const QString& path, const std::string& board, const CancelToken& cancel,
                                        Progress& progress)
{
    auto profile = boardNamed(board);
    if (!profile)
        return forward(profile);
    auto project = openProject(path);
    if (!project)
        return forward(project);
    auto document = ConfigDocument::load(project->configFile);
    if (!document)
        return forward(document);
    auto run = latestRun(project->runsFolder, project->configFile);
    if (!run)
        return forward(run);
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    auto chain = loadChain(run->artifacts, &*document, &run->log, cancel, progress);
    if (!chain)
        return forward(chain);
    Experiment experiment{*runtime, *std::move(profile), readConversionConfig(*document), std::move(*chain)};
    return OpenedExperiment{std::move(*project), std::move(*document), std::move(experiment)};
}

Result<qint64> bytesNamed(const std::string& text, qint64 usual)
{
    if (text.empty())
        return usual;
    static const QRegularExpression form(u"^(\\d{1,9})([KMGT]?)i?B?$"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(QString::fromStdString(text));
    const qint64 number = match.captured(1).toLongLong();
    if (!match.hasMatch() || number == 0) {
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” is not a number of bytes; write it as 512M or 4G."_s.arg(QString::fromStdString(text)));
    }
    const qsizetype power = u"KMGT"_s.indexOf(match.captured(2).toUpper()) + 1;
    return number << (match.captured(2).isEmpty() ? 0 : 10 * power);
}

QString scratchFolder()
{
    static const QTemporaryDir folder;
    return folder.path();
}

} // namespace driftscope::cli
