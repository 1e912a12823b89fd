// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/DraftIndex.h"

namespace driftscope {

DraftIndex::DraftIndex(const GraphDraft& draft)
    : m_draft(draft)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        for (const QString& output : draft.nodes[i].outputs) {
            if (!output.isEmpty())
                m_producer.insert(output, i);
        }
        for (const QString& input : draft.nodes[i].inputs) {
            if (!input.isEmpty() && !m_consumers[input].contains(i))
                m_consumers[input].append(i);
        }
    }
    for (qsizetype i = 0; i < draft.initializers.size(); ++i)
        m_constants.insert(draft.initializers[i].name, i);
    for (const ValueDraft& output : draft.outputs)
        m_outputs.insert(output.name);
    for (const ValueDraft& input : draft.inputs)
        m_inputs.insert(input.name);
}

qsizetype DraftIndex::producer(const QString& value) const
{
    return m_producer.value(value, -1);
}

const Tensor* DraftIndex::constant(const QString& value) const
{
    const auto found = m_constants.constFind(value);
    return found == m_constants.constEnd() ? nullptr : &m_draft.initializers[*found].tensor;
}

qsizetype DraftIndex::soleConsumer(const QString& value) const
{
    const auto found = m_consumers.constFind(value);
    if (found == m_consumers.constEnd() || found->size() != 1 || isOutput(value))
        return -1;
    return found->first();
}

} // namespace driftscope
