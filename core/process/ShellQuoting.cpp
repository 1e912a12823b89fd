// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/ShellQuoting.h"

using namespace Qt::StringLiterals;

namespace driftscope {

QString shellQuoted(const QString& word)
{
    QString inside = word;
    // Nothing is special between single quotes but the single quote, which is put outside of them.
    inside.replace(u"'"_s, u"'\\''"_s);
    return u'\'' + inside + u'\'';
}

QString shellCommandLine(const QStringList& words)
{
    QStringList quoted;
    for (const QString& word : words)
        quoted.append(shellQuoted(word));
    return quoted.join(u' ');
}

} // namespace driftscope
