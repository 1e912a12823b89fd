// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace driftscope {

Language::Language()
{
    apply(u"en"_s);
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::apply(const QString& language)
{
    const QString wanted = language.isEmpty() ? QLocale::system().name() : language;
    const QString chosen = wanted.startsWith("zh"_L1) ? u"zh_CN"_s : u"en"_s;
    if (chosen == m_current)
        return;
    m_current = chosen;
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    // Qt speaks English by itself; the program's English file holds singular and plural.
    if (chosen != "en"_L1 && m_qt.load(u"qtbase_"_s % chosen, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_program.load(u":/i18n/driftscope_"_s % chosen))
        QCoreApplication::installTranslator(&m_program);
}

} // namespace driftscope
