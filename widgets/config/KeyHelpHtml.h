// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"
#include "widgets/common/Theme.h"

#include <QCoreApplication>

namespace driftscope {

/// Writes what is known of a key for a march as rich text: facts, what goes wrong, and where each statement is from, by
/// numbers that the list of sources resolves. What is uncertain is said in words.
class KeyHelpHtml
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::KeyHelpHtml)

public:
    KeyHelpHtml(const ConfigSchema& schema, const ConfigKeyInfo& info, March march, const Theme& theme);

    [[nodiscard]] const QString& help() const { return m_help; }
    [[nodiscard]] const QString& sources() const { return m_sources; } ///< versions, and the numbered sources
    [[nodiscard]] qsizetype sourceCount() const { return m_cited.size(); }

private:
    [[nodiscard]] QString meaning();
    [[nodiscard]] QString facts();
    [[nodiscard]] QString row(const QString& name, const QString& text, ConfigFact fact);
    [[nodiscard]] QString pitfalls();
    [[nodiscard]] QString pitfall(const ConfigPitfall& pitfall);
    [[nodiscard]] QString numbers(const QStringList& sources);
    [[nodiscard]] QString doubt(const QString& text) const;
    [[nodiscard]] QString muted(const QString& text) const;
    [[nodiscard]] QString sourceList() const;
    [[nodiscard]] QString versions();

    const ConfigSchema& m_schema;
    const ConfigKeyInfo& m_info;
    const Theme& m_theme;
    March m_march;
    QStringList m_cited; ///< in the order of their numbers, which start at 1
    QString m_help;
    QString m_sources;
};

} // namespace driftscope
