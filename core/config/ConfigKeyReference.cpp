// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigKeyReference.h"

#include "core/config/ConfigKeyText.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString cell(QString text)
{
    return text.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
}

QString citation(const QStringList& sources)
{
    return u" ["_s % sources.join(u", "_s) % u']';
}

QString doubtOf(const QString& doubt)
{
    return doubt.isEmpty() ? QString() : u" *Uncertain: "_s % doubt % u'*';
}

/// `| name | text [source] |`, with what is uncertain.
QString factRow(const QString& name, const QString& text, const ConfigStatement& statement)
{
    if (text.isEmpty())
        return {};
    const QString sources = statement.sources.isEmpty() ? QString() : citation(statement.sources);
    return u"| %1 | %2 |\n"_s.arg(name, cell(text + sources + doubtOf(statement.doubt)));
}

QStringList editionSources(const ConfigSchema& schema, const ConfigKeyInfo& info)
{
    QStringList sources;
    for (const ConfigEdition& edition : schema.knowingEditions(info, March::Unknown))
        sources += edition.sources;
    return sources;
}

QString factTable(const ConfigSchema& schema, const ConfigKeyInfo& info)
{
    const ConfigKeyText text(schema, info, March::Unknown);
    const auto said = [&](ConfigFact fact) { return info.facts.value(fact); };
    return u"| | |\n|---|---|\n"_s % factRow(u"values"_s, text.values(), said(ConfigFact::Values))
        % factRow(u"default"_s, text.defaultValue(), said(ConfigFact::Default))
        % factRow(u"required"_s, text.required(), said(ConfigFact::Required))
        % factRow(u"several inputs"_s, text.inputs(), said(ConfigFact::Inputs))
        % factRow(u"deprecated"_s, text.deprecation(), said(ConfigFact::Deprecation))
        % factRow(u"marches"_s, text.marches(), said(ConfigFact::Marches))
        % factRow(u"versions"_s, text.versions(), {{}, editionSources(schema, info), {}}) % u"| example | `"_s
        % cell(info.example) % u"` |\n\n"_s;
}

QString keySection(const ConfigSchema& schema, const ConfigKeyInfo& info)
{
    const ConfigStatement meaning = info.facts.value(ConfigFact::Meaning);
    QString section = u"### `%1`\n\n"_s.arg(info.key) % meaning.text % citation(meaning.sources)
        % doubtOf(meaning.doubt) % u"\n\n"_s % factTable(schema, info) % u"What goes wrong:\n\n"_s;
    for (const ConfigPitfall& pitfall : info.pitfalls) {
        const QString marches = pitfall.marches.isEmpty() ? QString() : u" ("_s % pitfall.marches.join(u", "_s) % u')';
        section += u"- **"_s % pitfall.mistake % u"**"_s % marches % u' ' % pitfall.consequence
            % citation(pitfall.sources) % doubtOf(pitfall.doubt) % u'\n';
    }
    return section % u'\n';
}

QString foreignTable(const ConfigSchema& schema)
{
    static const QHash<ForeignFamily, QString> families{{ForeignFamily::LaterToolchain, u"hb_compile (S100, J6)"_s},
                                                        {ForeignFamily::CompilerFlag, u"flag of hbdk-cc"_s},
                                                        {ForeignFamily::CommandLine, u"option of hb_mapper"_s},
                                                        {ForeignFamily::LogWord, u"logs and board files"_s}};
    QString table = u"| word | from | what it is, and what to write |\n|---|---|---|\n"_s;
    for (const ForeignKey& foreign : schema.foreignKeys()) {
        table += u"| `%1` | %2 | %3 |\n"_s.arg(
            foreign.name, families.value(foreign.family),
            cell(foreign.statement.text + citation(foreign.statement.sources) + doubtOf(foreign.statement.doubt)));
    }
    return table;
}

} // namespace

QString configKeyReference(const ConfigSchema& schema)
{
    QString text;
    QString group;
    for (const ConfigKeyInfo& info : schema.keys()) {
        if (const QString own = info.key.section(u'.', 0, 0); own != group) {
            group = own;
            text += u"## %1\n\n"_s.arg(group);
        }
        text += keySection(schema, info);
    }
    text += u"## Words that are no keys\n\n"_s % foreignTable(schema) % u"\n## Sources\n\n| | |\n|---|---|\n"_s;
    for (const ConfigSource& source : schema.sources())
        text += u"| %1 | %2 |\n"_s.arg(source.id, cell(source.name));
    return text;
}

} // namespace driftscope
