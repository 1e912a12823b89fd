// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QHash>
#include <QSet>

namespace driftscope {

/// Who makes and who uses each value of a draft, by hash. A snapshot: made anew after every change of the draft.
class DraftIndex
{
public:
    explicit DraftIndex(const GraphDraft& draft);

    [[nodiscard]] qsizetype producer(const QString& value) const; ///< index of the node, -1 when no node makes it
    [[nodiscard]] QList<qsizetype> consumers(const QString& value) const { return m_consumers.value(value); }
    [[nodiscard]] const Tensor* constant(const QString& value) const; ///< null unless an initializer
    [[nodiscard]] bool isOutput(const QString& value) const { return m_outputs.contains(value); }
    [[nodiscard]] bool isInput(const QString& value) const { return m_inputs.contains(value); }
    /// The one node that uses the value, -1 when there are none or several or when it is a graph output.
    [[nodiscard]] qsizetype soleConsumer(const QString& value) const;

private:
    const GraphDraft& m_draft;
    QHash<QString, qsizetype> m_producer;
    QHash<QString, QList<qsizetype>> m_consumers;
    QHash<QString, qsizetype> m_constants;
    QSet<QString> m_outputs;
    QSet<QString> m_inputs;
};

} // namespace driftscope
