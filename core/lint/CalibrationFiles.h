// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace driftscope {

struct CalibrationFile
{
    QString path;
    qint64 size = 0;
};

/// The files of one calibration folder by what they are. The toolchain reads every one of them as a sample.
struct CalibrationFolder
{
    QList<CalibrationFile> samples; ///< raw numbers, as far as the name says
    QList<CalibrationFile> npy;
    QList<CalibrationFile> pictures;
    QList<CalibrationFile> stray; ///< texts, archives, hidden files
};

/// Sorted by name; empty for a folder that does not exist.
[[nodiscard]] CalibrationFolder scanCalibrationFolder(const QString& folder);

/// Largest magnitude among the float32 values of the first samples; nothing when they cannot be read as such.
[[nodiscard]] std::optional<float> largestFloatMagnitude(const QList<CalibrationFile>& samples);

} // namespace driftscope
