// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/CapturePlan.h"

#include <QSet>

namespace driftscope {

/// Values that one session computes from others that are known already.
struct CaptureChunk
{
    QList<PlannedValue> values; ///< empty when nothing is left
    qint64 bytes = 0; ///< about what the session holds at most: results, what it is fed, weights, temporary copies
};

/// Cuts what is left of a capture into sessions that a memory limit can hold. Each is fed what earlier ones computed,
/// so that nothing is computed twice, and nothing but the work of one session is ever in memory.
class ChunkPlanner
{
public:
    /// `only` empty: every value that a node makes. `inputs` give the sizes of what is fed.
    ChunkPlanner(const GraphDraft& model, const QStringList& only, const QList<NamedTensor>& inputs);

    [[nodiscard]] const QList<PlannedValue>& values() const { return m_values; } ///< wanted, in execution order
    [[nodiscard]] const QStringList& unknown() const { return m_unknown; } ///< asked for, but nothing makes them
    [[nodiscard]] DataType typeOf(const QString& value) const { return m_types.value(value); } ///< where known
    /// A size that was guessed is known now.
    void learn(const QString& value, DataType type, const Shape& shape);
    /// What comes next. Results of one node stay together; a chunk of one node may exceed `budget`.
    [[nodiscard]] CaptureChunk next(const QSet<QString>& done, qint64 budget, qsizetype valuesPerChunk) const;

private:
    struct Step
    {
        QList<PlannedValue> values; ///< wanted results of one node
        QStringList reads;
        qint64 weightBytes = 0;
    };
    void learnShapes(const GraphDraft& model, const QList<NamedTensor>& inputs);
    void addStep(const NodeDraft& node, const QString& name, const QSet<QString>& wanted,
                 const QHash<QString, qint64>& weights);
    void guessSizes(const NodeDraft& node);
    [[nodiscard]] qint64 costOf(const Step& step, const QSet<QString>& done, QSet<QString>& fed) const;

    QList<Step> m_steps;
    QList<PlannedValue> m_values;
    QStringList m_unknown;
    QHash<QString, DataType> m_types;
    QHash<QString, qint64> m_bytes; ///< in memory while a session runs
};

} // namespace driftscope
