// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/runtime/OnnxRuntime.h"

#include <QHash>

namespace driftscope {

/// Type and shape of every value of a model whose inputs have fixed shapes.
class ValueShapes
{
public:
    [[nodiscard]] bool isKnown(const QString& value) const { return m_values.contains(value); }
    /// Shape of a known value; an empty shape (rank 0) for an unknown one.
    [[nodiscard]] Shape shape(const QString& value) const { return m_values.value(value).shape.value_or(Shape{}); }
    [[nodiscard]] DataType type(const QString& value) const { return m_values.value(value).type; }
    [[nodiscard]] int rank(const QString& value) const { return shape(value).rank(); }
    void set(const ValueDraft& value) { m_values.insert(value.name, value); }
    [[nodiscard]] const QHash<QString, ValueDraft>& all() const { return m_values; }

private:
    QHash<QString, ValueDraft> m_values;
};

/// Shapes by inference, and by running the model on zeros where inference stops (a Reshape to a computed shape).
/// The draft's inputs must have known shapes.
[[nodiscard]] Result<ValueShapes> measureShapes(const std::shared_ptr<const OnnxRuntime>& runtime,
                                                const GraphDraft& draft);

} // namespace driftscope
