// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace driftscope {

/// What a file in a calibration folder is, as far as its name says.
enum class CalibrationFileKind
{
    Raw, ///< numbers without a header
    Numpy, ///< .npy
    Picture,
    Stray ///< texts, archives, hidden files: no sample at all
};

/// A file and what tells whether it was changed since it was looked at.
struct CalibrationFile
{
    QString path;
    QString name;
    CalibrationFileKind kind = CalibrationFileKind::Raw;
    qint64 size = 0;
    qint64 modified = 0; ///< nanoseconds since 1970
    qint64 statusChanged = 0; ///< likewise; also moves when a tool sets the time of modification back
    quint64 inode = 0;

    bool operator==(const CalibrationFile&) const = default;
};

/// The files of one calibration folder. The toolchain reads every one of them as a sample, whatever its name.
struct CalibrationListing
{
    QList<CalibrationFile> files; ///< by name
    qsizetype folders = 0; ///< whose content is not read
};

/// Costs one system call a file and opens none. Fails where the folder is not there or may not be read.
[[nodiscard]] Result<CalibrationListing> listCalibrationFolder(const QString& folder);

} // namespace driftscope
