// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/KernelFactories.h"

#include <QCoreApplication>

#include <array>

namespace driftscope {

Result<Kernel> makeKernel(const NodeContext& context)
{
    constexpr std::array families{makeMovementKernel,    makePoolKernel,  makeIntegerProductKernel,
                                  makeElementwiseKernel, makeFloatKernel, makeSelectionKernel,
                                  makeQuantizationKernel};
    for (const auto& family : families) {
        if (KernelResult kernel = family(context))
            return std::move(*kernel);
    }
    return context.unsupported(QCoreApplication::translate("SandboxExecution", "it has no kernel for this operator"));
}

} // namespace driftscope
