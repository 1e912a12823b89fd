// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/KeyHelpHtml.h"

#include "core/config/ConfigKeyText.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

KeyHelpHtml::KeyHelpHtml(const ConfigSchema& schema, const ConfigKeyInfo& info, March march, const Theme& theme)
    : m_schema(schema)
    , m_info(info)
    , m_theme(theme)
    , m_march(march)
{
    m_help = meaning();
    m_help += facts();
    m_help += pitfalls();
    m_sources = versions();
    m_sources += sourceList();
}

QString KeyHelpHtml::muted(const QString& text) const
{
    return u"<span style='color:%2'>%1</span>"_s.arg(text, m_theme.color(ThemeColor::MutedText).name());
}

/// `[1] [3]`: each source has one number within the help.
QString KeyHelpHtml::numbers(const QStringList& sources)
{
    QList<qsizetype> cited;
    for (const QString& source : sources) {
        if (!m_cited.contains(source))
            m_cited.append(source);
        cited.append(m_cited.indexOf(source) + 1);
    }
    std::ranges::sort(cited);
    QString text;
    for (const qsizetype number : std::as_const(cited))
        text += u"&nbsp;[%1]"_s.arg(number);
    return muted(text);
}

QString KeyHelpHtml::doubt(const QString& text) const
{
    if (text.isEmpty())
        return {};
    return u"<br/><i><span style='color:%2'>%1</span></i>"_s.arg(tr("Uncertain: %1").arg(text).toHtmlEscaped(),
                                                                 m_theme.color(ThemeColor::Warn).name());
}

QString KeyHelpHtml::meaning()
{
    const ConfigStatement said = m_info.facts.value(ConfigFact::Meaning);
    return u"<p style='margin:0'>%1</p>"_s.arg(said.text.toHtmlEscaped() % numbers(said.sources) % doubt(said.doubt));
}

QString KeyHelpHtml::row(const QString& name, const QString& text, ConfigFact fact)
{
    if (text.isEmpty())
        return {};
    const ConfigStatement said = m_info.facts.value(fact);
    return u"<tr><td style='padding:0 10px 3px 0'>%1</td><td style='padding:0 0 3px 0'>%2</td></tr>"_s.arg(
        muted(name.toHtmlEscaped()).replace(u' ', u"&nbsp;"_s).replace(u"span&nbsp;"_s, u"span "_s),
        text.toHtmlEscaped() % numbers(said.sources) % doubt(said.doubt));
}

QString KeyHelpHtml::facts()
{
    const ConfigKeyText text(m_schema, m_info, m_march);
    const QString defaultName = m_march == March::Unknown ? tr("Default") : tr("Default on %1").arg(marchName(m_march));
    QString rows;
    if (!m_info.existsOn(m_march))
        rows += row(tr("Attention"), tr("The key does not exist on %1.").arg(marchName(m_march)), ConfigFact::Marches);
    rows += row(tr("Deprecated"), text.deprecation(), ConfigFact::Deprecation);
    rows += row(tr("Values"), text.values(), ConfigFact::Values);
    if (m_info.existsOn(m_march))
        rows += row(defaultName, text.defaultValue(), ConfigFact::Default);
    rows += row(tr("Required"), text.required(), ConfigFact::Required);
    rows += row(tr("Several inputs"), text.inputs(), ConfigFact::Inputs);
    rows += row(tr("Marches"), text.marches(), ConfigFact::Marches);
    rows += u"<tr><td>%1</td><td style='font-family:%3'>%2</td></tr>"_s.arg(
        muted(tr("Example").toHtmlEscaped()), m_info.example.toHtmlEscaped(), m_theme.monoFont().family());
    return u"<table cellspacing='0' cellpadding='0' style='margin-top:6px'>%1</table>"_s.arg(rows);
}

QString KeyHelpHtml::pitfall(const ConfigPitfall& pitfall)
{
    const QString where = pitfall.marches.isEmpty() || m_march != March::Unknown
        ? QString()
        : muted(u" ("_s % pitfall.marches.join(u", "_s) % u')');
    return u"<p style='margin:0 0 6px 0'><b>%1</b>%2<br/>%3</p>"_s.arg(
        pitfall.mistake.toHtmlEscaped(), where,
        pitfall.consequence.toHtmlEscaped() % numbers(pitfall.sources) % doubt(pitfall.doubt));
}

QString KeyHelpHtml::pitfalls()
{
    QString items;
    for (const ConfigPitfall& each : m_info.pitfalls) {
        if (m_march == March::Unknown || each.marches.isEmpty() || each.marches.contains(marchName(m_march)))
            items += pitfall(each);
    }
    if (items.isEmpty())
        return {};
    return u"<p style='margin:8px 0 4px 0; color:%2'>%1</p>%3"_s.arg(
        tr("What goes wrong").toHtmlEscaped(), m_theme.color(ThemeColor::MutedText).name(), items);
}

QString KeyHelpHtml::versions()
{
    const QString text = ConfigKeyText(m_schema, m_info, m_march).versions();
    QStringList sources;
    for (const ConfigEdition& edition : m_schema.knowingEditions(m_info, m_march))
        sources += edition.sources;
    return text.isEmpty() ? QString() : u"<p style='margin:0'>%1</p>"_s.arg(text.toHtmlEscaped() % numbers(sources));
}

QString KeyHelpHtml::sourceList() const
{
    QString lines;
    for (qsizetype i = 0; i < m_cited.size(); ++i) {
        lines += u"<tr><td style='padding:0 6px 2px 0'>[%1]</td><td>%2</td></tr>"_s.arg(
            QString::number(i + 1), m_schema.sourceName(m_cited[i]).toHtmlEscaped());
    }
    return u"<table cellspacing='0' cellpadding='0' style='margin-top:6px'>%1</table>"_s.arg(lines);
}

} // namespace driftscope
