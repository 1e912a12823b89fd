// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/InputFormat.h"

namespace driftscope {

/// The vendor's table of input_type_train and input_type_rt: whether the toolchain converts from what the board is fed
/// to what the network was trained on.
[[nodiscard]] bool isLegalPair(InputType train, InputType runtime);

} // namespace driftscope
