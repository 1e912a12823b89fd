// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/IsolatedErrors.h"

#include "core/diagnosis/StandInTensor.h"
#include "core/runtime/CapturePlan.h"
#include "core/runtime/InferenceSession.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// What a layer's own result is called in a part: under its name stands what the other side had there.
constexpr auto ownSuffix = "\u2020isolated"_L1;

constexpr qsizetype layersPerSession = 64;
/// Of what the limit leaves: tensors are held as they are and as floats while they are compared.
constexpr qint64 partOfRoom = 4;

/// One layer, by the names of its tensors on the side that is computed and on the other.
struct IsolatedLayer
{
    int row = 0;
    PlannedValue own;
    const CapturedTensor* ownTensor = nullptr;
    const CapturedTensor* other = nullptr;
};

class IsolatedRun
{
    Q_DECLARE_TR_FUNCTIONS(IsolatedRun)

public:
    IsolatedRun(CaptureComparison& comparison, const IsolatedSubject& subject, const CancelToken& cancel,
                Progress& progress)
        : m_comparison(comparison)
        , m_subject(subject)
        , m_cancel(cancel)
        , m_progress(progress)
        , m_own(subject.modelIsReference ? subject.reference : subject.candidate)
        , m_other(subject.modelIsReference ? subject.candidate : subject.reference)
    { }

    Result<void> run()
    {
        collectLayers();
        qsizetype done = 0;
        while (done < m_layers.size()) {
            if (m_cancel.isCancelled())
                return failure(ErrorKind::Cancelled, tr("Computing the layers one by one was stopped."));
            m_progress.report(done, m_layers.size(), tr("Computing each layer from the other side's inputs"));
            const QList<IsolatedLayer> portion = m_layers.mid(done, portionSize(done));
            if (auto computed = compute(portion); !computed && computed.error().kind == ErrorKind::Cancelled)
                return computed;
            else if (!computed)
                computeAlone(portion); // one of them cannot be computed; the others can
            done += portion.size();
        }
        return {};
    }

private:
    void collectLayers()
    {
        QHash<QString, const CapturedTensor*> own;
        QHash<QString, const CapturedTensor*> other;
        for (const CapturedTensor& tensor : m_own.tensors)
            own.insert(tensor.name, &tensor);
        for (const CapturedTensor& tensor : m_other.tensors)
            other.insert(tensor.name, &tensor);
        QSet<QString> made;
        for (const NodeDraft& node : m_subject.model.nodes)
            made.unite({node.outputs.cbegin(), node.outputs.cend()});
        for (int row = 0; row < m_comparison.layers.size(); ++row) {
            const LayerComparison& layer = m_comparison.layers[row];
            const QString& name = m_subject.modelIsReference ? layer.referenceTensor : layer.candidateTensor;
            const QString& opposite = m_subject.modelIsReference ? layer.candidateTensor : layer.referenceTensor;
            if (layer.status != ComparisonStatus::Compared || !made.contains(name) || !own.contains(name)
                || !other.contains(opposite))
                continue;
            const CapturedTensor* mine = own.value(name);
            m_layers.append({row, {name, mine->node}, mine, other.value(opposite)});
            if (canStandIn(mine->tensor, other.value(opposite)->tensor)) {
                m_known.insert(name, {name, mine->tensor.dataType(), mine->tensor.shape()});
                m_feeds.insert(name, {mine, other.value(opposite)});
            }
        }
    }

    [[nodiscard]] qsizetype portionSize(qsizetype from) const
    {
        const qint64 room = std::max<qint64>((m_subject.limits.memory - residentBytes()) / partOfRoom, 1);
        qint64 bytes = 0;
        qsizetype count = 0;
        for (qsizetype i = from; i < m_layers.size() && count < layersPerSession; ++i, ++count) {
            bytes += 2 * m_layers[i].ownTensor->tensor.byteCount(); // its result and, about, what it is fed
            if (bytes > room && count > 0)
                break;
        }
        return std::max<qsizetype>(count, 1);
    }

    void computeAlone(const QList<IsolatedLayer>& portion)
    {
        if (portion.size() == 1)
            return;
        for (const IsolatedLayer& layer : portion) {
            if (!m_cancel.isCancelled())
                (void)compute({layer}); // stays without an isolated error
        }
    }

    Result<void> compute(const QList<IsolatedLayer>& portion)
    {
        QHash<QString, const IsolatedLayer*> byResult;
        const GraphDraft part = partComputing(portion, byResult);
        SessionOptions options;
        options.optimize = false;
        options.threads = m_subject.limits.threads;
        const auto session = InferenceSession::openDraft(m_subject.runtime, part, options);
        if (!session)
            return forward(session);
        const auto feeds = feedsOf(part);
        if (!feeds)
            return forward(feeds);
        return (*session)->run(
            *feeds,
            [&](const QString& name, const ResultView& view) -> Result<void> {
                if (view.isTensor)
                    compare(*byResult.value(name), view);
                return m_cancel.isCancelled() ? failure(ErrorKind::Cancelled, QString()) : Result<void>();
            },
            m_cancel);
    }

    /// The portion's nodes, each fed what the other side had, also where one of the portion feeds another.
    GraphDraft partComputing(const QList<IsolatedLayer>& portion, QHash<QString, const IsolatedLayer*>& byResult) const
    {
        QList<PlannedValue> wanted;
        QSet<QString> names;
        for (const IsolatedLayer& layer : portion) {
            wanted.append(layer.own);
            names.insert(layer.own.name);
            byResult.insert(layer.own.name + ownSuffix, &layer);
        }
        GraphDraft part = modelComputing(m_subject.model, wanted, m_known);
        QSet<QString> reads;
        for (NodeDraft& node : part.nodes) {
            collectReads(node, reads);
            for (QString& output : node.outputs) {
                if (names.contains(output))
                    output += ownSuffix;
            }
        }
        for (ValueDraft& output : part.outputs)
            output.name += ownSuffix;
        for (const QString& name : std::as_const(names)) {
            if (!reads.contains(name))
                continue;
            if (m_known.contains(name))
                part.inputs.append(m_known.value(name));
            else
                handOn(part, name);
        }
        return part;
    }

    /// What the other side cannot give is read as it was computed.
    static void handOn(GraphDraft& part, const QString& name)
    {
        NodeDraft identity;
        identity.name = name + u"\u2020identity"_s;
        identity.opType = u"Identity"_s;
        identity.inputs = {name + ownSuffix};
        identity.outputs = {name};
        part.nodes.append(identity);
    }

    Result<QList<NamedTensor>> feedsOf(const GraphDraft& part) const
    {
        QList<NamedTensor> feeds;
        for (const ValueDraft& input : part.inputs) {
            const auto known = m_feeds.constFind(input.name);
            const CapturedTensor* given = known == m_feeds.cend() ? m_own.find(input.name) : nullptr;
            if (known == m_feeds.cend() && given == nullptr)
                continue;
            auto tensor
                = given != nullptr ? loaded(given->tensor) : standInFor(known->own->tensor, known->other->tensor);
            if (!tensor)
                return forward(tensor);
            feeds.append({input.name, std::move(*tensor)});
        }
        return feeds;
    }

    void compare(const IsolatedLayer& layer, const ResultView& view)
    {
        Tensor computed(view.type, view.shape, view.bytes.toByteArray());
        computed.setQuantization(layer.ownTensor->tensor.quantization());
        computed.setLayout(layer.ownTensor->tensor.layout());
        const auto other = loaded(layer.other->tensor);
        if (!other)
            return;
        const Tensor& reference = m_subject.modelIsReference ? computed : *other;
        const Tensor& candidate = m_subject.modelIsReference ? *other : computed;
        bool isAdjusted = false;
        if (const auto fitted = inShapeOf(reference.shape(), candidate, isAdjusted))
            m_comparison.layers[layer.row].isolated = layerMetrics(reference, *fitted);
    }

    struct Feed
    {
        const CapturedTensor* own = nullptr;
        const CapturedTensor* other = nullptr;
    };

    CaptureComparison& m_comparison;
    const IsolatedSubject& m_subject;
    const CancelToken& m_cancel;
    Progress& m_progress;
    const Capture& m_own;
    const Capture& m_other;
    QList<IsolatedLayer> m_layers;
    QHash<QString, ValueDraft> m_known; ///< values that the other side gives
    QHash<QString, Feed> m_feeds;
};

} // namespace

Result<void> computeIsolatedErrors(CaptureComparison& comparison, const IsolatedSubject& subject,
                                   const CancelToken& cancel, Progress& progress)
{
    return IsolatedRun(comparison, subject, cancel, progress).run();
}

bool isCaptureOf(const Capture& capture, const GraphDraft& model)
{
    QSet<QString> names;
    for (const NodeDraft& node : model.nodes)
        names.unite({node.outputs.cbegin(), node.outputs.cend()});
    qsizetype known = 0;
    qsizetype values = 0;
    for (const CapturedTensor& tensor : capture.tensors) {
        if (tensor.isInput)
            continue;
        ++values;
        known += names.contains(tensor.name) ? 1 : 0;
    }
    return values > 0 && 2 * known >= values;
}

} // namespace driftscope
