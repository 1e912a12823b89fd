// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/InputPort.h"

namespace driftscope {

/// Files of one run of a board that was made somewhere else.
struct BoardRunFiles
{
    QStringList inputs; ///< what was meant, one for each input of the model: pictures, .npy
    QStringList fed; ///< the bytes that were handed over, one for each input; may be empty
    QStringList outputs; ///< dumps of hrt_model_exec, .npy, .npz, .txt, or their folder; may be empty
    QStringList
        expected; ///< what the training program gave, .npy in the order of the float model's outputs; may be empty
};

/// All that a person has who has neither the board nor the project at hand.
struct FilesToDiagnose
{
    QString config; ///< the conversion YAML
    QStringList models; ///< stages and .bin; empty: those in the config's working_dir
    QList<BoardRunFiles> runs;
};

/// Names the cause from files alone; nothing is run but the models.
[[nodiscard]] Result<Verdict> diagnoseFiles(const FilesToDiagnose& files,
                                            const std::shared_ptr<const OnnxRuntime>& runtime,
                                            const CancelToken& cancel, Progress& progress);

/// Shares lists of files out among as many runs as there are inputs for; fails where they do not come out even.
[[nodiscard]] Result<QList<BoardRunFiles>> runsOf(const BoardRunFiles& together, qsizetype inputsOfModel);

/// How many inputs the model has that the files are of.
[[nodiscard]] Result<qsizetype> inputCountOf(const FilesToDiagnose& files);

} // namespace driftscope
