// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace driftscope {

/// A group of nodes by the beginnings of their names, while the tree grows.
struct NameScope
{
    QString label;
    QString path; ///< from the start of the name
    int parent = -1;
    std::vector<int> children;
    std::vector<int> nodes; ///< directly in it, positions in the list of names
    int count = 0; ///< nodes in it and below
    int first = 0; ///< of these
    int last = 0;
};

/// The tree that names spell, `/model/layers.0/attn/MatMul`; element 0 is the whole. What says nothing is left out:
/// parts with less than two nodes, parts whose nodes are scattered (kinds of operators, not places), a part that holds
/// nearly everything. Separators are tried in the order `/`, `.`, `_` until half of the nodes have a place; where none
/// does the tree is the root alone.
[[nodiscard]] std::vector<NameScope> nameScopes(const QStringList& names);

} // namespace driftscope
