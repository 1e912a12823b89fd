// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace driftscope {

/// One row of the log's node table.
struct LogNode
{
    QString name; ///< without the `...` of names cut on the left
    bool truncated = false;
    QString device; ///< `BPU`, `CPU`
    QString subgraph; ///< `id(0)`, empty for `--`
    QString type;
    std::optional<double> cosine;
    std::optional<double> threshold;
    QString dataType;
    int line = 0; ///< in the log, from one
};

struct LogOutput
{
    QString name;
    double cosine = 0.0;
    double l1 = 0.0;
    double l2 = 0.0;
    double chebyshev = 0.0;
};

struct LogPhase
{
    QString name; ///< `calibrate the model`
    double seconds = -1.0; ///< negative while unknown
    bool finished = false;
};

struct LogSubgraph
{
    QString name;
    double fps = 0.0;
    double latencyUs = 0.0;
    qint64 ddrBytes = 0;
};

/// What a log says of one input: what the build was called with, and what the summary at the end repeats of the config.
/// Texts as printed; empty where a version does not print them.
struct LogInput
{
    QString name;
    int buildLine = 0; ///< of `call build params`; 0 when it is not there
    QString shape; ///< `1x3x640x640`
    QString expectedType; ///< what the ONNX stages take: `YUV444_128`
    QString originalType; ///< what the model was trained on: `RGB`
    QString originalLayout; ///< `NCHW`
    std::vector<double> means; ///< empty: none
    std::vector<double> scales; ///< empty: none
    int summaryLine = 0; ///< of the block in the summary; 0 when it is not there
    QString typeRt;
    QString layoutRt; ///< `None` when the config does not say it
    QString typeTrain;
    QString layoutTrain;
    QString normType;
    QString meanValue; ///< numbers, each closed by a comma
    QString scaleValue;
    QString range; ///< `regular`, `bt601_video`
    /// Numbers of the calibration samples that `call build params` shows (an excerpt of each sample, as the ONNX stages
    /// take it: pixels less 128), and their range.
    int sampleNumbers = 0;
    double samplesLeast = 0.0;
    double samplesMost = 0.0;
};

/// All that a log of hb_mapper says, of any generation, so far as lines were fed.
struct MakertbinLog
{
    QString tool;
    QString version;
    QList<std::pair<QString, QString>> versions; ///< hbdk, horizon_nn, hb_mapper
    QList<LogPhase> phases;
    QList<LogNode> nodes;
    QList<LogOutput> outputs;
    QList<std::pair<QString, QString>> parameters; ///< the trailer's key : value lines
    QList<LogInput> inputs; ///< of the last run in the log
    QStringList compilerFlags;
    QList<LogSubgraph> subgraphs;
    Diagnostics diagnostics; ///< warnings and errors with line numbers
    int lines = 0;
    int unparsedLines = 0;
    bool succeeded = false; ///< the "Convert to runtime bin file successfully!" line was seen
};

/// Feeds on whole lines (without newline), keeps the record up to date. Stacked line parsers, one per kind of line.
class MakertbinLogParser
{
public:
    MakertbinLogParser();
    ~MakertbinLogParser();
    Q_DISABLE_COPY_MOVE(MakertbinLogParser)

    void handleLine(const QString& line);
    void finish(); ///< closes open tables and phases
    [[nodiscard]] const MakertbinLog& log() const;

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

[[nodiscard]] MakertbinLog parseMakertbinLog(const QByteArray& text);

} // namespace driftscope
