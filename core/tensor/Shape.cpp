// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Shape.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

bool Shape::isKnown() const
{
    return std::ranges::all_of(m_sizes, [](qint64 size) { return size >= 0; });
}

qint64 Shape::elementCount() const
{
    qint64 count = 1;
    for (const qint64 size : m_sizes) {
        if (size < 0)
            return -1;
        if (size > 0 && count > std::numeric_limits<qint64>::max() / size)
            return -1;
        count *= size;
    }
    return count;
}

QString Shape::toString() const
{
    QStringList parts;
    for (const qint64 size : m_sizes)
        parts.append(size < 0 ? u"?"_s : QString::number(size));
    return parts.join(u'x');
}

QString Shape::dimensionName(int axis) const
{
    return m_names && m_sizes[static_cast<std::size_t>(axis)] < 0 ? m_names->value(axis) : QString();
}

void Shape::setDimensionName(int axis, const QString& name)
{
    QStringList names = m_names ? *m_names : QStringList(rank());
    names[axis] = name;
    m_names = std::make_shared<const QStringList>(std::move(names));
}

QString Shape::displayText() const
{
    QStringList parts;
    for (int axis = 0; axis < rank(); ++axis) {
        const QString name = dimensionName(axis);
        const qint64 size = (*this)[axis];
        parts.append(size >= 0 ? QString::number(size) : (name.isEmpty() ? u"?"_s : name));
    }
    return parts.join(u'×');
}

Result<Shape> Shape::fromString(const QString& text)
{
    std::vector<qint64> sizes;
    const QStringList parts = text.trimmed().split(u'x');
    for (const QString& part : parts) {
        bool ok = false;
        const qint64 size = part.trimmed().toLongLong(&ok);
        if (!ok || size < 0) {
            return failure(ErrorKind::Malformed,
                           QCoreApplication::translate(
                               "Shape", "“%1” is not a shape; write whole numbers joined by x, such as 1x3x224x224.")
                               .arg(text));
        }
        sizes.push_back(size);
    }
    return Shape(std::move(sizes));
}

} // namespace driftscope
