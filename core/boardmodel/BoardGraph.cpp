// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/BoardModel.h"
#include "core/boardmodel/PackedCode.h"
#include "core/onnx/OnnxReader.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr auto bpuOperator = "BPU"_L1;

/// Puts the layers inside the packed code in place of the BPU nodes that stand for them.
class BoardGraphBuilder
{
public:
    explicit BoardGraphBuilder(const BoardModel& model)
        : m_model(model)
        , m_draft(model.graph)
    {
        m_draft.nodes.clear();
        dropStaleTypes();
        collectOuterNames();
    }

    std::shared_ptr<const Graph> build()
    {
        int part = 0;
        for (const NodeDraft& node : m_model.graph.nodes) {
            if (node.opType != bpuOperator) {
                add(node, Device::Cpu);
            } else if (!expand(node, part++)) {
                add(node, Device::Bpu);
            }
        }
        m_draft.initializers.removeIf([this](const NamedTensor& each) { return m_opened.contains(each.name); });
        annotateInputs();
        return buildGraph(m_draft, m_annotations);
    }

private:
    /// The list of values in between keeps the type that an output had before its Dequantize was taken out.
    void dropStaleTypes()
    {
        QSet<QString> declared;
        for (const ValueDraft& value : m_draft.inputs + m_draft.outputs)
            declared.insert(value.name);
        m_draft.values.removeIf([&](const ValueDraft& value) { return declared.contains(value.name); });
    }

    void collectOuterNames()
    {
        for (const NodeDraft& node : m_model.graph.nodes) {
            for (const QString& name : node.inputs + node.outputs)
                m_outerNames.insert(name);
        }
        for (const NamedTensor& constant : m_model.graph.initializers)
            m_outerNames.insert(constant.name);
    }

    void add(const NodeDraft& node, Device device)
    {
        m_draft.nodes.append(node);
        m_annotations.deviceOfNode.insert(node.name, device);
    }

    /// The constant that an input names, else the one of the part's number: PACKED_HBM_MODEL, PACKED_HBM_MODEL_1, …
    [[nodiscard]] QString codeOf(const NodeDraft& node, int part) const
    {
        for (const QString& input : node.inputs) {
            if (input.startsWith(packedModelConstant))
                return input;
        }
        return part == 0 ? QString(packedModelConstant) : packedModelConstant + u'_' + QString::number(part);
    }

    bool expand(const NodeDraft& node, int part)
    {
        const QString constant = codeOf(node, part);
        const Tensor* bytes = m_model.graph.initializer(constant);
        const auto code = bytes != nullptr ? unpackCode(bytes->bytes()) : std::nullopt;
        if (!code)
            return false;
        const auto inner = parseOnnx(code->onnx, node.name);
        if (!inner)
            return false;
        insert(*inner, node);
        m_opened.insert(constant);
        return true;
    }

    /// Inputs and outputs of the part are those of the node, in order; other names are kept unless the container uses
    /// them for something else.
    [[nodiscard]] QHash<QString, QString> renames(const GraphDraft& inner, const NodeDraft& node) const
    {
        QHash<QString, QString> names;
        QStringList inputs;
        for (const QString& input : node.inputs) {
            if (!input.startsWith(packedModelConstant))
                inputs.append(input);
        }
        for (qsizetype i = 0; i < std::min(inputs.size(), inner.inputs.size()); ++i)
            names.insert(inner.inputs[i].name, inputs[i]);
        for (qsizetype i = 0; i < std::min(node.outputs.size(), inner.outputs.size()); ++i)
            names.insert(inner.outputs[i].name, node.outputs[i]);
        return names;
    }

    void insert(const GraphDraft& inner, const NodeDraft& node)
    {
        const QHash<QString, QString> boundary = renames(inner, node);
        const auto outer = [&](const QString& name) {
            if (const auto found = boundary.constFind(name); found != boundary.constEnd())
                return *found;
            const bool taken = !name.isEmpty() && m_outerNames.contains(name);
            return taken ? QString(node.name + u'/' + name) : name;
        };
        for (NodeDraft layer : inner.nodes) {
            for (QString& name : layer.inputs)
                name = outer(name);
            for (QString& name : layer.outputs)
                name = outer(name);
            add(layer, Device::Bpu);
        }
        for (const NamedTensor& constant : inner.initializers)
            m_draft.initializers.append({outer(constant.name), constant.tensor});
        for (const ValueDraft& value : inner.values)
            m_draft.values.append({outer(value.name), value.type, value.shape});
        for (const NamedTensor& constant : inner.initializers)
            m_outerNames.insert(constant.name); // parts may use a name each for a constant of its own
        for (const OpsetImport& opset : inner.opsets) {
            if (m_draft.opsetVersion(opset.domain) == 0)
                m_draft.opsets.append(opset);
        }
    }

    /// The layout code says how the board's library reports the input. The tensor in the container is NHWC wherever its
    /// channels stand last, also under code 2.
    void annotateInputs()
    {
        for (const BoardTensorInfo& input : m_model.inputs) {
            const int channels = channelCount(input.inputType);
            const int rank = input.shape.rank();
            const bool channelsLast = rank == 4 && channels > 0 && input.shape[3] == channels
                && (input.shape[1] != channels || input.layout == TensorLayout::NHWC);
            m_annotations.layoutOfValue.insert(input.name, channelsLast ? TensorLayout::NHWC : input.layout);
        }
    }

    const BoardModel& m_model;
    GraphDraft m_draft;
    GraphAnnotations m_annotations;
    QSet<QString> m_outerNames;
    QSet<QString> m_opened;
};

} // namespace

std::shared_ptr<const Graph> boardGraph(const BoardModel& model)
{
    return BoardGraphBuilder(model).build();
}

} // namespace driftscope
