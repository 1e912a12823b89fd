// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Launcher.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Launcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsToolsInTheNamedFolder();
    void findsProgramsOnThePath();
    void leavesPathsAndUnknownNamesAlone();

private:
    QTemporaryDir m_folder;
    QString m_tool;
};

void tst_Launcher::init()
{
    m_tool = m_folder.filePath(u"driftscope-test-tool"_s);
    QFile file(m_tool);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n");
    file.close();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    qputenv("DRIFTSCOPE_BIN_DIR", m_folder.path().toLocal8Bit());
}

void tst_Launcher::findsToolsInTheNamedFolder()
{
    QCOMPARE(findOwnTool(u"driftscope-test-tool"_s), m_tool);
    Command command;
    command.program = u"driftscope-test-tool"_s;
    command.arguments = {u"a"_s};
    const Command prepared = LocalLauncher().prepare(command);
    QCOMPARE(prepared.program, m_tool);
    QCOMPARE(prepared.arguments, command.arguments);
}

void tst_Launcher::findsProgramsOnThePath()
{
    QVERIFY(findOwnTool(u"sh"_s).endsWith(u"/sh"));
}

void tst_Launcher::leavesPathsAndUnknownNamesAlone()
{
    Command command;
    command.program = u"./driftscope-test-tool"_s;
    QCOMPARE(LocalLauncher().prepare(command).program, command.program);
    command.program = u"no-such-tool-anywhere"_s;
    QCOMPARE(LocalLauncher().prepare(command).program, command.program);
    QVERIFY(findOwnTool(command.program).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Launcher)
#include "tst_launcher.moc"
