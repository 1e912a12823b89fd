// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_lint: looking at 1,000 calibration files of 600 kB for the first time and again, lint after a keystroke with
// that folder, and lint of all configs of the corpus. The references are reading the same bytes and asking for the
// state of the same files in the same run. The exit code is 1 if a target is missed.
#include "tests/bench/Targets.h"
#include "tests/support/Stopwatch.h"
#include "tests/unit/config/ConfigCorpus.h"
#include "tests/unit/lint/LintFixture.h"

#include "core/base/FileBytes.h"
#include "core/base/Files.h"
#include "core/lint/CalibrationCache.h"
#include "core/lint/CalibrationSurvey.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <limits>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr int files = 1000;
constexpr int side = 224;
constexpr int elements = 3 * side * side; // 602,112 bytes of float32

/// A picture of smooth waves with noise, each other than the one before.
QByteArray picture(int seed)
{
    std::minstd_rand random(static_cast<unsigned>(seed) + 1);
    QByteArray bytes(elements * qsizetype{sizeof(float)}, Qt::Uninitialized);
    auto* values = reinterpret_cast<float*>(bytes.data());
    const auto period = static_cast<int>(20 + random() % 60);
    for (int i = 0; i < elements; ++i) {
        const int ramp = (i % side + i / side) % (2 * period);
        values[i] = 60 + static_cast<float>(std::abs(ramp - period)) * 100 / static_cast<float>(period)
            + static_cast<float>(random() % 100) / 20;
    }
    return bytes;
}

/// Makes the folder anew; the files are in the system's cache then, so that no disk is measured.
bool makeFolder(const QString& path)
{
    if (!QDir(path).removeRecursively() || !QDir().mkpath(path))
        return false;
    for (int i = 0; i < files; ++i) {
        if (!writeFileAtomically(QDir(path).filePath(u"%1.bin"_s.arg(i, 4, 10, QLatin1Char('0'))), picture(i)))
            return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(100)); // no file is too young to be kept
    return true;
}

double secondsToRead(const CalibrationListing& listing)
{
    return fastestSeconds(2, [&] {
        for (const CalibrationFile& file : listing.files) {
            if (const auto opened = FileBytes::open(file.path))
                (void)(*opened)->read(0, file.size);
        }
    });
}

LintSubject subjectFor(const QString& folder)
{
    ConfigDocument document = *ConfigDocument::fromText(cleanConfig);
    document = *document.with(u"input_parameters.input_shape"_s, u"1x3x%1x%1"_s.arg(side));
    return subjectOf(*document.with(u"calibration_parameters.cal_data_dir"_s, folder));
}

void measureFolder(const QString& folder, Targets& targets)
{
    if (!makeFolder(folder)) {
        std::printf("the samples cannot be written to %s\n", qUtf8Printable(folder));
        targets.atLeast(u"files that could be written"_s, 0, files);
        return;
    }
    const double reading = secondsToRead(*listCalibrationFolder(folder));
    const double asking = fastestSeconds(5, [&] { (void)listCalibrationFolder(folder); });
    LintSubject subject = subjectFor(folder);
    const double first = fastestSeconds(3, [&] {
        subject.calibrationCache = std::make_shared<CalibrationCache>(); // nothing is known
        (void)lint(subject);
    });
    const double again = fastestSeconds(10, [&] { (void)lint(subject); });
    const CalibrationCache& cache = *subject.calibrationCache;
    Progress silent;
    subject.calibration = *surveyCalibration(calibrationRequests(subject), subject.calibrationCache.get(), {}, silent);
    const double keystroke = fastestSeconds(10, [&] { (void)lint(subject); });
    std::printf("first look   %8.4f s  %6.2f times reading the bytes (%.4f s)\n", first, first / reading, reading);
    std::printf("second look  %8.4f s  %6.2f times asking for the state of the files (%.4f s)\n", again, again / asking,
                asking);
    std::printf("keystroke    %8.4f s  the folder is looked at behind it\n", keystroke);
    std::printf("peak memory  %8.1f MB\n", static_cast<double>(peakMemoryBytes()) / 1e6);
    targets.atLeast(u"files that are known after the first look"_s, static_cast<double>(cache.size()), files);
    targets.atMost(u"seconds of the first look at 1,000 files of 600 kB"_s, first, 3);
    targets.atMost(u"seconds of lint with 1,000 files that are known"_s, again, 0.03);
    targets.atMost(u"seconds of lint after a keystroke"_s, keystroke, 0.03);
}

void measureCorpus(Targets& targets)
{
    const auto corpus = configCorpus();
    if (corpus.isEmpty()) {
        std::printf("the corpus is not here: lint of its configs is not measured\n");
        return;
    }
    qsizetype findings = 0;
    const double parsing = fastestSeconds(5, [&] {
        for (const CorpusFile& file : corpus)
            (void)ConfigDocument::fromText(file.text, file.path);
    });
    const double all = fastestSeconds(5, [&] {
        findings = 0;
        for (const CorpusFile& file : corpus)
            findings += lint(subjectOf(*ConfigDocument::fromText(file.text, file.path))).size();
    });
    std::printf("corpus       %8.4f s  %6.2f times parsing (%.4f s)  %lld configs, %lld findings\n", all, all / parsing,
                parsing, static_cast<long long>(corpus.size()), static_cast<long long>(findings));
    targets.atMost(u"seconds of lint of all configs of the corpus"_s, all, 0.2);
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Targets targets;
    const QString folder = QStringLiteral(DRIFTSCOPE_BINARY_DIR "/lint-samples");
    measureFolder(folder, targets);
    QDir(folder).removeRecursively();
    measureCorpus(targets);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
