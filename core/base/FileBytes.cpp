// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileBytes.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FileBytesTexts
{
    Q_DECLARE_TR_FUNCTIONS(FileBytesTexts)
};

// A pipe would keep a plain open() waiting for a writer; for plain files O_NONBLOCK means nothing.
constexpr int fileFlags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/// A descriptor that is closed on every way out.
class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    { }
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(Descriptor&& other) noexcept
        : m_descriptor(other.release())
    { }
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    Q_DISABLE_COPY(Descriptor)

    [[nodiscard]] int get() const { return m_descriptor; }
    [[nodiscard]] int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
};

QString systemMessage()
{
    return qt_error_string(errno);
}

qint64 lastChange(const struct stat& status)
{
    return qint64{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

bool isPlainFile(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

FileBytes::Refusal refusalOfName(const QString& name)
{
    if (name.isEmpty() || name.contains(QChar(u'\0')))
        return FileBytes::Refusal::NotAName;
    const QString path = QString(name).replace(u'\\', u'/'); // as the systems read it that such files come from
    const bool drive = path.size() > 1 && path[1] == u':';
    return drive || path.startsWith(u'/') || path.split(u'/').contains(".."_L1) ? FileBytes::Refusal::LeavesFolder
                                                                                : FileBytes::Refusal::None;
}

/// Why `name` in `folder` is not to be entered, or opened as the last one.
FileBytes::Refusal refusalOf(int folder, const QByteArray& name, bool isLast)
{
    struct stat status = {};
    if (::fstatat(folder, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == EACCES ? FileBytes::Refusal::Unreadable : FileBytes::Refusal::Missing;
    if (S_ISLNK(status.st_mode))
        return FileBytes::Refusal::Link;
    if (isLast)
        return S_ISREG(status.st_mode) ? FileBytes::Refusal::None : FileBytes::Refusal::NotAPlainFile;
    return S_ISDIR(status.st_mode) ? FileBytes::Refusal::None : FileBytes::Refusal::Missing;
}

} // namespace

FileBytes::FileBytes(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{
    struct stat status = {};
    if (::fstat(descriptor, &status) == 0) {
        m_size = status.st_size;
        m_changed = lastChange(status);
    }
}

FileBytes::~FileBytes()
{
    ::close(m_descriptor);
}

Result<std::shared_ptr<const FileBytes>> FileBytes::open(const QString& path)
{
    if (auto readable = checkReadable(path); !readable)
        return forward(readable);
    Descriptor descriptor(::open(QFile::encodeName(path).constData(), fileFlags));
    if (descriptor.get() < 0 || !isPlainFile(descriptor.get())) {
        return failure(
            ErrorKind::Unreadable,
            FileBytesTexts::tr("The file “%1” cannot be read (%2); check its permissions.").arg(path, systemMessage()));
    }
    return std::shared_ptr<const FileBytes>(new FileBytes(descriptor.release(), path));
}

FileBytes::Opened FileBytes::openInside(const QString& folder, const QString& relativeName)
{
    if (const Refusal refusal = refusalOfName(relativeName); refusal != Refusal::None)
        return {nullptr, refusal, {}};
    QStringList parts = relativeName.split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"."_s);
    if (parts.isEmpty())
        return {nullptr, Refusal::NotAPlainFile, {}};
    Descriptor place(::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool isLast = i + 1 == parts.size();
        const QByteArray name = QFile::encodeName(parts[i]);
        if (const Refusal refusal = refusalOf(place.get(), name, isLast); refusal != Refusal::None)
            return {nullptr, refusal, systemMessage()};
        const int flags = isLast ? fileFlags : O_PATH | O_DIRECTORY | O_CLOEXEC;
        Descriptor next(::openat(place.get(), name.constData(), flags | O_NOFOLLOW));
        if (next.get() < 0)
            return {nullptr, errno == ELOOP ? Refusal::Link : Refusal::Unreadable, systemMessage()};
        place = std::move(next);
    }
    if (!isPlainFile(place.get())) // exchanged since it was looked at
        return {nullptr, Refusal::NotAPlainFile, {}};
    return {std::shared_ptr<const FileBytes>(new FileBytes(place.release(), QDir(folder).filePath(relativeName))),
            Refusal::None,
            {}};
}

Result<QByteArray> FileBytes::read(qint64 offset, qint64 length) const
{
    const auto changed = [this] {
        return failure(ErrorKind::Unreadable,
                       FileBytesTexts::tr("The file “%1” was changed since it was opened; open it again.").arg(m_path));
    };
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0 || status.st_size != m_size || lastChange(status) != m_changed)
        return changed();
    if (offset < 0 || length < 0 || offset > m_size || length > m_size - offset) {
        return failure(ErrorKind::Malformed,
                       FileBytesTexts::tr("The file “%1” ends too early; copy it again.").arg(m_path));
    }
    QByteArray bytes(length, Qt::Uninitialized);
    for (qint64 done = 0; done < length;) {
        const ssize_t got = ::pread(m_descriptor, bytes.data() + done, static_cast<std::size_t>(length - done),
                                    static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            return failure(ErrorKind::Unreadable,
                           FileBytesTexts::tr("Reading the file “%1” stopped half-way (%2); try again.")
                               .arg(m_path, systemMessage()));
        }
        if (got == 0)
            return changed();
        done += got;
    }
    return bytes;
}

} // namespace driftscope
