// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationFiles.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationFiles
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationFiles)
};

qint64 nanoseconds(const timespec& time)
{
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

CalibrationFileKind kindOf(const QString& name)
{
    static const QSet<QString> pictures{u"jpg"_s,  u"jpeg"_s, u"png"_s, u"bmp"_s,
                                        u"webp"_s, u"gif"_s,  u"tif"_s, u"tiff"_s};
    static const QSet<QString> strays{u"txt"_s, u"md"_s,  u"json"_s, u"yaml"_s, u"yml"_s, u"csv"_s, u"xml"_s,
                                      u"py"_s,  u"sh"_s,  u"zip"_s,  u"tar"_s,  u"gz"_s,  u"npz"_s, u"db"_s,
                                      u"ini"_s, u"log"_s, u"html"_s, u"onnx"_s, u"pt"_s,  u"pth"_s};
    static const QSet<QString> strayNames{u"readme"_s, u"license"_s, u"labels"_s, u"classes"_s, u"makefile"_s};
    const QString lower = name.toLower();
    const QString suffix = lower.contains(u'.') ? lower.section(u'.', -1) : QString();
    if (lower.startsWith(u'.') || lower.endsWith(u'~') || strays.contains(suffix) || strayNames.contains(lower))
        return CalibrationFileKind::Stray;
    if (suffix == "npy"_L1)
        return CalibrationFileKind::Numpy;
    return pictures.contains(suffix) ? CalibrationFileKind::Picture : CalibrationFileKind::Raw;
}

using Folder = std::unique_ptr<DIR, int (*)(DIR*)>;

void addEntry(const Folder& folder, const QString& path, const char* name, CalibrationListing& listing)
{
    struct stat status = {};
    if (::fstatat(::dirfd(folder.get()), name, &status, 0) != 0)
        return; // gone since it was listed, or a link to nowhere
    if (S_ISDIR(status.st_mode))
        ++listing.folders;
    if (!S_ISREG(status.st_mode))
        return;
    CalibrationFile file;
    file.name = QFile::decodeName(name);
    file.path = path + u'/' + file.name;
    file.kind = kindOf(file.name);
    file.size = status.st_size;
    file.modified = nanoseconds(status.st_mtim);
    file.statusChanged = nanoseconds(status.st_ctim);
    file.inode = status.st_ino;
    listing.files.append(std::move(file));
}

} // namespace

// readdir() and fstatat() rather than QDir: a thousand files cost a millisecond, and lint looks at every keystroke.
Result<CalibrationListing> listCalibrationFolder(const QString& folder)
{
    const Folder opened(::opendir(QFile::encodeName(folder).constData()), &::closedir);
    if (!opened) {
        return failure(errno == ENOENT || errno == ENOTDIR ? ErrorKind::NotFound : ErrorKind::Unreadable,
                       CalibrationFiles::tr("The calibration folder “%1” cannot be read (%2); check its path and its "
                                            "permissions.")
                           .arg(folder, qt_error_string(errno)));
    }
    CalibrationListing listing;
    while (const dirent* entry = ::readdir(opened.get())) { // NOLINT(concurrency-mt-unsafe): a stream of its own
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != "..")
            addEntry(opened, folder, entry->d_name, listing);
    }
    std::ranges::sort(listing.files, {}, &CalibrationFile::name);
    return listing;
}

} // namespace driftscope
