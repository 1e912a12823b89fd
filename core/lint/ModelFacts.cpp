// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelFacts
{
    Q_DECLARE_TR_FUNCTIONS(ModelFacts)
};

QSet<QString> wordsOf(const QString& text)
{
    const QStringList words = text.split(u' ');
    return {words.begin(), words.end()};
}

/// Marked as computed by the CPU in the manual's lists of ONNX operators for X3 and for Ultra alike. Squeeze,
/// Unsqueeze, Flatten, Transpose and Cast are left out: they are folded or follow their neighbours.
const QSet<QString>& onCpuEverywhere()
{
    static const QSet<QString> names
        = wordsOf(u"Acos Acosh And Asin Asinh Atanh BitShift Celu Compress Cosh CumSum Det Einsum Erf EyeLike GRU "
                  "GatherND GlobalLpPool Hardmax InstanceNormalization IsInf IsNaN LRN LogSoftmax LpNormalization "
                  "LpPool MaxRoiPool Mean MeanVarianceNormalization Mod Neg Not OneHot Or RNN ReduceL1 ReduceL2 "
                  "ReduceLogSum ReduceLogSumExp ReduceMin ReduceProd ReduceSumSquare ReverseSequence RoiAlign Round "
                  "ScatterElements ScatterND Selu Shrink Sign Sinh Softsign Tan ThresholdedRelu Unique Where Xor"_s);
    return names;
}

/// On the CPU of X3, on the BPU of Ultra within limits.
const QSet<QString>& onCpuOfX3()
{
    static const QSet<QString> names = wordsOf(
        u"Abs ArgMin Atan Ceil Elu Equal Expand Floor Gather GatherElements Greater GreaterOrEqual HardSigmoid "
        "Less LessOrEqual Log Max Min ReduceMax ReduceSum Sub Tile TopK"_s);
    return names;
}

/// Nodes that come out as constants once the shapes are fixed.
std::vector<bool> foldedNodes(const Graph& model)
{
    static const QSet<QString> sources = wordsOf(u"Shape Size Constant"_s);
    std::vector<bool> folded(static_cast<std::size_t>(model.nodeCount()), false);
    for (const NodeId id : model.topologicalOrder()) {
        const Node& node = model.node(id);
        folded[id.position()] = sources.contains(node.opType) || std::ranges::all_of(node.inputs, [&](ValueId input) {
                                    if (!input.isValid() || model.value(input).isInitializer)
                                        return true;
                                    const NodeId producer = model.value(input).producer;
                                    return producer.isValid() && folded[producer.position()];
                                });
    }
    return folded;
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
    : m_folded(foldedNodes(model))
    , m_before(m_folded.size(), false)
    , m_behind(m_before)
{
    const auto& order = model.topologicalOrder();
    for (const NodeId id : order) {
        const bool works = isBpuWork(model.node(id));
        m_hasWork = m_hasWork || works;
        if (m_folded[id.position()] || !(works || m_before[id.position()]))
            continue;
        for (const ValueId output : model.node(id).outputs) {
            for (const NodeId reader : output.isValid() ? model.consumers(output) : std::span<const NodeId>())
                m_before[reader.position()] = !m_folded[reader.position()];
        }
    }
    const std::vector<NodeId> backwards(order.rbegin(), order.rend());
    for (const NodeId id : backwards) {
        if (!isBpuWork(model.node(id)) && !m_behind[id.position()])
            continue;
        for (const ValueId input : model.node(id).inputs) {
            const NodeId producer = input.isValid() ? model.value(input).producer : NodeId();
            if (producer.isValid())
                m_behind[producer.position()] = true;
        }
    }
}

TensorLayout layoutOfReaders(const Graph& model, ValueId input)
{
    for (const NodeId reader : model.consumers(input)) {
        const Node& node = model.node(reader);
        if (node.opType == "Conv"_L1 && !node.inputs.empty() && node.inputs[0] == input)
            return TensorLayout::NCHW;
        if (node.opType != "Transpose"_L1 || integersOf(node, "perm"_L1) != QList<qint64>{0, 3, 1, 2}
            || node.outputs.empty())
            continue;
        const bool convolved = std::ranges::any_of(model.consumers(node.outputs[0]),
                                                   [&](NodeId id) { return model.node(id).opType == "Conv"_L1; });
        if (convolved)
            return TensorLayout::NHWC;
    }
    return TensorLayout::Unknown;
}

bool isNormalisedInside(const Graph& model, ValueId input)
{
    static const QStringList arithmetic{u"Sub"_s, u"Div"_s, u"Mul"_s, u"BatchNormalization"_s};
    const auto readers = model.consumers(input);
    if (readers.size() != 1 || !arithmetic.contains(model.node(readers[0]).opType))
        return false;
    const Node& node = model.node(readers[0]);
    return std::ranges::all_of(node.inputs, [&](ValueId id) {
        if (!id.isValid() || id == input)
            return true;
        const NodeId producer = model.value(id).producer;
        return model.value(id).isInitializer || (producer.isValid() && model.isLooseConstant(producer));
    });
}

QString someOf(const QStringList& names)
{
    constexpr qsizetype most = 3;
    if (names.size() <= most)
        return names.join(u", "_s);
    return ModelFacts::tr("%1 and %2 more").arg(names.first(most).join(u", "_s)).arg(names.size() - most);
}

} // namespace driftscope
