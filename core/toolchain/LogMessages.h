// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"

#include <QHash>

namespace driftscope {

/// Versions of the tools, from the log's head, its middle (2021) or its trailer. Also tells which tool wrote the log.
class VersionParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log) const;
};

/// `Start to X.` and `End to X.` with the time between them.
class PhaseParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);
    /// A new run in the same file: open phases of the one before will never end.
    void restart();

private:
    QHash<QString, QDateTime> m_startOf;
};

/// hbdk-cc's flags, as list or as dictionary, and the line of figures for each subgraph.
class CompilerParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log) const;
};

/// The trailer: sections with `key : value` lines that repeat the configuration as it was understood.
class TrailerParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);
    void restart() { m_section = Section::None; }

private:
    enum class Section
    {
        None,
        Versions,
        Parameters
    };
    Section m_section = Section::None;
};

/// Warnings and errors: by the console's level, by known texts (the log file has no level), and Python tracebacks.
class ProblemParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    bool m_inTraceback = false;
};

/// Blocks of lines without envelope that belong to a message and say nothing that is kept: the dumped configuration,
/// numpy arrays, the description of the ONNX file, progress bars.
class NoiseParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line);

private:
    bool m_inBlock = false;
};

} // namespace driftscope
