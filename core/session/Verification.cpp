// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Verification.h"

#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/InputPort.h"
#include "core/diagnosis/ModelInputs.h"
#include "core/runtime/InferenceSession.h"
#include "core/session/HorizonRuntime.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Sent to the board together: outputs may be large, and only these are in memory at once.
constexpr qsizetype samplesAtOnce = 8;

/// Runs the quantized model on what the board was fed.
class Reference
{
    Q_DECLARE_TR_FUNCTIONS(VerificationReference)

public:
    static Result<Reference> open(const VerificationRequest& request, const VerificationSubject& subject)
    {
        Reference reference(request, subject);
        auto ports = inputPorts(reference.diagnosed());
        if (!ports)
            return forward(ports);
        reference.m_ports = *std::move(ports);
        const GraphDraft& model = *subject.quantized.draft;
        if (model.inputs.size() != reference.m_ports.size()) {
            return failure(ErrorKind::InvalidArgument,
                           tr("“%1” has %2 inputs, but the board model “%3” has %4; they are not of one conversion.")
                               .arg(subject.quantized.file)
                               .arg(model.inputs.size())
                               .arg(subject.name)
                               .arg(reference.m_ports.size()));
        }
        if (reference.runsThere())
            return reference;
        auto session = InferenceSession::openDraft(request.runtime, model);
        if (!session)
            return forward(session);
        reference.m_session = *std::move(session);
        return reference;
    }

    Result<Capture> run(const Capture& board, const CancelToken& cancel, Progress& progress) const
    {
        auto inputs = inputsOf(board);
        if (!inputs)
            return forward(inputs);
        const GraphDraft& model = *m_subject.quantized.draft;
        if (runsThere()) {
            CaptureOptions options;
            for (const ValueDraft& output : model.outputs)
                options.only.append(output.name);
            return captureWithToolchain(*m_request.toolchain, model, *inputs, options, cancel, progress);
        }
        auto results = m_session->run(*inputs, cancel);
        if (!results)
            return forward(results);
        Capture capture;
        for (NamedTensor& result : *results)
            capture.tensors.append({result.name, producerOf(result.name), std::move(result.tensor), false, true});
        return capture;
    }

private:
    Reference(const VerificationRequest& request, const VerificationSubject& subject)
        : m_request(request)
        , m_subject(subject)
    { }

    [[nodiscard]] bool runsThere() const
    {
        return m_request.toolchain && needsHorizonRuntime(*m_subject.quantized.draft);
    }

    [[nodiscard]] DiagnosisSubject diagnosed() const
    {
        DiagnosisSubject subject;
        if (!m_subject.config.inputs.isEmpty())
            subject.config = m_subject.config;
        subject.quantized = *m_subject.quantized.draft;
        subject.board = *m_subject.board.board;
        return subject;
    }

    [[nodiscard]] QString producerOf(const QString& output) const
    {
        for (const NodeDraft& node : m_subject.quantized.draft->nodes) {
            if (node.outputs.contains(output))
                return node.name;
        }
        return {};
    }

    /// What a right .bin makes of the bytes, in the order of the quantized model's inputs.
    [[nodiscard]] Result<QList<NamedTensor>> inputsOf(const Capture& board) const
    {
        const QList<const CapturedTensor*> fed = board.inputs();
        QList<Tensor> pixels;
        for (qsizetype i = 0; i < m_ports.size(); ++i) {
            const QByteArray bytes = i < fed.size() ? fed[i]->tensor.bytes() : QByteArray();
            auto seen = pixelsOf(bytes, m_ports[i]);
            if (!seen) {
                return failure(ErrorKind::Unsupported,
                               tr("The input “%1” takes %2 bytes on the board, but %3 were fed; a model whose input "
                                  "nodes were removed, or with a batch, cannot be compared on the same bytes.")
                                   .arg(m_ports[i].name)
                                   .arg(m_ports[i].byteCount())
                                   .arg(bytes.size()));
            }
            pixels.append(*std::move(seen));
        }
        QList<Tensor> ordered;
        const QList<ValueDraft>& declared = m_subject.quantized.draft->inputs;
        for (qsizetype i = 0; i < declared.size(); ++i) {
            const auto named = std::ranges::find(m_ports, declared[i].name, &InputPort::name);
            ordered.append(pixels[named == m_ports.end() ? i : named - m_ports.begin()]);
        }
        return modelInputs(declared, ordered);
    }

    const VerificationRequest& m_request;
    const VerificationSubject& m_subject;
    QList<InputPort> m_ports;
    std::shared_ptr<InferenceSession> m_session;
};

class Verifier
{
    Q_DECLARE_TR_FUNCTIONS(Verifier)

public:
    Verifier(BoardConnection& connection, const VerificationRequest& request)
        : m_connection(connection)
        , m_request(request)
    { }

    Result<VerifiedModel> verify(const VerificationSubject& subject, int number, const CancelToken& cancel,
                                 Progress& progress)
    {
        auto reference = Reference::open(m_request, subject);
        if (!reference)
            return forward(reference);
        VerifiedModel verified{subject.name, subject.quantized.file, subject.board.file, subject.modelName, {}};
        const QDir folder(QDir(m_request.folder).filePath(u"verify_%1"_s.arg(number)));
        for (qsizetype first = 0; first < subject.samples.size(); first += samplesAtOnce) {
            auto captures = runOnBoard(subject, first, folder, cancel, progress);
            if (!captures)
                return forward(captures);
            for (const Capture& board : *captures) {
                if (cancel.isCancelled())
                    return failure(ErrorKind::Cancelled, tr("The verification was cancelled."));
                progress.report(verified.samples.size(), subject.samples.size(), tr("Verifying %1").arg(subject.name));
                auto expected = reference->run(board, cancel, progress);
                if (!expected)
                    return forward(expected);
                verified.samples.append({board.inputFiles, compareOutputs(*expected, board, m_request.tolerance)});
            }
        }
        return verified;
    }

private:
    Result<QList<Capture>> runOnBoard(const VerificationSubject& subject, qsizetype first, const QDir& folder,
                                      const CancelToken& cancel, Progress& progress)
    {
        Experiment experiment;
        experiment.config = subject.config;
        QList<BoardInputRequest> requests;
        for (qsizetype i = first; i < std::min(first + samplesAtOnce, subject.samples.size()); ++i) {
            InputRequest input;
            input.files = subject.samples[i];
            input.modelName = subject.modelName;
            input.timeoutMilliseconds = m_request.timeoutMilliseconds;
            input.onWarning = m_request.onWarning;
            requests.append({input, folder.filePath(QString::number(i))});
        }
        return captureOnBoard(m_connection, experiment, subject.board, requests, cancel, progress);
    }

    BoardConnection& m_connection;
    const VerificationRequest& m_request;
};

void add(VerifiedOutput& sum, const OutputAgreement& output, int sample)
{
    const bool isWorse = output.agreement > sum.agreement
        || (output.agreement == sum.agreement && output.metrics.maximumAbsoluteError > sum.largestError);
    if (isWorse)
        sum.worstSample = sample;
    sum.agreement = std::max(sum.agreement, output.agreement);
    sum.equal += output.agreement == Agreement::Equal ? 1 : 0;
    sum.close += output.agreement == Agreement::Close ? 1 : 0;
    sum.differing += output.agreement == Agreement::Differs ? 1 : 0;
    if (output.agreement == Agreement::NotCompared) {
        ++sum.notCompared;
        return;
    }
    sum.leastCosine = std::min(sum.leastCosine, output.metrics.cosine);
    sum.largestError = std::max(sum.largestError, output.metrics.maximumAbsoluteError);
    sum.sameValues = sum.sameValues && output.metrics.sameValues;
}

} // namespace

QList<VerifiedOutput> VerifiedModel::outputs() const
{
    QList<VerifiedOutput> sums;
    for (int sample = 0; sample < static_cast<int>(samples.size()); ++sample) {
        const QList<OutputAgreement>& outputs = samples[sample].outputs;
        for (qsizetype i = 0; i < outputs.size(); ++i) {
            if (i >= sums.size()) {
                sums.append(VerifiedOutput());
                sums[i].name = outputs[i].name;
                sums[i].worstSample = sample;
            }
            add(sums[i], outputs[i], sample);
        }
    }
    return sums;
}

bool VerifiedModel::agrees() const
{
    return std::ranges::all_of(outputs(), [](const VerifiedOutput& output) {
        return output.agreement == Agreement::Equal || output.agreement == Agreement::Close;
    });
}

Result<QList<VerifiedModel>> verifyModels(BoardConnection& connection, const VerificationRequest& request,
                                          const CancelToken& cancel, Progress& progress)
{
    QList<VerifiedModel> verified;
    Verifier verifier(connection, request);
    for (const VerificationSubject& subject : request.models) {
        auto model = verifier.verify(subject, static_cast<int>(verified.size()), cancel, progress);
        if (!model)
            return forward(model);
        verified.append(*std::move(model));
    }
    return verified;
}

} // namespace driftscope
