// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QHash>

namespace driftscope {

/// Which nodes of an earlier model each node of a later one was made from. Nodes of the later model that are not keys
/// were added; nodes of the earlier one that are in no list are gone.
using OriginsByNode = QHash<QString, QStringList>;

/// Follows nodes through the transformations between two stages: a transformation says what it does at the moment when
/// it does it. Names are those of the draft that is being transformed.
class NodeOrigins
{
public:
    NodeOrigins() = default;
    explicit NodeOrigins(const GraphDraft& before); ///< every node stands for itself

    /// What `node` stood for is from now on also in `into`; `node` may stay or go.
    void fold(const QString& node, const QString& into);
    /// `node` is replaced by `parts`, one of which may carry its name.
    void split(const QString& node, const QStringList& parts);

    /// As far as the nodes are still there.
    [[nodiscard]] OriginsByNode of(const GraphDraft& after) const;

private:
    OriginsByNode m_origins;
};

/// From the first model to the last, over one in between.
[[nodiscard]] OriginsByNode composed(const OriginsByNode& first, const OriginsByNode& second);

} // namespace driftscope
