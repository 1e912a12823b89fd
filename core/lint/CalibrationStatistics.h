// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/CalibrationEvidence.h"
#include "core/lint/CalibrationFiles.h"

#include <QHash>

namespace driftscope {

/// A file of the folder and what was found in it.
struct CalibrationSample
{
    CalibrationFile file;
    std::shared_ptr<const SampleStatistics> look; ///< null for what is no sample by its name
};

/// What one folder of calibration samples holds, read as one input wants it. Never changed once made, and shared.
class CalibrationStatistics
{
public:
    CalibrationStatistics() = default;
    /// A folder that cannot be read; without a problem: that is not there.
    CalibrationStatistics(QString folder, QString problem);
    CalibrationStatistics(QString folder, const SampleReading& reading, QList<CalibrationSample> files,
                          qsizetype folders);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] const QString& problem() const { return m_problem; } ///< one sentence; empty where there is none
    [[nodiscard]] bool isRead() const { return m_isRead; }
    [[nodiscard]] const SampleReading& reading() const { return m_reading; }
    [[nodiscard]] qsizetype folders() const { return m_folders; } ///< inside this one

    [[nodiscard]] const QList<CalibrationSample>& files() const { return m_files; } ///< all, by name
    /// Files with raw numbers, by name and content.
    [[nodiscard]] const QList<CalibrationSample>& samples() const { return m_samples; }
    [[nodiscard]] const QList<CalibrationSample>& numpyFiles() const { return m_numpyFiles; }
    [[nodiscard]] const QList<CalibrationSample>& pictures() const { return m_pictures; }
    [[nodiscard]] const QList<CalibrationSample>& strays() const { return m_strays; }
    [[nodiscard]] const QList<CalibrationSample>& unreadable() const { return m_unreadable; }
    /// How many samples have each size in bytes.
    [[nodiscard]] const QHash<qint64, qsizetype>& sizes() const { return m_sizes; }
    /// Samples whose bytes are equal, by name; groups of two and more.
    [[nodiscard]] const QList<QList<CalibrationSample>>& copies() const { return m_copies; }

    [[nodiscard]] const TypeGuess& guess() const { return m_guess; }
    [[nodiscard]] const RangeEvidence& range() const { return m_range; }
    [[nodiscard]] const LayoutEvidence& layout() const { return m_layout; }
    /// Of the layout that was found, else of the declared one.
    [[nodiscard]] ColourEvidence colour(TensorLayout declared) const;

private:
    void sort();
    void findCopies();
    [[nodiscard]] SampleLooks numbers() const; ///< of samples and .npy files

    QString m_folder;
    QString m_problem;
    bool m_isRead = false;
    SampleReading m_reading;
    qsizetype m_folders = 0;
    QList<CalibrationSample> m_files;
    QList<CalibrationSample> m_samples;
    QList<CalibrationSample> m_numpyFiles;
    QList<CalibrationSample> m_pictures;
    QList<CalibrationSample> m_strays;
    QList<CalibrationSample> m_unreadable;
    QHash<qint64, qsizetype> m_sizes;
    QList<QList<CalibrationSample>> m_copies;
    TypeGuess m_guess;
    RangeEvidence m_range;
    LayoutEvidence m_layout;
};

} // namespace driftscope
