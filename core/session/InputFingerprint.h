// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/config/ConfigDocument.h"
#include "core/toolchain/ToolchainProfile.h"

#include <QHash>

namespace driftscope {

/// Names everything that decides what a compilation gives: the config's bytes, the toolchain, and the content of every
/// file that the config names. Files are read once, however many configs name them.
class InputFingerprint
{
public:
    /// SHA-256 in hexadecimal digits; empty where it was stopped.
    [[nodiscard]] QString of(const ConfigDocument& document, const ToolchainProfile& toolchain,
                             const CancelToken& cancel);

private:
    QHash<QString, QByteArray> m_known; ///< by path, of its content
};

} // namespace driftscope
