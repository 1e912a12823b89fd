// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

#include <QMap>
#include <QRegularExpression>

namespace driftscope::test {

/// Every text of the schema by where it stands, such as `input_parameters.norm_type/pitfall twice/doubt`.
inline QMap<QString, QString> textsOf(const ConfigSchema& schema)
{
    using namespace Qt::StringLiterals;
    QMap<QString, QString> texts;
    const auto add = [&](const QString& place, const QString& text) {
        if (!text.isEmpty())
            texts.insert(place, text);
    };
    for (const ConfigKeyInfo& info : schema.keys()) {
        for (auto fact = info.facts.begin(); fact != info.facts.end(); ++fact) {
            const QString place = u"%1/fact %2"_s.arg(info.key).arg(static_cast<int>(fact.key()));
            add(place + u"/text"_s, fact->text);
            add(place + u"/doubt"_s, fact->doubt);
        }
        for (const ConfigPitfall& pitfall : info.pitfalls) {
            const QString place = u"%1/pitfall %2"_s.arg(info.key, pitfall.id);
            add(place + u"/mistake"_s, pitfall.mistake);
            add(place + u"/consequence"_s, pitfall.consequence);
            add(place + u"/doubt"_s, pitfall.doubt);
        }
    }
    for (const ForeignKey& foreign : schema.foreignKeys()) {
        add(u"foreign %1/text"_s.arg(foreign.name), foreign.statement.text);
        add(u"foreign %1/doubt"_s.arg(foreign.name), foreign.statement.doubt);
    }
    for (const ConfigEdition& edition : schema.editions())
        add(u"edition "_s + edition.id, edition.name);
    for (const ConfigSource& source : schema.sources())
        add(u"source "_s + source.id, source.name);
    return texts;
}

/// What a translation must not touch: keys, words of the config with a capital or an underscore, quoted messages,
/// numbers. Sorted, each once.
inline QStringList fixedParts(const QString& text)
{
    static const QRegularExpression fixed(QStringLiteral("“[^”]*[A-Za-z]{4}[^”]*”|[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+|"
                                                         "\\b[A-Z]{2,}[0-9]*\\b|(?<![A-Za-z_\\d.])-?\\d+(?:\\.\\d+)?"));
    QStringList parts;
    for (auto match = fixed.globalMatch(text); match.hasNext();)
        parts.append(match.next().captured().remove(u'“').remove(u'”'));
    parts.sort();
    parts.removeDuplicates();
    return parts;
}

} // namespace driftscope::test
