// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"
#include "core/toolchain/MakertbinLog.h"

#include <QHash>

namespace driftscope {

/// The setting or the log line that made the toolchain change something.
struct InsertionCause
{
    QString key; ///< full config key; empty when no setting causes it
    QString value; ///< as written, or the default in force
    bool isDefault = false; ///< the key is not written
    int line = 0; ///< of the config, from one; 0 when the key is not written
    int logLine = 0; ///< of the log, 0 when no log names it
};

/// What a key is set to; `document` may be null.
[[nodiscard]] InsertionCause causeOfKey(const ConfigDocument* document, QLatin1StringView key);

/// Finds the lines of a log that name nodes, cut names among them.
class LogLines
{
public:
    explicit LogLines(const MakertbinLog* log);
    [[nodiscard]] int lineOf(const QString& node) const; ///< 0 when no line names it

private:
    const MakertbinLog* m_log;
    QHash<QString, int> m_whole;
    QList<std::pair<QString, int>> m_cut;
};

namespace causekeys {
inline constexpr QLatin1StringView normType{"input_parameters.norm_type"};
inline constexpr QLatin1StringView typeRt{"input_parameters.input_type_rt"};
inline constexpr QLatin1StringView layoutRt{"input_parameters.input_layout_rt"};
inline constexpr QLatin1StringView layoutTrain{"input_parameters.input_layout_train"};
inline constexpr QLatin1StringView calibration{"calibration_parameters.calibration_type"};
inline constexpr QLatin1StringView march{"model_parameters.march"};
} // namespace causekeys

} // namespace driftscope
