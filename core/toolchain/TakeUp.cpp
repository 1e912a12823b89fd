// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/TakeUp.h"

#include "core/base/Files.h"
#include "core/process/ProcessIdentity.h"
#include "core/toolchain/RunFolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct TakingUp
{
    Q_DECLARE_TR_FUNCTIONS(TakingUp)
};

ToolchainProfile toolchainOf(const QJsonObject& toolchain)
{
    ToolchainProfile profile;
    profile.name = toolchain.value(u"name"_s).toString();
    profile.program = toolchain.value(u"program"_s).toString();
    profile.place = ToolchainPlace::Host;
    profile.target = toolchain.value(u"target"_s).toString();
    return profile;
}

} // namespace

Result<RemoteRecord> readRemoteRecord(const QString& runFolder)
{
    constexpr qint64 largest = qint64(16) << 20;
    const QDir folder(QFileInfo(runFolder).absoluteFilePath());
    const auto content = readFile(folder.filePath(runRecordFile), largest);
    if (!content)
        return forward(content);
    const QJsonObject record = QJsonDocument::fromJson(*content).object();
    const QString status = record.value(u"status"_s).toString();
    if (status == u"running"_s && isProcessAlive(record.value(u"owner"_s).toString()))
        return failure(
            ErrorKind::InvalidArgument,
            TakingUp::tr("The run “%1” is not over yet: another window or command follows it.").arg(folder.dirName()));
    const QJsonObject there = record.value(u"there"_s).toObject();
    auto place = Workplace::ofRecord(there, folder.absolutePath());
    if (!place || (status != u"running"_s && status != u"interrupted"_s))
        return failure(ErrorKind::InvalidArgument,
                       TakingUp::tr("The run “%1” was not left on another machine, so it cannot be taken up again; "
                                    "compile again.")
                           .arg(folder.dirName()));
    return RemoteRecord{folder.absolutePath(),
                        *std::move(place),
                        toolchainOf(record.value(u"toolchain"_s).toObject()),
                        record.value(u"config"_s).toString(),
                        there.value(u"model"_s).toString(),
                        there.value(u"prefix"_s).toString()};
}

bool canBeTakenUp(const QString& runFolder)
{
    return readRemoteRecord(runFolder).has_value();
}

} // namespace driftscope
