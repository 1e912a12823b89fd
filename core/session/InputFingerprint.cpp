// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/InputFingerprint.h"

#include "core/toolchain/RunFolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 pieceBytes = qint64{1} << 20;

/// With its length before it, so that what stands in one part cannot be read as another.
void addPart(QCryptographicHash& hash, const QByteArray& part)
{
    hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
    hash.addData(part);
}

void addFile(QCryptographicHash& hash, const QString& path, const CancelToken& cancel)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        addPart(hash, "unreadable");
        return;
    }
    addPart(hash, QByteArray::number(file.size()));
    while (!cancel.isCancelled()) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        hash.addData(piece);
    }
}

QByteArray contentHash(const QString& path, const CancelToken& cancel)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (QFileInfo(path).isFile()) {
        addFile(hash, path, cancel);
        return hash.result();
    }
    QStringList names;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && !cancel.isCancelled())
        names.append(files.next());
    names.sort();
    for (const QString& name : std::as_const(names)) {
        addPart(hash, QDir(path).relativeFilePath(name).toUtf8());
        addFile(hash, name, cancel);
    }
    return hash.result();
}

} // namespace

QString InputFingerprint::of(const ConfigDocument& document, const ToolchainProfile& toolchain,
                             const CancelToken& cancel)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addPart(hash, document.text());
    addPart(hash, toolchainPlaceKey(toolchain.place).toUtf8());
    for (const QString& part : QStringList{toolchain.name, toolchain.target, toolchain.program} + toolchain.arguments)
        addPart(hash, part.toUtf8());
    for (const ConfigPath& input : configPaths(document)) {
        if (!m_known.contains(input.path))
            m_known.insert(input.path, contentHash(input.path, cancel));
        addPart(hash, input.path.toUtf8());
        addPart(hash, m_known.value(input.path));
    }
    return cancel.isCancelled() ? QString() : QString::fromLatin1(hash.result().toHex());
}

} // namespace driftscope
