// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <QStringList>

#include <optional>

namespace driftscope {

/// What a search can ask of one node.
struct QuerySubject
{
    QString name;
    QString opType;
    Device device = Device::Unknown;
    DataType type = DataType::Undefined; ///< of its first output
    bool isInserted = false;
    bool isRemoved = false;
    bool isChanged = false;
    bool isFused = false;
    std::optional<double> cosine;
};

/// One condition of a search. All conditions of a query must hold.
struct QueryTerm
{
    enum class Field
    {
        Text, ///< anywhere in name or operator type
        Name,
        Type,
        Device,
        DataType,
        Cosine,
        Inserted,
        Removed,
        Changed,
        Fused
    };
    enum class Relation
    {
        Is,
        Below,
        AtMost,
        Above,
        AtLeast
    };
    Field field = Field::Text;
    Relation relation = Relation::Is;
    QString text; ///< what Text, Name, Type, Device and DataType look for; may hold `*`
    double number = 0; ///< Cosine
    bool isYes = true; ///< Inserted, Removed, Changed, Fused
    bool isNegated = false; ///< written with a minus in front

    bool operator==(const QueryTerm&) const = default;
};

/// A search such as `stem type:Transpose cos<0.99 on:CPU inserted:yes -dtype:int8`. Words without a key are plain text,
/// "quotes" keep blanks together, and what looks like a filter and is none is searched as text and said so.
class GraphQuery
{
public:
    [[nodiscard]] static GraphQuery parse(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] const QList<QueryTerm>& terms() const { return m_terms; }
    [[nodiscard]] bool matches(const QuerySubject& subject) const;
    /// How it was understood, in the interface's language, a sentence; empty for an empty query.
    [[nodiscard]] QString explanation() const;
    /// Sentences about words that were not understood as filters.
    [[nodiscard]] const QStringList& notes() const { return m_notes; }

private:
    void addWord(QString word, bool isQuoted);

    QList<QueryTerm> m_terms;
    QStringList m_notes;
};

} // namespace driftscope
