// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/tool/ToolConfig.h"

namespace driftscope {

/// The files of the calibration folders, read one sample at a time: every file of a folder, by name. Each holds one
/// whole input in the train type and layout, pixels not normalized. Without folders (calibration_type: skip) samples
/// are noise.
class CalibrationData
{
public:
    /// Lists the folders; fails when one is missing or empty or when they hold different numbers of files.
    [[nodiscard]] static Result<CalibrationData> open(const ToolConfig& config);

    [[nodiscard]] qsizetype sampleCount() const { return m_sampleCount; }
    [[nodiscard]] const QStringList& files(qsizetype input) const { return m_files[input]; }
    /// One sample as the original float model takes it: image inputs in the run-time type minus 128, in train layout.
    [[nodiscard]] Result<QList<NamedTensor>> sample(qsizetype position) const;

private:
    explicit CalibrationData(QList<ToolInput> inputs);
    [[nodiscard]] Result<Tensor> read(qsizetype input, qsizetype position) const;

    QList<ToolInput> m_inputs;
    QList<QStringList> m_files;
    qsizetype m_sampleCount = 0;
    bool m_noise = false;
    bool m_pictures = false; ///< preprocess_on
};

} // namespace driftscope
