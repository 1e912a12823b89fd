// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// Float operators that run one after the other: what stands between DequantizeLinear and QuantizeLinear. Immutable
/// once made.
class FloatChain
{
public:
    /// `nodes` with producers first; `constants` are what they read that is not computed.
    [[nodiscard]] static Result<FloatChain> make(const QList<const NodeDraft*>& nodes,
                                                 const QHash<QString, Tensor>& constants);

    /// The value `result` where `values` are what the chain starts from.
    [[nodiscard]] Result<Tensor> run(QHash<QString, Tensor> values, const QString& result) const;

private:
    struct Step
    {
        QStringList inputs;
        QString output;
        Kernel kernel;
    };

    std::vector<Step> m_steps;
    QHash<QString, Tensor> m_constants; ///< those that the steps read
};

} // namespace driftscope
