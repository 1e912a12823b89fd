// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigDocument.h"

#include "core/base/Files.h"
#include "core/config/ConfigEdits.h"
#include "core/config/YamlGuard.h"
#include "core/config/YamlTree.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ConfigText
{
    Q_DECLARE_TR_FUNCTIONS(ConfigText)
};

} // namespace

struct ConfigDocument::Data
{
    Data(QByteArray bytes, QString filePath)
        : text(std::move(bytes))
        , path(std::move(filePath))
        , positions(text, path)
    { }

    [[nodiscard]] int find(const QString& key) const { return index.value(key, -1); }
    [[nodiscard]] const YamlNode& node(int at) const { return tree.nodes[static_cast<std::size_t>(at)]; }
    [[nodiscard]] ConfigValue valueOf(const YamlNode& node) const;
    [[nodiscard]] QHash<QString, QString> scalars() const;
    [[nodiscard]] bool removesOnly(const TextEdit& edit, const QString& key) const;
    [[nodiscard]] Result<TextEdit> insertion(const QString& key, const QString& value) const;

    QByteArray text;
    QString path;
    TextPositions positions;
    YamlTree tree;
    QHash<QString, int> index; ///< winners only
};

ConfigValue ConfigDocument::Data::valueOf(const YamlNode& node) const
{
    ConfigValue value;
    value.key = node.key;
    value.text = node.text;
    value.isNull = node.kind == YamlNode::Kind::Null;
    value.isScalar = value.isNull || node.kind == YamlNode::Kind::Scalar;
    value.keyRange = positions.range(node.keyBegin, node.keyEnd);
    value.valueRange = positions.range(node.valueBegin, node.valueEnd);
    return value;
}

/// What every key means, to tell what an edit has changed.
QHash<QString, QString> ConfigDocument::Data::scalars() const
{
    QHash<QString, QString> all;
    for (auto entry = index.constBegin(); entry != index.constEnd(); ++entry) {
        const YamlNode& at = node(entry.value());
        const bool hasText = at.kind == YamlNode::Kind::Scalar;
        const bool collection = at.kind == YamlNode::Kind::Map || at.kind == YamlNode::Kind::Sequence;
        // A group that loses its last key, or gets its first, changes between map and null; its keys tell.
        if (at.kind == YamlNode::Kind::Sequence)
            all.insert(entry.key(), u"s"_s + QString::fromUtf8(text.mid(at.valueBegin, at.valueEnd - at.valueBegin)));
        else if (!collection)
            all.insert(entry.key(), hasText ? u"t"_s + at.text : u"n"_s);
    }
    return all;
}

ConfigDocument::ConfigDocument()
{
    static const auto empty = std::make_shared<const Data>(QByteArray(), QString());
    m_data = empty;
}

Result<ConfigDocument> ConfigDocument::fromText(const QByteArray& text, const QString& path)
{
    auto data = std::make_shared<Data>(text, path);
    Result<YamlTree> tree = parseYaml(data->text, data->positions);
    if (!tree)
        return forward(tree);
    data->tree = std::move(*tree);
    for (std::size_t i = 0; i < data->tree.nodes.size(); ++i) {
        if (!data->tree.nodes[i].shadowed)
            data->index.insert(data->tree.nodes[i].key, static_cast<int>(i));
    }
    ConfigDocument document;
    document.m_data = std::move(data);
    return document;
}

Result<ConfigDocument> ConfigDocument::load(const QString& path)
{
    const Result<QByteArray> content = readConfigText(path);
    if (!content)
        return forward(content);
    return fromText(*content, path);
}

Result<QByteArray> readConfigText(const QString& path)
{
    if (const qint64 size = QFileInfo(path).size(); size > maximumConfigBytes)
        return tl::make_unexpected(oversizedConfig(path, size));
    return readFile(path, maximumConfigBytes);
}

const QByteArray& ConfigDocument::text() const
{
    return m_data->text;
}

const QString& ConfigDocument::path() const
{
    return m_data->path;
}

QStringList ConfigDocument::keys() const
{
    QStringList all;
    for (const YamlNode& node : m_data->tree.nodes) {
        if (!node.shadowed)
            all.append(node.key);
    }
    return all;
}

bool ConfigDocument::contains(const QString& key) const
{
    return m_data->find(key) >= 0;
}

std::optional<ConfigValue> ConfigDocument::value(const QString& key) const
{
    const int at = m_data->find(key);
    if (at < 0)
        return std::nullopt;
    return m_data->valueOf(m_data->node(at));
}

QString ConfigDocument::scalar(const QString& key, const QString& fallback) const
{
    const int at = m_data->find(key);
    return at >= 0 && m_data->node(at).kind == YamlNode::Kind::Scalar ? m_data->node(at).text : fallback;
}

QList<ConfigValue> ConfigDocument::duplicates() const
{
    QList<ConfigValue> losers;
    for (const YamlNode& node : m_data->tree.nodes) {
        const bool parentLost = node.parent >= 0 && m_data->node(node.parent).shadowed;
        if (node.shadowed && !parentLost)
            losers.append(m_data->valueOf(node));
    }
    return losers;
}

Result<TextEdit> ConfigDocument::Data::insertion(const QString& key, const QString& value) const
{
    const ConfigEdits edits(text, tree);
    qsizetype dot = key.lastIndexOf(u'.');
    while (dot > 0 && find(key.first(dot)) < 0)
        dot = key.lastIndexOf(u'.', dot - 1);
    if (dot > 0) {
        const int group = find(key.first(dot));
        const YamlNode& holder = node(group);
        const bool written = holder.kind != YamlNode::Kind::Null || holder.style != ScalarStyle::None;
        const bool canHold = (holder.kind == YamlNode::Kind::Map && holder.style == ScalarStyle::None) || !written;
        if (!canHold || (holder.insideFlow && !holder.flow)) {
            return failure(
                ErrorKind::InvalidArgument,
                ConfigText::tr("%1 cannot be added: %2 is not written as a map of its own.").arg(key, holder.key));
        }
        return edits.insertKey(group, key.sliced(dot + 1), value);
    }
    const qsizetype first = key.indexOf(u'.');
    if (first < 0)
        return edits.insertKey(-1, key, value);
    return edits.insertGroup(key.first(first), key.sliced(first + 1), value);
}

Result<TextEdit> ConfigDocument::editToSet(const QString& key, const QString& value) const
{
    const int at = m_data->find(key);
    if (key.isEmpty() || key.startsWith(u'.') || key.endsWith(u'.'))
        return failure(ErrorKind::InvalidArgument, ConfigText::tr("“%1” is not the name of a key.").arg(key));
    Result<TextEdit> edit = TextEdit{};
    if (at < 0) {
        edit = m_data->insertion(key, value);
    } else {
        const YamlNode& node = m_data->node(at);
        if (node.kind == YamlNode::Kind::Map || node.kind == YamlNode::Kind::Sequence) {
            return failure(
                ErrorKind::InvalidArgument,
                ConfigText::tr("%1 holds a map or a list, not a single value; edit it in the text.").arg(key));
        }
        if (node.kind == YamlNode::Kind::Scalar && node.text == value)
            return TextEdit{node.valueBegin, 0, {}};
        edit = ConfigEdits(m_data->text, m_data->tree).replaceValue(node, value);
    }
    if (!edit)
        return edit;
    auto expected = m_data->scalars();
    const Result<ConfigDocument> after = edited(*edit);
    const qsizetype dot = key.lastIndexOf(u'.');
    if (dot > 0)
        expected.remove(key.first(dot)); // a null group that has now become a map
    expected[key] = u"t"_s + value;
    if (!after || after->m_data->scalars() != expected) {
        return failure(
            ErrorKind::Unsupported,
            ConfigText::tr("%1 cannot be set here without changing something else; edit it in the text.").arg(key));
    }
    return edit;
}

/// Whether the edit takes this key (and what is below it) out and changes nothing else. An earlier key of the same name
/// may come to light.
bool ConfigDocument::Data::removesOnly(const TextEdit& edit, const QString& key) const
{
    QByteArray changed = text;
    changed.replace(edit.offset, edit.removedLength, edit.inserted);
    const Result<ConfigDocument> after = fromText(changed, path);
    if (!after)
        return false;
    auto expected = scalars();
    auto found = after->m_data->scalars();
    const auto belongs = [&](const auto& entry) { return entry.key() == key || entry.key().startsWith(key + u'.'); };
    expected.removeIf(belongs);
    found.removeIf(belongs);
    const qsizetype dot = key.lastIndexOf(u'.');
    if (dot > 0 && !expected.contains(key.first(dot)))
        found.remove(key.first(dot)); // the group has lost its last key and is null now
    return found == expected && after->m_data->tree.nodes.size() < tree.nodes.size();
}

Result<TextEdit> ConfigDocument::editToRemove(const QString& key) const
{
    const int at = m_data->find(key);
    if (at < 0) {
        return failure(ErrorKind::NotFound,
                       ConfigText::tr("%1 is not in the config, so it cannot be removed.").arg(key));
    }
    const std::optional<TextEdit> edit = ConfigEdits(m_data->text, m_data->tree).removeEntry(at);
    if (edit && m_data->removesOnly(*edit, key))
        return *edit;
    return failure(
        ErrorKind::Unsupported,
        ConfigText::tr("%1 cannot be removed without changing something else; edit it in the text.").arg(key));
}

Result<ConfigDocument> ConfigDocument::edited(const TextEdit& edit) const
{
    const qsizetype size = m_data->text.size();
    if (edit.offset < 0 || edit.removedLength < 0 || edit.offset > size || edit.removedLength > size - edit.offset) {
        return failure(ErrorKind::InvalidArgument,
                       ConfigText::tr("The edit lies outside the text, which has changed since; try again."));
    }
    QByteArray changed = m_data->text;
    changed.replace(edit.offset, edit.removedLength, edit.inserted);
    return fromText(changed, m_data->path);
}

Result<ConfigDocument> ConfigDocument::with(const QString& key, const QString& value) const
{
    const Result<TextEdit> edit = editToSet(key, value);
    if (!edit)
        return forward(edit);
    return edited(*edit);
}

Result<ConfigDocument> ConfigDocument::without(const QString& key) const
{
    const Result<TextEdit> edit = editToRemove(key);
    if (!edit)
        return forward(edit);
    return edited(*edit);
}

Result<ConfigDocument> ConfigDocument::withFix(const Fix& fix) const
{
    return fix.remove ? without(fix.key) : with(fix.key, fix.value);
}

} // namespace driftscope
