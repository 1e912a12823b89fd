// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/toolchain/ToolchainProfile.h"

namespace driftscope {

/// Asks a toolchain for its version and what else there is, in one visit of at most a minute. Nothing is compiled.
[[nodiscard]] Result<ToolchainCapabilities> probeToolchain(const ToolchainProfile& toolchain,
                                                           const CancelToken& cancel);

/// Toolchains that can be had here without being told: hb_mapper on the PATH, images and running containers of docker
/// and podman whose name is one of the vendor's. An engine that does not answer within ten seconds is passed over.
/// Not probed.
[[nodiscard]] Result<QList<ToolchainProfile>> discoverToolchains(const CancelToken& cancel, Progress& progress);

} // namespace driftscope
