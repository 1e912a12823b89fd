// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/OutputAgreement.h"
#include "core/session/Experiment.h"

namespace driftscope {

/// A quantized model and what the board runs in its place.
struct VerificationSubject
{
    QString name; ///< for people
    LoadedStage quantized;
    LoadedStage board; ///< of a pack: its file, and the inputs and outputs of this model
    QString modelName = {}; ///< which one of a pack; empty: the only one
    ConversionConfig config = {}; ///< without inputs: what the .bin says
    QList<QStringList> samples = {}; ///< for each a file for each input of the .bin, in its order
};

struct VerificationRequest
{
    std::shared_ptr<const OnnxRuntime> runtime;
    std::optional<ToolchainProfile> toolchain = {}; ///< whose runtime runs operators of the domain `horizon`
    QList<VerificationSubject> models;
    AgreementTolerance tolerance = {};
    QString folder; ///< takes what is fed and dumped
    int timeoutMilliseconds = 120000; ///< for each sample
    std::function<void(const QString&)> onWarning = {}; ///< sentences of the board
};

/// What one sample showed, output by output.
struct VerifiedSample
{
    QStringList files;
    QList<OutputAgreement> outputs;
};

/// One output over all samples.
struct VerifiedOutput
{
    QString name;
    Agreement agreement = Agreement::Equal; ///< the worst of all samples
    int equal = 0; ///< samples
    int close = 0;
    int differing = 0;
    int notCompared = 0;
    double leastCosine = 1.0;
    double largestError = 0.0; ///< absolute
    bool sameValues = true; ///< as multisets, in every sample
    int worstSample = 0; ///< index; by agreement, then by the largest error
};

struct VerifiedModel
{
    QString name;
    QString quantizedFile;
    QString boardFile;
    QString modelName; ///< of a pack
    QList<VerifiedSample> samples;

    [[nodiscard]] QList<VerifiedOutput> outputs() const;
    [[nodiscard]] bool agrees() const; ///< every output of every sample is equal or close
};

/// What a vendor's verifier does for one input and one output: feeds the same bytes to the quantized model and to the
/// board and compares what comes out, here for every sample, input, output and model, over one connection. The
/// quantized model is fed what a right .bin makes of the bytes, so a wrong conversion inside the .bin shows.
[[nodiscard]] Result<QList<VerifiedModel>> verifyModels(BoardConnection& connection, const VerificationRequest& request,
                                                        const CancelToken& cancel, Progress& progress);

} // namespace driftscope
