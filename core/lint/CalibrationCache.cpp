// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationCache.h"

#include <algorithm>
#include <vector>

namespace driftscope {

namespace {

/// File systems stamp with the clock of the kernel's last tick, some only every two milliseconds or ten.
constexpr qint64 stampNanoseconds = 20'000'000;

} // namespace

CalibrationCache::CalibrationCache(qsizetype mostSamples)
    : m_mostSamples(std::max<qsizetype>(1, mostSamples))
{ }

std::shared_ptr<const SampleStatistics> CalibrationCache::find(const CalibrationFile& file,
                                                               const SampleReading& reading) const
{
    const std::scoped_lock lock(m_mutex);
    const auto entry = m_entries.constFind({file.path, reading});
    if (entry == m_entries.constEnd() || entry->file != file)
        return nullptr;
    entry->lastUse = ++m_uses;
    return entry->statistics;
}

void CalibrationCache::keep(const CalibrationFile& file, const SampleReading& reading, qint64 lookedAt,
                            std::shared_ptr<const SampleStatistics> statistics)
{
    if (file.modified > lookedAt - stampNanoseconds && file.modified <= lookedAt)
        return;
    const std::scoped_lock lock(m_mutex);
    m_entries.insert({file.path, reading}, {file, std::move(statistics), ++m_uses});
    if (m_entries.size() > m_mostSamples)
        forgetOldHalf();
}

void CalibrationCache::forgetOldHalf()
{
    std::vector<qint64> uses;
    uses.reserve(static_cast<std::size_t>(m_entries.size()));
    for (const Entry& entry : std::as_const(m_entries))
        uses.push_back(entry.lastUse);
    const auto middle = uses.begin() + static_cast<std::ptrdiff_t>(uses.size() / 2);
    std::ranges::nth_element(uses, middle);
    const qint64 oldest = *middle;
    m_entries.removeIf([oldest](const auto& entry) { return entry.value().lastUse < oldest; });
}

qsizetype CalibrationCache::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_entries.size();
}

} // namespace driftscope
