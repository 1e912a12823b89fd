// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Seeds.h"

#include "../support/BmpWriter.h"
#include "core/boardmodel/BoardModel.h"
#include "core/boardmodel/PackedCode.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Zip.h"

#include <QHash>

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

/// A function with an overload, a body inside a node, sparse weights, types that are no tensors.
GraphDraft everything()
{
    GraphDraft draft = network();
    draft.irVersion = 10;
    draft.opsets = {{QString(), 21}, {u"own"_s, 1}};
    FunctionDraft function{u"own"_s, u"F"_s, u"a"_s, u"doc"_s, {u"a"_s}, {u"b"_s}, {u"k"_s}};
    function.defaults = {{u"j"_s, 1.0F}};
    function.nodes = {node(u"Elu"_s, {u"a"_s}, {u"b"_s})};
    function.nodes.front().attributes = {{u"alpha"_s, 0.0F, u"k"_s}};
    function.values = {{u"a"_s, DataType::Float8E5M2, Shape{-1, 2}}};
    draft.functions = {function};
    GraphDraft body;
    body.name = u"body"_s;
    body.nodes = {node(u"Identity"_s, {u"x"_s}, {u"i"_s})};
    body.outputs = {{u"i"_s, DataType::Undefined, {}}};
    NodeDraft branch = node(u"If"_s, {u"c"_s}, {u"f"_s});
    branch.attributes = {{u"then_branch"_s, std::make_shared<const GraphDraft>(body)},
                         {u"else_branch"_s, std::make_shared<const GraphDraft>(body)}};
    NodeDraft call = node(u"F"_s, {u"f"_s}, {u"z"_s});
    call.domain = u"own"_s;
    call.overload = u"a"_s;
    call.metadata = {{u"k"_s, u"v"_s}};
    draft.nodes += {branch, call, node(u"ReduceMean"_s, {u"x"_s, u"s"_s}, {u"m"_s})};
    draft.inputs.append({u"c"_s, DataType::Bool, Shape{}});
    const ValueType inner{ValueType::Kind::Tensor, DataType::Float16, Shape{1}};
    const ValueType sequence{
        ValueType::Kind::Sequence, DataType::Undefined, {}, std::make_shared<const ValueType>(inner)};
    draft.inputs.append({u"q"_s, DataType::Undefined, {}, std::make_shared<const ValueType>(sequence)});
    draft.sparseInitializers
        = {{u"sp"_s, Tensor::scalar(2.0F), Tensor::fromValues<qint64>({1}, std::vector<qint64>{3}), Shape{9}}};
    draft.initializers.append({u"i4"_s, Tensor(DataType::Int4, Shape{3}, QByteArray(2, '\x21'))});
    draft.initializers.append({u"large"_s, Tensor::fromValues<float>({1030}, std::vector<float>(1030, 1.0F))});
    return draft;
}

/// The message of a model whose weight stands in the file w.data, by hand: the writer never writes such ones.
QByteArray external()
{
    const auto field = [](int number, const QByteArray& content) -> QByteArray {
        return QByteArray(1, static_cast<char>(number << 3 | 2)) + QByteArray(1, static_cast<char>(content.size()))
            + content;
    };
    const auto entry
        = [&](const QByteArray& key, const QByteArray& value) { return field(13, field(1, key) + field(2, value)); };
    const QByteArray tensor = QByteArray("\x08\x02\x10\x01", 4) + field(8, "w") + entry("location", "w.data")
        + entry("offset", "4") + entry("length", "8") + QByteArray("\x70\x01", 2);
    const QByteArray identity = field(1, "w") + field(2, "y") + field(4, "Identity");
    const QByteArray graph = field(1, identity) + field(2, "g") + field(5, tensor) + field(12, field(1, "y"));
    return QByteArray("\x08\x08", 2) + field(7, graph) + field(8, QByteArray("\x10\x0d", 2));
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

QByteArray bmp()
{
    return toBmp(Tensor(DataType::UInt8, Shape{4, 6, 3}, QByteArray(72, '\x55')));
}

QByteArray manifest()
{
    return R"({"format":"driftscope-capture","version":1,"executor":"e","stage":"board","inputFiles":["a.png"],
"complete":true,"tensors":[{"name":"x","node":"","file":"0000_x.npy","dataType":"float32","shape":"","layout":"NCHW",
"isInput":true,"isOutput":false,"quantization":{"scales":[0.5],"zeroPoints":[0],"axis":-1}}]})";
}

QByteArray sidecar()
{
    return R"([{"file":"layer-0-conv-conv1-output-0-out.bin","node":"conv1","tensor":"out","kind":"bpu","index":0,
"role":"output","dtype":"int8","shape":[1,2,2,8],"aligned_shape":[1,2,2,16],"layout":"NHWC","scales":[0.5],"axis":-1}])";
}

QByteArray project()
{
    return R"({"driftscope_project":1,"name":"n","config":"c.yaml","data":"../d","runs":"runs","toolchain":"sandbox",
"board":"sandbox"})";
}

QByteArray toolchains()
{
    return R"({"format":1,"toolchains":[
{"name":"far","place":"host","program":"hb_mapper","engine":"ssh","target":"me@far","options":["-p","22"],
 "mounts":[{"here":"/data","there":"/open_explorer"}],"environment":{"LANG":"C"},"folder":"/scratch",
 "probed":{"version":"1.24.3","version_line":"v","tools":["hb_mapper"],"fast_perf":true,"checker":true}},
{"name":"own","place":"local","program":"/opt/hb_mapper","arguments":["-x"]},
{"name":"box","place":"image","program":"hb_mapper","engine":"docker","target":"openexplorer:1"}]})";
}

QByteArray ownRules()
{
    return R"(rules:
- id: our-prefix
  severity: {bernoulli2: error, bayes-e: warning}
  when:
    all:
    - {key: model_parameters.output_model_file_prefix, matches: '^(a+)+$'}
    - not: {key: input_parameters.input_name, one_of: [a, 'b'], of_items: any}
    - any:
      - {key: input_parameters.mean_value, item_count: inputs}
      - {key: compiler_parameters.core_num, greater: 1}
      - {key: compiler_parameters.jobs, missing: true}
  about: model_parameters.march
  message: "it is %{model_parameters.march}"
  why: because
  fix: {key: compiler_parameters.core_num, set: 1, say: one}
)";
}

QByteArray config()
{
    return R"(# what is converted
model_parameters:
  onnx_model: 'a.onnx'
  march: "bernoulli2"
  working_dir: 'out'
input_parameters:
  input_name: ""
  input_type_rt: 'rgb;nv12;'
  input_type_train: rgb;bgr
  input_layout_train: 'NCHW'
  input_shape: 1x3x8x8
  norm_type: 'data_mean_and_scale'
  mean_value: 123.6 116.2 103.5
  scale_value: 0.017 0.017 0.017 # of each channel
calibration_parameters: {cal_data_dir: './c', calibration_type: 'default', max_percentile: 0.9999}
compiler_parameters:
  compile_mode: latency
  list: [1, 2, {a: b}]
)";
}

QByteArray log()
{
    return R"(2023-01-01 10:00:00,000 INFO Start hb_mapper....
2023-01-01 10:00:00,000 INFO hb_mapper version 1.6.2b
2023-01-01 10:00:01,000 INFO Start to parse the onnx model.
2023-01-01 10:00:01,100 INFO Start to Horizon NN Model Convert.
2023-01-01 10:00:02,000 INFO The converted model node information:
================================================================
Node            ON   Subgraph  Type      Cosine Similarity  Threshold
----------------------------------------------------------------
Conv_0          BPU  id(0)     HzSQuantizedConv  0.999   1.5
Softmax_1       CPU  --        Softmax           0.998   --
2023-01-01 10:00:03,000 INFO The quantify model output:
================================================================
Node     Cosine Similarity  L1 Distance  L2 Distance  Chebyshev Distance
y        0.998              0.01         0.0001       0.1
2023-01-01 10:00:04,000 WARNING something is odd
2023-01-01 10:00:04,000 ERROR it is
2023-01-01 10:00:05,000 INFO Convert to runtime bin file successfully!
)";
}

/// Of the board and of hb_model_modifier, with colours, a progress bar and a traceback.
QByteArray otherLogs()
{
    return "[DNN] Runtime version = 1.24.5_(3.15.55 HBRT)\r\n"
           "[W][DNN]bpu_model_info.cpp:491][Version](2024-08-22,08:15:02.483.355) Model: m. Inconsistency between the "
           "hbrt library version 3.15.47.0 and the model build version 3.15.54.0 detected\n"
           "[model name]: m\ninput[0]: \nname: images\nvalid shape: (1,3,8,8,)\n\n"
           "Frame count: 2,  Thread Average: 1.5 ms,  thread max latency: 2 ms,  thread min latency: 1 ms,  FPS: 6\n"
           "\x1b[32m[==>   ] 40%\r[=====] 100%2024-01-01 00:00:00,000 INFO consumed time 3.5\n"
           "2024-01-01 00:00:00,000 file: hb_model_modifier.py func: hb_model_modifier line No: 398 name: \"a\"\n"
           "type {\n  elem_type: FLOAT\n  dim: 1\n}\n\n"
           "2024-01-01 00:00:00,000 INFO call build params:\n {'input_dict': {'a': {'input_shape': [1, 2], 'scales': "
           "array([0.5])}}, 'calibration_data': {'a': [array([[-1., ..., 2.5]], dtype=float32)]}}\n"
           "Traceback (most recent call last):\n  File \"a.py\", line 3\n"
           "ValueError: cannot reshape array of size 5 into shape (1,3)\n"
           "INFO compare source: Quanti.onnx VS Arm\n$ hb_model_modifier m.bin \\\n-r a\n";
}

QByteArray profiler()
{
    return R"({"perf_result": {"FPS": 600.5, "average_latency": 1.6},
 "running_condition": {"frame_count": 200, "model_name": "m", "thread_num": 1}}
***
{"chip_latency": {"BPU_inference_time_cost": {"avg_time": 1.2, "max_time": 1.3, "min_time": 1.1}},
 "model_latency": {"BPU_m_subgraph_0": {"avg_time": 1.2, "max_time": 1.3, "min_time": 1.1},
                   "m_subgraph_0_output_layout_convert": {"avg_time": 0.02, "max_time": 0.03, "min_time": 0.01}}}
)";
}

QByteArray modelInfo()
{
    return R"([model name]: net
[BPU]: version 1.2.3
input[0]:
name: image
input source: HB_DNN_INPUT_FROM_PYRAMID
valid shape: (1,3,8,8,)
aligned shape: (1,3,8,16,)
aligned byte size: 384
tensor type: HB_DNN_TENSOR_TYPE_S8
tensor layout: HB_DNN_LAYOUT_NCHW
quanti type: SCALE
stride: (384,128,16,1,)
scale data: 0.5,0.25,1,
quantizeAxis: 1

output[0]:
name: y
valid shape: (1,10,)
aligned shape: (1,10,)
tensor type: HB_DNN_TENSOR_TYPE_F32
stride: (40,4,)
)";
}

QByteArray quantInfo()
{
    return R"({"/conv": {"type": "Conv", "inputs": ["x", "w"], "outputs": ["y"],
 "thresholds": [[1.5], [0.25, "0.5"], []], "cosine_similarity": "1.000020"},
 "/add": {"type": "Add", "inputs": ["y"], "outputs": ["z"], "thresholds": [2], "cosine_similarity": 0.5}})";
}

QByteArray subgraphReport()
{
    return R"json({"summary": {"BPU march": "B25E", "DDR bytes per frame": 18865600, "FPS": 147.31,
 "latency (us)": 6788.5, "model name": "g_subgraph_0", "HBDK version": "3.49.15", "HBRT version": "3.15.54",
 "input features": [["input name", "input size"], ["images", "1x640x640x3"]],
 "compiling options": "-f hbir --O3 --input-layout NHWC", "interval time (ms)": 0.2,
 "interval computing units utilization": [0.5, 0.75]}})json";
}

QByteArray perfGraph()
{
    return "// the test\ndigraph model {\n\timages [label=images color=black]\n"
           "\tg_subgraph_0 [label=\"name: g_subgraph_0\ntype: BPU\" color=black]\n"
           "\t\"a.b_HzDequantize\" [label=\"name: a.b_HzDequantize\ntype: Dequantize\"]\n"
           "\timages -> g_subgraph_0 [label=\"1x640x640x3 / 2, NV12, UINT8\" color=red]\n"
           "\tg_subgraph_0 -> \"a.b_HzDequantize\" [label=\"1x80, INT32\" color=red]\n}\n";
}

QByteArray toolRecordText()
{
    return R"({"format": 1, "run_id": "20260101-000000-000-1", "tool": "checker", "toolchain": "sandbox",
 "values": {"model": ["/dev/null"], "input_shape": ["a 1x3x8x8", "b 1x2"], "march": ["bayes-e"]},
 "command": ["driftscope-mapper", "checker"], "status": "running", "owner": "1 1", "message": "", "seconds": 1.5})";
}

QByteArray horizonResult()
{
    return R"({"runtime": "horizon_tc_ui 1.24.3", "outputs": [{"name": "output0", "file": "00000.npy"},
 {"name": "/conv_out", "file": "00001.npy"}]})";
}

/// What the tools say that read a .bin: where it came from, and how it compares.
QByteArray toolLogs()
{
    return R"(Start hb_model_info....
hb_model_info version 1.7.0
############# model_parameters info #############
BPU march           : bernoulli2
--------- input/output types -
model input types   : [<InputDataType.NV12: 7>]
--------- deleted nodes -
deleted nodes: a_HzDequantize
2024-04-10 22:26:09,215 INFO compare source: Quanti.onnx VS Arm
2024-04-10 22:26:09,215 INFO Comparison results of original output is model_infer_output_0
2024-04-10 22:26:09,215 INFO mismatch rate: 1.0
2024-04-10 22:26:09,215 INFO raw output 0 and raw output 0 result Strict check PASSED
2024-04-10 22:26:09,215 ERROR arm result does not exist, program halted
)";
}

QList<QByteArray> declaredDumps()
{
    const auto floats = [](qsizetype count) {
        return toNpy(Tensor::fromValues<float>({count}, std::vector<float>(static_cast<std::size_t>(count), 0.5F)))
            .last(count * 4);
    };
    return {"name=o;dtype=int8;shape=1x2x2x5;layout=NHWC;aligned=1x2x2x16;scale=0.5,1,1,1,2;axis=3\n"
                + QByteArray(64, '\3'),
            "name=o;dtype=float32;shape=1x2x3x4;layout=NCHW;offset=4\n" + floats(25),
            "file=*.bin;dtype=int16;shape=2x3;stride=16,2;shift=3;zero_point=1\n" + QByteArray(32, '\2'),
            "name=y;dtype=nv12;shape=1x3x4x6;aligned=1x3x4x16\n" + QByteArray(96, '\x55'),
            "name=y;dtype=nv12;shape=1x3x4x6;aligned=1x3x4x8\n" + QByteArray(48, '\x55'),
            "name=t;dtype=int8;shape=2x3;aligned=none\n1 2 3\n-4 5 6\n",
            "name=t;dtype=float16;shape=1x4x4x4;layout=NHWC;aligned=rule\n" + QByteArray(512, '\x3c')};
}

QByteArray verifierLog()
{
    return R"(2024-04-10 22:26:09,215 INFO Start hb_verifier....
2024-04-10 22:26:09,215 INFO compare source: Quanti.onnx VS Arm
2024-04-10 22:26:09,215 INFO Comparison results of original output is model_infer_output_0
2024-04-10 22:26:09,215 INFO mismatch result num: 1000
2024-04-10 22:26:09,215 INFO total result num: 1000
2024-04-10 22:26:09,215 INFO mismatch rate: 1.0
2024-04-10 22:26:09,215 INFO relative mismatch ratio: 0.9997149805034536
2024-04-10 22:26:09,215 INFO max abs error: 8.36695
2024-04-10 22:26:09,215 INFO raw output 0 and raw output 0 result Strict check PASSED
2024-04-10 22:26:09,215 WARNING Quanti.onnx and Arm result Strict check FAILED
)";
}

QByteArray olderVerifierLog()
{
    return R"(older
2023-04-10 22:26:09,215 INFO mismatch line num: 39
2023-04-10 22:26:09,215 INFO mismatch.line_miss num: 0
2023-04-10 22:26:09,215 INFO mismatch.line_diff num: 39
2023-04-10 22:26:09,215 INFO mismatch.line_nan num: 0
2023-04-10 22:26:09,215 INFO total line num: 327680
2023-04-10 22:26:09,215 INFO mismatch rate: 0.0001190185546875
2023-04-10 22:26:09,215 INFO Quanti onnx and Arm result Strict check PASSED
2023-04-10 22:26:09,215 ERROR pack model is not supported
2023-04-10 22:26:09,215 ERROR arm result does not exist, program halted
)";
}

} // namespace

QList<QByteArray> seeds(const char* parser)
{
    const std::string_view kind(parser);
    if (kind == "npy") {
        return {toNpy(Tensor::fromValues<float>({2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6})),
                toNpy(Tensor::fromValues<qint8>({4}, std::vector<qint8>{-128, 0, 1, 127}))};
    }
    if (kind == "npz") {
        const QByteArray array = toNpy(Tensor::fromValues<float>({2, 3}, std::vector<float>{1, 2, 3, 4, 5, 6}));
        return {zipped({{u"a.npy"_s, array}, {u"/b:0.npy"_s, array}}, false), zipped({{u"a.npy"_s, array}}, true)};
    }
    if (kind == "declaration")
        return declaredDumps();
    if (kind == "verifier")
        return {verifierLog(), olderVerifierLog(), otherLogs()};
    if (kind == "picture")
        return {png(), jpeg(), bmp()};
    if (kind == "onnx")
        return {*toOnnx(network()), *toOnnx(everything())};
    if (kind == "external")
        return {external()};
    if (kind == "board")
        return {board()};
    if (kind == "log" || kind == "logstream" || kind == "messages")
        return {log(), otherLogs(), toolLogs()};
    if (kind == "profiler")
        return {profiler(), "node,max_ms,avg_ms\n\"BPU_a,b\",2,1.5\n"};
    static const QHash<QByteArray, QByteArray (*)()> texts{
        {"capture", manifest},      {"dumps", sidecar},       {"project", project},
        {"config", config},         {"rules", ownRules},      {"log", log},
        {"modelinfo", modelInfo},   {"quantinfo", quantInfo}, {"subgraphs", subgraphReport},
        {"perfgraph", perfGraph},   {"profiles", toolchains}, {"toolrecord", toolRecordText},
        {"horizon", horizonResult},
    };
    const auto text = texts.constFind(QByteArray(parser));
    return text == texts.constEnd() ? QList<QByteArray>() : QList<QByteArray>{(*text)()};
}

} // namespace driftscope::fuzz
