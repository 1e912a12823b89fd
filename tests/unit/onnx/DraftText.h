// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QCryptographicHash>
#include <QTextStream>

namespace driftscope {

/// Everything that a draft holds, as text: equal texts are equal drafts, and a difference can be read.
[[nodiscard]] inline QString draftText(const GraphDraft& draft);

namespace draft_text {

using namespace Qt::StringLiterals;

inline QString of(const Tensor& tensor)
{
    return dataTypeName(tensor.dataType()) + u'[' + tensor.shape().toString() + u"] "_s
        + QString::fromLatin1(QCryptographicHash::hash(tensor.bytes(), QCryptographicHash::Md5).toHex());
}

inline QString of(const ValueDraft& value)
{
    return value.name + u' ' + dataTypeName(value.type) + u' '
        + (value.shape ? u'[' + value.shape->toString() + u']' : u"unknown"_s);
}

struct AttributeText
{
    QString operator()(std::monostate /*value*/) const { return u"none"_s; }
    QString operator()(qint64 value) const { return u"int "_s + QString::number(value); }
    QString operator()(float value) const { return u"float "_s + QString::number(static_cast<double>(value), 'g', 9); }
    QString operator()(const QString& value) const { return u"text "_s + value; }
    QString operator()(const QByteArray& value) const { return u"bytes "_s + QString::fromLatin1(value.toHex()); }
    QString operator()(const Tensor& value) const { return of(value); }
    QString operator()(const std::shared_ptr<const GraphDraft>& value) const { return draftText(*value); }
    QString operator()(const QStringList& value) const { return u"texts "_s + value.join(u'|'); }
    QString operator()(const QList<qint64>& values) const
    {
        QString text = u"ints"_s;
        for (const qint64 value : values)
            text += u' ' + QString::number(value);
        return text;
    }
    QString operator()(const QList<float>& values) const
    {
        QString text = u"floats"_s;
        for (const float value : values)
            text += u' ' + QString::number(static_cast<double>(value), 'g', 9);
        return text;
    }
};

} // namespace draft_text

inline QString draftText(const GraphDraft& draft)
{
    QString text;
    QTextStream out(&text);
    out << draft.name << " ir " << draft.irVersion << " by " << draft.producer << ' ' << draft.producerVersion << '\n';
    for (const OpsetImport& opset : draft.opsets)
        out << "opset " << opset.domain << ' ' << opset.version << '\n';
    for (const auto& [key, value] : draft.metadata)
        out << "metadata " << key << '=' << value << '\n';
    for (const ValueDraft& value : draft.inputs)
        out << "input " << draft_text::of(value) << '\n';
    for (const ValueDraft& value : draft.outputs)
        out << "output " << draft_text::of(value) << '\n';
    for (const ValueDraft& value : draft.values)
        out << "value " << draft_text::of(value) << '\n';
    for (const NamedTensor& initializer : draft.initializers)
        out << "initializer " << initializer.name << ' ' << draft_text::of(initializer.tensor) << '\n';
    for (const NodeDraft& node : draft.nodes) {
        out << "node " << node.name << ' ' << node.domain << ':' << node.opType << " (" << node.inputs.join(u',')
            << ") -> (" << node.outputs.join(u',') << ") " << node.doc << '\n';
        for (const Attribute& attribute : node.attributes) {
            out << "  " << attribute.name << ' ' << std::visit(draft_text::AttributeText{}, attribute.value) << '\n';
        }
    }
    return text;
}

} // namespace driftscope
