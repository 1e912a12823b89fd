// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ValueRules
{
    Q_DECLARE_TR_FUNCTIONS(ValueRules)
};

bool isNone(const QString& text)
{
    return text.isEmpty() || text.compare(u"none"_s, Qt::CaseInsensitive) == 0;
}

/// The legal value that differs only in upper and lower case; empty when there is none.
QString otherCase(const QStringList& choices, const QString& written)
{
    const qsizetype at = choices.indexOf(written, 0);
    if (at >= 0)
        return {};
    for (const QString& choice : choices) {
        if (choice.compare(written, Qt::CaseInsensitive) == 0)
            return choice;
    }
    return {};
}

void checkChoice(const LintContext& context, const ConfigKeyInfo& info)
{
    const QString text = context.document().scalar(info.key);
    const QStringList items = info.perInput ? splitPerInput(text) : QStringList{text.trimmed()};
    const QStringList choices = context.subject().schema->choicesFor(info.key, context.config().march);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (isNone(items[i]) || choices.contains(items[i]))
            continue;
        const QString meant = otherCase(choices, items[i]);
        std::optional<Fix> fix;
        if (!meant.isEmpty())
            fix = info.perInput ? context.setItem(info.key, i, meant) : context.set(info.key, meant);
        // Whether other spellings of a known word are accepted is not documented.
        context.report(meant.isEmpty() ? Severity::Error : Severity::Warning, info.key,
                       ValueRules::tr("The toolchain does not know “%1” as a value of %2.").arg(items[i], info.key),
                       ValueRules::tr("It knows %1.").arg(choices.join(u", "_s)), lintSource::x3Manual, fix);
    }
}

bool isBoolean(const QString& text)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s};
    return words.contains(text.toLower());
}

void checkAllowed(const LintContext& context)
{
    const ConfigSchema* schema = context.subject().schema;
    if (schema == nullptr)
        return;
    for (const ConfigKeyInfo& info : schema->keys()) {
        const QString text = context.document().scalar(info.key).trimmed();
        const bool otherGeneration = info.key == "model_parameters.march"_L1 && text.startsWith(u"nash"_s);
        if (isNone(text) || otherGeneration)
            continue;
        bool isNumber = true;
        if (info.kind == ConfigValueKind::Choice)
            checkChoice(context, info);
        else if (info.kind == ConfigValueKind::Boolean && !isBoolean(text))
            context.report(Severity::Error, info.key, ValueRules::tr("“%1” is neither True nor False.").arg(text),
                           info.explanation(), lintSource::x3Manual);
        else if (info.kind == ConfigValueKind::Integer)
            text.toLongLong(&isNumber);
        else if (info.kind == ConfigValueKind::Number)
            text.toDouble(&isNumber);
        if (!isNumber)
            context.report(Severity::Error, info.key, ValueRules::tr("“%1” is not a number.").arg(text),
                           info.explanation(), lintSource::x3Manual);
    }
}

/// YAML 1.1 reads a bare ON as true, so the node loses its device.
void checkUnquotedOn(const LintContext& context)
{
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (!key.startsWith(u"model_parameters.node_info."_s) || !key.endsWith(u".ON"_s))
            continue;
        const ConfigValue value = *context.document().value(key);
        if (context.document().text().sliced(value.keyRange.offset, value.keyRange.length) != "ON")
            continue;
        context.reportAt(Severity::Error, value.keyRange, key,
                         ValueRules::tr("ON without quotes is read as “true”, and the node stays where it was."),
                         ValueRules::tr("YAML 1.1, which the toolchain reads, takes a bare ON for a yes. Write 'ON'."),
                         lintSource::x5Validator);
    }
}

} // namespace

QList<NamedCheck> valueRules()
{
    return {{"value-not-allowed"_L1, checkAllowed}, {"unquoted-on"_L1, checkUnquotedOn}};
}

} // namespace driftscope
