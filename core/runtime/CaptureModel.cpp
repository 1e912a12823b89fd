// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CapturePlan.h"
#include "core/runtime/InferenceSession.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// One session should not hold more than this many bytes of results, whatever the number of values.
constexpr qint64 bytesPerChunk = qint64(512) << 20;

/// Runs the chunks of one capture one after the other.
class CaptureRun
{
    Q_DECLARE_TR_FUNCTIONS(CaptureRun)

public:
    CaptureRun(std::shared_ptr<const OnnxRuntime> runtime, const GraphDraft& model, const CaptureOptions& options)
        : m_runtime(std::move(runtime))
        , m_model(model)
        , m_options(options)
        , m_plan(
              planCapture(model, options.only, options.valuesPerSession, std::min(options.maximumBytes, bytesPerChunk)))
        , m_quantization(quantizationOfValues(model))
    {
        for (const ValueDraft& output : model.outputs)
            m_outputNames.insert(output.name);
    }

    Result<Capture> execute(const QList<NamedTensor>& inputs, const CancelToken& cancel, Progress& progress)
    {
        m_capture.executor = u"onnxruntime %1"_s.arg(m_runtime->version());
        captureInputs(inputs);
        noteUnknown();
        qint64 done = 0;
        for (const QList<PlannedValue>& chunk : std::as_const(m_plan.chunks)) {
            progress.report(done, m_plan.valueCount(), tr("Running the model"));
            if (auto step = captureChunk(chunk, inputs, cancel); !step) {
                if (done == 0)
                    return forward(step);
                cutShort(step.error().kind == ErrorKind::Cancelled ? tr("The capture was stopped on request.")
                                                                   : step.error().message);
                return m_capture;
            }
            if (!m_capture.complete && m_isFull)
                return m_capture;
            done += chunk.size();
        }
        progress.report(done, done, tr("Running the model"));
        return m_capture;
    }

private:
    void cutShort(const QString& reason)
    {
        m_capture.complete = false;
        m_capture.limit = m_capture.limit.isEmpty() ? reason : m_capture.limit + u' ' + reason;
    }

    void noteUnknown()
    {
        if (!m_plan.unknown.isEmpty())
            cutShort(tr("The model has no values named: %1.").arg(m_plan.unknown.join(u", "_s)));
    }

    void captureInputs(const QList<NamedTensor>& inputs)
    {
        for (const NamedTensor& input : inputs) {
            CapturedTensor captured{input.name, {}, input.tensor, true, false};
            if (inputs.size() == 1 && m_model.inputs.size() == 1)
                captured.name = m_model.inputs.front().name;
            captured.isOutput = m_outputNames.contains(captured.name);
            m_bytes += captured.tensor.bytes().size();
            m_capture.tensors.append(captured);
        }
    }

    Result<void> captureChunk(const QList<PlannedValue>& chunk, const QList<NamedTensor>& inputs,
                              const CancelToken& cancel)
    {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, tr("The capture was stopped on request."));
        SessionOptions options;
        options.optimize = false;
        const auto session = InferenceSession::openDraft(m_runtime, modelComputing(m_model, chunk), options);
        if (!session)
            return forward(session);
        const auto results = (*session)->run(inputs, cancel);
        if (!results)
            return forward(results);
        for (qsizetype i = 0; i < results->size() && !m_isFull; ++i)
            keep(chunk[i], results->at(i).tensor);
        return {};
    }

    void keep(const PlannedValue& value, Tensor tensor)
    {
        if (tensor.dataType() == DataType::Undefined)
            return; // a sequence or strings: nothing to compare
        m_bytes += tensor.bytes().size();
        if (m_bytes > m_options.maximumBytes) {
            m_isFull = true;
            cutShort(tr("The capture was stopped before “%1” because it would hold more than %2.")
                         .arg(value.name, QLocale::c().formattedDataSize(m_options.maximumBytes)));
            return;
        }
        const auto quantization = m_quantization.constFind(value.name);
        if (quantization != m_quantization.cend() && isInteger(tensor.dataType()))
            tensor.setQuantization(*quantization);
        m_capture.tensors.append(
            {value.name, value.node, std::move(tensor), false, m_outputNames.contains(value.name)});
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const GraphDraft& m_model;
    const CaptureOptions& m_options;
    CapturePlan m_plan;
    QHash<QString, Quantization> m_quantization;
    QSet<QString> m_outputNames;
    Capture m_capture;
    qint64 m_bytes = 0;
    bool m_isFull = false;
};

} // namespace

Result<Capture> captureModel(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                             const QList<NamedTensor>& inputs, const CaptureOptions& options, const CancelToken& cancel,
                             Progress& progress)
{
    return CaptureRun(runtime, model, options).execute(inputs, cancel, progress);
}

} // namespace driftscope
