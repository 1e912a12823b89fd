// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigKeyText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct KeyText
{
    Q_DECLARE_TR_FUNCTIONS(KeyText)
};

QString kindText(ConfigValueKind kind)
{
    switch (kind) {
    case ConfigValueKind::Path:
        return KeyText::tr("The path of a file.");
    case ConfigValueKind::Folder:
        return KeyText::tr("The path of a folder.");
    case ConfigValueKind::Boolean:
        return KeyText::tr("True or False.");
    case ConfigValueKind::Integer:
        return KeyText::tr("A whole number.");
    case ConfigValueKind::Number:
        return KeyText::tr("A number.");
    case ConfigValueKind::NumberList:
        return KeyText::tr("Numbers.");
    case ConfigValueKind::Shape:
        return KeyText::tr("Sizes.");
    case ConfigValueKind::NodeList:
        return KeyText::tr("Names, joined by semicolons.");
    case ConfigValueKind::Map:
        return KeyText::tr("A map.");
    case ConfigValueKind::Text:
    case ConfigValueKind::Choice:
        break;
    }
    return KeyText::tr("Text.");
}

/// Values and names with a full stop behind them, as the language writes it.
QString asSentence(const QString& values)
{
    return KeyText::tr("%1.").arg(values);
}

QString rangeText(const ConfigRange& range)
{
    if (range.high.isEmpty())
        return KeyText::tr("A number from %1 up.").arg(range.low);
    return KeyText::tr("A number from %1 to %2.").arg(range.low, range.high);
}

QString namesOf(const QList<ConfigEdition>& editions)
{
    QStringList names;
    for (const ConfigEdition& edition : editions)
        names.append(edition.name);
    return names.join(u"; "_s);
}

} // namespace

ConfigKeyText::ConfigKeyText(const ConfigSchema& schema, const ConfigKeyInfo& info, March march)
    : m_schema(schema)
    , m_info(info)
    , m_march(march)
{ }

QString ConfigKeyText::withAddition(const QString& sentence, ConfigFact fact) const
{
    const QString addition = m_info.facts.value(fact).text;
    const QString separator = sentence.isEmpty() || addition.isEmpty() ? QString() : u" "_s;
    return sentence + separator + addition;
}

/// What holds on each march that has the key, said once where it is the same on all of them.
QString ConfigKeyText::byMarch(QString (ConfigKeyText::*text)(March) const) const
{
    if (m_march != March::Unknown)
        return (this->*text)(m_march);
    QStringList texts;
    QStringList lines;
    for (const March march : {March::Bernoulli2, March::Bayes, March::BayesE}) {
        if (!m_info.existsOn(march))
            continue;
        texts.append((this->*text)(march));
        lines.append(KeyText::tr("%1: %2").arg(marchName(march), texts.last()));
    }
    return texts.count(texts.first()) == texts.size() ? texts.first() : lines.join(u' ');
}

QString ConfigKeyText::valuesOn(March march) const
{
    const QStringList choices = m_schema.choicesFor(m_info.key, march);
    const ConfigRange range = m_schema.rangeFor(m_info.key, march);
    if (!choices.isEmpty())
        return asSentence(choices.join(u", "_s));
    return range.isEmpty() ? kindText(m_info.kind) : rangeText(range);
}

QString ConfigKeyText::values() const
{
    // What a sentence describes better than “a map.” or “0 to 4294967295” is not said twice.
    const bool isDescribed = !m_info.facts.value(ConfigFact::Values).text.isEmpty()
        && (m_info.choices.isEmpty() || m_info.kind == ConfigValueKind::Map) && m_info.kind != ConfigValueKind::Number;
    return withAddition(isDescribed ? QString() : byMarch(&ConfigKeyText::valuesOn), ConfigFact::Values);
}

QString ConfigKeyText::defaultOn(March march) const
{
    const QString value = m_schema.defaultFor(m_info.key, march);
    return value.isEmpty() ? KeyText::tr("None is documented.") : asSentence(value);
}

QString ConfigKeyText::defaultValue() const
{
    const bool isKnown = !m_info.defaultValue.isEmpty() || !m_info.defaultsByMarch.isEmpty();
    if (!isKnown && !m_info.facts.value(ConfigFact::Default).text.isEmpty())
        return m_info.facts.value(ConfigFact::Default).text;
    return withAddition(byMarch(&ConfigKeyText::defaultOn), ConfigFact::Default);
}

QString ConfigKeyText::required() const
{
    QString sentence;
    if (m_info.required || (m_march != March::Unknown && m_info.isRequiredOn(m_march)))
        sentence = KeyText::tr("It must be written.");
    else if (m_march == March::Unknown && !m_info.requiredOn.isEmpty())
        sentence = KeyText::tr("It must be written on %1.").arg(m_info.requiredOn.join(u", "_s));
    else if (m_info.facts.value(ConfigFact::Required).text.isEmpty())
        return KeyText::tr("It may be left out.");
    return withAddition(sentence, ConfigFact::Required);
}

QString ConfigKeyText::inputs() const
{
    QString text = m_info.facts.value(ConfigFact::Inputs).text;
    if (!m_info.perInput)
        return text;
    QStringList sentences;
    if (!text.isEmpty())
        sentences.append(text);
    sentences.append(KeyText::tr("Separated by semicolons."));
    if (m_info.countMustMatch)
        sentences.append(KeyText::tr("As many as there are inputs."));
    if (m_info.oneForAll == OneForAll::No)
        sentences.append(KeyText::tr("One value does not stand for all inputs."));
    else if (m_info.oneForAll == OneForAll::Yes)
        sentences.append(KeyText::tr("One value may stand for all inputs."));
    else
        sentences.append(KeyText::tr("Whether one value may stand for all inputs is not known."));
    return sentences.join(u' ');
}

QString ConfigKeyText::marches() const
{
    const QString names = m_info.marches.isEmpty() ? u"bernoulli2, bayes, bayes-e"_s : m_info.marches.join(u", "_s);
    return withAddition(asSentence(names), ConfigFact::Marches);
}

QString ConfigKeyText::deprecation() const
{
    if (m_info.deprecatedBy.isEmpty() || (m_march != March::Unknown && !m_info.isDeprecatedOn(m_march)))
        return {};
    const QString marches = m_info.deprecatedOn.join(u", "_s);
    const QString sentence = m_info.deprecatedSince.isEmpty()
        ? KeyText::tr("Deprecated on %1; write %2.").arg(marches, m_info.deprecatedBy)
        : KeyText::tr("Deprecated on %1 since %2; write %3.").arg(marches, m_info.deprecatedSince, m_info.deprecatedBy);
    return withAddition(sentence, ConfigFact::Deprecation);
}

QString ConfigKeyText::versions() const
{
    const QString known = namesOf(m_schema.knowingEditions(m_info, m_march));
    const QString silent = namesOf(m_schema.silentEditions(m_info, m_march));
    QStringList sentences;
    if (!known.isEmpty())
        sentences.append(KeyText::tr("Known to: %1.").arg(known));
    if (!silent.isEmpty())
        sentences.append(KeyText::tr("Not stated for: %1.").arg(silent));
    return sentences.join(u' ');
}

} // namespace driftscope
