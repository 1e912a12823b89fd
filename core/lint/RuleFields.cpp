// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/RuleFields.h"

#include "core/config/YamlGuard.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope::ruleFields {

namespace {

struct RuleFields
{
    Q_DECLARE_TR_FUNCTIONS(RuleFields)
};

/// For sentences: what a person typed may be long or full of line breaks.
QString quoted(const QString& text)
{
    constexpr qsizetype most = 60;
    const QString line = text.left(most + 1).simplified();
    return line.size() > most ? QString(line.first(most) + u'…') : line;
}

} // namespace

tl::unexpected<Error> problemAt(const SourceRange& place, const QString& sentence)
{
    return failure(ErrorKind::Malformed, RuleFields::tr("%1: %2").arg(yamlPlace(place), sentence));
}

Result<void> checkMap(const YamlValue& value, const QString& what, const QStringList& known)
{
    if (value.kind != YamlValue::Kind::Map)
        return problemAt(value.range, RuleFields::tr("%1 has to be a map of keys and values.").arg(what));
    QSet<QString> seen;
    for (const YamlEntry& entry : value.entries) {
        if (!known.contains(entry.key)) {
            return problemAt(
                entry.range,
                RuleFields::tr("%1 has no “%2”; it may hold %3.").arg(what, quoted(entry.key), known.join(u", "_s)));
        }
        if (seen.contains(entry.key))
            return problemAt(entry.range, RuleFields::tr("“%1” is written twice; keep one.").arg(entry.key));
        seen.insert(entry.key);
    }
    return {};
}

Result<QString> scalar(const YamlValue& value, const QString& what)
{
    if (value.kind != YamlValue::Kind::Scalar || value.text.trimmed().isEmpty())
        return problemAt(value.range, RuleFields::tr("“%1” has to be a text.").arg(what));
    if (value.text.size() > longestText) {
        return problemAt(value.range, RuleFields::tr("“%1” is longer than %2 characters.").arg(what).arg(longestText));
    }
    return value.text.trimmed();
}

Result<QString> text(const YamlValue& map, const QString& key, const QString& what, bool isRequired)
{
    const YamlValue* value = map.find(key);
    if (value != nullptr)
        return scalar(*value, key);
    if (isRequired)
        return problemAt(map.range, RuleFields::tr("%1 lacks “%2”.").arg(what, key));
    return QString();
}

Result<QString> configKey(const YamlValue& value)
{
    static const QRegularExpression form(u"^(model_parameters|input_parameters|calibration_parameters|"
                                         u"compiler_parameters|custom_op)(\\.[^\\s]+)?$"_s);
    auto key = scalar(value, u"key"_s);
    if (key && !form.match(*key).hasMatch()) {
        return problemAt(value.range,
                         RuleFields::tr("“%1” is no key of a conversion config; write group and key, such as "
                                        "input_parameters.norm_type.")
                             .arg(quoted(*key)));
    }
    return key;
}

} // namespace driftscope::ruleFields
