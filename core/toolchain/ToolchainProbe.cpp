// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ToolchainProbe.h"

#include "core/toolchain/Workplace.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Probe
{
    Q_DECLARE_TR_FUNCTIONS(ToolchainProbe)
};

constexpr int probeMilliseconds = 60000;
constexpr int engineMilliseconds = 10000;

/// Arguments: TOOL… -- [NAME=VALUE…] PROGRAM [ARGUMENT…]. Each line begins with what it is about.
constexpr auto probeScript = R"SH(while [ "$1" != -- ]; do
  command -v "$1" >/dev/null 2>&1 && echo "tool $1"
  shift
done
shift
ask() { env "$@" </dev/null 2>&1; echo "status $?"; }
ask "$@" --version | sed "s/^/version /"
ask "$@" --help | sed "s/^/help /"
ask "$@" makertbin --help | sed "s/^/makertbin /"
)SH";

const QStringList& knownTools()
{
    static const QStringList tools{
        u"hb_mapper"_s,   u"hb_perf"_s,           u"hb_model_info"_s, u"hb_model_modifier"_s,
        u"hb_verifier"_s, u"hb_model_verifier"_s, u"hb_pack"_s,       u"hb_eval_preprocess"_s,
        u"hb_compile"_s,  u"hbdk-cc"_s,           u"hrt_model_exec"_s};
    return tools;
}

void takeLine(const QString& line, ToolchainCapabilities& found, int& versionStatus)
{
    static const QRegularExpression number(u"(\\d+(?:\\.\\d+)+)"_s);
    const QString kind = line.section(u' ', 0, 0);
    const QString rest = line.section(u' ', 1);
    if (kind == u"tool"_s) {
        found.tools.append(rest);
    } else if (kind == u"version"_s) {
        if (rest.startsWith(u"status "_s)) {
            versionStatus = rest.section(u' ', 1).toInt();
        } else if (found.version.isEmpty()) {
            if (const auto match = number.match(rest); match.hasMatch()) {
                found.version = match.captured(1);
                found.versionLine = rest.trimmed();
            } else if (found.versionLine.isEmpty()) {
                found.versionLine = rest.trimmed(); // why there is none
            }
        }
    } else if (kind == u"help"_s && rest.contains(u"checker"_s)) {
        found.hasChecker = true;
    } else if (kind == u"makertbin"_s && rest.contains(u"--fast-perf"_s)) {
        found.hasFastPerf = true;
    }
}

/// What an engine says, line by line; empty when it is not there or does not answer.
QStringList engineLines(const QString& engine, const QStringList& arguments, const CancelToken& cancel)
{
    QStringList lines;
    Command command;
    command.program = engine;
    command.arguments = arguments;
    const ProcessResult result = runProcess(
        command,
        [&lines](OutputChannel channel, const QString& line) {
            if (channel == OutputChannel::StandardOutput && !line.trimmed().isEmpty())
                lines.append(line.trimmed());
        },
        cancel, engineMilliseconds);
    return result.isSuccess() ? lines : QStringList();
}

bool isVendors(const QString& name)
{
    static const QRegularExpression pattern(u"openexplorer|open_explorer|ai_toolchain|horizon|d-robotics|drobotics"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(name).hasMatch();
}

QList<PathMount> mountsOf(const QString& engine, const QString& container, const CancelToken& cancel)
{
    QList<PathMount> mounts;
    const QString json
        = engineLines(engine, {u"inspect"_s, u"--format"_s, u"{{json .Mounts}}"_s, container}, cancel).join(u' ');
    for (const QJsonValue& value : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const PathMount mount{value[u"Source"_s].toString(), value[u"Destination"_s].toString()};
        if (mount.here.startsWith(u'/') && mount.there.startsWith(u'/'))
            mounts.append(mount);
    }
    return mounts;
}

void findWithEngine(const QString& engine, const CancelToken& cancel, QList<ToolchainProfile>& found)
{
    const auto add = [&](ToolchainPlace place, const QString& target, const QString& name) {
        ToolchainProfile toolchain{name, u"hb_mapper"_s};
        toolchain.place = place;
        toolchain.engine = engine;
        toolchain.target = target;
        if (place == ToolchainPlace::Container)
            toolchain.mounts = mountsOf(engine, target, cancel);
        if (checkToolchain(toolchain))
            found.append(toolchain);
    };
    for (const QString& line : engineLines(engine, {u"ps"_s, u"--format"_s, u"{{.Names}} {{.Image}}"_s}, cancel)) {
        const QString name = line.section(u' ', 0, 0);
        if (isVendors(line))
            add(ToolchainPlace::Container, name, u"%1 (%2)"_s.arg(name, engine));
    }
    for (const QString& image :
         engineLines(engine, {u"images"_s, u"--format"_s, u"{{.Repository}}:{{.Tag}}"_s}, cancel)) {
        if (isVendors(image) && !image.contains(u"<none>"_s))
            add(ToolchainPlace::Image, image, u"%1 (%2)"_s.arg(image.section(u'/', -1), engine));
    }
}

} // namespace

Result<ToolchainCapabilities> probeToolchain(const ToolchainProfile& toolchain, const CancelToken& cancel)
{
    if (auto checked = checkToolchain(toolchain); !checked)
        return forward(checked);
    Command tool;
    tool.program = toolchain.program;
    if (toolchain.place == ToolchainPlace::Local)
        tool = LocalLauncher().prepare(tool);
    Command probe;
    probe.program = u"sh"_s;
    probe.arguments = QStringList{u"-c"_s, QString::fromLatin1(probeScript), u"probe"_s} + knownTools();
    probe.arguments.append(u"--"_s);
    for (auto it = toolchain.environment.cbegin(); it != toolchain.environment.cend(); ++it)
        probe.arguments.append(it.key() + u'=' + it.value());
    probe.arguments.append(tool.program);
    probe.arguments += toolchain.arguments;
    ToolchainCapabilities found;
    int versionStatus = -1;
    QString said;
    const ProcessResult result = runProcess(
        plainLauncher(toolchain)->prepare(probe),
        [&](OutputChannel channel, const QString& line) {
            if (channel == OutputChannel::StandardOutput)
                takeLine(line, found, versionStatus);
            else if (said.size() < 1000)
                said += line.trimmed() + u' ';
        },
        cancel, probeMilliseconds);
    if (result.ending == ProcessResult::Ending::Cancelled)
        return failure(ErrorKind::Cancelled, result.message);
    if (versionStatus < 0)
        return failure(ErrorKind::Unavailable,
                       Probe::tr("The toolchain “%1” cannot be reached: %2")
                           .arg(toolchain.name, said.isEmpty() ? result.message : said.trimmed()));
    constexpr int cannotRun = 126;
    if (versionStatus >= cannotRun || found.version.isEmpty())
        return failure(
            ErrorKind::Unavailable,
            Probe::tr("“%1 --version” of the toolchain “%2” gave no version; check the program. It said “%3”.")
                .arg(toolchain.program, toolchain.name, found.versionLine));
    return found;
}

Result<QList<ToolchainProfile>> discoverToolchains(const CancelToken& cancel, Progress& progress)
{
    QList<ToolchainProfile> found;
    if (!QStandardPaths::findExecutable(u"hb_mapper"_s).isEmpty())
        found.append({u"hb_mapper"_s, u"hb_mapper"_s});
    qint64 done = 0;
    for (const QString& engine : {u"docker"_s, u"podman"_s}) {
        progress.report(done++, 2, engine);
        if (!QStandardPaths::findExecutable(engine).isEmpty())
            findWithEngine(engine, cancel, found);
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Probe::tr("The search for toolchains was stopped."));
    }
    progress.report(2, 2);
    return found;
}

} // namespace driftscope
