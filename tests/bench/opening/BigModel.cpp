// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigModel.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <onnx/onnx_pb.h>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr int blocks = 96;
constexpr int activationsOfBlock = 29;
constexpr qint64 width = 4096;
constexpr qint64 weightBytes = width * width * 4;

QString weightName(int block)
{
    return u"/layers.%1/weight"_s.arg(block);
}

QString addNode(GraphDraft& draft, const QString& name, const QString& opType, const QStringList& inputs)
{
    NodeDraft node;
    node.name = name;
    node.opType = opType;
    node.inputs = inputs;
    node.outputs = {name + u"_output_0"_s};
    draft.nodes.append(node);
    return node.outputs.first();
}

/// Blocks of a product with a weight that is still to be declared, a bias and activations.
GraphDraft networkWithoutWeights()
{
    GraphDraft draft;
    draft.name = u"big"_s;
    draft.opsets = {{QString(), 13}};
    draft.irVersion = 7;
    draft.inputs.append({u"input"_s, DataType::Float32, Shape{1, width}});
    draft.initializers.append({u"bias"_s, Tensor::scalar(0.5F)});
    QString last = u"input"_s;
    for (int block = 0; block < blocks; ++block) {
        const QString prefix = u"/layers.%1/"_s.arg(block);
        last = addNode(draft, prefix + u"MatMul"_s, u"MatMul"_s, {last, weightName(block)});
        last = addNode(draft, prefix + u"Add"_s, u"Add"_s, {last, u"bias"_s});
        for (int i = 0; i < activationsOfBlock; ++i)
            last = addNode(draft, prefix + u"act.%1/Sigmoid"_s.arg(i), u"Sigmoid"_s, {last});
    }
    draft.outputs.append({last, DataType::Float32, Shape{1, width}});
    return draft;
}

void declareWeight(onnx::GraphProto& graph, int block, const std::string& location)
{
    onnx::TensorProto& tensor = *graph.add_initializer();
    tensor.set_name(weightName(block).toStdString());
    tensor.set_data_type(onnx::TensorProto::FLOAT);
    tensor.add_dims(width);
    tensor.add_dims(width);
    tensor.set_data_location(onnx::TensorProto::EXTERNAL);
    const auto add = [&](const char* key, const std::string& value) {
        onnx::StringStringEntryProto& entry = *tensor.add_external_data();
        entry.set_key(key);
        entry.set_value(value);
    };
    add("location", location);
    add("offset", std::to_string(block * weightBytes));
    add("length", std::to_string(weightBytes));
}

} // namespace

Result<QString> writeBigModel(const QString& folder)
{
    const QString path = QDir(folder).filePath(u"big.onnx"_s);
    const QString weights = u"big.weights"_s;
    if (QFileInfo::exists(path))
        return path;
    const auto bytes = makeFolder(folder).and_then([] { return toOnnx(networkWithoutWeights()); });
    if (!bytes)
        return forward(bytes);
    onnx::ModelProto model;
    if (!model.ParseFromArray(bytes->constData(), static_cast<int>(bytes->size())))
        return failure(ErrorKind::Internal, u"The model that was just written cannot be parsed."_s);
    for (int block = 0; block < blocks; ++block)
        declareWeight(*model.mutable_graph(), block, weights.toStdString());
    QFile data(QDir(folder).filePath(weights));
    if (!data.open(QIODevice::WriteOnly) || !data.resize(blocks * weightBytes))
        return failure(ErrorKind::Unreadable, u"“%1” cannot be written."_s.arg(data.fileName()));
    const std::string serialized = model.SerializeAsString();
    const auto written = writeFileAtomically(path, QByteArray::fromStdString(serialized));
    if (!written)
        return forward(written);
    return path;
}

} // namespace driftscope::test
