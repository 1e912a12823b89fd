// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/BoardPacker.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/pack/PackedCode.h"
#include "core/sandbox/prepare/Preprocessing.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int layoutCodeNhwc = 0;
constexpr int layoutCodeNchw = 2;

/// Codes of the container's input types; those of yuv444 and bgr are not known from published files.
int inputTypeCode(InputType type)
{
    switch (type) {
    case InputType::Featuremap:
        return 5;
    case InputType::Gray:
        return 6;
    case InputType::Nv12:
        return 7;
    case InputType::Yuv444:
        return 8;
    case InputType::Bgr:
        return 9;
    case InputType::Rgb:
        return 10;
    case InputType::Unknown:
        break;
    }
    return 0;
}

bool isColourTensor(InputType type)
{
    return type == InputType::Rgb || type == InputType::Bgr || type == InputType::Yuv444;
}

Shape batched(const Shape& shape, int batch)
{
    std::vector<qint64> sizes = shape.sizes();
    if (sizes.empty())
        return Shape{batch};
    sizes.front() *= batch;
    return Shape(sizes);
}

class BoardPacker
{
public:
    BoardPacker(const QuantizedModel& model, const ValueShapes& shapes, const ToolConfig& config)
        : m_model(model)
        , m_shapes(shapes)
        , m_config(config)
        , m_index(model.draft)
    { }

    [[nodiscard]] const BoardOrigins& origins() const { return m_origins; }

    Result<BoardModel> pack(const BuildMetadata& metadata)
    {
        m_board.name = m_config.prefix;
        m_board.graph.name = m_config.prefix;
        m_board.metadata = metadata;
        m_board.hbmMagic = QString::fromLatin1(codeMagic(m_config.march));
        for (const ToolInput& input : m_config.inputs)
            addInput(input);
        for (const BoardStep& step : partition(m_model)) {
            if (step.isBpu) {
                if (const auto added = addPart(step); !added)
                    return forward(added);
            } else {
                addCpuNode(m_model.draft.nodes[step.nodes.first()]);
            }
        }
        for (const ValueDraft& output : m_model.draft.outputs)
            addOutput(output);
        if (m_config.inputBatch > 1)
            declareBatch();
        return std::move(m_board);
    }

private:
    void addInput(const ToolInput& input)
    {
        BoardTensorInfo info;
        info.name = input.name;
        info.inputType = input.typeRt;
        info.inputTypeCode = inputTypeCode(input.typeRt);
        if (input.isImage())
            describeImage(input, info);
        else
            describeFeaturemap(input, info);
        info.layoutCode = info.layout == TensorLayout::NCHW ? layoutCodeNchw : layoutCodeNhwc;
        m_board.inputs.append(info);
        m_board.graph.inputs.append({info.name, info.type, info.shape});
    }

    void describeImage(const ToolInput& input, BoardTensorInfo& info)
    {
        const qint64 batch = input.shape[0];
        info.type = DataType::Int8;
        info.shape = Shape{batch, input.height(), input.width(), input.channels()};
        // Published nv12 and gray files say NCHW next to a shape in NHWC order.
        const bool nchw = input.layoutRt == TensorLayout::NCHW || input.typeRt == InputType::Nv12;
        info.layout = nchw ? TensorLayout::NCHW : TensorLayout::NHWC;
        if (!isColourTensor(input.typeRt) || input.layoutRt != TensorLayout::NCHW)
            return;
        const Shape packed = info.shape;
        info.shape = Shape{batch, input.channels(), input.height(), input.width()};
        const bool faulty = m_config.knownFaults && m_config.march == March::Bernoulli2;
        const QList<qint64> permutation = faulty ? QList<qint64>{0, 3, 1, 2} : QList<qint64>{0, 2, 3, 1};
        addConversion(input.name, preprocessName(input.name) + u"_NCHW2NHWC_LayoutConvert_Input0"_s, permutation,
                      DataType::Int8, packed);
    }

    void describeFeaturemap(const ToolInput& input, BoardTensorInfo& info)
    {
        info.type = input.modelType;
        info.shape = input.shape;
        info.layout = input.layoutTrain;
        if (input.layoutRt == TensorLayout::Unknown || input.layoutRt == input.layoutTrain || input.shape.rank() != 4)
            return;
        info.layout = input.layoutRt;
        const Shape& s = input.shape;
        const bool toNchw = input.layoutRt == TensorLayout::NHWC;
        info.shape = toNchw ? Shape{s[0], s[2], s[3], s[1]} : Shape{s[0], s[3], s[1], s[2]};
        addConversion(input.name,
                      input.name
                          + (toNchw ? u"_NHWC2NCHW_LayoutConvert_Input0"_s : u"_NCHW2NHWC_LayoutConvert_Input0"_s),
                      toNchw ? QList<qint64>{0, 3, 1, 2} : QList<qint64>{0, 2, 3, 1}, input.modelType, s);
    }

    void addConversion(const QString& input, const QString& name, const QList<qint64>& permutation, DataType type,
                       const Shape& shape)
    {
        m_renamed.insert(input, name);
        m_board.graph.nodes.append(makeNode(u"Transpose"_s, name, {input}, {name}, {{u"perm"_s, permutation}}));
        m_board.graph.values.append({name, type, shape});
    }

    [[nodiscard]] QString outer(const QString& value) const { return m_renamed.value(value, value); }

    void addOutput(const ValueDraft& output)
    {
        BoardTensorInfo info;
        info.name = output.name;
        info.type = m_shapes.isKnown(output.name) ? m_shapes.type(output.name) : output.type;
        info.shape = m_shapes.isKnown(output.name) ? m_shapes.shape(output.name) : output.shape.value_or(Shape{});
        m_board.outputs.append(info);
        m_board.graph.outputs.append({info.name, info.type, info.shape});
    }

    void declare(const QString& value)
    {
        if (m_shapes.isKnown(value) && !m_index.isOutput(value))
            m_board.graph.values.append({value, m_shapes.type(value), m_shapes.shape(value)});
    }

    /// The nodes of a part as a model of their own: inputs and outputs are what crosses its border.
    GraphDraft partDraft(const BoardStep& step)
    {
        GraphDraft part = m_model.draft;
        part.name = u"main_graph_subgraph_%1"_s.arg(step.subgraph);
        part.nodes.clear();
        part.inputs.clear();
        part.outputs.clear();
        part.values.clear();
        QSet<QString> inside;
        const QSet<qsizetype> members(step.nodes.begin(), step.nodes.end());
        for (const qsizetype i : step.nodes) {
            NodeDraft node = m_model.draft.nodes[i];
            for (QString& input : node.inputs) {
                if (input.isEmpty() || m_index.constant(input) != nullptr)
                    continue;
                if (!inside.contains(input) && !members.contains(m_index.producer(input))) {
                    inside.insert(input);
                    part.inputs.append({outer(input), m_shapes.type(input), m_shapes.shape(input)});
                }
                input = outer(input);
            }
            part.nodes.append(node);
            for (const QString& output : node.outputs) {
                const QList<qsizetype> users = m_index.consumers(output);
                const bool leaves = m_index.isOutput(output)
                    || std::ranges::any_of(users, [&](qsizetype user) { return !members.contains(user); });
                if (leaves)
                    part.outputs.append({output, m_shapes.type(output), m_shapes.shape(output)});
            }
        }
        removeUnused(part);
        return part;
    }

    Result<void> addPart(const BoardStep& step)
    {
        const GraphDraft part = partDraft(step);
        const auto code = packCode(part, m_config.march);
        if (!code)
            return forward(code);
        const QString constant = step.subgraph == 0 ? QString(packedModelConstant)
                                                    : u"%1_%2"_s.arg(packedModelConstant).arg(step.subgraph);
        m_board.graph.initializers.append({constant, Tensor(DataType::UInt8, Shape{code->size()}, *code)});
        NodeDraft node = makeNode(u"BPU"_s, part.name, {}, {});
        for (const ValueDraft& input : part.inputs)
            node.inputs.append(input.name);
        node.inputs.append(constant);
        for (const ValueDraft& output : part.outputs) {
            node.outputs.append(output.name);
            declare(output.name);
        }
        m_board.graph.nodes.append(node);
        m_origins.parts.append({part.name, namesOf(part.nodes)});
        return {};
    }

    void addCpuNode(NodeDraft node)
    {
        if (node.opType == "QuantizeLinear"_L1 || node.opType == "DequantizeLinear"_L1) {
            const bool quantize = node.opType == "QuantizeLinear"_L1;
            node.opType = quantize ? u"Quantize"_s : u"Dequantize"_s;
            const Tensor* zero = m_index.constant(node.inputs.value(2));
            if (zero == nullptr || std::ranges::count(zero->toIntegers(), 0) == zero->elementCount())
                node.inputs.resize(2);
            node.attributes = quantize ? QList<Attribute>{{u"bits"_s, qint64(8)}, {u"num_args"_s, node.inputs.size()}}
                                       : QList<Attribute>{{u"axis"_s, qint64(1)},
                                                          {u"output_data_format"_s, u"NCHW"_s},
                                                          {u"num_args"_s, node.inputs.size()}};
        }
        for (QString& input : node.inputs) {
            if (const Tensor* constant = m_index.constant(input))
                addConstant(m_board.graph, input, *constant);
            input = outer(input);
        }
        for (const QString& output : node.outputs)
            declare(output);
        m_origins.cpuNodes.append(node.name);
        m_board.graph.nodes.append(node);
    }

    /// Only what is declared grows: the code is that of one frame, which the board runs once for each.
    void declareBatch()
    {
        for (QList<BoardTensorInfo>* infos : {&m_board.inputs, &m_board.outputs}) {
            for (BoardTensorInfo& info : *infos)
                info.shape = batched(info.shape, m_config.inputBatch);
        }
        for (QList<ValueDraft>* values : {&m_board.graph.inputs, &m_board.graph.outputs, &m_board.graph.values}) {
            for (ValueDraft& value : *values) {
                if (value.shape)
                    value.shape = batched(*value.shape, m_config.inputBatch);
            }
        }
    }

    const QuantizedModel& m_model;
    const ValueShapes& m_shapes;
    const ToolConfig& m_config;
    DraftIndex m_index;
    BoardModel m_board;
    BoardOrigins m_origins;
    QHash<QString, QString> m_renamed; ///< model input -> value behind its layout conversion
};

} // namespace

Result<BoardModel> packBoardModel(const QuantizedModel& model, const ValueShapes& shapes, const ToolConfig& config,
                                  const BuildMetadata& metadata, BoardOrigins* origins)
{
    BoardPacker packer(model, shapes, config);
    auto board = packer.pack(metadata);
    if (origins != nullptr)
        *origins = packer.origins();
    return board;
}

} // namespace driftscope
