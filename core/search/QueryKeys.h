// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace driftscope {

/// What a condition is about.
enum class QueryField
{
    Text, ///< no key: name, type, own tensors, attributes
    Name,
    Type,
    Family,
    Scope,
    Input,
    Output,
    Attribute,
    Shape,
    DataType,
    Layout,
    Device,
    Cosine,
    Error,
    Threshold,
    Latency,
    Inserted,
    Removed,
    Changed,
    Fused,
    Bookmarked
};

/// What values a field takes.
enum class QueryValueKind
{
    Text,
    Choice, ///< one of few words
    Shape,
    Number,
    YesNo
};

struct QueryKey
{
    QueryField field;
    const char* key; ///< as offered and shown
    QueryValueKind kind;
    const char* meaning; ///< for the list of completions; translate in the context "QueryKeys"
    const char* alias = nullptr; ///< also understood
};

/// All keys, in the order in which they are offered.
[[nodiscard]] std::span<const QueryKey> queryKeys();
[[nodiscard]] const QueryKey* findQueryKey(QStringView word); ///< null for no key; case does not count
[[nodiscard]] const QueryKey& queryKey(QueryField field); ///< not for Text
/// The key most like a mistyped one; empty when none is near.
[[nodiscard]] QString nearestQueryKey(const QString& word);
[[nodiscard]] QString queryKeyMeaning(const QueryKey& key);

} // namespace driftscope
