// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LintCases.h"

namespace driftscope::test {

struct NetParts
{
    QList<NodeDraft> nodes;
    Shape input{1, 3, 64, 64};
    QString output = QStringLiteral("y");
    QList<ValueDraft> values = {};
    qint64 opset = 11;
    qint64 ir = 6;
    int outputs = 1;
};

/// A network from `x` to the output, with the constants `w` (8 filters of 3x3) and `c` (one number).
inline GraphDraft netDraft(const NetParts& parts)
{
    GraphDraft draft;
    draft.nodes = parts.nodes;
    draft.inputs = {{QStringLiteral("x"), DataType::Float32, parts.input}};
    draft.outputs = {{parts.output, DataType::Float32, std::nullopt}};
    for (int i = 1; i < parts.outputs; ++i)
        draft.outputs.append({QStringLiteral("y%1").arg(i), DataType::Float32, std::nullopt});
    draft.values = parts.values;
    const auto zeros = [](const Shape& shape) {
        return Tensor(DataType::Float32, shape, QByteArray(shape.elementCount() * 4, '\0'));
    };
    draft.initializers = {{QStringLiteral("w"), zeros({8, 3, 3, 3})}, {QStringLiteral("c"), zeros({1})}};
    draft.opsets = {{QString(), parts.opset}};
    draft.irVersion = parts.ir;
    return draft;
}

inline SubjectChange withNet(const NetParts& parts)
{
    return [parts](LintSubject& subject) { subject.model = Graph::fromDraft(netDraft(parts)); };
}

inline NodeDraft node(const char* type, const char* from, const char* to, const QList<Attribute>& attributes = {})
{
    const QString output = QString::fromLatin1(to);
    return {
        output + u'_', QString::fromLatin1(type), {}, QString::fromLatin1(from).split(u' '), {output}, attributes, {}};
}

} // namespace driftscope::test
