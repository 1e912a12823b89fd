// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/Redaction.h"

#include <QStringList>

#include <initializer_list>

namespace driftscope {

/// Writes HTML that is XML as well: every element is closed, and every text that goes in is escaped and, where a
/// redaction is given, redacted. There is no way around that but raw(), for the program's own style sheet.
class HtmlWriter
{
public:
    struct Attribute
    {
        QLatin1StringView name;
        QString value;
    };
    using Attributes = std::initializer_list<Attribute>;

    /// `redaction` may be null and outlives the writer.
    explicit HtmlWriter(const Redaction* redaction = nullptr);

    /// An element that closes at the end of its scope.
    class Scope
    {
    public:
        explicit Scope(HtmlWriter& html)
            : m_html(html)
        { }
        ~Scope() { m_html.close(); }
        Q_DISABLE_COPY_MOVE(Scope)

    private:
        HtmlWriter& m_html;
    };
    [[nodiscard]] Scope scope(QLatin1StringView tag, Attributes attributes = {});
    [[nodiscard]] Scope scope(QLatin1StringView tag, QLatin1StringView cssClass);

    void text(const QString& text);
    void element(QLatin1StringView tag, const QString& text, Attributes attributes = {});
    void element(QLatin1StringView tag, const QString& text, QLatin1StringView cssClass);
    void empty(QLatin1StringView tag, Attributes attributes); ///< `<meta …/>`: those that have no content
    void raw(const QString& markup);

    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    void open(QLatin1StringView tag, Attributes attributes, QLatin1StringView end);
    void close();
    [[nodiscard]] QString redacted(const QString& text) const;

    const Redaction* m_redaction;
    QString m_text;
    QList<QLatin1StringView> m_open;
};

/// For text and attributes alike; characters that XML cannot hold become U+FFFD.
[[nodiscard]] QString htmlEscaped(const QString& text);

} // namespace driftscope
