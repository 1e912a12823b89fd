// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Result.h"
#include "core/toolchain/LogRecords.h"

#include <memory>

namespace driftscope {

/// All that a log of the toolchain or of the board's tool says, of any generation, so far as lines were fed. Endless
/// logs do not make it grow without end: of each kind of record so many are kept and the rest are counted.
struct MakertbinLog
{
    QString tool; ///< `hb_mapper`, `hb_perf`, `hb_model_modifier`, `hb_verifier`, `hrt_model_exec`
    QString command; ///< of the last run: `makertbin`, `checker`, `model_info`, `perf`, `infer`; empty where not said
    LogGeneration generation = LogGeneration::Unknown;
    QString version; ///< of the tool
    LogPairs versions; ///< hbdk, horizon_nn, hb_mapper, hbrt, …
    QStringList commandLines; ///< that the log shows, continued lines joined
    QList<LogPhase> phases;
    QList<LogNode> nodes;
    QList<LogOutput> outputs;
    LogPairs parameters; ///< the trailer's key : value lines
    QList<LogInput> inputs; ///< of the last run in the log
    QStringList compilerFlags;
    QList<LogSubgraph> subgraphs;
    LogModelDescription model;
    LogCalibration calibration;
    QStringList savedFiles;
    QList<LogBoardTensor> boardTensors;
    QList<LogBoardPerf> boardPerfs;
    LogModification modification;
    QList<LogComparison> comparisons;
    /// Warnings and errors with line numbers. What is known of one stands in `why`; see KnownMessages for the words.
    Diagnostics diagnostics;
    int lines = 0;
    int arrayLines = 0; ///< of them in dumps of arrays
    int unparsedLines = 0;
    QList<UnparsedLine> unparsed; ///< the first few
    qint64 droppedRecords = 0; ///< that were read and are more than is kept
    bool succeeded = false; ///< the "Convert to runtime bin file successfully!" line was seen
};

/// Keeps the record up to date while a log comes in, by bytes cut anywhere or by whole lines. Stacked line parsers, one
/// per kind of line. Terminal colours, CR LF and progress bars that rewrite their line change nothing but line numbers.
class MakertbinLogParser
{
public:
    MakertbinLogParser();
    ~MakertbinLogParser();
    Q_DISABLE_COPY_MOVE(MakertbinLogParser)

    void feed(const QByteArray& bytes);
    void handleLine(const QString& line); ///< without its line end
    void finish(); ///< takes what stands after the last line end; closes open tables and phases
    [[nodiscard]] const MakertbinLog& log() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

[[nodiscard]] MakertbinLog parseMakertbinLog(const QByteArray& text);
/// The same of a file, of which never more than a piece is in memory.
[[nodiscard]] Result<MakertbinLog> readMakertbinLog(const QString& file);

} // namespace driftscope
