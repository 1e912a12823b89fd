// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace driftscope {

/// The execution's messages. A class, since lupdate finds texts behind tr(), not behind a function of another name.
struct ExecutionText
{
    Q_DECLARE_TR_FUNCTIONS(SandboxExecution)
};

} // namespace driftscope
