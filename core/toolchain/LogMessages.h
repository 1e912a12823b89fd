// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/LogLine.h"
#include "core/toolchain/MakertbinLog.h"

#include <QHash>

namespace driftscope {

/// Keeps a version under its one spelling; that of the log's own tool becomes the log's.
void noteVersion(MakertbinLog& log, const QString& name, const QString& version);

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
    struct Open
    {
        qsizetype index = 0; ///< in the log's phases
        QDateTime start;
    };
    QHash<QString, Open> m_open; ///< by name
};

/// `Input ONNX Model Information:` and the lines behind it, and what is said of calibration and of the files written.
class ModelParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    [[nodiscard]] bool readDescription(const QString& text, MakertbinLog& log);
    [[nodiscard]] static bool readCalibration(const QString& message, MakertbinLog& log);

    bool m_inDescription = false;
    bool m_inOutputs = false; ///< of the list of inputs and outputs of newer versions
};

/// Commands that a log repeats, as a shell shows them.
class CommandLineParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    bool m_continues = false;
};

/// hbdk-cc's flags, as list or as dictionary, and the line of figures for each subgraph.
class CompilerParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);
    void restart() { m_hasFlags = false; }

private:
    void readFlags(const QString& message, MakertbinLog& log);

    bool m_hasFlags = false; ///< of this run
    QString m_subgraph; ///< that is being compiled
    double m_seconds = -1.0; ///< that it took
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
        Parameters,
        Removed ///< hb_model_info: nodes that are gone
    };
    Section m_section = Section::None;
};

/// Warnings and errors: by the console's level, by known texts (the log file has no level), and Python tracebacks.
class ProblemParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line, MakertbinLog& log);

private:
    [[nodiscard]] bool readTraceback(const LogLine& line, MakertbinLog& log);

    bool m_inTraceback = false;
    bool m_inException = false; ///< behind the exception's first line: its message may go on
};

/// Blocks of lines without envelope that belong to a message and say nothing that is kept: the dumped configuration,
/// numpy arrays, the description of the ONNX file, progress bars.
class NoiseParser
{
public:
    [[nodiscard]] bool handleLine(const LogLine& line);
    [[nodiscard]] bool isInArrays() const { return m_inArrays; } ///< the line before was one of a dump of arrays

private:
    bool m_inBlock = false;
    bool m_inBuildParameters = false;
    bool m_inArrays = false;
};

} // namespace driftscope
