// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/widgets/shell/WindowFixture.h"

#include <QPointer>

#include <functional>

namespace driftscope::test {

using DialogMaker = std::function<QPointer<QWidget>()>;
/// Takes pictures of a dialog in every look.
using DialogCamera = std::function<void(const QString& name, const DialogMaker& make)>;

/// A sweep over two keys, done, as points and as bars; and the runs over time, a few and thousands.
void takeSweeps(WindowFixture& fixture, const DialogCamera& take);

} // namespace driftscope::test
