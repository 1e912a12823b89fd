// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/TemplateWriter.h"

#include "core/config/YamlScalarWriter.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype longestComment = 96;

} // namespace

void TemplateWriter::writeComment(const QString& text, const QByteArray& indentation)
{
    QString line;
    const auto flush = [&] {
        if (!line.isEmpty())
            m_text += indentation + "# " + line.toUtf8() + '\n';
        line.clear();
    };
    for (const QString& word : text.simplified().split(u' ')) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > longestComment)
            flush();
        line += (line.isEmpty() ? QString() : u" "_s) + word;
    }
    flush();
}

void TemplateWriter::group(QLatin1StringView name, const QString& comment)
{
    if (!m_text.isEmpty())
        m_text += '\n';
    writeComment(comment, {});
    m_text += QByteArray(name.data(), name.size()) + ":\n";
}

void TemplateWriter::comment(const QString& text)
{
    writeComment(text, "  ");
}

void TemplateWriter::key(QLatin1StringView name, const QString& value, const QString& above)
{
    if (!above.isEmpty())
        comment(above);
    const bool isBoolean = value == "True"_L1 || value == "False"_L1;
    m_text += "  " + QByteArray(name.data(), name.size()) + ": "
        + (isBoolean ? value.toUtf8() : writeScalar(value, ScalarStyle::SingleQuoted, false)) + '\n';
}

} // namespace driftscope
