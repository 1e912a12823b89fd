// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace driftscope {

/// Writes a config from top to bottom: groups, and in them keys with comments above.
class TemplateWriter
{
public:
    void group(QLatin1StringView name, const QString& comment);
    /// A line of its own, broken where it is long.
    void comment(const QString& text);
    /// Texts are quoted, True and False are not.
    void key(QLatin1StringView name, const QString& value, const QString& above = {});
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    void writeComment(const QString& text, const QByteArray& indentation);

    QByteArray m_text;
};

} // namespace driftscope
