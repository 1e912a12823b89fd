// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/board/BoardRun.h"
#include "core/config/ConversionConfig.h"
#include "core/evaluation/Prediction.h"
#include "core/graph/Stage.h"
#include "core/runtime/OnnxRuntime.h"

namespace driftscope {

struct LabelledSample
{
    QString file; ///< absolute path of a picture
    int label = -1;
};

/// Pictures with their classes.
struct LabelledData
{
    QString folder;
    QStringList classes; ///< names by label; may be shorter than the labels
    QList<LabelledSample> samples;

    /// For people: the name where there is one, else the number; a dash for -1.
    [[nodiscard]] QString className(int label) const;
    /// Path of a sample as seen from the folder.
    [[nodiscard]] QString nameOf(int sample) const;
};

/// Reads `labels.csv` (file,label[,class]) with `classes.txt`, or one sub-folder per class in name order.
[[nodiscard]] Result<LabelledData> readLabelledData(const QString& folder);

/// What the numbers of an output are.
enum class ScoreScale
{
    Logits, ///< anything whose largest is the prediction
    Probabilities ///< the output of a softmax
};

/// What one stage made of labelled data. Of a model with several outputs the first one counts.
struct StageEvaluation
{
    Stage stage = Stage::Float;
    QString file;
    int samples = 0;
    int correct = 0;
    std::vector<std::vector<int>> confusion; ///< [true label][predicted]
    std::vector<Prediction> predictions; ///< by sample
    ScoreScale scores = ScoreScale::Logits; ///< what most samples look like

    [[nodiscard]] double top1() const { return samples > 0 ? static_cast<double>(correct) / samples : 0.0; }
};

/// Runs an ONNX stage over the data: pictures are prepared as the stage and the config demand.
[[nodiscard]] Result<StageEvaluation> evaluateStage(const std::shared_ptr<const OnnxRuntime>& runtime, Stage stage,
                                                    const QString& file, const ConversionConfig& config,
                                                    const LabelledData& data, const CancelToken& cancel,
                                                    Progress& progress);

/// The same on a board, which is given what the config says a board program must feed.
[[nodiscard]] Result<StageEvaluation> evaluateBoard(const BoardProfile& board, const QString& file,
                                                    const ConversionConfig& config, const LabelledData& data,
                                                    const QString& scratchFolder, const CancelToken& cancel,
                                                    Progress& progress);

} // namespace driftscope
