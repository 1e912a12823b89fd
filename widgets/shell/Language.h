// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/shell/RecordingTranslator.h"

#include <QString>
#include <QTranslator>

namespace driftscope {

/// The interface's language, switched at run time. English is in the code but for
/// singular and plural; the rest is read from the resources.
class Language
{
public:
    Language(); ///< English
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// `en`, `zh_CN`; empty: what the system says. Sends LanguageChange to every widget.
    void apply(const QString& language);
    [[nodiscard]] const QString& current() const { return m_current; } ///< `en` or `zh_CN`
    /// How a sentence of the program was made, to be said anew when the language changes.
    [[nodiscard]] Sentence trace(const QString& sentence) const { return m_program.trace(sentence); }

private:
    RecordingTranslator m_program;
    QTranslator m_qt; ///< Qt's own texts: dialogs, context menus
    QString m_current;
};

} // namespace driftscope
