// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/Workplace.h"

#include "core/base/Files.h"
#include "core/process/Pipe.h"
#include "core/process/RemoteLaunchers.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Workplaces
{
    Q_DECLARE_TR_FUNCTIONS(Workplace)
};

constexpr QLatin1StringView incomingFolder{"incoming.part"};

/// Unpacks standard input into a folder that must be new, or leaves none. Arguments: BASE ROOT.
constexpr auto receiveScript = "umask 077; mkdir -p -- \"$1\" && mkdir -- \"$2\" || exit 1; tar -xof - -C \"$2\" || { "
                               "rm -rf -- \"$2\"; exit 1; }";

QString imageRoot(const ToolchainProfile& toolchain)
{
    return toolchain.folderThere.isEmpty() ? u"/driftscope"_s : QDir::cleanPath(toolchain.folderThere);
}

QString copyBase(const ToolchainProfile& toolchain)
{
    return toolchain.folderThere.isEmpty() ? u"/tmp"_s : QDir::cleanPath(toolchain.folderThere);
}

/// Files that ONNX keeps beside a model by custom: the weights under the model's name with something behind it.
QStringList besideModel(const QFileInfo& model)
{
    QStringList files;
    for (const QFileInfo& file : model.dir().entryInfoList(QDir::Files)) {
        const QString name = file.fileName();
        const bool isWeights = name.startsWith(model.fileName()) || name == model.completeBaseName() + u".data"
            || name == model.completeBaseName() + u".weights";
        if (isWeights && name != model.fileName())
            files.append(file.absoluteFilePath());
    }
    return files;
}

Result<void> transferred(const ProcessResult& result, const QString& sentence)
{
    if (result.isSuccess())
        return {};
    return failure(result.ending == ProcessResult::Ending::Cancelled ? ErrorKind::Cancelled : ErrorKind::Unavailable,
                   sentence);
}

Command tarOf(const QString& folder)
{
    Command tar;
    tar.program = u"tar"_s;
    tar.arguments = {u"-chf"_s, u"-"_s, u"-C"_s, folder, u"."_s};
    return tar;
}

} // namespace

std::unique_ptr<Launcher> plainLauncher(const ToolchainProfile& toolchain)
{
    switch (toolchain.place) {
    case ToolchainPlace::Local:
        break;
    case ToolchainPlace::Image:
        return std::make_unique<ContainerLauncher>(ContainerLauncher::ofImage(
            toolchain.engine, toolchain.target, u"driftscope-%1"_s.arg(QRandomGenerator::system()->generate64(), 0, 16),
            toolchain.options, {}));
    case ToolchainPlace::Container:
        return std::make_unique<ContainerLauncher>(
            ContainerLauncher::ofContainer(toolchain.engine, toolchain.target, toolchain.options));
    case ToolchainPlace::Host:
        return std::make_unique<SshLauncher>(toolchain.engine, toolchain.target, toolchain.options);
    }
    return std::make_unique<LocalLauncher>();
}

Workplace::Workplace(const ToolchainProfile& toolchain, const QString& runFolder)
    : m_toolchain(toolchain)
    , m_runFolder(runFolder)
    , m_runThere(runFolder)
    , m_mounts(toolchain.mounts)
{
    const QString name = u"driftscope-run-%1-%2"_s.arg(QFileInfo(runFolder).fileName())
                             .arg(QRandomGenerator::system()->generate(), 0, 16);
    if (toolchain.place == ToolchainPlace::Image) {
        m_root = imageRoot(toolchain);
        for (const PathMount& mount : toolchain.mounts)
            m_mountArguments.append(bindMount(mount.here, mount.there, true));
        m_runThere = m_root + u"/run";
        m_mounts.append({runFolder, m_runThere});
        m_mountArguments.append(bindMount(runFolder, m_runThere, false));
    } else if (toolchain.place != ToolchainPlace::Local) {
        const QString seen = mappedByMounts(m_mounts, runFolder);
        m_isCopied = seen.isEmpty();
        m_root = copyBase(toolchain) + u'/' + name;
        m_runThere = m_isCopied ? m_root + u"/run" : seen;
        if (m_isCopied)
            m_mounts.append({runFolder, m_runThere});
    }
}

std::optional<Workplace> Workplace::ofRecord(const QJsonObject& record, const QString& runFolder)
{
    Workplace place;
    ToolchainProfile& toolchain = place.m_toolchain;
    toolchain.place = ToolchainPlace::Host;
    toolchain.engine = record.value(u"engine"_s).toString();
    toolchain.target = record.value(u"target"_s).toString();
    toolchain.program = record.value(u"program"_s).toString();
    for (const QJsonValue& option : record.value(u"options"_s).toArray())
        toolchain.options.append(option.toString());
    place.m_runFolder = runFolder;
    place.m_root = record.value(u"root"_s).toString();
    place.m_runThere = place.m_root + u"/run";
    place.m_isCopied = true;
    // The name of the folder there is part of what is removed there in the end.
    const bool isOurs = QFileInfo(place.m_root).fileName().startsWith(u"driftscope-run-"_s);
    const bool isUsable = !toolchain.engine.isEmpty() && !toolchain.target.isEmpty()
        && !toolchain.target.startsWith(u'-') && place.m_root.startsWith(u'/') && isOurs;
    return isUsable ? std::optional(std::move(place)) : std::nullopt;
}

QJsonObject Workplace::remembered() const
{
    if (!survivesConnection())
        return {};
    return {{u"engine"_s, m_toolchain.engine},
            {u"target"_s, m_toolchain.target},
            {u"program"_s, m_toolchain.program},
            {u"options"_s, QJsonArray::fromStringList(m_toolchain.options)},
            {u"root"_s, m_root}};
}

void Workplace::plan(const QStringList& paths)
{
    if (m_toolchain.place == ToolchainPlace::Local)
        return;
    qsizetype number = 0;
    for (const QString& path : paths) {
        if (!QFileInfo::exists(path) || !mappedByMounts(m_mounts, path).isEmpty())
            continue;
        if (m_toolchain.place == ToolchainPlace::Image)
            planMounted(path, number++);
        else
            planCopied(path, number++);
    }
}

/// A folder keeps its name, which may say what type of data it holds.
void Workplace::planMounted(const QString& path, qsizetype number)
{
    const QFileInfo info(path);
    const QString folder = info.isDir() ? path : info.absolutePath();
    const QString there = u"%1/in/%2/%3"_s.arg(m_root).arg(number).arg(QFileInfo(folder).fileName());
    m_mounts.append({folder, QDir::cleanPath(there)});
    m_mountArguments.append(bindMount(folder, QDir::cleanPath(there), true));
}

void Workplace::planCopied(const QString& path, qsizetype number)
{
    const QFileInfo info(path);
    QStringList files{path};
    if (info.isFile())
        files += besideModel(info);
    for (const QString& file : std::as_const(files)) {
        const QString there = u"in/%1/%2"_s.arg(number).arg(QFileInfo(file).fileName());
        m_inputs.append({file, there});
        m_mounts.append({file, m_root + u'/' + there});
    }
}

QString Workplace::mapped(const QString& localPath) const
{
    const QString there = mappedByMounts(m_mounts, localPath);
    return there.isEmpty() ? localPath : there;
}

Command Workplace::launched(const Command& command) const
{
    if (m_toolchain.place != ToolchainPlace::Image)
        return plainLauncher(m_toolchain)->prepare(command);
    return ContainerLauncher::ofImage(m_toolchain.engine, m_toolchain.target,
                                      u"driftscope-run-"_s + QFileInfo(m_runFolder).fileName(), m_toolchain.options,
                                      m_mountArguments)
        .prepare(command);
}

Command Workplace::prepare(const Command& command) const
{
    Command tool = command;
    if (m_toolchain.place == ToolchainPlace::Local)
        tool = LocalLauncher().prepare(command);
    tool.title = command.program;
    return launched(guarded(tool, guardOptions()));
}

GuardOptions Workplace::guardOptions() const
{
    GuardOptions options;
    options.folder = m_worksInOutput ? m_runThere + u'/' + runOutputFolder : m_runThere;
    options.output = m_worksInOutput ? options.folder : QString(runOutputFolder);
    options.removed = m_isCopied ? m_root : QString();
    options.runId = QFileInfo(m_runFolder).fileName() + u'-' + QString::number(QCoreApplication::applicationPid());
    options.environment = m_toolchain.environment;
    if (survivesConnection())
        options.watch = m_root + u"/watch";
    return options;
}

Result<void> Workplace::send(const CancelToken& cancel) const
{
    if (!m_isCopied)
        return {};
    const QTemporaryDir staged; // links to what is sent, laid out as it will be there
    const QDir root(staged.path());
    bool isStaged = staged.isValid() && root.mkpath(u"run/"_s + runOutputFolder);
    for (const Input& input : m_inputs)
        isStaged = isStaged && root.mkpath(QFileInfo(input.there).path())
            && QFile::link(input.here, root.filePath(input.there));
    for (const QFileInfo& file : QDir(m_runFolder).entryInfoList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files))
        isStaged = isStaged && QFile::link(file.absoluteFilePath(), root.filePath(u"run/"_s + file.fileName()));
    if (!isStaged)
        return failure(ErrorKind::Unreadable,
                       Workplaces::tr("What is to be sent cannot be gathered in “%1”; check that there is room.")
                           .arg(QDir::tempPath()));
    Command receive;
    receive.program = u"sh"_s;
    receive.arguments = {u"-c"_s, QString::fromLatin1(receiveScript), u"receive"_s, copyBase(m_toolchain), m_root};
    const ProcessResult result = runPiped(tarOf(staged.path()), launched(receive), cancel);
    return transferred(result,
                       Workplaces::tr("The files of the run cannot be copied to the %1. %2")
                           .arg(toolchainWhere(m_toolchain), result.message));
}

Result<void> Workplace::fetch(const CancelToken& cancel) const
{
    if (!m_isCopied)
        return {};
    const QString incoming = QDir(m_runFolder).filePath(incomingFolder);
    if (auto made = makeFolder(incoming); !made)
        return made;
    Command unpack;
    unpack.program = u"tar"_s;
    unpack.arguments = {u"-xof"_s, u"-"_s, u"-C"_s, incoming};
    Command pack = tarOf(m_runThere);
    pack.arguments[0] = u"-cf"_s;
    const ProcessResult result = runPiped(launched(pack), unpack, cancel);
    if (result.isSuccess())
        takeFetched(incoming);
    QDir(incoming).removeRecursively();
    return transferred(result,
                       Workplaces::tr("The results cannot be brought back from the %1; they are kept there in “%2”. %3")
                           .arg(toolchainWhere(m_toolchain), m_runThere, result.message));
}

/// The names of results appear when all is here. What the run's folder holds itself stays.
void Workplace::takeFetched(const QString& folder) const
{
    const QDir from(folder);
    const QDir to(m_runFolder);
    to.rmdir(runOutputFolder); // empty until now
    to.rmdir(runIncompleteFolder); // as it is called after an interruption
    for (const QString& name : from.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        if (!QFileInfo::exists(to.filePath(name)))
            QFile::rename(from.filePath(name), to.filePath(name));
    }
}

void Workplace::clear() const
{
    Command command;
    if (survivesConnection()) {
        command = launched(cleared(m_root));
    } else if (m_isCopied) {
        command.program = u"rm"_s;
        command.arguments = {u"-rf"_s, u"--"_s, m_root};
        command = launched(command);
    } else if (m_toolchain.place == ToolchainPlace::Image) {
        command.program = m_toolchain.engine;
        command.arguments = {u"rm"_s, u"-f"_s, u"driftscope-run-"_s + QFileInfo(m_runFolder).fileName()};
    } else {
        return;
    }
    constexpr int patienceMilliseconds = 30000;
    // It may be gone already, and where it cannot be reached there is nothing to be done now.
    static_cast<void>(runProcess(command, {}, CancelToken(), patienceMilliseconds));
}

} // namespace driftscope
