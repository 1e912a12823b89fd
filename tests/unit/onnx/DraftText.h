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
    return dataTypeName(tensor.dataType()) + u'[' + tensor.shape().displayText() + u"] "_s
        + QString::fromLatin1(QCryptographicHash::hash(tensor.bytes(), QCryptographicHash::Md5).toHex());
}

inline QString of(const ValueDraft& value)
{
    return value.name + u' ' + dataTypeName(value.type) + u' '
        + (value.shape ? u'[' + value.shape->displayText() + u']' : u"unknown"_s)
        + (value.composite ? u' ' + value.composite->toString() + u' ' + value.composite->denotation : QString());
}

inline QString of(const SparseTensor& sparse)
{
    return u"sparse "_s + sparse.name + u' ' + of(sparse.values) + u" at "_s + of(sparse.indices) + u" in "_s
        + sparse.shape.displayText();
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
    QString operator()(const SparseTensor& value) const { return of(value); }
    QString operator()(const ValueType& value) const { return u"type "_s + value.toString() + value.denotation; }
    template <typename T> QString operator()(const QList<T>& values) const
    {
        QString text = u"list"_s;
        for (const T& value : values)
            text += u' ' + (*this)(value);
        return text;
    }
};

inline void write(QTextStream& out, const TextPairs& metadata)
{
    for (const auto& [key, value] : metadata)
        out << "metadata " << key << '=' << value << '\n';
}

inline void write(QTextStream& out, const QList<OpsetImport>& opsets)
{
    for (const OpsetImport& opset : opsets)
        out << "opset " << opset.domain << ' ' << opset.version << '\n';
}

inline void write(QTextStream& out, const QList<Attribute>& attributes)
{
    for (const Attribute& attribute : attributes) {
        out << "  " << attribute.name << ' ' << attribute.reference << ' ';
        if (attribute.reference.isEmpty())
            out << std::visit(AttributeText{}, attribute.value);
        else
            out << attribute.value.index();
        out << '\n';
    }
}

inline void write(QTextStream& out, const QList<NodeDraft>& nodes)
{
    for (const NodeDraft& node : nodes) {
        out << "node " << node.name << ' ' << node.domain << ':' << node.opType << ':' << node.overload << " ("
            << node.inputs.join(u',') << ") -> (" << node.outputs.join(u',') << ") " << node.doc << ' '
            << node.unread.toHex() << '\n';
        write(out, node.metadata);
        write(out, node.attributes);
    }
}

inline void write(QTextStream& out, const FunctionDraft& function)
{
    out << "function " << function.domain << ':' << function.name << ':' << function.overload << ' ' << function.doc
        << " (" << function.inputs.join(u',') << ") -> (" << function.outputs.join(u',') << ") "
        << function.attributes.join(u',') << ' ' << function.unread.toHex() << '\n';
    write(out, function.defaults);
    write(out, function.opsets);
    write(out, function.metadata);
    for (const ValueDraft& value : function.values)
        out << "value " << of(value) << '\n';
    write(out, function.nodes);
}

} // namespace draft_text

inline QString draftText(const GraphDraft& draft)
{
    QString text;
    QTextStream out(&text);
    out << draft.modelDomain << ' ' << draft.modelVersion << ' ' << draft.modelDoc << ' ' << draft.doc << ' '
        << draft.unreadOfModel.toHex() << ' ' << draft.unreadOfGraph.toHex() << '\n';
    out << draft.name << " ir " << draft.irVersion << " by " << draft.producer << ' ' << draft.producerVersion << '\n';
    draft_text::write(out, draft.opsets);
    draft_text::write(out, draft.metadata);
    for (const ValueDraft& value : draft.inputs)
        out << "input " << draft_text::of(value) << '\n';
    for (const ValueDraft& value : draft.outputs)
        out << "output " << draft_text::of(value) << '\n';
    for (const ValueDraft& value : draft.values)
        out << "value " << draft_text::of(value) << '\n';
    for (const NamedTensor& initializer : draft.initializers)
        out << "initializer " << initializer.name << ' ' << draft_text::of(initializer.tensor) << '\n';
    for (const SparseTensor& sparse : draft.sparseInitializers)
        out << draft_text::of(sparse) << '\n';
    draft_text::write(out, draft.nodes);
    for (const FunctionDraft& function : draft.functions)
        draft_text::write(out, function);
    return text;
}

} // namespace driftscope
