// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpDeclaration.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Declaration
{
    Q_DECLARE_TR_FUNCTIONS(DumpDeclaration)
};

tl::unexpected<Error> refused(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

/// Takes the values key by key; what depends on others is settled at the end, whatever the order.
class DeclarationReader
{
public:
    Result<void> take(const QString& key, const QString& value)
    {
        if (key == u"file")
            m_declaration.file = value;
        else if (key == u"name")
            m_declaration.name = value;
        else if (key == u"dtype")
            return takeType(value);
        else if (key == u"shape")
            return takeShape(value, m_declaration.shape);
        else if (key == u"layout")
            return takeLayout(value);
        else if (key == u"aligned")
            m_aligned = value;
        else
            return takeNumbers(key, value);
        return {};
    }

    Result<DumpDeclaration> finish()
    {
        DumpDeclaration& declaration = m_declaration;
        if (declaration.type == DataType::Undefined)
            return refused(Declaration::tr("The declaration of “%1” has no dtype, such as float32 or int8.")
                               .arg(declaration.name));
        if (!m_hasShape)
            return refused(
                Declaration::tr("The declaration of “%1” has no shape, such as 1x32x32x8.").arg(declaration.name));
        if (declaration.isNv12 && declaration.layout == TensorLayout::Unknown)
            declaration.layout
                = declaration.shape.rank() == 4 && declaration.shape[3] == 3 ? TensorLayout::NHWC : TensorLayout::NCHW;
        if (!m_aligned.isEmpty()) {
            if (auto settled = settleAligned(); !settled)
                return forward(settled);
        }
        if (!declaration.zeroPoints.empty() && declaration.zeroPoints.size() != declaration.scales.size())
            return refused(Declaration::tr("The declaration of “%1” has %2 scales but %3 zero points; give one each.")
                               .arg(declaration.name)
                               .arg(declaration.scales.size())
                               .arg(declaration.zeroPoints.size()));
        return declaration;
    }

private:
    Result<void> takeType(const QString& value)
    {
        m_declaration.isNv12 = value == u"nv12";
        const auto type = m_declaration.isNv12 ? DataType::UInt8 : dataTypeFromName(value);
        if (!type || elementSize(*type) == 0) {
            return refused(
                Declaration::tr("“%1” is no element type of dumps; write float32, float16, int8, uint8, int16, uint16, "
                                "int32, uint32, float64, int64, uint64 or nv12.")
                    .arg(value));
        }
        m_declaration.type = *type;
        return {};
    }

    Result<void> takeShape(const QString& value, Shape& target)
    {
        // Also the way model_info and numpy write it: (1,3,224,224,)
        static const QRegularExpression between(u"[(),x×\\s\\[\\]]+"_s);
        const QStringList sizes = value.split(between, Qt::SkipEmptyParts);
        auto shape = sizes.isEmpty() ? Result<Shape>(Shape()) : Shape::fromString(sizes.join(u'x'));
        if (!shape || !shape->isKnown() || shape->elementCount() < 0)
            return refused(Declaration::tr("“%1” is no shape; write sizes such as 1x32x32x8.").arg(value));
        target = *shape;
        m_hasShape = true;
        return {};
    }

    Result<void> takeLayout(const QString& value)
    {
        const auto layout = value.isEmpty() || value == u"none" ? TensorLayout::Unknown : layoutFromName(value);
        if (!layout)
            return refused(Declaration::tr("“%1” is no layout; write NCHW, NHWC or none.").arg(value));
        m_declaration.layout = *layout;
        return {};
    }

    Result<void> takeNumbers(const QString& key, const QString& value)
    {
        std::vector<double> numbers;
        for (const QString& part : value.split(u',', Qt::SkipEmptyParts)) {
            bool ok = false;
            numbers.push_back(part.trimmed().toDouble(&ok));
            if (!ok || !std::isfinite(numbers.back()) || std::abs(numbers.back()) > 1e15)
                return refused(Declaration::tr("“%1” of “%2” is no number.").arg(part, key));
        }
        if (key == u"scale") {
            m_declaration.scales.assign(numbers.begin(), numbers.end());
        } else if (key == u"shift") {
            m_declaration.scales.clear();
            for (const double shift : numbers)
                m_declaration.scales.push_back(static_cast<float>(std::exp2(-shift)));
        } else if (key == u"zero_point") {
            m_declaration.zeroPoints.clear();
            for (const double number : numbers)
                m_declaration.zeroPoints.push_back(
                    static_cast<qint32>(std::clamp(number, -2147483648.0, 2147483647.0)));
        } else if (key == u"stride") {
            m_declaration.strides.assign(numbers.begin(), numbers.end());
        } else if (numbers.size() == 1 && key == u"axis" && numbers[0] >= -1 && numbers[0] < 8) {
            m_declaration.axis = static_cast<int>(numbers[0]);
        } else if (numbers.size() == 1 && key == u"offset" && numbers[0] >= 0) {
            m_declaration.offset = static_cast<qint64>(numbers[0]);
        } else if (key == u"axis" || key == u"offset") {
            return refused(Declaration::tr("“%1” is no %2.").arg(value, key));
        } else {
            return refused(Declaration::tr(
                               "A declaration has no “%1”; it takes file, name, dtype, shape, layout, aligned, stride, "
                               "scale, shift, zero_point, axis and offset.")
                               .arg(key));
        }
        return {};
    }

    Result<void> settleAligned()
    {
        DumpDeclaration& declaration = m_declaration;
        const bool isInput = m_aligned == u"rule_input";
        std::optional<AlignmentRule> rule = alignmentRuleFromName(m_aligned);
        if (isInput || m_aligned == u"rule")
            rule = ruleFor(declaration.shape, declaration.layout, !isInput, declaration.isNv12);
        if (!rule)
            return takeShape(m_aligned, declaration.aligned);
        const Shape aligned = alignedShape(declaration.shape, declaration.layout, elementSize(declaration.type), *rule);
        declaration.aligned = aligned == declaration.shape ? Shape() : aligned;
        return {};
    }

    DumpDeclaration m_declaration;
    QString m_aligned;
    bool m_hasShape = false;
};

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 17);
    QStringList parts;
    for (const QJsonValue& item : value.toArray())
        parts.append(textOf(item));
    return parts.join(u',');
}

template <typename T> QString list(const std::vector<T>& values)
{
    QStringList parts;
    for (const T value : values) {
        if constexpr (std::is_floating_point_v<T>)
            parts.append(QString::number(static_cast<double>(value), 'g', 9));
        else
            parts.append(QString::number(value));
    }
    return parts.join(u',');
}

} // namespace

Result<DumpDeclaration> parseDeclaration(const QString& text)
{
    DeclarationReader reader;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        if (!part.contains(u'='))
            return refused(Declaration::tr("“%1” is no part of a declaration; write key=value, separated by “;”.")
                               .arg(part.trimmed()));
        if (auto taken = reader.take(part.section(u'=', 0, 0).trimmed(), part.section(u'=', 1).trimmed()); !taken)
            return forward(taken);
    }
    return reader.finish();
}

Result<DumpDeclaration> declarationFromJson(const QJsonObject& object)
{
    DeclarationReader reader;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = textOf(it.value());
        if (auto taken = reader.take(it.key(), value); !taken)
            return forward(taken);
    }
    return reader.finish();
}

QString declarationText(const DumpDeclaration& declaration)
{
    QStringList parts;
    const auto add = [&parts](const char* key, const QString& value) {
        if (!value.isEmpty())
            parts.append(QLatin1StringView(key) + u'=' + value);
    };
    add("file", declaration.file);
    add("name", declaration.name);
    add("dtype", declaration.isNv12 ? u"nv12"_s : dataTypeName(declaration.type));
    parts.append(u"shape="_s + declaration.shape.toString());
    add("layout", layoutName(declaration.layout));
    add("aligned", declaration.aligned.toString());
    add("stride", list(declaration.strides));
    add("scale", list(declaration.scales));
    add("zero_point", list(declaration.zeroPoints));
    if (declaration.axis >= 0)
        add("axis", QString::number(declaration.axis));
    if (declaration.offset > 0)
        add("offset", QString::number(declaration.offset));
    return parts.join(u';');
}

} // namespace driftscope
