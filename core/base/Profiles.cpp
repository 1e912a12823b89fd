// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Profiles.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

bool isVariableName(const QString& name)
{
    static const QRegularExpression variable(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    return variable.match(name).hasMatch();
}

} // namespace driftscope
