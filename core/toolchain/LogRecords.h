// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <optional>
#include <vector>

namespace driftscope {

using LogPairs = QList<std::pair<QString, QString>>; ///< keys and values in the order of the log

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
    double compileSeconds = -1.0; ///< negative where the log does not say it
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
    qint64 sampleNumbers = 0;
    double samplesLeast = 0.0;
    double samplesMost = 0.0;
    double samplesMean = 0.0;
    qint64 sampleArrays = 0; ///< samples of which an excerpt is shown
    qint64 sampleFractions = 0; ///< numbers that are not whole: data of pixels has none
};

/// `Input ONNX Model Information:` or, older, `infomation`.
struct LogModelDescription
{
    struct Tensor
    {
        QString name;
        QString shape; ///< as printed: `[1, 3, 640, 640]`
        QString dataType; ///< empty in older versions
    };

    QString irVersion;
    QString opsets; ///< as printed: `['ai.onnx v11', 'horizon v1']`, `[11, 1]`
    QString producer;
    QList<Tensor> inputs;
    QList<Tensor> outputs;
};

/// How the thresholds came about.
struct LogCalibration
{
    int samples = -1; ///< negative where the log does not say it
    QString method; ///< that was asked for: `default`, `modelwise search`, `kl`
    QString selected; ///< that a search chose: `max-percentile:percentile=0.99995`
    bool perChannel = false;
    bool asymmetric = false;
};

/// A tensor as `hrt_model_exec model_info` prints it.
struct LogBoardTensor
{
    QString model;
    bool isOutput = false;
    int index = 0;
    LogPairs properties; ///< `valid shape`, `tensor type`, `stride`, …
    int line = 0;

    [[nodiscard]] QString property(const QString& key) const; ///< empty where it is not printed
};

/// The figures of one `hrt_model_exec perf`; negative where they are not printed.
struct LogBoardPerf
{
    int frames = -1;
    int threads = -1;
    double averageMs = -1.0;
    double longestMs = -1.0;
    double shortestMs = -1.0;
    double fps = -1.0;
    double programMs = -1.0;
    int line = 0;
};

/// A tensor or a node of a .bin as hb_model_modifier writes it into its log.
struct LogBinTensor
{
    QString role; ///< `input`, `output`, `value_info`
    QString name;
    QString elementType; ///< `INT8`, `FLOAT`
    QStringList dimensions;
    int line = 0;
};

struct LogBinNode
{
    QString name;
    QString type; ///< `BPU`, `Dequantize`
    QStringList inputs;
    QStringList outputs;
    int line = 0;
};

/// What hb_model_modifier did.
struct LogModification
{
    QList<LogBinTensor> tensors;
    QList<LogBinNode> nodes;
    QStringList removable; ///< `Nodes that can be deleted`
    QStringList wanted; ///< `Nodes that will be removed`
    QStringList removed;
    QStringList removedBefore; ///< hb_model_info: nodes that the .bin lost before this run
    QString savedAs;
};

/// One comparison of hb_verifier or hb_model_verifier: two sources and how far they differ.
struct LogComparison
{
    QString sources; ///< `Quanti.onnx VS Arm`
    QString output; ///< the output that is compared: `model_infer_output_0`, `raw output 0`; empty for all together
    LogPairs figures; ///< `mismatch rate`, `max abs error`, …
    std::optional<bool> passed;
    int line = 0;
};

/// Which of the three families of formats a log has.
enum class LogGeneration
{
    Unknown,
    Of2021, ///< hb_mapper 1.1
    Of2023, ///< hb_mapper 1.15 to 1.18
    Of2025 ///< hb_mapper 1.23 and 1.24
};

[[nodiscard]] QString logGenerationName(LogGeneration generation); ///< `2021`, `2023`, `2025`, empty: used in JSON

/// A line of which nothing was understood.
struct UnparsedLine
{
    int number = 0;
    QString text; ///< its beginning
};

} // namespace driftscope
