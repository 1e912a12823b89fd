// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigComparison.h"

#include "core/config/ConversionConfig.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// One value in the way in which the toolchain reads it.
QString meaningOfWord(const QString& word)
{
    const QString lower = word.toLower();
    if (lower == u"true"_s || lower == u"yes"_s || lower == u"on"_s)
        return u"true"_s;
    if (lower == u"false"_s || lower == u"no"_s || lower == u"off"_s)
        return u"false"_s;
    if (lower == u"none"_s || lower == u"null"_s || lower == u"~"_s)
        return {};
    bool isNumber = false;
    const double number = word.toDouble(&isNumber);
    return isNumber ? QString::number(number, 'g', 17) : word;
}

QString meaningOf(const QString& value, ConfigValueKind kind)
{
    if (kind == ConfigValueKind::Path || kind == ConfigValueKind::Folder || kind == ConfigValueKind::Text) {
        QString path = value.trimmed();
        while (path.startsWith(u"./"_s))
            path.remove(0, 2);
        return kind == ConfigValueKind::Folder && path.endsWith(u'/') ? path.chopped(1) : path;
    }
    static const QRegularExpression blanks(u"[\\s,]+"_s);
    QStringList items;
    for (const QString& item : splitPerInput(value)) {
        QStringList words;
        for (const QString& word : item.split(blanks, Qt::SkipEmptyParts))
            words.append(meaningOfWord(word));
        items.append(words.join(u' '));
    }
    while (!items.isEmpty() && items.constLast().isEmpty())
        items.removeLast();
    return items.join(u';');
}

/// A map's meaning is its entries; they stand below it as keys of their own.
bool isComparable(const std::optional<ConfigValue>& value)
{
    return !value || value->isScalar;
}

class Comparison
{
public:
    Comparison(const ConfigDocument& before, const ConfigDocument& after, const ConfigSchema& schema)
        : m_before(before)
        , m_after(after)
        , m_schema(schema)
        , m_marchBefore(readConversionConfig(before).march)
        , m_marchAfter(readConversionConfig(after).march)
    { }

    [[nodiscard]] std::optional<ConfigDifference> of(const QString& key) const
    {
        const std::optional<ConfigValue> before = m_before.value(key);
        const std::optional<ConfigValue> after = m_after.value(key);
        if ((!before && !after) || !isComparable(before) || !isComparable(after))
            return std::nullopt;
        const ConfigKeyInfo* info = m_schema.find(key);
        const ConfigValueKind kind = info != nullptr ? info->kind : ConfigValueKind::Text;
        ConfigDifference difference{key,
                                    ConfigDifference::Kind::Changed,
                                    said(before, key, m_marchBefore),
                                    said(after, key, m_marchAfter),
                                    isWritten(before),
                                    isWritten(after)};
        if (meaningOf(difference.before, kind) == meaningOf(difference.after, kind)) {
            if (difference.before == difference.after && difference.isBeforeWritten == difference.isAfterWritten)
                return std::nullopt;
            difference.kind = ConfigDifference::Kind::SameMeaning;
        } else if (!difference.isBeforeWritten || !difference.isAfterWritten) {
            difference.kind
                = difference.isAfterWritten ? ConfigDifference::Kind::Added : ConfigDifference::Kind::Removed;
        }
        return difference;
    }

private:
    static bool isWritten(const std::optional<ConfigValue>& value) { return value && !value->text.trimmed().isEmpty(); }

    [[nodiscard]] QString said(const std::optional<ConfigValue>& value, const QString& key, March march) const
    {
        return isWritten(value) ? value->text : m_schema.defaultFor(key, march);
    }

    const ConfigDocument& m_before;
    const ConfigDocument& m_after;
    const ConfigSchema& m_schema;
    March m_marchBefore;
    March m_marchAfter;
};

} // namespace

QList<ConfigDifference> compareConfigs(const ConfigDocument& before, const ConfigDocument& after,
                                       const ConfigSchema& schema)
{
    QStringList keys;
    for (const ConfigKeyInfo& info : schema.keys())
        keys.append(info.key);
    for (const QString& key : before.keys() + after.keys()) {
        if (!keys.contains(key))
            keys.append(key);
    }
    const Comparison comparison(before, after, schema);
    QList<ConfigDifference> differences;
    for (const QString& key : std::as_const(keys)) {
        if (const std::optional<ConfigDifference> difference = comparison.of(key))
            differences.append(*difference);
    }
    return differences;
}

} // namespace driftscope
