// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/quantize/QuantizedModel.h"

namespace driftscope {

/// Emits the nodes of a quantized model one optimized node at a time.
class QuantizedModelBuilder
{
public:
    QuantizedModelBuilder(const GraphDraft& source, const ValueShapes& shapes, const QuantizationPlan& plan,
                          const ToolConfig& config);
    [[nodiscard]] QuantizedModel build();

private:
    void addImageInputs();
    void addNode(qsizetype position);
    void addCompute(const NodeDraft& node);
    void addTableConv(const NodeDraft& node);
    void addMatMul(const NodeDraft& node);
    void addPassThrough(const NodeDraft& node);
    void addConcat(const NodeDraft& node);
    void addFloatInside(const NodeDraft& node);
    void addActivation(const NodeDraft& node);
    void addCpu(const NodeDraft& node);

    /// Name of the value as int8; quantizes it first where the CPU made it.
    [[nodiscard]] QString integer(const QString& value);
    /// Name of the value as float; dequantizes it first where the BPU made it.
    [[nodiscard]] QString floating(const QString& value);
    /// Declares the int8 form of a BPU node's result.
    QString declareInteger(const QString& value);
    /// Name of the value with the codes of another one.
    QString requantized(const QString& value, const QString& like, const QString& user);

    [[nodiscard]] float scaleOf(const QString& value) const { return m_plan.activations.value(value).scale; }
    [[nodiscard]] qint8 zeroOf(const QString& value) const { return m_plan.activations.value(value).zeroPoint; }
    [[nodiscard]] QString scaleConstant(float scale);
    [[nodiscard]] QString zeroConstant(qint8 zeroPoint);
    /// Names of the constants with the value's scale and zero point.
    [[nodiscard]] QStringList parametersOf(const QString& value);
    [[nodiscard]] QString weightScale(const QString& node, const QuantizedWeight& weight);
    [[nodiscard]] QString weightZero(const QString& node, const QuantizedWeight& weight);
    /// The bias of a Conv in units of input scale x weight scale.
    [[nodiscard]] std::vector<qint32> biasCodes(const NodeDraft& node, const QuantizedWeight& weight) const;
    /// A QuantizeLinear or DequantizeLinear of a value, with its scale or channel scales.
    [[nodiscard]] NodeDraft conversion(const QString& type, const QString& name, const QString& value,
                                       const QString& input, const QString& output);
    /// `owner` is the optimized node that the emitted one computes, or computes a part of; empty for what is added.
    void emitBpu(NodeDraft node, const QString& owner = {});
    void emitCpu(NodeDraft node, const QString& owner = {});

    const GraphDraft& m_source;
    const ValueShapes& m_shapes;
    const QuantizationPlan& m_plan;
    const ToolConfig& m_config;
    DraftIndex m_index;
    QuantizedModel m_result;
    QSet<QString> m_floats; ///< values that exist as float in the result
    QHash<QString, QString> m_scaleNames;
};

} // namespace driftscope
