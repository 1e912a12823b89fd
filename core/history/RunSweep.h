// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QJsonArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace driftscope {

/// What a sweep gave to one key in one run.
struct SweepSetting
{
    QString key; ///< full
    QString value; ///< as written; empty: the key was left out

    bool operator==(const SweepSetting&) const = default;
};

/// Says in a run's folder that the run is one variant of a sweep.
struct RunSweep
{
    QStringList sweeps; ///< ids; several where later sweeps took the run over, empty for a run of no sweep
    QList<SweepSetting> settings;
    QString fingerprint; ///< of the config's bytes, the toolchain and every input file; empty: not known

    bool operator==(const RunSweep&) const = default;
};

inline constexpr QLatin1StringView runSweepFile{"sweep.json"};

[[nodiscard]] QByteArray runSweepText(const RunSweep& sweep); ///< what the file holds
[[nodiscard]] Result<void> writeRunSweep(const QString& runFolder, const RunSweep& sweep);
/// Nothing of it where the run belongs to no sweep or the file is damaged.
[[nodiscard]] RunSweep readRunSweep(const QString& runFolder);

[[nodiscard]] QJsonArray sweepSettingsJson(const QList<SweepSetting>& settings);
[[nodiscard]] QList<SweepSetting> sweepSettingsFromJson(const QJsonArray& array);
/// `calibration_type=max per_channel=True`, for words to find a run by.
[[nodiscard]] QString sweepSettingsText(const QList<SweepSetting>& settings);

} // namespace driftscope
