// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/BoxText.h"

#include <QCoreApplication>
#include <QLocale>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

struct BoxText
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::BoxText)
};

const AttributeValue* findAttribute(const Node& node, const QString& name)
{
    for (const Attribute& attribute : node.attributes) {
        if (attribute.name == name) {
            return &attribute.value;
        }
    }
    return nullptr;
}

QString joined(const QList<qint64>& numbers, const QString& separator)
{
    QStringList texts;
    for (const qint64 number : numbers) {
        texts += QString::number(number);
    }
    return texts.join(separator);
}

QString integersText(const Node& node, const QString& name, const QString& separator)
{
    const AttributeValue* value = findAttribute(node, name);
    const auto* numbers = value != nullptr ? std::get_if<QList<qint64>>(value) : nullptr;
    return numbers != nullptr ? joined(*numbers, separator) : QString();
}

QString numberText(double number)
{
    return QLocale::c().toString(number, 'g', 4);
}

/// The first element of a scalar-like initializer, as text.
QString scalarInput(const Graph& graph, const Node& node, std::size_t input)
{
    if (input >= node.inputs.size() || !node.inputs[input].isValid()) {
        return {};
    }
    const Tensor* tensor = graph.initializer(node.inputs[input]);
    if (tensor == nullptr || tensor->elementCount() != 1) {
        return {};
    }
    const std::vector<float> values = tensor->toFloats(); // none of texts and complex numbers
    return values.empty() ? QString() : numberText(double(values.front()));
}

QString windowText(const Node& node)
{
    QStringList parts;
    if (const QString kernel = integersText(node, u"kernel_shape"_s, u"×"_s); !kernel.isEmpty()) {
        parts += kernel;
    }
    const AttributeValue* value = findAttribute(node, u"strides"_s);
    const auto* strides = value != nullptr ? std::get_if<QList<qint64>>(value) : nullptr;
    if (strides != nullptr && !strides->isEmpty()
        && std::any_of(strides->cbegin(), strides->cend(), [](qint64 each) { return each != 1; })) {
        const bool isEven
            = std::all_of(strides->cbegin(), strides->cend(), [&](qint64 each) { return each == strides->first(); });
        parts += u"/"_s + (isEven ? QString::number(strides->first()) : joined(*strides, u"×"_s));
    }
    const AttributeValue* group = findAttribute(node, u"group"_s);
    if (const auto* count = group != nullptr ? std::get_if<qint64>(group) : nullptr; count != nullptr && *count > 1) {
        parts += u"g%1"_s.arg(*count);
    }
    return parts.join(u' ');
}

QString rangeText(const Graph& graph, const Node& node)
{
    const auto bound = [&](const QString& name, std::size_t input) {
        const AttributeValue* value = findAttribute(node, name);
        const auto* number = value != nullptr ? std::get_if<float>(value) : nullptr;
        return number != nullptr ? numberText(double(*number)) : scalarInput(graph, node, input);
    };
    const QString low = bound(u"min"_s, 1);
    const QString high = bound(u"max"_s, 2);
    return low.isEmpty() && high.isEmpty() ? QString() : u"%1…%2"_s.arg(low, high);
}

QString scalarAttributes(const Node& node)
{
    QStringList parts;
    for (const Attribute& attribute : node.attributes) {
        if (parts.size() == 2) {
            break;
        }
        if (const auto* integer = std::get_if<qint64>(&attribute.value); integer != nullptr) {
            parts += u"%1=%2"_s.arg(attribute.name).arg(*integer);
        } else if (const auto* number = std::get_if<float>(&attribute.value); number != nullptr) {
            parts += u"%1=%2"_s.arg(attribute.name, numberText(double(*number)));
        }
    }
    return parts.join(u' ');
}

QString weightsText(const Graph& graph, const Node& node)
{
    QStringList parts;
    for (const ValueId input : node.inputs) {
        const Tensor* tensor = input.isValid() ? graph.initializer(input) : nullptr;
        if (tensor != nullptr && tensor->shape().rank() > 0) {
            parts += u"⟨%1⟩"_s.arg(shapeText(tensor->shape()));
        }
    }
    return parts.join(u' ');
}

QString attributesText(const Graph& graph, const Node& node)
{
    const QString type = node.opType;
    if (type.contains(u"Conv"_s) || type.contains(u"Pool"_s)) {
        return windowText(node);
    }
    if (type == u"Clip"_s) {
        return rangeText(graph, node);
    }
    if (type.endsWith(u"Transpose"_s)) {
        const QString order = integersText(node, u"perm"_s, u" "_s);
        return order.isEmpty() ? QString() : u"perm %1"_s.arg(order);
    }
    if (type.endsWith(u"QuantizeLinear"_s) || type.endsWith(u"DequantizeLinear"_s)) {
        const QString scale = scalarInput(graph, node, 1);
        return scale.isEmpty() ? QString() : u"s=%1"_s.arg(scale);
    }
    return type.contains(u"Normalization"_s) ? QString() : scalarAttributes(node); // epsilon and momentum tell nothing
}

QString typeAndShape(const Value& value)
{
    const QString shape = shapeText(value.shape);
    const QString type = value.type == DataType::Undefined ? QString() : dataTypeName(value.type);
    return type.isEmpty() || shape.isEmpty() ? type + shape : u"%1 %2"_s.arg(type, shape);
}

QString tipRow(const QString& label, const QString& text)
{
    return u"<tr><td style='padding-right:8px'>%1</td><td>%2</td></tr>"_s.arg(label, text.toHtmlEscaped());
}

QString valueRows(const Graph& graph, const QString& label, std::span<const ValueId> values)
{
    QString rows;
    int shown = 0;
    for (const ValueId id : values) {
        if (!id.isValid()) {
            continue;
        }
        if (++shown > 6) {
            return rows + tipRow(QString(), u"…"_s);
        }
        const Value& value = graph.value(id);
        rows += tipRow(shown == 1 ? label : QString(), u"%1  %2"_s.arg(value.name, typeAndShape(value)));
    }
    return rows;
}

} // namespace

QString shapeText(const std::optional<Shape>& shape)
{
    return shape ? shape->displayText() : QString();
}

QString boxTitle(const GraphScene& scene, int box)
{
    const LayoutBox& each = scene.box(box);
    if (scene.isGroup(box) && !scene.groupOwner(box).isValid() && scene.scopes()) {
        return scopeTitle(scene.scopes()->scope(each.scope));
    }
    return scene.isOperator(box) ? scene.graph().node(each.node).opType : scene.graph().value(each.value).name;
}

QString boxName(const GraphScene& scene, int box)
{
    const LayoutBox& each = scene.box(box);
    if (scene.isGroup(box) && scene.scopes()) {
        const QString size = scopeSizeText(scene.scopes()->scope(each.scope));
        return scene.groupOwner(box).isValid() ? u"%1 · %2"_s.arg(scene.graph().node(each.node).name, size) : size;
    }
    return scene.isOperator(box) ? scene.graph().node(each.node).name : typeAndShape(scene.graph().value(each.value));
}

QString boxKeyAttributes(const GraphScene& scene, int box, const BoxTextOptions& options)
{
    if (scene.isGroup(box)) {
        return changesText(scene.group(box));
    }
    if (!scene.isOperator(box)) {
        return {};
    }
    const Node& node = scene.graph().node(scene.box(box).node);
    QStringList parts;
    if (options.showAttributes) {
        parts += attributesText(scene.graph(), node);
    }
    if (options.showWeights) {
        parts += weightsText(scene.graph(), node);
    }
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString boxOutputText(const GraphScene& scene, int box)
{
    if (!scene.isOperator(box) || (scene.isGroup(box) && !scene.groupOwner(box).isValid())) {
        return {};
    }
    const auto outputs = scene.graph().node(scene.box(box).node).outputs;
    return outputs.empty() || !outputs.front().isValid() ? QString()
                                                         : typeAndShape(scene.graph().value(outputs.front()));
}

QString boxToolTip(const GraphScene& scene, int box)
{
    const LayoutBox& each = scene.box(box);
    const Graph& graph = scene.graph();
    QString text
        = u"<b>%1</b> %2<table>"_s.arg(boxTitle(scene, box).toHtmlEscaped(), boxName(scene, box).toHtmlEscaped());
    if (scene.isOperator(box) && (!scene.isGroup(box) || scene.groupOwner(box).isValid())) {
        const Node& node = graph.node(each.node);
        text += valueRows(graph, BoxText::tr("Inputs"), node.inputs)
            + valueRows(graph, BoxText::tr("Outputs"), node.outputs);
        const QString attributes = boxKeyAttributes(scene, box, {true, true, false});
        if (!attributes.isEmpty()) {
            text += tipRow(BoxText::tr("Attributes"), attributes);
        }
        if (node.device != Device::Unknown) {
            text += tipRow(BoxText::tr("Runs on"), node.device == Device::Bpu ? u"BPU"_s : u"CPU"_s);
        }
    }
    if (const NodeDecoration* decoration = scene.decoration(box); decoration != nullptr) {
        if (decoration->change != NodeChange::None) {
            text += tipRow(BoxText::tr("Change"), nodeChangeName(decoration->change));
        }
        if (decoration->cosine) {
            text += tipRow(BoxText::tr("Cosine"), QLocale::c().toString(*decoration->cosine, 'g', 8));
        } else if (!decoration->noDataReason.isEmpty()) {
            text += tipRow(BoxText::tr("No data"), decoration->noDataReason);
        }
        text += u"</table>"_s + decoration->note.toHtmlEscaped();
        return text;
    }
    return text + u"</table>"_s;
}

QString boxDescription(const GraphScene& scene, int box)
{
    const LayoutBox& each = scene.box(box);
    if (each.kind == LayoutBox::Kind::Input) {
        return BoxText::tr("Input %1, %2.").arg(boxTitle(scene, box), boxName(scene, box));
    }
    if (each.kind == LayoutBox::Kind::Output) {
        return BoxText::tr("Output %1, %2.").arg(boxTitle(scene, box), boxName(scene, box));
    }
    const NodeDecoration* decoration = scene.decoration(box);
    const QString change = nodeChangeName(scene.change(box));
    if (decoration != nullptr && decoration->cosine) {
        return BoxText::tr("%1 %2, %3, %4, cosine %5.")
            .arg(boxTitle(scene, box), boxName(scene, box), boxOutputText(scene, box), change,
                 cosineText(*decoration->cosine));
    }
    return BoxText::tr("%1 %2, %3, %4.")
        .arg(boxTitle(scene, box), boxName(scene, box), boxOutputText(scene, box), change);
}

} // namespace driftscope
