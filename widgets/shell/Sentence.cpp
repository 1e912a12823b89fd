// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace driftscope {

QString Sentence::text() const
{
    if (!isOfProgram())
        return asIs;
    const QString said
        = QCoreApplication::translate(request.context.constData(), request.source.constData(),
                                      request.comment.isEmpty() ? nullptr : request.comment.constData(), request.count);
    return TextTemplate(said).filled(places, arguments);
}

TextTemplate::TextTemplate(const QString& text)
{
    static const QRegularExpression place(u"%L?([1-9][0-9]?)"_s);
    qsizetype from = 0;
    for (auto found = place.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        m_between.append(text.mid(from, one.capturedStart() - from));
        m_places.append(one.capturedView(1).toInt());
        from = one.capturedEnd();
    }
    m_between.append(text.mid(from));
    for (const QString& part : std::as_const(m_between))
        m_letters += static_cast<int>(std::ranges::count_if(part, [](QChar c) { return c.isLetter(); }));
}

bool TextTemplate::matches(const QString& text) const
{
    return m_places.isEmpty() ? text == m_between.first() : !match(text).isEmpty();
}

QList<QString> TextTemplate::match(const QString& text) const
{
    const QString& end = m_between.last();
    if (m_places.isEmpty() || !text.startsWith(m_between.first()) || !text.endsWith(end))
        return {};
    QList<QString> arguments;
    qsizetype from = m_between.first().size();
    const qsizetype last = text.size() - end.size();
    for (qsizetype i = 1; i < m_between.size(); ++i) {
        const bool isLast = i + 1 == m_between.size();
        const qsizetype at = isLast ? last : text.indexOf(m_between[i], from);
        if (at < from || at > last || (!isLast && m_between[i].isEmpty()))
            return {};
        arguments.append(text.mid(from, at - from));
        const qsizetype same = m_places.indexOf(m_places[i - 1]);
        if (arguments[same] != arguments.last())
            return {};
        from = at + m_between[i].size();
    }
    return arguments;
}

QString TextTemplate::filled(const QList<int>& places, const std::vector<Sentence>& arguments) const
{
    QString text = m_between.first();
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        const qsizetype which = places.indexOf(m_places[i]);
        text += which < 0 ? u'%' + QString::number(m_places[i]) : arguments[static_cast<size_t>(which)].text();
        text += m_between[i + 1];
    }
    return text;
}

} // namespace driftscope
