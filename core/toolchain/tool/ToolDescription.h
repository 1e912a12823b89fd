// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QMap>
#include <QStringList>

namespace driftscope {

/// What an option of a tool takes.
enum class ToolOptionKind
{
    File, ///< one that is there
    NewFile, ///< the name of one that the tool writes into its folder
    Text,
    Names, ///< any number of texts, each behind the flag
    Shapes, ///< any number of `name 1x3x224x224`, each two words behind the flag
    Choice,
    Integer,
    Switch ///< `true`, or nothing
};

/// What an open project can fill an option with.
enum class ToolFill
{
    Nothing,
    FloatModel,
    QuantizedModel,
    BoardModel,
    March,
    ModelType,
    Prototxt
};

/// One option or positional argument.
struct ToolOption
{
    QString key; ///< stable: `input_shape`
    QString flag; ///< `--input-shape`; empty for a positional argument
    bool isJoined = false; ///< its value stands in one word with that of the option before: `quanti.onnx,model.bin`
    ToolOptionKind kind = ToolOptionKind::Text;
    bool isRequired = false;
    QString preset; ///< what a form begins with
    QStringList choices; ///< of Choice all that there are, of Names those that are usual
    int minimum = 0; ///< Integer
    int maximum = 0; ///< Integer
    QStringList suffixes; ///< File: those that are usual, without the dot; empty: any
    QString namedAfter; ///< NewFile: without a value it is named after the file of that option …
    QString ending; ///< … with this in place of the suffix
    QStringList onlyWith; ///< it has no effect unless one of these is given, and is left out then
    ToolFill fill = ToolFill::Nothing;
    QString generation; ///< which versions of the tool know it, in the language; empty: all
    QString label; ///< in the language
    QString help; ///< in the language
};

/// A tool of the toolchain's family as its manual describes it.
struct ToolDescription
{
    QString name; ///< `checker`, `hb_perf`
    QString program; ///< `hb_mapper`
    QStringList words; ///< behind the program: `makertbin`, `--fast-perf`
    QString source; ///< where this is known from
    QString generation; ///< which versions have it, in the language; empty: all
    QList<ToolOption> options; ///< positional ones in their order
    QString title; ///< in the language
    QString help; ///< in the language
    QString reads; ///< in the language
    QString writes; ///< in the language

    [[nodiscard]] const ToolOption* option(const QString& key) const; ///< null when it has none of that key
};

/// The tools that are known, in the order in which they are shown; texts in `language` (`en`, `zh_CN`), in English
/// where there are none.
class ToolCatalogue
{
public:
    [[nodiscard]] static Result<ToolCatalogue> load(const QString& language = QStringLiteral("en"));
    /// The built-in one in English, which is always there.
    [[nodiscard]] static const ToolCatalogue& english();

    [[nodiscard]] const QList<ToolDescription>& tools() const { return m_tools; }
    [[nodiscard]] const ToolDescription* tool(const QString& name) const; ///< null when there is none
    [[nodiscard]] QStringList names() const;

private:
    QList<ToolDescription> m_tools;
};

} // namespace driftscope
