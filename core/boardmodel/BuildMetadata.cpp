// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardModel.h"

using namespace Qt::StringLiterals;

namespace driftscope {

QString BuildMetadata::value(const QString& key) const
{
    for (const auto& [name, text] : m_entries) {
        if (name == key)
            return text;
    }
    return {};
}

QStringList BuildMetadata::perInput(const QString& key) const
{
    QString text = value(key);
    if (text.isEmpty())
        return {};
    if (text.endsWith(u';'))
        text.chop(1);
    return text.split(u';');
}

QString BuildMetadata::march() const
{
    const QString march = value(u"MARCH"_s);
    return march.isEmpty() ? m_marchOfCode : march;
}

} // namespace driftscope
