// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"
#include "core/config/YamlTree.h"

namespace driftscope {

/// Works out the bytes to change in a parsed text. Proposals only: ConfigDocument parses the result and refuses an edit
/// that did not do exactly what was asked.
class ConfigEdits
{
public:
    ConfigEdits(const QByteArray& text, const YamlTree& tree);

    /// Replaces the scalar (or nothing) that the entry holds.
    [[nodiscard]] TextEdit replaceValue(const YamlNode& node, const QString& value) const;
    /// A new entry `name: value` at the end of the map that `group` holds; group -1 is the top level.
    [[nodiscard]] TextEdit insertKey(int group, const QString& name, const QString& value) const;
    /// A new group with one entry at the end of the document.
    [[nodiscard]] TextEdit insertGroup(const QString& group, const QString& name, const QString& value) const;
    /// Takes the entry out, whole lines where it stands on lines of its own. Nothing for entries that share their line
    /// in a way that this editor does not understand.
    [[nodiscard]] std::optional<TextEdit> removeEntry(int index) const;

private:
    [[nodiscard]] QByteArray lineBreak() const;
    [[nodiscard]] QList<int> children(int group) const;
    [[nodiscard]] QByteArray indentOf(int group) const;
    [[nodiscard]] ScalarStyle neighbourStyle(int group) const;
    [[nodiscard]] QByteArray entryText(const QString& name, const QString& value, ScalarStyle neighbours,
                                       bool flow) const;
    [[nodiscard]] QByteArray groupEntryText(const QString& name, const QString& value, ScalarStyle neighbours,
                                            bool flow) const;
    [[nodiscard]] TextEdit insertLines(qsizetype afterByte, const QByteArray& lines) const;
    [[nodiscard]] TextEdit insertInBraces(qsizetype closing, bool isFirst, const QByteArray& entry) const;
    [[nodiscard]] TextEdit replaceLiteral(const YamlNode& node, const QString& value) const;
    [[nodiscard]] TextEdit removeInBraces(int index) const;

    const QByteArray& m_text;
    const YamlTree& m_tree;
};

} // namespace driftscope
