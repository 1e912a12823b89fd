// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/RemoteLaunchers.h"

#include "core/process/ShellQuoting.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A field of the comma separated values that --mount takes.
QString mountField(const QString& field)
{
    if (!field.contains(u',') && !field.contains(u'"') && !field.contains(u'\n'))
        return field;
    QString inside = field;
    inside.replace(u"\""_s, u"\"\""_s);
    return u'"' + inside + u'"';
}

} // namespace

QString bindMount(const QString& here, const QString& there, bool readOnly)
{
    QStringList fields{u"type=bind"_s, mountField(u"source="_s + here), mountField(u"target="_s + there)};
    if (readOnly)
        fields.append(u"readonly"_s);
    return fields.join(u',');
}

ContainerLauncher ContainerLauncher::ofImage(const QString& engine, const QString& image, const QString& name,
                                             const QStringList& options, const QStringList& mounts)
{
    ContainerLauncher launcher;
    launcher.m_engine = engine;
    launcher.m_before = {u"run"_s, u"-i"_s, u"--rm"_s, u"--init"_s, u"--name"_s, name};
    launcher.m_before += options;
    for (const QString& mount : mounts)
        launcher.m_before += {u"--mount"_s, mount};
    launcher.m_behindProgram = {image};
    launcher.m_isImage = true;
    return launcher;
}

ContainerLauncher ContainerLauncher::ofContainer(const QString& engine, const QString& container,
                                                 const QStringList& options)
{
    ContainerLauncher launcher;
    launcher.m_engine = engine;
    launcher.m_before = QStringList{u"exec"_s, u"-i"_s} + options + QStringList{container};
    return launcher;
}

Command ContainerLauncher::prepare(const Command& command) const
{
    Command prepared = command;
    prepared.program = m_engine;
    prepared.arguments = m_before;
    if (m_isImage) // whatever the image starts by itself is not wanted
        prepared.arguments.append(u"--entrypoint"_s);
    prepared.arguments.append(command.program);
    prepared.arguments += m_behindProgram + command.arguments;
    prepared.workingDirectory.clear();
    return prepared;
}

SshLauncher::SshLauncher(const QString& ssh, const QString& host, const QStringList& options)
    : m_ssh(ssh)
    // ssh keeps the first value of an option that it is given: the person's own come first.
    , m_before(options
               + QStringList{u"-T"_s, u"-o"_s, u"BatchMode=yes"_s, u"-o"_s, u"ConnectTimeout=20"_s, u"-o"_s,
                             u"ServerAliveInterval=15"_s, u"-o"_s, u"ServerAliveCountMax=4"_s, u"--"_s, host})
{ }

Command SshLauncher::prepare(const Command& command) const
{
    Command prepared = command;
    prepared.program = m_ssh;
    prepared.arguments = m_before;
    prepared.arguments.append(shellCommandLine(QStringList{command.program} + command.arguments));
    prepared.workingDirectory.clear();
    return prepared;
}

} // namespace driftscope
