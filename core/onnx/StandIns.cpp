// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/StandIns.h"

#include <onnx/defs/schema.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace driftscope {

namespace {

constexpr std::string_view hiddenDomain = "driftscope.hidden";
constexpr std::int64_t lastKnownOpset = 17;

bool isDefault(const std::string& domain)
{
    return domain.empty() || domain == "ai.onnx";
}

template <std::size_t N> bool contains(const std::array<std::string_view, N>& names, const std::string& name)
{
    return std::ranges::find(names, name) != names.end();
}

/// Operators whose first output is shaped and typed like their first input: those of ONNX after opset 17, those of
/// onnxruntime, and those of the vendor's quantized models.
constexpr std::array<std::string_view, 25> shapeKeepers{
    "Gelu",
    "Mish",
    "Swish",
    "GroupNormalization",
    "RMSNormalization",
    "FastGelu",
    "BiasGelu",
    "QuickGelu",
    "SkipLayerNormalization",
    "BitwiseNot",
    "SimplifiedLayerNormalization",
    "SkipSimplifiedLayerNormalization",
    "QLinearSigmoid",
    "QLinearLeakyRelu",
    "QLinearSoftmax",
    "FusedElementwise",
    "Silu",
    "Inverse",
    "NhwcSoftmax",
    "HzSwish",
    "HzCalibration",
    "HzMish",
    "HzGelu",
    "RotaryEmbedding",
    "BiasSplitGelu",
};

/// Operators of onnxruntime and the vendor that are shaped like one of ONNX, with these of their inputs.
struct Like
{
    std::string_view op;
    std::string_view standIn;
    std::array<int, 2> inputs; ///< -1: no second one
};

constexpr std::array likes{
    Like{"FusedConv", "Conv", {0, 1}},
    Like{"FusedMatMul", "MatMul", {0, 1}},
    Like{"FusedGemm", "Gemm", {0, 1}},
    Like{"QLinearAdd", "Add", {0, 3}},
    Like{"QLinearMul", "Mul", {0, 3}},
    Like{"QLinearGlobalAveragePool", "GlobalAveragePool", {0, -1}},
    Like{"QLinearAveragePool", "AveragePool", {0, -1}},
    Like{"BitwiseAnd", "Add", {0, 1}},
    Like{"BitwiseOr", "Add", {0, 1}},
    Like{"BitwiseXor", "Add", {0, 1}},
};

/// libonnx divides by these without looking; a zero in a broken file would end the program.
constexpr std::array<std::string_view, 9> divisors{"strides",   "dilations", "kernel_shape", "blocksize", "group",
                                                   "num_heads", "split",     "scales",       "block_size"};

/// Reductions that take their axes as an input since opset 18 and as an attribute before.
constexpr std::array<std::string_view, 9> reductions{"ReduceL1",        "ReduceL2",   "ReduceLogSum",
                                                     "ReduceLogSumExp", "ReduceMax",  "ReduceMean",
                                                     "ReduceMin",       "ReduceProd", "ReduceSumSquare"};

void hide(onnx::NodeProto& node)
{
    node.set_domain(std::string(hiddenDomain));
    node.set_op_type("Hidden");
    node.clear_attribute();
}

/// The same outputs from some of the inputs by another operator.
void exchange(onnx::NodeProto& node, std::string_view op, const std::array<int, 2>& inputs, bool keepAttributes)
{
    std::vector<std::string> kept;
    for (const int input : inputs) {
        if (input >= node.input_size())
            return hide(node);
        if (input >= 0)
            kept.push_back(node.input(input));
    }
    node.clear_domain();
    node.set_op_type(std::string(op));
    node.clear_input();
    for (const std::string& input : kept)
        node.add_input(input);
    if (!keepAttributes)
        node.clear_attribute();
    if (!keepAttributes && node.output_size() > 1)
        node.mutable_output()->DeleteSubrange(1, node.output_size() - 1);
}

bool mayDivideByZero(const onnx::AttributeProto& attribute)
{
    if (!contains(divisors, attribute.name()))
        return false;
    return (attribute.has_i() && attribute.i() <= 0)
        || std::ranges::any_of(attribute.ints(), [](auto value) { return value <= 0; });
}

/// Functions of inference take for granted what the schema promises: the number of inputs and outputs, attributes that
/// must be there, their types.
bool keepsSchema(const onnx::NodeProto& node, std::int64_t opset)
{
    const onnx::OpSchema* schema = onnx::OpSchemaRegistry::Schema(
        node.op_type(), static_cast<int>(std::clamp<std::int64_t>(opset, 1, 1000)), "");
    if (schema == nullptr)
        return true; // nobody will infer anything
    try {
        schema->Verify(node);
    } catch (const std::exception&) {
        return false;
    }
    return true;
}

const onnx::AttributeProto* attribute(const onnx::NodeProto& node, std::string_view name)
{
    const auto found = std::ranges::find_if(node.attribute(), [&](const auto& each) { return each.name() == name; });
    return found == node.attribute().end() ? nullptr : &*found;
}

class StandIns
{
public:
    explicit StandIns(onnx::ModelProto& model)
        : m_model(model)
    { }

    void put()
    {
        normalizeImports();
        noteIntegers(m_model.graph());
        visit(*m_model.mutable_graph());
        for (onnx::FunctionProto& function : *m_model.mutable_functions()) {
            for (onnx::NodeProto& node : *function.mutable_node())
                visit(node);
        }
        for (const std::string& domain : m_domains) {
            if (!m_imported.contains(domain)) {
                onnx::OperatorSetIdProto* import = m_model.add_opset_import();
                import->set_domain(domain);
                import->set_version(domain.empty() ? lastKnownOpset : 1);
            }
        }
    }

private:
    void normalizeImports()
    {
        for (onnx::OperatorSetIdProto& import : *m_model.mutable_opset_import()) {
            if (isDefault(import.domain())) {
                import.clear_domain();
                m_opset = import.version();
            }
            m_imported.insert(import.domain());
        }
    }

    /// Constants that axes may come from.
    void noteIntegers(const onnx::GraphProto& graph)
    {
        for (const onnx::TensorProto& tensor : graph.initializer())
            noteIntegers(tensor.name(), tensor);
        for (const onnx::NodeProto& node : graph.node()) {
            const onnx::AttributeProto* value = node.op_type() == "Constant" ? attribute(node, "value") : nullptr;
            if (value != nullptr && value->has_t() && node.output_size() == 1)
                noteIntegers(node.output(0), value->t());
        }
    }

    void noteIntegers(const std::string& name, const onnx::TensorProto& tensor)
    {
        const std::string& raw = tensor.raw_data();
        if (tensor.data_type() != onnx::TensorProto_DataType_INT64 || raw.size() % sizeof(std::int64_t) != 0
            || raw.size() > 64 * sizeof(std::int64_t))
            return;
        std::vector<std::int64_t> values(raw.size() / sizeof(std::int64_t));
        std::memcpy(values.data(), raw.data(), raw.size());
        m_integers.insert_or_assign(name, std::move(values));
    }

    void visit(onnx::GraphProto& graph)
    {
        for (onnx::NodeProto& node : *graph.mutable_node())
            visit(node);
    }

    void visit(onnx::NodeProto& node)
    {
        for (onnx::AttributeProto& each : *node.mutable_attribute()) {
            if (each.has_g()) {
                noteIntegers(each.g());
                visit(*each.mutable_g());
            }
        }
        if (std::ranges::any_of(node.attribute(), mayDivideByZero))
            hide(node);
        else if (isDefault(node.domain()))
            adaptDefault(node);
        else
            adaptForeign(node);
        // Scan took a batch up to opset 8; libonnx looks at types there that need not be known.
        const bool isOldScan = node.op_type() == "Scan" && m_opset < 9;
        if (node.domain().empty() && (isOldScan || !keepsSchema(node, m_opset)))
            hide(node);
        m_domains.insert(node.domain());
    }

    void adaptForeign(onnx::NodeProto& node)
    {
        const std::string& op = node.op_type();
        const bool isOwn = std::ranges::any_of(m_model.functions(), [&](const onnx::FunctionProto& function) {
            return function.name() == op && function.domain() == node.domain();
        });
        if (isOwn)
            return;
        if (contains(shapeKeepers, op))
            return exchange(node, "Identity", {0, -1}, false);
        for (const Like& like : likes) {
            if (like.op == op)
                return exchange(node, like.standIn, like.inputs, true);
        }
    }

    void adaptDefault(onnx::NodeProto& node)
    {
        node.clear_domain();
        if (m_opset <= lastKnownOpset)
            return;
        const std::string& op = node.op_type();
        if (contains(shapeKeepers, op))
            return exchange(node, "Identity", {0, -1}, false);
        if (contains(reductions, op))
            return adaptReduction(node);
        if (op == "Pad" && node.input_size() > 3 && !node.input(3).empty())
            return hide(node); // pads only some of the axes
        if (op == "Resize"
            && (attribute(node, "axes") != nullptr || attribute(node, "keep_aspect_ratio_policy") != nullptr))
            return hide(node);
        if (op == "AveragePool" && attribute(node, "dilations") != nullptr)
            return hide(node);
        if ((op == "QuantizeLinear" && attribute(node, "output_dtype") != nullptr) || op == "DFT")
            return hide(node);
        if (op == "DequantizeLinear")
            return adaptDequantize(node);
        for (const Like& like : likes) {
            if (like.op == op)
                return exchange(node, like.standIn, like.inputs, true);
        }
    }

    /// The type of the result is that of the scale: CastLike says the same.
    static void adaptDequantize(onnx::NodeProto& node) { exchange(node, "CastLike", {0, 1}, false); }

    void adaptReduction(onnx::NodeProto& node)
    {
        if (node.input_size() < 2 || node.input(1).empty()) {
            if (const auto* noop = attribute(node, "noop_with_empty_axes"); noop != nullptr && noop->i() != 0)
                exchange(node, "Identity", {0, -1}, false);
            return;
        }
        const auto axes = m_integers.find(node.input(1));
        if (axes == m_integers.end())
            return hide(node);
        if (axes->second.empty())
            return exchange(node, "Identity", {0, -1}, false);
        onnx::AttributeProto* attribute = node.add_attribute();
        attribute->set_name("axes");
        attribute->set_type(onnx::AttributeProto_AttributeType_INTS);
        for (const std::int64_t axis : axes->second)
            attribute->add_ints(axis);
        node.mutable_input()->DeleteSubrange(1, node.input_size() - 1);
    }

    onnx::ModelProto& m_model;
    std::int64_t m_opset = 0;
    std::set<std::string> m_imported;
    std::set<std::string> m_domains; ///< that nodes use
    std::map<std::string, std::vector<std::int64_t>> m_integers;
};

} // namespace

void putStandIns(onnx::ModelProto& model)
{
    StandIns(model).put();
}

} // namespace driftscope
