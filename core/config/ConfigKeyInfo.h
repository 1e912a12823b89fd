// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"

#include <QMap>

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

/// What a statement about a key is about.
enum class ConfigFact
{
    Meaning, ///< a plain explanation
    Values,
    Default,
    Required,
    Inputs, ///< how several inputs are written
    Marches,
    Deprecation
};

/// What is said of a key, where it is known from, and what of it is not certain.
struct ConfigStatement
{
    QString text; ///< a sentence or two in the interface's language; empty where the facts themselves say it all
    QStringList sources; ///< names for ConfigSchema::sourceName()
    QString doubt; ///< what is uncertain, as a sentence; empty: nothing is
};

/// A mistake that is made with a key, and what comes of it as one would see it in the tool, its log or on the board.
struct ConfigPitfall
{
    QString id; ///< unique within the key
    QString mistake;
    QString consequence;
    QStringList marches; ///< empty: all
    QStringList sources;
    QString doubt;
};

/// Least and greatest value, as written; an empty end is open.
struct ConfigRange
{
    QString low;
    QString high;
    [[nodiscard]] bool isEmpty() const { return low.isEmpty() && high.isEmpty(); }
};

enum class OneForAll
{
    Unknown,
    Yes,
    No
};

/// What is known of one key: data from resources/schema, texts translated.
struct ConfigKeyInfo
{
    QString key; ///< full: `input_parameters.input_layout_rt`
    ConfigValueKind kind = ConfigValueKind::Text;
    QStringList choices; ///< legal values (all marches)
    QHash<QString, QStringList> choicesByMarch; ///< narrower lists, by march name
    ConfigRange range; ///< of Integer and Number
    QHash<QString, ConfigRange> rangeByMarch; ///< where marches differ, by march name
    QString defaultValue;
    QHash<QString, QString> defaultsByMarch; ///< where marches differ, by march name
    bool required = false; ///< on every march, whatever else is written
    QStringList requiredOn; ///< marches whose manual calls it required
    bool perInput = false; ///< one item per input, joined by `;`
    bool countMustMatch = false; ///< as many items as inputs
    OneForAll oneForAll = OneForAll::Unknown; ///< may one item stand for all inputs?
    QStringList marches; ///< empty: all
    QString deprecatedBy; ///< the key that replaces it
    QStringList deprecatedOn; ///< marches
    QString deprecatedSince; ///< version; empty: not stated anywhere
    QStringList knownTo; ///< editions of the tools that certainly know it, see ConfigSchema::editions()
    QString example;
    QMap<ConfigFact, ConfigStatement> facts;
    QList<ConfigPitfall> pitfalls;

    [[nodiscard]] QString explanation() const { return facts.value(ConfigFact::Meaning).text; }
    [[nodiscard]] bool isRequiredOn(March march) const { return required || requiredOn.contains(marchName(march)); }
    [[nodiscard]] bool isDeprecatedOn(March march) const { return deprecatedOn.contains(marchName(march)); }
    /// True for an unknown march too.
    [[nodiscard]] bool existsOn(March march) const
    {
        return march == March::Unknown || marches.isEmpty() || marches.contains(marchName(march));
    }
};

/// A document or a published file that statements rest on.
struct ConfigSource
{
    QString id;
    QString name;
};

/// A version of the tools, or a manual of one, of which something is known.
struct ConfigEdition
{
    QString id;
    QString name;
    QStringList marches;
    QStringList sources; ///< in which it was seen
};

/// Where a word that the toolchain refuses as a key comes from.
enum class ForeignFamily
{
    LaterToolchain, ///< hb_compile of S100 and J6
    CompilerFlag, ///< what hb_mapper passes to hbdk-cc
    CommandLine, ///< options of hb_mapper itself
    LogWord ///< how logs and board files spell a key
};

struct ForeignKey
{
    QString name; ///< without a group
    ForeignFamily family = ForeignFamily::LogWord;
    QString instead; ///< the key that is meant; empty: there is none
    ConfigStatement statement; ///< what it means there and what to write here
};

} // namespace driftscope
