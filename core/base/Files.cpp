// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace driftscope {

namespace {

struct Files
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

} // namespace

Result<void> checkReadable(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty())
        return failure(ErrorKind::InvalidArgument, Files::tr("No file name was given."));
    if (!info.exists()) {
        return failure(ErrorKind::NotFound,
                       Files::tr("The file “%1” does not exist; check the path and its spelling.").arg(path));
    }
    if (info.isDir()) {
        return failure(ErrorKind::Unreadable,
                       Files::tr("“%1” is a folder where a file is expected; name a file inside it.").arg(path));
    }
    if (!info.isFile()) {
        return failure(
            ErrorKind::Unreadable,
            Files::tr("“%1” is neither a file nor a folder and cannot be read; name a plain file.").arg(path));
    }
    return {};
}

Result<QByteArray> readFile(const QString& path, qint64 maximumBytes)
{
    if (auto readable = checkReadable(path); !readable)
        return forward(readable);
    const QFileInfo info(path);
    if (maximumBytes > 0 && info.size() > maximumBytes) {
        return failure(ErrorKind::Unsupported,
                       Files::tr("The file “%1” has %2 bytes, more than the %3 that can be read at once.")
                           .arg(path)
                           .arg(info.size())
                           .arg(maximumBytes));
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorKind::Unreadable,
            Files::tr("The file “%1” cannot be read (%2); check its permissions.").arg(path, file.errorString()));
    }
    QByteArray content = file.readAll();
    if (file.error() != QFileDevice::NoError) {
        return failure(
            ErrorKind::Unreadable,
            Files::tr("Reading the file “%1” stopped half-way (%2); try again.").arg(path, file.errorString()));
    }
    return content;
}

Result<void> writeFileAtomically(const QString& path, const QByteArray& content)
{
    const QFileInfo info(path);
    const QString target = info.isSymLink() ? info.canonicalFilePath() : path;
    if (info.exists() && info.isDir()) {
        return failure(ErrorKind::InvalidArgument,
                       Files::tr("“%1” is a folder and cannot be overwritten; name a file.").arg(path));
    }
    const QFileDevice::Permissions mode = info.exists() ? QFile::permissions(target) : QFileDevice::Permissions{};
    QSaveFile file(target.isEmpty() ? path : target);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit()) {
        return failure(
            ErrorKind::Unreadable,
            Files::tr("The file “%1” cannot be written (%2); nothing was changed.").arg(path, file.errorString()));
    }
    if (mode)
        QFile::setPermissions(target, mode);
    return {};
}

Result<void> makeFolder(const QString& path)
{
    if (QDir().mkpath(path))
        return {};
    return failure(ErrorKind::Unreadable,
                   Files::tr("The folder “%1” cannot be created; check that its parent may be written to.").arg(path));
}

} // namespace driftscope
