// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/graph/GraphDraft.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/tensor/Capture.h"

#include <QByteArray>

#include <functional>

namespace driftscope {

struct SessionOptions
{
    bool optimize = true; ///< off: run the graph as written, so that every value keeps its name
    int threads = 1;
};

/// A result that still lies where ONNX Runtime put it.
struct ResultView
{
    bool isTensor = false; ///< else a sequence, strings, … without numbers
    DataType type = DataType::Undefined;
    Shape shape = {};
    QByteArrayView bytes = {};
};

/// One loaded model. run() may be called from several threads at once.
class InferenceSession
{
public:
    [[nodiscard]] static Result<std::shared_ptr<InferenceSession>>
    open(std::shared_ptr<const OnnxRuntime> runtime, const QByteArray& model, const SessionOptions& options = {});
    [[nodiscard]] static Result<std::shared_ptr<InferenceSession>>
    openFile(std::shared_ptr<const OnnxRuntime> runtime, const QString& path, const SessionOptions& options = {});
    [[nodiscard]] static Result<std::shared_ptr<InferenceSession>>
    openDraft(std::shared_ptr<const OnnxRuntime> runtime, const GraphDraft& model, const SessionOptions& options = {});
    ~InferenceSession();
    Q_DISABLE_COPY_MOVE(InferenceSession)

    [[nodiscard]] const QList<ValueDraft>& inputs() const;
    [[nodiscard]] const QList<ValueDraft>& outputs() const;
    /// Inputs are matched by name; with one input any name will do. Results in the order of outputs(); one that is not
    /// a tensor of numbers (a sequence, strings) is an empty Tensor. Errors name the input, what it takes and what
    /// came.
    [[nodiscard]] Result<QList<NamedTensor>> run(const QList<NamedTensor>& inputs,
                                                 const CancelToken& cancel = {}) const;

    /// Hands out one result after the other without copying, and lets go of each before the next. An error of `take`
    /// ends it. A cancel returns at once; a node that is being computed then ends behind the caller's back.
    using ResultTaker = std::function<Result<void>(const QString& name, const ResultView& view)>;
    [[nodiscard]] Result<void> run(const QList<NamedTensor>& inputs, const ResultTaker& take,
                                   const CancelToken& cancel = {}) const;

private:
    struct Private;
    explicit InferenceSession(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

struct CaptureOptions
{
    QStringList only; ///< names of values to keep; empty: every value with a producer
    qsizetype valuesPerSession = 128; ///< bounds memory: one session per chunk of this many values
    qint64 maximumBytes = qint64(2) << 30; ///< what the capture may hold; beyond, it is declared incomplete
};

/// Runs a model with every intermediate value made an output, optimizations off. The tensors are the inputs, then the
/// values in execution order, each with the node that made it; integers made by quantizing operators of constant scale
/// carry their quantization. A limit or a cancel gives what was captured until then with complete = false and the
/// reason in limit; a cancel before the first result is an error of kind Cancelled.
[[nodiscard]] Result<Capture> captureModel(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                           const QList<NamedTensor>& inputs, const CaptureOptions& options,
                                           const CancelToken& cancel, Progress& progress);

} // namespace driftscope
