// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/differences/DifferenceText.h"

#include "core/models/DifferencesModel.h"

#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DifferenceText)
};

QString link(const QString& target, const QString& text, const Theme& theme)
{
    return u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(target, ":/")),
                                                             theme.color(ThemeColor::Accent).name(),
                                                             text.toHtmlEscaped());
}

QString nodeLinks(Stage stage, const QStringList& names, const Theme& theme)
{
    constexpr qsizetype most = 12;
    QStringList links;
    for (const QString& name : names.mid(0, most))
        links.append(link(u"node:"_s + stageKey(stage) + u':' + name, name, theme));
    if (names.size() > most)
        links.append(Texts::tr("and %n more", nullptr, static_cast<int>(names.size() - most)));
    return links.join(u", "_s);
}

QString causeLinks(const InsertionCause& cause, const Theme& theme)
{
    QStringList parts;
    if (!cause.key.isEmpty()) {
        const QString value = cause.value.isEmpty() ? Texts::tr("not set") : cause.value;
        const QString text = cause.isDefault ? Texts::tr("%1: %2 (the default)").arg(cause.key, value)
                                             : Texts::tr("%1: %2").arg(cause.key, value);
        parts.append(link(u"key:"_s + cause.key, text, theme));
    }
    if (cause.logLine > 0)
        parts.append(link(u"log:"_s + QString::number(cause.logLine),
                          Texts::tr("line %1 of the log").arg(cause.logLine), theme));
    return parts.join(u", "_s);
}

} // namespace

QString differenceHtml(const StageDifference& difference, const Theme& theme)
{
    QString html;
    const auto row = [&](const QString& title, const QString& content) {
        if (!content.isEmpty())
            html += u"<p style=\"margin:0 0 6px 0\"><span style=\"color:%1\">%2</span> %3</p>"_s.arg(
                theme.color(ThemeColor::MutedText).name(), title.toHtmlEscaped(), content);
    };
    row({}, difference.why.toHtmlEscaped());
    if (!difference.contradiction.isEmpty())
        row(Texts::tr("Contradiction:"), difference.contradiction.toHtmlEscaped());
    row(Texts::tr("Before:"), nodeLinks(difference.fromStage, difference.fromNames, theme));
    row(Texts::tr("After:"), nodeLinks(difference.toStage, difference.toNames, theme));
    row(Texts::tr("In numbers:"), difference.computes.toHtmlEscaped());
    row(Texts::tr("Caused by:"), causeLinks(difference.cause, theme));
    row(Texts::tr("The board program must feed:"), difference.boardMustFeed.toHtmlEscaped());
    row(Texts::tr("Costs:"), difference.costs.toHtmlEscaped());
    row(Texts::tr("To be rid of it:"), difference.howToAvoid.toHtmlEscaped());
    if (!difference.from.isEmpty() && !difference.to.isEmpty())
        row(Texts::tr("Certainty of the match:"), Texts::tr("%1 %").arg(qRound(difference.confidence * 100)));
    return html;
}

} // namespace driftscope
