// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/WrittenValue.h"

#include <QCoreApplication>
#include <QMap>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct WrittenValue
{
    Q_DECLARE_TR_FUNCTIONS(WrittenValue)
};

QByteArray bytesOf(const ConfigDocument& document, const SourceRange& range)
{
    return document.text().sliced(range.offset, range.length);
}

bool isOneLine(const QByteArray& bytes)
{
    return !bytes.contains('\n') && !bytes.contains('\r');
}

bool isCollection(const QByteArray& bytes)
{
    return bytes.startsWith('{') || bytes.startsWith('[');
}

/// What all keys but this one (and those below it) mean.
QMap<QString, QString> others(const ConfigDocument& document, const QString& key)
{
    QMap<QString, QString> values;
    const QStringList keys = document.keys();
    for (const QString& each : keys) {
        if (each == key || each.startsWith(key + u'.'))
            continue;
        const ConfigValue value = *document.value(each);
        if (value.isNull)
            values[each] = u"n"_s;
        else if (value.isScalar)
            values[each] = u"t"_s + value.text;
        else if (document.text().at(value.valueRange.offset) == '[') // its items are no keys
            values[each] = u"s"_s + QString::fromUtf8(bytesOf(document, value.valueRange));
        if (const qsizetype dot = each.lastIndexOf(u'.'); dot < 0 && key.startsWith(each + u'.'))
            values.remove(each); // a group that was empty becomes a map
    }
    return values;
}

Error noYaml(const QString& key, const QString& yaml)
{
    return {ErrorKind::InvalidArgument,
            WrittenValue::tr("“%1” is no value for %2: write a map as {\"name\": {\"ON\": \"CPU\"}} and close every "
                             "quote, brace and bracket.")
                .arg(yaml.left(80), key)};
}

/// Whether the text alone is one value, so that it cannot run on into what follows it.
bool isOneValue(const QByteArray& yaml)
{
    const Result<ConfigDocument> alone = ConfigDocument::fromText("value: " + yaml + '\n');
    if (!alone || alone->keys().isEmpty())
        return false;
    const std::optional<ConfigValue> value = alone->value(u"value"_s);
    return value && bytesOf(*alone, value->valueRange) == yaml;
}

} // namespace

std::optional<QString> writtenValue(const ConfigDocument& document, const QString& key)
{
    const std::optional<ConfigValue> value = document.value(key);
    if (!value)
        return std::nullopt;
    if (value->isScalar)
        return value->text;
    const QByteArray bytes = bytesOf(document, value->valueRange);
    if (!isOneLine(bytes) || !isCollection(bytes))
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

Result<ConfigDocument> withWrittenValue(const ConfigDocument& document, const QString& key, const QString& yaml)
{
    const QByteArray wanted = yaml.trimmed().toUtf8();
    if (wanted.isEmpty() || !isOneLine(wanted) || !isOneValue(wanted))
        return tl::make_unexpected(noYaml(key, yaml));
    Result<ConfigDocument> there = document;
    if (!document.contains(key)) {
        there = document.with(key, u"x"_s); // a place of its own, whose value is then written over
        if (!there)
            return there;
    }
    const SourceRange range = there->value(key)->valueRange;
    if (!there->value(key)->isScalar && !writtenValue(*there, key)) {
        return failure(ErrorKind::Unsupported,
                       WrittenValue::tr("%1 is written over several lines; edit it in the text.").arg(key));
    }
    const QByteArray blank(range.length == 0 ? " " : "");
    Result<ConfigDocument> after = there->edited({range.offset, range.length, blank + wanted});
    const std::optional<ConfigValue> now = after ? after->value(key) : std::nullopt;
    if (!now || bytesOf(*after, now->valueRange) != wanted || others(*after, key) != others(document, key)) {
        return failure(
            ErrorKind::Unsupported,
            WrittenValue::tr("%1 cannot be set here without changing something else; edit it in the text.").arg(key));
    }
    return after;
}

} // namespace driftscope
