// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/CalibrationFiles.h"

#include "core/base/Files.h"

#include <QDir>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace driftscope {

CalibrationFolder scanCalibrationFolder(const QString& folder)
{
    static const QStringList pictures{u"jpg"_s, u"jpeg"_s, u"png"_s, u"bmp"_s};
    static const QStringList strays{u"txt"_s, u"md"_s, u"json"_s, u"yaml"_s, u"yml"_s, u"csv"_s, u"xml"_s,
                                    u"py"_s,  u"sh"_s, u"zip"_s,  u"tar"_s,  u"gz"_s,  u"npz"_s, u"db"_s};
    CalibrationFolder found;
    if (folder.isEmpty())
        return found;
    const QFileInfoList entries
        = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    for (const QFileInfo& entry : entries) {
        const CalibrationFile file{entry.filePath(), entry.size()};
        const QString suffix = entry.suffix().toLower();
        if (entry.fileName().startsWith(u'.') || strays.contains(suffix))
            found.stray.append(file);
        else if (suffix == "npy"_L1)
            found.npy.append(file);
        else if (pictures.contains(suffix))
            found.pictures.append(file);
        else
            found.samples.append(file);
    }
    return found;
}

std::optional<float> largestFloatMagnitude(const QList<CalibrationFile>& samples)
{
    constexpr qsizetype filesToRead = 3;
    constexpr qint64 largestFile = 64 * 1024 * 1024;
    float largest = 0;
    bool any = false;
    for (const CalibrationFile& sample : samples.first(qMin(filesToRead, samples.size()))) {
        const Result<QByteArray> content = readFile(sample.path, largestFile);
        if (!content || content->isEmpty() || content->size() % static_cast<qsizetype>(sizeof(float)) != 0)
            return std::nullopt;
        for (qsizetype at = 0; at < content->size(); at += static_cast<qsizetype>(sizeof(float))) {
            float value = 0;
            std::memcpy(&value, content->constData() + at, sizeof value);
            if (!std::isfinite(value))
                return std::nullopt;
            largest = std::max(largest, std::abs(value));
            any = true;
        }
    }
    return any ? std::optional(largest) : std::nullopt;
}

} // namespace driftscope
