// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QSet>

#include <span>

namespace driftscope {

/// Marks a node for removal by removeMarkedNodes.
void markRemoved(NodeDraft& node);
void removeMarkedNodes(GraphDraft& draft);

/// Makes every user of `from` (nodes, not graph outputs) use `to`.
void redirectUsers(GraphDraft& draft, const QString& from, const QString& to);

/// Takes out nodes whose outputs nobody uses, and initializers that no node uses.
void removeUnused(GraphDraft& draft);

/// Puts producers before consumers; keeps the order where it already is one. False when there is a cycle.
[[nodiscard]] bool sortTopologically(GraphDraft& draft);

/// Gives unnamed nodes the name `<op type>_<index>` and makes repeated names different.
void nameNodes(GraphDraft& draft);

/// Adds or replaces an initializer and returns its name.
QString addConstant(GraphDraft& draft, const QString& name, Tensor tensor);
QString addIntegers(GraphDraft& draft, const QString& name, const QList<qint64>& values);

/// A node in one line; the default domain.
[[nodiscard]] NodeDraft makeNode(const QString& type, const QString& name, const QStringList& inputs,
                                 const QStringList& outputs, const QList<Attribute>& attributes = {});

[[nodiscard]] QStringList namesOf(const QList<NodeDraft>& nodes);

/// Every name of a node, value or initializer in the draft.
[[nodiscard]] QSet<QString> usedNames(const GraphDraft& draft);

[[nodiscard]] QList<qint64> toList(const Shape& shape);

} // namespace driftscope
