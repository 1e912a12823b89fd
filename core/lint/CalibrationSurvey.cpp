// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationSurvey.h"

#include "core/lint/CalibrationCache.h"
#include "core/lint/LintContext.h"
#include "core/lint/SampleLook.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CalibrationSurveys
{
    Q_DECLARE_TR_FUNCTIONS(CalibrationSurveys)
};

/// The picture geometry of a known shape with four axes. Where no layout is declared, the axis of one to four channels
/// says it.
std::optional<SampleGeometry> geometryOf(const Shape& shape, TensorLayout layout)
{
    constexpr qint64 mostChannels = 4;
    if (shape.rank() != 4 || !shape.isKnown() || shape.elementCount() <= 0)
        return std::nullopt;
    const bool isPlanar = layout == TensorLayout::NCHW || (layout == TensorLayout::Unknown && shape[1] <= mostChannels);
    if (isPlanar)
        return SampleGeometry{shape[0], shape[1], shape[2], shape[3]};
    return SampleGeometry{shape[0], shape[3], shape[1], shape[2]};
}

qint64 nanosecondsNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

/// Looks at the samples of one folder, several at a time.
class Readers
{
public:
    Readers(QList<CalibrationSample>& samples, const SampleReading& reading, CalibrationCache* cache,
            const CancelToken& cancel)
        : m_samples(samples.data()) // detached here, not in the threads
        , m_reading(reading)
        , m_cache(cache)
        , m_cancel(cancel)
    {
        for (qsizetype i = 0; i < samples.size(); ++i) {
            if (m_samples[i].file.kind == CalibrationFileKind::Stray)
                continue;
            if (m_cache != nullptr)
                m_samples[i].look = m_cache->find(m_samples[i].file, m_reading);
            if (!m_samples[i].look)
                m_open.append(i);
        }
    }

    /// False when cancelled.
    bool run(Progress& progress)
    {
        constexpr qsizetype filesPerThread = 8; // a thread for fewer costs more than it brings
        constexpr qsizetype mostThreads = 4; // more would only wait for the disk
        const auto wanted = std::min<qsizetype>(
            {m_open.size() / filesPerThread, mostThreads, static_cast<qsizetype>(std::thread::hardware_concurrency())});
        std::vector<std::jthread> helpers;
        for (qsizetype i = 1; i < wanted; ++i)
            helpers.emplace_back([this] { work(nullptr); });
        work(&progress);
        helpers.clear(); // waits for them
        return !m_cancel.isCancelled();
    }

private:
    void work(Progress* progress)
    {
        for (qsizetype next = m_next++; next < m_open.size() && !m_cancel.isCancelled(); next = m_next++) {
            CalibrationSample& sample = m_samples[m_open[next]];
            const qint64 begin = nanosecondsNow();
            const auto look = lookAtSample(sample.file, m_reading, m_cancel);
            if (!look)
                return;
            sample.look = *look;
            if (m_cache != nullptr && sample.look->content != SampleContent::Unreadable)
                m_cache->keep(sample.file, m_reading, begin, sample.look);
            if (progress != nullptr)
                progress->report(next + 1, m_open.size(), CalibrationSurveys::tr("Looking at the calibration data"));
        }
    }

    CalibrationSample* m_samples;
    const SampleReading& m_reading;
    CalibrationCache* m_cache;
    const CancelToken& m_cancel;
    QList<qsizetype> m_open;
    std::atomic<qsizetype> m_next = 0;
};

/// Null when cancelled.
std::shared_ptr<const CalibrationStatistics> surveyFolder(const CalibrationRequest& request, CalibrationCache* cache,
                                                          const CancelToken& cancel, Progress& progress)
{
    const auto listing = listCalibrationFolder(request.folder);
    if (!listing) {
        const bool isMissing = listing.error().kind == ErrorKind::NotFound;
        return std::make_shared<const CalibrationStatistics>(request.folder,
                                                             isMissing ? QString() : listing.error().message);
    }
    QList<CalibrationSample> samples;
    samples.reserve(listing->files.size());
    for (const CalibrationFile& file : listing->files)
        samples.append({file, nullptr});
    if (!Readers(samples, request.reading, cache, cancel).run(progress))
        return nullptr;
    return std::make_shared<const CalibrationStatistics>(request.folder, request.reading, std::move(samples),
                                                         listing->folders);
}

bool sameFiles(const CalibrationStatistics& one, const CalibrationStatistics& other)
{
    return one.problem() == other.problem() && one.folders() == other.folders()
        && std::ranges::equal(one.files(), other.files(), [](const CalibrationSample& a, const CalibrationSample& b) {
               const bool sameHash = a.look && b.look ? a.look->hash == b.look->hash : a.look == b.look;
               return a.file == b.file && sameHash;
           });
}

} // namespace

bool CalibrationSurvey::sameAs(const CalibrationSurvey& other) const
{
    return requests == other.requests
        && std::ranges::equal(inputs, other.inputs, [](const auto& one, const auto& another) {
               return one == another || (one && another && sameFiles(*one, *another));
           });
}

QList<CalibrationRequest> calibrationRequests(const LintSubject& subject)
{
    const ConversionConfig& config = subject.config;
    QList<CalibrationRequest> requests;
    if (config.calibration == CalibrationType::Skip || config.calibration == CalibrationType::Load)
        return requests;
    Diagnostics none;
    const LintContext context(subject, {}, none);
    for (qsizetype i = 0; i < config.inputs.size(); ++i) {
        const InputConfig& input = config.inputs[i];
        CalibrationRequest request;
        const bool overridden = config.inputs.size() == 1 && !subject.calibrationFolder.isEmpty();
        request.folder = overridden ? subject.calibrationFolder : input.calibrationFolder;
        request.reading.type = dataTypeFromName(input.calibrationDataType).value_or(DataType::Undefined);
        if (const std::optional<Shape> shape = context.shapeOf(i); shape && shape->isKnown()) {
            request.reading.elements = std::max<qint64>(0, shape->elementCount());
            request.reading.geometry = geometryOf(*shape, input.layoutTrain);
        }
        requests.append(std::move(request));
    }
    return requests;
}

Result<std::shared_ptr<const CalibrationSurvey>> surveyCalibration(const QList<CalibrationRequest>& requests,
                                                                   CalibrationCache* cache, const CancelToken& cancel,
                                                                   Progress& progress)
{
    auto survey = std::make_shared<CalibrationSurvey>();
    survey->requests = requests;
    for (const CalibrationRequest& request : requests) {
        if (request.folder.isEmpty()) {
            survey->inputs.append(nullptr);
            continue;
        }
        auto statistics = surveyFolder(request, cache, cancel, progress);
        if (!statistics || cancel.isCancelled())
            return failure(ErrorKind::Cancelled,
                           CalibrationSurveys::tr("Looking at the calibration data was cancelled."));
        survey->inputs.append(std::move(statistics));
    }
    return survey;
}

} // namespace driftscope
