// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CaptureCache.h"

#include "core/runtime/CaptureToFolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLockFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Changed whenever captures are computed in another way than before.
constexpr auto scheme = "driftscope-capture-1"_L1;

constexpr auto usedName = "used"_L1;

struct KeptCapture
{
    QString folder;
    QDateTime used;
    qint64 bytes = 0;
};

QList<KeptCapture> keptCaptures(const QString& folder)
{
    QList<KeptCapture> kept;
    for (const QFileInfo& entry : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QDir inside(entry.filePath());
        if (!inside.exists(usedName))
            continue; // not ours
        KeptCapture capture{entry.filePath(), QFileInfo(inside.filePath(usedName)).lastModified()};
        for (const QFileInfo& file : inside.entryInfoList(QDir::Files | QDir::NoSymLinks))
            capture.bytes += file.size();
        kept.append(capture);
    }
    std::ranges::sort(kept, {}, &KeptCapture::used);
    return kept;
}

/// Captures hold files only; anything else that lies there stays.
bool removeCapture(const QString& folder)
{
    {
        QLockFile lock(QDir(folder).filePath(captureLockName()));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            return false;
    }
    QDir inside(folder);
    // The manifest first: a folder that is half removed is no capture any more.
    inside.remove(u"capture.json"_s);
    for (const QString& file : inside.entryList(QDir::Files | QDir::NoSymLinks))
        inside.remove(file);
    return QDir().rmdir(folder);
}

void addTensor(QCryptographicHash& hash, const NamedTensor& input)
{
    hash.addData(input.name.toUtf8());
    hash.addData(u"\n%1 %2\n"_s.arg(dataTypeName(input.tensor.dataType()), input.tensor.shape().toString()).toUtf8());
    hash.addData(input.tensor.readBytes().value_or(QByteArray()));
}

} // namespace

CaptureCache::CaptureCache(QString folder, const Limits& limits)
    : m_folder(std::move(folder))
    , m_limits(limits)
{ }

QString CaptureCache::folderFor(const QString& key) const
{
    const QString folder = QDir(m_folder).filePath(key);
    QDir().mkpath(folder);
    QFile used(QDir(folder).filePath(usedName));
    if (used.open(QIODevice::WriteOnly | QIODevice::Truncate))
        used.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1());
    return folder;
}

qint64 CaptureCache::evict(const QStringList& keep, const QDateTime& inUseSince) const
{
    QList<KeptCapture> kept = keptCaptures(m_folder);
    qint64 total = 0;
    for (const KeptCapture& capture : std::as_const(kept))
        total += capture.bytes;
    const QDateTime oldest = QDateTime::currentDateTime().addDays(-m_limits.days);
    qint64 freed = 0;
    for (const KeptCapture& capture : std::as_const(kept)) {
        const bool isInUse = inUseSince.isValid() && capture.used >= inUseSince;
        if (isInUse || keep.contains(QFileInfo(capture.folder).fileName()))
            continue;
        if (total - freed <= m_limits.bytes && capture.used >= oldest)
            continue;
        if (removeCapture(capture.folder))
            freed += capture.bytes;
    }
    return freed;
}

qint64 CaptureCache::evictUsedBefore(const QDateTime& time, const CancelToken& cancel) const
{
    qint64 freed = 0;
    for (const KeptCapture& capture : keptCaptures(m_folder)) {
        if (cancel.isCancelled())
            break;
        if (capture.used < time && removeCapture(capture.folder))
            freed += capture.bytes;
    }
    return freed;
}

qint64 CaptureCache::byteCount() const
{
    qint64 total = 0;
    for (const KeptCapture& capture : keptCaptures(m_folder))
        total += capture.bytes;
    return total;
}

QByteArray modelDigest(const QString& file, const QStringList& externalFiles, const CancelToken& cancel)
{
    constexpr qint64 piece = 4 << 20;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QStringList files{file};
    for (const QString& external : externalFiles)
        files.append(QFileInfo(file).dir().filePath(external));
    for (const QString& path : std::as_const(files)) {
        QFile content(path);
        if (!content.open(QIODevice::ReadOnly))
            return {};
        hash.addData(QByteArray(QByteArray::number(content.size()) + '\n'));
        for (QByteArray part = content.read(piece); !part.isEmpty(); part = content.read(piece)) {
            if (cancel.isCancelled())
                return {};
            hash.addData(part);
        }
        if (content.error() != QFile::NoError)
            return {};
    }
    return hash.result();
}

QString captureKey(const QByteArray& modelDigest, const QList<NamedTensor>& inputs, const QString& runtimeVersion,
                   const QStringList& only)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(scheme.toString().toUtf8());
    hash.addData(modelDigest);
    for (const NamedTensor& input : inputs)
        addTensor(hash, input);
    hash.addData(runtimeVersion.toUtf8());
    QStringList sorted = only;
    sorted.sort();
    hash.addData(sorted.join(u'\n').toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace driftscope
