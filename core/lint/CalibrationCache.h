// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/CalibrationFiles.h"
#include "core/lint/SampleStatistics.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace driftscope {

/// What is known of samples that were looked at before, for as long as their files stay as they were: same path, size,
/// inode and times, read in the same way. Safe to use from several threads; what it hands out is never changed.
class CalibrationCache
{
public:
    /// Beyond so many samples the half that was asked for longest ago is forgotten.
    explicit CalibrationCache(qsizetype mostSamples = 50'000);

    /// Null when the file has not been looked at in this way, or has changed since.
    [[nodiscard]] std::shared_ptr<const SampleStatistics> find(const CalibrationFile& file,
                                                               const SampleReading& reading) const;
    /// Does not keep a file that was written a moment before `lookedAt` (nanoseconds since 1970): it could be written
    /// again without its time of modification telling.
    void keep(const CalibrationFile& file, const SampleReading& reading, qint64 lookedAt,
              std::shared_ptr<const SampleStatistics> statistics);
    [[nodiscard]] qsizetype size() const;

private:
    struct Key
    {
        QString path;
        SampleReading reading;
        bool operator==(const Key&) const = default;
    };
    struct Entry
    {
        CalibrationFile file;
        std::shared_ptr<const SampleStatistics> statistics;
        mutable qint64 lastUse = 0;
    };
    friend std::size_t qHash(const Key& key, std::size_t seed)
    {
        return qHashMulti(seed, key.path, static_cast<int>(key.reading.type), key.reading.elements);
    }
    void forgetOldHalf();

    mutable std::mutex m_mutex;
    qsizetype m_mostSamples;
    mutable qint64 m_uses = 0;
    QHash<Key, Entry> m_entries;
};

} // namespace driftscope
