// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ConversionConfig.h"

namespace driftscope {

enum class ConfigValueKind
{
    Text,
    Path,
    Folder,
    Choice,
    Boolean,
    Integer,
    Number,
    NumberList, ///< channel values separated by spaces, per input
    Shape,
    NodeList,
    Map
};

/// What is known of one key: data from resources/schema, translated texts.
struct ConfigKeyInfo
{
    QString key; ///< full: `input_parameters.input_layout_rt`
    ConfigValueKind kind = ConfigValueKind::Text;
    QStringList choices; ///< legal values for Choice (all marches)
    QHash<QString, QStringList> choicesByMarch; ///< narrower lists, by march name
    QString defaultValue;
    QHash<QString, QString> defaultsByMarch; ///< where marches differ, by march name
    bool required = false;
    bool perInput = false; ///< one item per input, joined by `;`
    QStringList marches; ///< empty: all
    QString deprecatedBy;
    QString explanation; ///< a plain sentence or two, in the interface's language
    QString example;
    QString source; ///< document or observation the statement rests on
    bool uncertain = false;
};

/// Every key of the four groups and custom_op that the toolchain knows, and keys of other generations that are mistaken
/// for them.
class ConfigSchema
{
public:
    /// Reads the JSON in resources/schema (compiled in). `language` is `en` or `zh_CN`.
    [[nodiscard]] static Result<ConfigSchema> load(const QString& language = QStringLiteral("en"));

    [[nodiscard]] const QList<ConfigKeyInfo>& keys() const { return m_keys; }
    [[nodiscard]] const ConfigKeyInfo* find(const QString& key) const;
    [[nodiscard]] bool isKnownGroup(const QString& group) const;
    /// Why a key that the toolchain refuses may have been written (another generation, a compiler flag); empty if
    /// unknown.
    [[nodiscard]] QString foreignKeyExplanation(const QString& key) const;
    /// Every key that the toolchain refuses and that has an explanation, without its group.
    [[nodiscard]] QStringList foreignKeys() const { return m_foreign.keys(); }
    /// What holds when the key is not written; empty when nothing is known.
    [[nodiscard]] QString defaultFor(const QString& key, March march) const;
    [[nodiscard]] QStringList choicesFor(const QString& key, March march) const;

private:
    [[nodiscard]] Result<void> readEnglish();
    [[nodiscard]] Result<void> translate(const QString& language);

    QList<ConfigKeyInfo> m_keys;
    QHash<QString, qsizetype> m_index;
    QHash<QString, QString> m_foreign;
};

} // namespace driftscope
