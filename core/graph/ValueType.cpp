// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ValueType.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString tensorText(const ValueType& type)
{
    const QString element = type.type == DataType::Undefined ? u"?"_s : dataTypeName(type.type);
    return type.shape ? QString(element % u' ' % type.shape->displayText()).trimmed() : element;
}

} // namespace

QString ValueType::toString() const
{
    const auto innerText = [this] { return inner ? inner->toString() : u"?"_s; };
    switch (kind) {
    case Kind::Tensor:
        return tensorText(*this);
    case Kind::SparseTensor:
        return u"sparse "_s % tensorText(*this);
    case Kind::Sequence:
        return u"sequence("_s % innerText() % u')';
    case Kind::Map:
        return u"map("_s % dataTypeName(type) % u", "_s % innerText() % u')';
    case Kind::Optional:
        return u"optional("_s % innerText() % u')';
    case Kind::Opaque:
        return u"opaque("_s % (domain.isEmpty() ? name : QString(domain % u'.' % name)) % u')';
    case Kind::Unknown:
        break;
    }
    return u"?"_s;
}

} // namespace driftscope
