// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Seeds.h"

#include "core/boardmodel/BoardModel.h"
#include "core/boardmodel/PackedCode.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Npy.h"

#include <png.h>

#include <string_view>

using namespace Qt::StringLiterals;

namespace driftscope::fuzz {

namespace {

NodeDraft node(const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = u"/net/"_s + op;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

GraphDraft network()
{
    GraphDraft draft;
    draft.opsets = {{QString(), 13}};
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3, 8, 8}}};
    draft.outputs = {{u"y"_s, DataType::Float32, {}}};
    draft.initializers = {
        {u"w"_s, Tensor::fromValues<float>({4, 3, 3, 3}, std::vector<float>(108, 0.1F))},
        {u"s"_s, Tensor::fromValues<qint64>({2}, std::vector<qint64>{1, -1})},
    };
    draft.nodes = {node(u"Conv"_s, {u"x"_s, u"w"_s}, {u"c"_s}), node(u"MaxPool"_s, {u"c"_s}, {u"p"_s}),
                   node(u"Reshape"_s, {u"p"_s, u"s"_s}, {u"r"_s}), node(u"Softmax"_s, {u"r"_s}, {u"y"_s})};
    draft.nodes[0].attributes = {{u"kernel_shape"_s, QList<qint64>{3, 3}},
                                 {u"pads"_s, QList<qint64>{1, 1, 1, 1}},
                                 {u"strides"_s, QList<qint64>{2, 2}},
                                 {u"dilations"_s, QList<qint64>{1, 1}},
                                 {u"group"_s, qint64{1}}};
    draft.nodes[1].attributes = {{u"kernel_shape"_s, QList<qint64>{2, 2}}, {u"strides"_s, QList<qint64>{2, 2}}};
    draft.nodes[3].attributes = {{u"axis"_s, qint64{-1}}};
    return draft;
}

QByteArray board()
{
    BoardModel model;
    model.name = u"net"_s;
    model.graph.nodes = {node(u"BPU"_s, {u"x"_s}, {u"q"_s}), node(u"Dequantize"_s, {u"q"_s, u"s"_s}, {u"y"_s})};
    model.graph.nodes[1].attributes = {{u"axis"_s, qint64{1}}, {u"output_data_format"_s, u"NCHW"_s}};
    const QByteArray code = packCode({u"#B25hbm#"_s, *toOnnx(network()), u"3"_s});
    model.graph.initializers = {{QString(packedModelConstant), Tensor(DataType::UInt8, {code.size()}, code)},
                                {u"s"_s, Tensor::fromValues<float>({1}, std::vector<float>{0.5F})}};
    BoardTensorInfo info;
    info.name = u"x"_s;
    info.type = DataType::Int8;
    info.shape = {1, 8, 8, 3};
    info.inputType = InputType::Rgb;
    model.inputs = {info};
    info.name = u"y"_s;
    model.outputs = {info};
    model.metadata.append(u"DN_M_y"_s, u"q"_s);
    model.metadata.append(u"DN_D_q_scale"_s, u"s"_s);
    model.metadata.append(u"INPUT_NAMES"_s, u"x;"_s);
    model.metadata.append(u"INPUT_TYPE_RT"_s, u"rgb;"_s);
    return *toBoardFile(model);
}

QByteArray png()
{
    const QByteArray pixels(4 * 4 * 4, '\x55');
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.format = PNG_FORMAT_RGBA;
    image.width = 4;
    image.height = 4;
    png_alloc_size_t size = 4096;
    QByteArray content(static_cast<qsizetype>(size), '\0');
    png_image_write_to_memory(&image, content.data(), &size, 0, pixels.constData(), 0, nullptr);
    content.truncate(static_cast<qsizetype>(size));
    return content;
}

/// An 8x8 grey baseline JPEG, written out because no encoder is worth linking for it.
QByteArray jpeg()
{
    QByteArray content("\xff\xd8\xff\xdb\x00\x43\x00", 7);
    content += QByteArray(64, '\x01');
    content += QByteArray("\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00", 13);
    content += QByteArray("\xff\xc4\x00\x14\x00\x01", 6) + QByteArray(15, '\0') + QByteArray(1, '\0');
    content += QByteArray("\xff\xc4\x00\x14\x10\x01", 6) + QByteArray(15, '\0') + QByteArray(1, '\0');
    content += QByteArray("\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x3f\xff\xd9", 13);
    return content;
}

QByteArray manifest()
{
    return R"({"format":"driftscope-capture","version":1,"executor":"e","stage":"board","inputFiles":["a.png"],
"complete":true,"tensors":[{"name":"x","node":"","file":"0000_x.npy","dataType":"float32","shape":"","layout":"NCHW",
"isInput":true,"isOutput":false,"quantization":{"scales":[0.5],"zeroPoints":[0],"axis":-1}}]})";
}

} // namespace

QList<QByteArray> seeds(const char* parser)
{
    const std::string_view kind(parser);
    if (kind == "npy") {
        return {toNpy(Tensor::fromValues<float>({2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6})),
                toNpy(Tensor::fromValues<qint8>({4}, std::vector<qint8>{-128, 0, 1, 127}))};
    }
    if (kind == "picture")
        return {png(), jpeg()};
    if (kind == "onnx")
        return {*toOnnx(network())};
    if (kind == "board")
        return {board()};
    return {manifest()};
}

} // namespace driftscope::fuzz
