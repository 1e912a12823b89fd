// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationStatistics.h"

#include <algorithm>

namespace driftscope {

CalibrationStatistics::CalibrationStatistics(QString folder, QString problem)
    : m_folder(std::move(folder))
    , m_problem(std::move(problem))
{ }

CalibrationStatistics::CalibrationStatistics(QString folder, const SampleReading& reading,
                                             QList<CalibrationSample> files, qsizetype folders)
    : m_folder(std::move(folder))
    , m_isRead(true)
    , m_reading(reading)
    , m_folders(folders)
    , m_files(std::move(files))
{
    sort();
    findCopies();
    const SampleLooks looks = numbers();
    m_guess = commonGuess(looks);
    m_range = rangeEvidence(looks);
    m_layout = layoutEvidence(looks);
}

/// A .bin may hold a .npy, a picture or a text, and a .npy anything: both name and content count.
void CalibrationStatistics::sort()
{
    for (const CalibrationSample& sample : std::as_const(m_files)) {
        const SampleContent content = sample.look ? sample.look->content : SampleContent::Text;
        const CalibrationFileKind kind = sample.file.kind;
        if (content == SampleContent::Unreadable) {
            m_unreadable.append(sample);
        } else if (content == SampleContent::Picture || kind == CalibrationFileKind::Picture) {
            m_pictures.append(sample);
        } else if (content == SampleContent::Numpy || kind == CalibrationFileKind::Numpy) {
            m_numpyFiles.append(sample);
        } else if (content == SampleContent::Text) {
            m_strays.append(sample);
        } else {
            m_samples.append(sample);
            ++m_sizes[sample.file.size];
        }
    }
}

void CalibrationStatistics::findCopies()
{
    QHash<std::pair<quint64, qint64>, QList<CalibrationSample>> groups;
    for (const QList<CalibrationSample>* samples : {&m_samples, &m_numpyFiles, &m_pictures}) {
        for (const CalibrationSample& sample : *samples) {
            if (sample.file.size > 0)
                groups[{sample.look->hash, sample.file.size}].append(sample);
        }
    }
    for (const QList<CalibrationSample>& group : std::as_const(groups)) {
        if (group.size() > 1)
            m_copies.append(group);
    }
    std::ranges::sort(m_copies, {}, [](const QList<CalibrationSample>& group) { return group.first().file.name; });
}

SampleLooks CalibrationStatistics::numbers() const
{
    SampleLooks looks;
    for (const QList<CalibrationSample>* samples : {&m_samples, &m_numpyFiles}) {
        for (const CalibrationSample& sample : *samples)
            looks.append(sample.look);
    }
    return looks;
}

ColourEvidence CalibrationStatistics::colour(TensorLayout declared) const
{
    return colourEvidence(numbers(), m_layout.layout == TensorLayout::Unknown ? declared : m_layout.layout);
}

} // namespace driftscope
