// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Places.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace driftscope::test {

Places::Places()
{
    QDir(m_folder.path()).mkpath(u"there"_s);
    m_sshdProblem = m_sshd.start();
    const QString fakes = QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/fakebin"_s;
    qputenv("PATH", (fakes + u':').toLocal8Bit() + qgetenv("PATH"));
    qputenv("XDG_CONFIG_HOME", path(u"config"_s).toLocal8Bit());
}

CliRunner Places::cli() const
{
    CliRunner runner;
    runner.folder = m_folder.path();
    return runner;
}

QStringList Places::names() const
{
    QStringList names{u"local"_s,   u"docker image"_s, u"podman image"_s, u"docker container"_s, u"podman container"_s,
                      u"fake ssh"_s};
    if (m_sshdProblem.isEmpty())
        names.append(u"sshd"_s);
    return names;
}

ToolchainProfile Places::toolchain(const QString& name, const QString& program, const QStringList& arguments) const
{
    ToolchainProfile toolchain{name, program, arguments};
    if (name == u"local"_s)
        return toolchain;
    toolchain.folderThere = there();
    if (name.endsWith(u"ssh"_s) || name == u"sshd"_s) {
        const bool isReal = name == u"sshd"_s;
        toolchain.place = ToolchainPlace::Host;
        toolchain.engine = isReal ? LoopbackSshd::client() : u"ssh"_s;
        toolchain.target = isReal ? m_sshd.host() : u"far"_s;
        if (isReal)
            toolchain.options = m_sshd.options();
        return toolchain;
    }
    toolchain.engine = name.section(u' ', 0, 0);
    const bool isImage = name.endsWith(u"image"_s);
    toolchain.place = isImage ? ToolchainPlace::Image : ToolchainPlace::Container;
    toolchain.target = isImage ? u"openexplorer/ai_toolchain:1"_s : u"horizon-box"_s;
    return toolchain;
}

CliResult Places::add(const ToolchainProfile& toolchain) const
{
    QStringList words{u"toolchains"_s,
                      u"add"_s,
                      toolchain.name,
                      u"--replace"_s,
                      u"--json"_s,
                      u"--place"_s,
                      toolchainPlaceKey(toolchain.place),
                      u"--program"_s,
                      toolchain.program};
    for (const QString& argument : toolchain.arguments)
        words.append(u"--argument="_s + argument);
    for (const QString& option : toolchain.options)
        words.append(u"--option="_s + option);
    for (auto it = toolchain.environment.cbegin(); it != toolchain.environment.cend(); ++it)
        words.append(u"--env="_s + it.key() + u'=' + it.value());
    if (toolchain.place != ToolchainPlace::Local)
        words
            += {u"--engine"_s, toolchain.engine, u"--target"_s, toolchain.target, u"--folder"_s, toolchain.folderThere};
    return cli().run(words);
}

void Places::dropConnection(const QString& name, qint64 client) const
{
    if (name == u"sshd"_s) {
        m_sshd.dropConnections();
        return;
    }
    for (const QString& line : processesWith(QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/fakebin/"_s)) {
        const int process = line.section(u':', 0, 0).toInt();
        const QByteArray fields = contentOf(u"/proc/%1/stat"_s.arg(process));
        if (fields.mid(fields.lastIndexOf(')') + 2).split(' ').value(1).toLongLong() == client)
            ::kill(process, SIGKILL);
    }
}

QStringList Places::leftThere() const
{
    QStringList left;
    QDirIterator files(there(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!QFileInfo(path).isDir() || QFileInfo(path).fileName().startsWith(u"driftscope-run"_s))
            left.append(path);
    }
    return left;
}

QString latestRunFolder(const QString& runsFolder)
{
    const QDir runs(runsFolder);
    QStringList names = runs.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    names.removeAll(u"sweeps"_s);
    return names.isEmpty() ? QString() : runs.filePath(names.last());
}

QString whatIsLeftWrong(const QString& runsFolder, const QString& status, const Places& places)
{
    constexpr qint64 patience = 60000;
    const QString folder = latestRunFolder(runsFolder);
    if (QDir(runsFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() != 1)
        return u"There is not one run."_s;
    const QJsonObject record = QJsonDocument::fromJson(contentOf(folder + u"/run.json"_s)).object();
    if (record["status"_L1].toString() != status || record["message"_L1].toString().isEmpty())
        return u"The run is recorded as %1: “%2”."_s.arg(record["status"_L1].toString(),
                                                         record["message"_L1].toString());
    const QString config = QFileInfo(record["config"_L1].toString()).fileName();
    for (const QString& kept : {config, u"console.log"_s}) {
        if (!QFile::exists(folder + u'/' + kept))
            return u"%1 is not kept."_s.arg(kept);
    }
    for (const QString& half : {u"output/model_quantized_model.onnx"_s, u"incoming.part"_s}) {
        if (QFile::exists(folder + u'/' + half))
            return u"%1 is left."_s.arg(half);
    }
    if (const QStringList left = processesLeft(QFileInfo(folder).fileName()); !left.isEmpty())
        return u"Processes run on: %1"_s.arg(left.join(u'\n'));
    QElapsedTimer clock;
    clock.start();
    while (!places.leftThere().isEmpty() && clock.elapsed() < patience)
        QThread::msleep(100);
    return places.leftThere().join(u'\n');
}

QStringList processesWith(const QString& text)
{
    QStringList found;
    for (const QString& name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name.toInt() <= 0 || name.toInt() == ::getpid())
            continue;
        QFile words(u"/proc/%1/cmdline"_s.arg(name));
        QFile variables(u"/proc/%1/environ"_s.arg(name));
        if (!words.open(QIODevice::ReadOnly))
            continue;
        QByteArray all = words.readAll();
        const QByteArray line = all;
        if (variables.open(QIODevice::ReadOnly))
            all += variables.readAll();
        if (!line.isEmpty() && all.contains(text.toUtf8())) // that of a zombie is empty
            found.append(name + u": "_s + QString::fromUtf8(line).replace(QChar(0), u' ').simplified().right(200));
    }
    return found;
}

QStringList processesLeft(const QString& text)
{
    constexpr qint64 patience = 60000;
    QElapsedTimer clock;
    clock.start();
    QStringList left = processesWith(text);
    while (!left.isEmpty() && clock.elapsed() < patience) {
        QThread::msleep(100);
        left = processesWith(text);
    }
    return left;
}

} // namespace driftscope::test
