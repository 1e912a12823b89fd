// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/QueryKeys.h"

#include <QHash>
#include <QList>

namespace driftscope {

/// The values that occur in the graphs being searched, by field: what is worth offering.
struct QueryVocabulary
{
    QHash<QueryField, QStringList> values;
};

/// One thing that could stand where the cursor is.
struct QueryCompletion
{
    QString text; ///< `type:Transpose `, replaces the word around the cursor
    QString label; ///< what to show
    QString meaning; ///< beside it; may be empty
};

struct QueryCompletions
{
    qsizetype from = 0; ///< of the word to be replaced
    qsizetype length = 0;
    QList<QueryCompletion> items; ///< best first
};

/// What fits the word that ends at `cursor`: keys, or values after a key, or operator types and names of scopes.
[[nodiscard]] QueryCompletions completeQuery(const QString& text, qsizetype cursor, const QueryVocabulary& vocabulary);

} // namespace driftscope
