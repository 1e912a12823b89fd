// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/AttributeText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct AttributeText
{
    Q_DECLARE_TR_FUNCTIONS(AttributeText)
};

constexpr int longestList = 12;

template <typename T> QString listText(const T& items)
{
    QStringList texts;
    for (const auto& item : items.mid(0, longestList)) {
        if constexpr (std::is_same_v<std::decay_t<decltype(item)>, QString>)
            texts.append(item);
        else
            texts.append(QString::number(item));
    }
    const QString text = texts.join(u' ');
    return items.size() > longestList
        ? AttributeText::tr("%1 … (%n values)", nullptr, static_cast<int>(items.size())).arg(text)
        : text;
}

QString tensorText(const Tensor& tensor)
{
    const QString type = dataTypeName(tensor.dataType()) % u' ' % tensor.shape().displayText();
    if (tensor.elementCount() == 1 && !tensor.toFloats().empty())
        return AttributeText::tr("%1 = %2").arg(type.trimmed(),
                                                QString::number(static_cast<double>(tensor.toFloats().front())));
    return type.trimmed();
}

struct Visitor
{
    QString operator()(std::monostate) const { return u"–"_s; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(float value) const { return QString::number(static_cast<double>(value)); }
    QString operator()(const QString& value) const { return value; }
    QString operator()(const QByteArray& value) const
    {
        return AttributeText::tr("%n bytes", nullptr, static_cast<int>(value.size()));
    }
    QString operator()(const Tensor& value) const { return tensorText(value); }
    QString operator()(const QList<qint64>& value) const { return listText(value); }
    QString operator()(const QList<float>& value) const { return listText(value); }
    QString operator()(const QStringList& value) const { return listText(value); }
    QString operator()(const std::shared_ptr<const GraphDraft>& value) const
    {
        return value ? AttributeText::tr("graph of %n nodes", nullptr, static_cast<int>(value->nodes.size())) : u"–"_s;
    }
    QString operator()(const SparseTensor& value) const
    {
        const ValueType type{ValueType::Kind::SparseTensor, value.values.dataType(), value.shape};
        return type.toString();
    }
    QString operator()(const ValueType& value) const { return value.toString(); }
    template <typename T> QString operator()(const QList<T>& values) const
    {
        QStringList texts;
        for (const T& value : values.mid(0, longestList))
            texts.append((*this)(value));
        const QString text = texts.join(u"; "_s);
        return values.size() > longestList
            ? AttributeText::tr("%1 … (%n values)", nullptr, static_cast<int>(values.size())).arg(text)
            : text;
    }
};

} // namespace

QString attributeText(const AttributeValue& value)
{
    return std::visit(Visitor(), value);
}

QString valueTypeText(const Value& value)
{
    if (value.composite)
        return value.composite->toString();
    const QString type = value.type == DataType::Undefined ? u"?"_s : dataTypeName(value.type);
    const QString shape = value.shape ? value.shape->displayText() : u"?"_s;
    const QString layout = layoutName(value.layout);
    return layout.isEmpty() ? QString(type % u' ' % shape) : QString(type % u' ' % shape % u' ' % layout);
}

} // namespace driftscope
