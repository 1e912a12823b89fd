// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ForesightBench.h"

#include "TinyModel.h"
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"
#include "core/sandbox/execution/BoardInput.h"
#include "core/sandbox/tool/Makertbin.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

qint64 channelsOf(const InputCase& input)
{
    return input.isFeaturemap() ? benchFeatures : (input.train == "gray"_L1 ? 1 : 3);
}

QString inputName(qsizetype position)
{
    return u"in%1"_s.arg(position);
}

/// One value for each input, joined by semicolons.
QByteArray line(const char* key, const QList<InputCase>& inputs, const std::function<QString(const InputCase&)>& value)
{
    QStringList values;
    for (const InputCase& input : inputs)
        values.append(value(input));
    const bool isEmpty = std::ranges::all_of(values, [](const QString& text) { return text.isEmpty(); });
    return isEmpty ? QByteArray() : QByteArray("  ") + key + ": '" + values.join(u';').toUtf8() + ";'\n";
}

/// The branch of one input: to NCHW where the network takes NHWC, then a convolution.
void addBranch(GraphDraft& draft, const InputCase& input, qsizetype position)
{
    const qint64 channels = channelsOf(input);
    const bool isTurned = input.layoutTrain == "NHWC"_L1;
    draft.inputs.append(
        {inputName(position), DataType::Float32,
         isTurned ? Shape{1, benchRows, benchColumns, channels} : Shape{1, channels, benchRows, benchColumns}});
    QString from = inputName(position);
    // Most exporters turn the input first; a network that does not keeps the toolchain's own Transpose alive.
    if (isTurned && input.norm == "data_mean"_L1) {
        const QString positive = u"positive%1"_s.arg(position);
        draft.nodes.append(makeNode(u"Relu"_s, u"net_relu%1"_s.arg(position), {from}, {positive}));
        from = positive;
    }
    if (isTurned) {
        const QString planar = u"planar%1"_s.arg(position);
        draft.nodes.append(makeNode(u"Transpose"_s, u"net_turn%1"_s.arg(position), {from}, {planar},
                                    {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}}));
        from = planar;
    }
    addConv(draft, qPrintable(u"net_conv%1"_s.arg(position)), qPrintable(from),
            qPrintable(position == 0 ? u"sum0"_s : u"branch%1"_s.arg(position)), channels, 2, 1);
    if (position > 0)
        draft.nodes.append(makeNode(u"Add"_s, u"net_add%1"_s.arg(position),
                                    {u"sum%1"_s.arg(position - 1), u"branch%1"_s.arg(position)},
                                    {u"sum%1"_s.arg(position)}));
}

QString differs(const QString& what, const QString& foretold, const QString& found)
{
    return foretold == found ? QString() : u"%1: foretold %2, found %3"_s.arg(what, foretold, found);
}

QString tensorText(DataType type, const Shape& shape, const QString& rest = {})
{
    return dataTypeName(type) % u' ' % shape.toString() % u' ' % rest;
}

QStringList foretoldNodes(const InputForecast& input, Stage stage)
{
    QStringList names;
    for (const ForecastNode& node : input.inserted) {
        if (!node.stages.contains(stage))
            continue;
        names.append(node.name);
        if (node.kind == InsertedKind::Calibration)
            names.append(node.name + u"_HzDequantize"_s); // standard ONNX has no node that rounds
    }
    names.sort();
    return names;
}

void checkStages(const InputForecast& input, const ForesightBench& bench, QStringList& problems)
{
    for (const ForecastTensor& foretold : input.stages) {
        if (foretold.stage == Stage::Float)
            continue;
        const auto graph = bench.stage(foretold.stage);
        const QString what = input.input % u", "_s % stageKey(foretold.stage);
        if (!graph) {
            problems.append(graph.error().message);
            continue;
        }
        const Value& value = (*graph)->value((*graph)->findValue(input.input));
        problems.append(differs(what, tensorText(foretold.format.type, foretold.format.shape),
                                tensorText(value.type, value.shape.value_or(Shape()))));
        problems.append(differs(what + u", nodes"_s, foretoldNodes(input, foretold.stage).join(u' '),
                                nodesInFront(**graph, input.input).join(u' ')));
    }
}

void checkBoard(const InputForecast& input, const BoardModel& board, QStringList& problems)
{
    const auto info = std::ranges::find(board.inputs, input.input, &BoardTensorInfo::name);
    const auto specs = boardInputSpecs(board);
    if (info == board.inputs.end() || !specs) {
        problems.append(u"the .bin has no input "_s % input.input);
        return;
    }
    const auto spec = std::ranges::find(*specs, input.input, &BoardInputSpec::name);
    const StageInputFormat& file = input.boardFile.format;
    problems.append(
        differs(input.input % u", .bin"_s,
                tensorText(file.type, file.shape, layoutName(file.layout) % inputTypeName(file.colour)),
                tensorText(info->type, info->shape, layoutName(info->layout) % inputTypeName(info->inputType))));
    problems.append(differs(input.input % u", bytes"_s, QString::number(input.boardFeeds.bytes),
                            QString::number(spec->byteSize())));
    problems.append(differs(input.input % u", .bin, nodes"_s, foretoldNodes(input, Stage::Board).join(u' '),
                            nodesInFront(*boardGraph(board), input.input).join(u' ')));
    const QString source = u"'%1': '%2'"_s.arg(input.input, input.source);
    if (!board.metadata.value(u"input-source"_s).contains(source))
        problems.append(u"source: foretold %1, found %2"_s.arg(source, board.metadata.value(u"input-source"_s)));
}

} // namespace

QString InputCase::name() const
{
    return u"%1 to %2, %3 to %4, %5"_s.arg(train, runtime, layoutTrain, layoutRt.isEmpty() ? u"none"_s : layoutRt,
                                           norm);
}

bool isInManual(const QString& march, const InputCase& input)
{
    static const QMap<QString, QStringList> pairs{{u"yuv444"_s, {u"nv12"_s, u"yuv444"_s}},
                                                  {u"rgb"_s, {u"nv12"_s, u"yuv444"_s, u"rgb"_s, u"bgr"_s}},
                                                  {u"bgr"_s, {u"nv12"_s, u"yuv444"_s, u"rgb"_s, u"bgr"_s}},
                                                  {u"gray"_s, {u"gray"_s}},
                                                  {u"featuremap"_s, {u"featuremap"_s}}};
    const bool isPlanarYuvOnX3
        = march == "bernoulli2"_L1 && input.runtime == "yuv444"_L1 && input.layoutRt == "NCHW"_L1;
    const bool isNormalizedFeaturemap
        = input.isFeaturemap() && input.norm != "no_preprocess"_L1 && march != "bayes-e"_L1;
    return pairs.value(input.train).contains(input.runtime) && !isPlanarYuvOnX3 && !isNormalizedFeaturemap;
}

QList<InputCase> everyCase()
{
    static const QStringList types{u"rgb"_s, u"bgr"_s, u"yuv444"_s, u"nv12"_s, u"gray"_s, u"featuremap"_s};
    QList<InputCase> cases;
    for (const QString& train : types) {
        for (const QString& runtime : types) {
            for (const QString& layoutTrain : {u"NCHW"_s, u"NHWC"_s}) {
                for (const QString& layoutRt : {u"NCHW"_s, u"NHWC"_s, QString()}) {
                    for (const QString& norm :
                         {u"no_preprocess"_s, u"data_mean"_s, u"data_scale"_s, u"data_mean_and_scale"_s})
                        cases.append({train, runtime, layoutTrain, layoutRt, norm, false});
                }
            }
        }
    }
    return cases;
}

ForesightBench::ForesightBench(const QString& march, const QList<InputCase>& inputs)
    : m_march(march)
    , m_inputs(inputs)
    , m_model(Graph::fromDraft(draft()))
{ }

GraphDraft ForesightBench::draft() const
{
    GraphDraft draft = emptyModel(Shape{1});
    draft.inputs.clear();
    for (qsizetype i = 0; i < m_inputs.size(); ++i)
        addBranch(draft, m_inputs[i], i);
    draft.outputs = {{u"sum%1"_s.arg(m_inputs.size() - 1), DataType::Float32, Shape{1, 2, benchRows, benchColumns}}};
    return draft;
}

QByteArray ForesightBench::yaml() const
{
    QStringList names;
    for (qsizetype i = 0; i < m_inputs.size(); ++i)
        names.append(inputName(i));
    const auto numbers = [](const char* word, const QString& three, const QString& one) {
        return [=](const InputCase& input) {
            if (!input.norm.contains(QLatin1StringView(word)))
                return u"None"_s;
            return input.train == "gray"_L1 || input.isFeaturemap() ? one : three;
        };
    };
    return "model_parameters:\n  onnx_model: './model.onnx'\n  march: '" + m_march.toUtf8()
        + "'\n  working_dir: './out'\n  output_model_file_prefix: 'm'\ninput_parameters:\n  input_name: '"
        + names.join(u';').toUtf8() + "'\n"
        + line("input_type_train", m_inputs, [](const InputCase& i) { return i.train; })
        + line("input_type_rt", m_inputs, [](const InputCase& i) { return i.runtime; })
        + line("input_layout_train", m_inputs, [](const InputCase& i) { return i.layoutTrain; })
        + line("input_layout_rt", m_inputs, [](const InputCase& i) { return i.layoutRt; })
        + line("input_space_and_range", m_inputs,
               [](const InputCase& i) { return i.isVideo ? u"bt601_video"_s : u"regular"_s; })
        + line("norm_type", m_inputs, [](const InputCase& i) { return i.norm; })
        + line("mean_value", m_inputs, numbers("mean", u"120 110 100"_s, u"120"_s))
        + line("scale_value", m_inputs, numbers("scale", u"0.017 0.018 0.019"_s, u"0.017"_s))
        + "calibration_parameters:\n  calibration_type: 'skip'\ncompiler_parameters:\n  optimize_level: 'O3'\n";
}

ConfigDocument ForesightBench::config() const
{
    return ConfigDocument::fromText(yaml(), m_folder.filePath(u"model.yaml"_s)).value_or(ConfigDocument());
}

bool ForesightBench::convert(bool knownFaults)
{
    const QString config = m_folder.filePath(u"model.yaml"_s);
    if (!writeOnnx(m_folder.filePath(u"model.onnx"_s), draft()) || !writeFileAtomically(config, yaml()))
        return false;
    return runMakertbin({config, m_folder.path(), knownFaults, {}},
                        [this](const QByteArray& text) { m_console += text; });
}

QString ForesightBench::stageFile(Stage stage) const
{
    return m_folder.filePath(u"out/m"_s + stageFileSuffix(stage));
}

Result<std::shared_ptr<const Graph>> ForesightBench::stage(Stage stage) const
{
    const auto draft = readOnnx(stageFile(stage));
    if (!draft)
        return forward(draft);
    return Graph::fromDraft(*draft);
}

Result<BoardModel> ForesightBench::board() const
{
    return readBoardModel(stageFile(Stage::Board));
}

QStringList nodesInFront(const Graph& graph, const QString& input)
{
    QStringList names;
    QList<ValueId> open{graph.findValue(input)};
    while (!open.isEmpty()) {
        const ValueId value = open.takeLast();
        for (int i = 0; value.isValid() && i < graph.nodeCount(); ++i) {
            const Node& node = graph.node(NodeId(i));
            const bool reads = std::ranges::find(node.inputs, value) != node.inputs.end();
            if (!reads || node.name.startsWith("net_"_L1) || names.contains(node.name))
                continue;
            names.append(node.name);
            open.append({node.outputs.begin(), node.outputs.end()});
        }
    }
    names.sort();
    return names;
}

QStringList whatDidNotComeTrue(const ConversionForecast& forecast, const ForesightBench& bench)
{
    QStringList problems;
    const auto board = bench.board();
    if (!board)
        return {board.error().message};
    for (const InputForecast& input : forecast.inputs) {
        problems.append(input.refusal);
        checkStages(input, bench, problems);
        checkBoard(input, *board, problems);
    }
    problems.removeAll(QString());
    return problems;
}

} // namespace driftscope
