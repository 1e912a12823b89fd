// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/SampleReader.h"

namespace driftscope {

/// What the log says of the inputs: the Python dictionary behind `call build params:` and the blocks
/// `input info : <name>` of the summary.
class InputParser
{
public:
    bool handleLine(const LogLine& line, MakertbinLog& log);
    void restart();

private:
    [[nodiscard]] static bool readBuildParameters(const LogLine& line, MakertbinLog& log);
    bool readSummary(const LogLine& line, MakertbinLog& log);
    bool readSamples(const LogLine& line, MakertbinLog& log);

    QString m_current; ///< input whose block is open
    SampleReader m_samples;
};

} // namespace driftscope
