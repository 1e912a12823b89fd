// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelFacts
{
    Q_DECLARE_TR_FUNCTIONS(ModelFacts)
};

/// Marked as computed by the CPU in the manual's lists of ONNX operators for X3 and for Ultra alike. Squeeze,
/// Unsqueeze, Flatten, Transpose and Cast are left out: they are folded or follow their neighbours.
const QSet<QString>& onCpuEverywhere()
{
    static const QSet<QString> names{u"Acos"_s,
                                     u"Acosh"_s,
                                     u"And"_s,
                                     u"Asin"_s,
                                     u"Asinh"_s,
                                     u"Atanh"_s,
                                     u"BitShift"_s,
                                     u"Celu"_s,
                                     u"Compress"_s,
                                     u"Cosh"_s,
                                     u"CumSum"_s,
                                     u"Det"_s,
                                     u"Einsum"_s,
                                     u"Erf"_s,
                                     u"EyeLike"_s,
                                     u"GRU"_s,
                                     u"GatherND"_s,
                                     u"GlobalLpPool"_s,
                                     u"Hardmax"_s,
                                     u"InstanceNormalization"_s,
                                     u"IsInf"_s,
                                     u"IsNaN"_s,
                                     u"LRN"_s,
                                     u"LogSoftmax"_s,
                                     u"LpNormalization"_s,
                                     u"LpPool"_s,
                                     u"MaxRoiPool"_s,
                                     u"Mean"_s,
                                     u"MeanVarianceNormalization"_s,
                                     u"Mod"_s,
                                     u"Neg"_s,
                                     u"Not"_s,
                                     u"OneHot"_s,
                                     u"Or"_s,
                                     u"RNN"_s,
                                     u"ReduceL1"_s,
                                     u"ReduceL2"_s,
                                     u"ReduceLogSum"_s,
                                     u"ReduceLogSumExp"_s,
                                     u"ReduceMin"_s,
                                     u"ReduceProd"_s,
                                     u"ReduceSumSquare"_s,
                                     u"ReverseSequence"_s,
                                     u"RoiAlign"_s,
                                     u"Round"_s,
                                     u"ScatterElements"_s,
                                     u"ScatterND"_s,
                                     u"Selu"_s,
                                     u"Shrink"_s,
                                     u"Sign"_s,
                                     u"Sinh"_s,
                                     u"Softsign"_s,
                                     u"Tan"_s,
                                     u"ThresholdedRelu"_s,
                                     u"Unique"_s,
                                     u"Where"_s,
                                     u"Xor"_s};
    return names;
}

/// On the CPU of X3, on the BPU of Ultra within limits.
const QSet<QString>& onCpuOfX3()
{
    static const QSet<QString> names{u"Abs"_s,         u"ArgMin"_s,
                                     u"Atan"_s,        u"Ceil"_s,
                                     u"Elu"_s,         u"Equal"_s,
                                     u"Expand"_s,      u"Floor"_s,
                                     u"Gather"_s,      u"GatherElements"_s,
                                     u"Greater"_s,     u"GreaterOrEqual"_s,
                                     u"HardSigmoid"_s, u"Less"_s,
                                     u"LessOrEqual"_s, u"Log"_s,
                                     u"Max"_s,         u"Min"_s,
                                     u"ReduceMax"_s,   u"ReduceSum"_s,
                                     u"Sub"_s,         u"Tile"_s,
                                     u"TopK"_s};
    return names;
}

} // namespace

qint64 integerOf(const Node& node, QLatin1StringView attribute, qint64 fallback)
{
    const auto found = std::ranges::find(node.attributes, attribute, &Attribute::name);
    if (found == node.attributes.end())
        return fallback;
    const qint64* value = std::get_if<qint64>(&found->value);
    return value != nullptr ? *value : fallback;
}

QList<qint64> integersOf(const Node& node, QLatin1StringView attribute)
{
    const auto found = std::ranges::find(node.attributes, attribute, &Attribute::name);
    if (found == node.attributes.end())
        return {};
    const auto* values = std::get_if<QList<qint64>>(&found->value);
    return values != nullptr ? *values : QList<qint64>();
}

const Shape* shapeOf(const Graph& model, ValueId value)
{
    if (!value.isValid() || !model.value(value).shape)
        return nullptr;
    return &*model.value(value).shape;
}

bool isBpuWork(const Node& node)
{
    static const QSet<QString> names{u"Conv"_s,        u"ConvTranspose"_s,    u"Gemm"_s, u"MatMul"_s, u"MaxPool"_s,
                                     u"AveragePool"_s, u"GlobalAveragePool"_s};
    return names.contains(node.opType);
}

bool isPassive(const Node& node)
{
    static const QSet<QString> names{u"Reshape"_s, u"Transpose"_s, u"Concat"_s,   u"Split"_s,
                                     u"Flatten"_s, u"Squeeze"_s,   u"Unsqueeze"_s};
    return names.contains(node.opType);
}

bool isCpuOperator(const QString& opType, March march)
{
    return onCpuEverywhere().contains(opType) || (march == March::Bernoulli2 && onCpuOfX3().contains(opType));
}

WorkReach::WorkReach(const Graph& model)
    : m_before(static_cast<std::size_t>(model.nodeCount()), false)
    , m_behind(m_before)
{
    const auto& order = model.topologicalOrder();
    for (const NodeId id : order) {
        const bool works = isBpuWork(model.node(id));
        m_hasWork = m_hasWork || works;
        for (const ValueId output : model.node(id).outputs) {
            for (const NodeId reader : output.isValid() ? model.consumers(output) : std::span<const NodeId>()) {
                if (works || m_before[id.position()])
                    m_before[reader.position()] = true;
            }
        }
    }
    for (const NodeId id : std::views::reverse(order)) {
        const bool works = isBpuWork(model.node(id));
        for (const ValueId input : model.node(id).inputs) {
            const NodeId producer = input.isValid() ? model.value(input).producer : NodeId();
            if (producer.isValid() && (works || m_behind[id.position()]))
                m_behind[producer.position()] = true;
        }
    }
}

QString someOf(const QStringList& names)
{
    constexpr qsizetype most = 3;
    if (names.size() <= most)
        return names.join(u", "_s);
    return ModelFacts::tr("%1 and %2 more").arg(names.first(most).join(u", "_s)).arg(names.size() - most);
}

} // namespace driftscope
