// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"

namespace driftscope {

/// What hrt_model_exec prints: the versions of the runtime, the tensors of model_info, the figures of perf.
class BoardParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    [[nodiscard]] bool readVersion(const LogLine& line, MakertbinLog& log) const;
    [[nodiscard]] bool readHeading(const LogLine& line, MakertbinLog& log);
    [[nodiscard]] bool readProperty(const LogLine& line, MakertbinLog& log) const;
    [[nodiscard]] bool readFigures(const LogLine& line, MakertbinLog& log) const;

    QString m_model; ///< whose tensors are being printed
    bool m_inTensor = false;
};

} // namespace driftscope
