// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/InputContract.h"
#include "widgets/common/Theme.h"

namespace driftscope {

/// What is said below the table about one place, as rich text: contradiction, note, source, and `key:…` links.
[[nodiscard]] QString contractRowHtml(const ContractRow& row, const Theme& theme);
/// Files that are named otherwise than they are; empty where there are none.
[[nodiscard]] QString nameDifferencesHtml(const QList<NameDifference>& names, const Theme& theme);

} // namespace driftscope
