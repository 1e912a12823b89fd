// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"
#include "core/sandbox/execution/QuantizedTables.h"

#include <QSet>

namespace driftscope {

/// DequantizeLinear -> float operators -> QuantizeLinear, done on the integers without ever becoming floats.
struct QuantizedGroup
{
    QStringList inputs; ///< what the kernel takes: int8 values, and constants where the operator has some
    Kernel kernel;
};

/// Recognizes groups in one graph. Element-wise operators of one operand become tables of 256 entries (one for each
/// channel where a constant or a scale differs by channel), Add, Sub and Mul of two are calculated step by step, other
/// element-wise operators of two become tables of 65536, convolutions in front of element-wise operators hand their
/// sums to those, and pools, reductions, linear resizing, Softmax,
/// transposed convolutions and movements have kernels of their own.
class GroupFinder
{
public:
    GroupFinder(const GraphDraft& graph, const QHash<QString, Tensor>& constants);

    /// The group that ends in this QuantizeLinear node. Nothing when its operand is not computed from DequantizeLinear
    /// alone (a graph input, an operator without an integer form); an error when it is a group that is broken.
    [[nodiscard]] Result<std::optional<QuantizedGroup>> groupAt(const NodeDraft& quantize) const;

private:
    struct Region
    {
        QList<const NodeDraft*> nodes; ///< the float operators, producers first
        QStringList sources; ///< int8 values, each once
        QHash<QString, qsizetype> dequantized; ///< what DequantizeLinear makes of them -> which of the sources
        std::vector<QuantizationParameters> parameters; ///< of each source; several scales lie along the second axis
        QHash<QString, Tensor> constants; ///< the graph's and those dequantized at load time
        QSet<QString> visited;
        QuantizationParameters output; ///< likewise
        [[nodiscard]] bool isPerChannel() const;
    };

    /// ConvInteger and the constant that is added to its result.
    struct Convolution
    {
        const NodeDraft* conv = nullptr;
        const Tensor* bias = nullptr;
    };

    [[nodiscard]] bool collect(const QString& value, Region& region) const;
    [[nodiscard]] bool collectDequantized(const NodeDraft& dequantize, Region& region) const;
    [[nodiscard]] Result<std::optional<QuantizedGroup>> elementwiseGroup(const Region& region) const;
    [[nodiscard]] Result<std::optional<QuantizedGroup>> convolutionGroup(const Region& region,
                                                                         const Convolution& convolution) const;
    [[nodiscard]] Result<std::optional<QuantizedGroup>> operatorGroup(const Region& region) const;
    [[nodiscard]] std::optional<Convolution> convolutionBehind(const QString& sums) const;

    [[nodiscard]] std::optional<UnaryTable> unaryTable(const Region& region, const Tensor& real) const;
    [[nodiscard]] Shape channelShape(const Region& region) const;

    const GraphDraft& m_graph;
    const QHash<QString, Tensor>& m_constants;
    QHash<QString, const NodeDraft*> m_producers;
};

} // namespace driftscope
