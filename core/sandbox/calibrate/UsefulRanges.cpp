// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/UsefulRanges.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 points = 1024;
/// A change of the result below this share of its range is less than a quarter of a step of int8.
constexpr float unnoticed = 1.0F / 1024.0F;

/// The tables that read one value: their nodes, and what they make of it.
struct Readers
{
    QList<qsizetype> nodes; ///< ascending, which is the order of execution
    QStringList results;
};

class ReaderFinder
{
public:
    ReaderFinder(const GraphDraft& model, const OperatorPlan& operators)
        : m_model(model)
        , m_operators(operators)
        , m_index(model)
    { }

    /// Nothing where the value leaves the model, or something else than a table of this value alone reads it.
    [[nodiscard]] std::optional<Readers> readersOf(const QString& value) const
    {
        Readers readers;
        const bool isRead = !m_index.isOutput(value) && !m_index.consumers(value).isEmpty();
        if (!isRead || !collect(value, readers))
            return std::nullopt;
        std::ranges::sort(readers.nodes);
        QSet<QString> known{value};
        for (const qsizetype node : readers.nodes) {
            for (const QString& input : activationInputs(m_model.nodes[node], m_index)) {
                if (!known.contains(input))
                    return std::nullopt; // another operand
            }
            known.insert(m_model.nodes[node].outputs.first());
        }
        return readers;
    }

private:
    bool collect(const QString& value, Readers& readers) const
    {
        for (const qsizetype user : m_index.consumers(value)) {
            const NodeDraft& node = m_model.nodes[user];
            if (m_operators.roles[user] != NodeRole::FloatInside || !isPointwise(node.opType))
                return false;
            if (readers.nodes.contains(user))
                continue;
            readers.nodes.append(user);
            const QString result = node.outputs.first();
            if (!m_operators.inside.contains(result))
                readers.results.append(result);
            else if (!collect(result, readers))
                return false;
        }
        return true;
    }

    [[nodiscard]] static bool isPointwise(const QString& opType)
    {
        static const QSet<QString> names{u"Add"_s,   u"Sub"_s,       u"Mul"_s,  u"Div"_s,      u"Min"_s,
                                         u"Max"_s,   u"Relu"_s,      u"Clip"_s, u"Sigmoid"_s,  u"HardSigmoid"_s,
                                         u"PRelu"_s, u"HardSwish"_s, u"Tanh"_s, u"Exp"_s,      u"Elu"_s,
                                         u"Sqrt"_s,  u"Pow"_s,       u"Erf"_s,  u"LeakyRelu"_s};
        return names.contains(opType);
    }

    const GraphDraft& m_model;
    const OperatorPlan& m_operators;
    DraftIndex m_index;
};

/// Points from the least to the greatest along the batch, along which no constant differs.
Tensor pointsOf(const ValueRange& range, int rank)
{
    std::vector<float> values;
    const float step = (range.greatest - range.least) / static_cast<float>(points - 1);
    for (qint64 i = 0; i < points; ++i)
        values.push_back(range.least + step * static_cast<float>(i));
    std::vector<qint64> sizes(static_cast<std::size_t>(rank), 1);
    sizes.front() = points;
    return Tensor::fromValues<float>(Shape(sizes), values);
}

/// How many points from the beginning (step 1) or the end (step -1) a function maps to the same result, as near as int8
/// can tell.
qint64 plateau(const std::vector<float>& curve, int step)
{
    const auto [least, greatest] = std::ranges::minmax(curve);
    const float tolerance = (greatest - least) * unnoticed;
    const auto at = [&](qint64 i) { return curve[static_cast<std::size_t>(step > 0 ? i : points - 1 - i)]; };
    qint64 length = 0;
    while (length < points && std::abs(at(length) - at(0)) <= tolerance)
        ++length;
    return length;
}

/// Of all curves (one, or one for each channel) the shortest plateaus at the beginning and at the end.
std::pair<qint64, qint64> plateaus(const Tensor& result)
{
    const std::span<const float> values = result.values<float>();
    const std::size_t curves = values.size() / points;
    std::pair<qint64, qint64> shortest{points, points};
    std::vector<float> curve(points);
    for (std::size_t k = 0; k < curves; ++k) {
        for (std::size_t i = 0; i < curve.size(); ++i)
            curve[i] = values[i * curves + k];
        shortest.first = std::min(shortest.first, plateau(curve, 1));
        shortest.second = std::min(shortest.second, plateau(curve, -1));
    }
    return shortest;
}

class UsefulRanges
{
public:
    UsefulRanges(const GraphDraft& model, const ValueShapes& shapes, const OperatorPlan& operators,
                 const Statistics& statistics)
        : m_model(model)
        , m_shapes(shapes)
        , m_statistics(statistics)
    {
        const ReaderFinder finder(model, operators);
        m_tables.initializers = model.initializers;
        m_tables.opsets = model.opsets;
        m_tables.irVersion = model.irVersion;
        for (const QString& value : operators.measured) {
            const ValueRange range = statistics.constFind(value)->range();
            const bool isWide = std::isfinite(range.least) && range.greatest > range.least;
            if (const auto readers = finder.readersOf(value); readers && isWide && shapes.rank(value) >= 3)
                add(value, *readers);
        }
        removeUnused(m_tables);
    }

    Result<QHash<QString, ValueRange>> evaluate(const std::shared_ptr<const OnnxRuntime>& runtime) const
    {
        QHash<QString, ValueRange> ranges;
        if (m_inputs.isEmpty())
            return ranges;
        const auto session = InferenceSession::openDraft(runtime, m_tables, {false, 1});
        if (!session)
            return forward(session);
        const auto results = (*session)->run(m_inputs);
        if (!results)
            return forward(results);
        for (qsizetype i = 0; i < results->size(); ++i) {
            const QString& value = m_valueOf[i];
            const ValueRange useful = usefulPart(m_statistics.constFind(value)->range(), results->at(i).tensor);
            if (!ranges.contains(value))
                ranges.insert(value, useful);
            else
                ranges[value].unite(useful.least, useful.greatest);
        }
        return ranges;
    }

private:
    void add(const QString& value, const Readers& readers)
    {
        const int rank = m_shapes.rank(value);
        const Tensor input = pointsOf(m_statistics.constFind(value)->range(), rank);
        m_tables.inputs.append({value, DataType::Float32, input.shape()});
        m_inputs.append({value, input});
        for (const qsizetype node : readers.nodes)
            m_tables.nodes.append(m_model.nodes[node]);
        for (const QString& result : readers.results) {
            m_tables.outputs.append({result, DataType::Float32, std::nullopt});
            m_valueOf.append(value);
        }
    }

    static ValueRange usefulPart(ValueRange range, const Tensor& result)
    {
        const auto [first, last] = plateaus(result);
        if (first < 1 || first >= points || last < 1 || last >= points)
            return range; // always the same: a case of its own
        const float step = (range.greatest - range.least) / static_cast<float>(points - 1);
        const float least = range.least + step * static_cast<float>(first - 1);
        const float greatest = range.greatest - step * static_cast<float>(last - 1);
        // The range keeps 0, which padding and zero points need.
        return {std::min(least, 0.0F), std::max(greatest, 0.0F)};
    }

    const GraphDraft& m_model;
    const ValueShapes& m_shapes;
    const Statistics& m_statistics;
    GraphDraft m_tables;
    QList<NamedTensor> m_inputs;
    QStringList m_valueOf; ///< of each output of the tables
};

} // namespace

Result<void> limitToUsefulRanges(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                 const ValueShapes& shapes, const OperatorPlan& operators, Statistics& statistics)
{
    const auto ranges = UsefulRanges(model, shapes, operators, statistics).evaluate(runtime);
    if (!ranges)
        return forward(ranges);
    for (auto range = ranges->cbegin(); range != ranges->cend(); ++range)
        statistics[range.key()].limitTo(range.value());
    return {};
}

} // namespace driftscope
