// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "GraphMaker.h"
#include "core/boardmodel/BoardModel.h"
#include "core/onnx/OnnxWriter.h"
#include "core/process/Launcher.h"
#include "core/process/Process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// The program driftscope-board on small models packed here.
class tst_Board : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void modelInfo();
    void inferWritesTheOutputs();
    void inferDumpsEveryLayer();
    void inverseTransposeIsReinterpreted();
    void listOfFrames();
    void perfMeasuresAndWritesAProfile();
    void failures_data();
    void failures();
    void publishedModels_data();
    void publishedModels();

private:
    struct Run
    {
        ProcessResult result;
        QString out;
        QString error;
    };
    Run run(const QStringList& arguments) const;
    void write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QByteArray read(const QString& name) const;

    QString m_program;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr int side = 4;

QByteArray packed(GraphMaker& maker)
{
    const auto onnx = toOnnx(maker.draft());
    if (!onnx)
        qFatal("%s", qPrintable(onnx.error().message));
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(onnx->size()), length.data());
    return "#X2Ahbm#driftscope-sandbox 1\n" + length + *onnx + "driftscope-sandbox";
}

/// rgb in `layout`, one BPU part that halves every value (rounding half to even) and gives it as NCHW, one Dequantize.
/// `permutation` is of the Transpose that stands in front where the layout is NCHW.
BoardModel halvingModel(TensorLayout layout, const QList<qint64>& permutation = {0, 2, 3, 1})
{
    const Shape nhwc{1, side, side, 3};
    const Shape nchw{1, 3, side, side};
    const bool converts = layout == TensorLayout::NCHW;
    GraphMaker maker;
    const QString first = maker.input(converts ? u"data_nhwc"_s : u"data"_s, DataType::Int8, nhwc);
    const QString moved = maker.node(u"Transpose"_s, {first}, {{u"perm"_s, QList<qint64>{0, 3, 1, 2}}});
    const QString half = maker.quantized(maker.dequantized(moved, 0.5F), 1.0F);
    maker.output(half, DataType::Int8, nchw);

    BoardModel model;
    model.name = u"halving"_s;
    model.hbmMagic = u"#X2Ahbm#"_s;
    model.metadata.append(u"MARCH"_s, u"bernoulli2"_s);
    model.metadata.append(u"BUILDER_VERSION"_s, u"driftscope-sandbox test"_s);
    GraphDraft& graph = model.graph;
    graph.name = model.name;
    const Shape inputShape = converts ? nchw : nhwc;
    graph.inputs = {{u"data"_s, DataType::Int8, inputShape}};
    graph.outputs = {{u"prob"_s, DataType::Float32, nchw}};
    const auto add = [&](const QString& op, const QString& name, const QStringList& in, const QString& out) {
        NodeDraft node;
        node.opType = op;
        node.name = name;
        node.inputs = in;
        node.outputs = {out};
        graph.nodes.append(node);
    };
    if (converts) {
        add(u"Transpose"_s, u"HZ_PREPROCESS_FOR_data_NCHW2NHWC_LayoutConvert_Input0"_s, {u"data"_s}, u"data_nhwc"_s);
        graph.nodes.last().setAttribute(u"perm"_s, permutation);
        graph.values.append({u"data_nhwc"_s, DataType::Int8, nhwc});
    }
    add(u"BPU"_s, u"main_graph_subgraph_0"_s, {first, QString(packedModelConstant)}, half);
    graph.values.append({half, DataType::Int8, nchw});
    add(u"Dequantize"_s, u"prob/HzDequantize"_s, {half, u"prob_scale"_s}, u"prob"_s);
    const QByteArray code = packed(maker);
    graph.initializers = {{QString(packedModelConstant), Tensor(DataType::UInt8, Shape{code.size()}, code)},
                          {u"prob_scale"_s, Tensor::fromValues<float>(Shape{1}, std::vector<float>{1.0F})}};

    BoardTensorInfo input;
    input.name = u"data"_s;
    input.type = DataType::Int8;
    input.shape = inputShape;
    input.inputType = InputType::Rgb;
    input.inputTypeCode = 10;
    input.layout = layout;
    input.layoutCode = converts ? 2 : 0;
    model.inputs = {input};
    BoardTensorInfo output;
    output.name = u"prob"_s;
    output.type = DataType::Float32;
    output.shape = nchw;
    model.outputs = {output};
    return model;
}

QByteArray file(const BoardModel& model)
{
    const auto bytes = toBoardFile(model);
    if (!bytes)
        qFatal("%s", qPrintable(bytes.error().message));
    return *bytes;
}

QByteArray pixels()
{
    QByteArray bytes;
    for (int i = 0; i < 3 * side * side; ++i)
        bytes.append(static_cast<char>(i * 5));
    return bytes;
}

float halved(int pixel)
{
    return std::nearbyint(static_cast<float>(pixel - 128) * 0.5F);
}

std::vector<float> floats(const QByteArray& bytes)
{
    std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    std::memcpy(values.data(), bytes.constData(), values.size() * sizeof(float));
    return values;
}

} // namespace

void tst_Board::initTestCase()
{
    m_program = findOwnTool(u"driftscope-board"_s);
    QVERIFY2(!m_program.isEmpty(), "driftscope-board was not found; $DRIFTSCOPE_BIN_DIR says where to look");
}

void tst_Board::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"nhwc.bin"_s, file(halvingModel(TensorLayout::NHWC)));
    write(u"nchw.bin"_s, file(halvingModel(TensorLayout::NCHW)));
    write(u"faulty.bin"_s, file(halvingModel(TensorLayout::NCHW, {0, 3, 1, 2})));
    write(u"input.rgb"_s, pixels());
}

tst_Board::Run tst_Board::run(const QStringList& arguments) const
{
    Run run;
    Command command;
    command.program = m_program;
    command.arguments = arguments;
    command.workingDirectory = m_folder->path();
    const auto listen = [&](OutputChannel channel, const QString& line) {
        (channel == OutputChannel::StandardOutput ? run.out : run.error) += line + u'\n';
    };
    run.result = runProcess(command, listen, CancelToken(), 60000);
    return run;
}

void tst_Board::write(const QString& name, const QByteArray& bytes) const
{
    QFile out(m_folder->filePath(name));
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(bytes);
}

QByteArray tst_Board::read(const QString& name) const
{
    QFile in(m_folder->filePath(name));
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

void tst_Board::modelInfo()
{
    const Run info = run({u"model_info"_s, u"--model_file"_s, u"nhwc.bin"_s});
    QVERIFY2(info.result.isSuccess(), qPrintable(info.error));
    QVERIFY2(info.out.contains(u"[DNN] Runtime version = driftscope-sandbox"_s), qPrintable(info.out));
    QVERIFY(info.out.contains(u"This model file has 1 model:\n[halving]\n"_s));
    QVERIFY2(info.out.contains(u"input[0]: \nname: data\n"_s), qPrintable(info.out));
    QVERIFY2(info.out.contains(u"valid shape: (1,4,4,3,)\naligned shape: (1,4,4,3,)\naligned byte size: 48\n"
                               "tensor type: HB_DNN_IMG_TYPE_RGB\ntensor layout: HB_DNN_LAYOUT_NHWC\n"_s),
             qPrintable(info.out));
    QVERIFY2(info.out.contains(u"output[0]: \nname: prob\nvalid shape: (1,3,4,4,)\n"_s), qPrintable(info.out));
    QVERIFY(info.out.contains(u"tensor type: HB_DNN_TENSOR_TYPE_F32\ntensor layout: HB_DNN_LAYOUT_NCHW\n"
                              "quanti type: NONE\nstride: (192,64,16,4,)\n"_s));
}

void tst_Board::inferWritesTheOutputs()
{
    for (const QString& model : {u"nhwc.bin"_s, u"nchw.bin"_s}) {
        const Run infer = run({u"infer"_s, u"--model_file="_s + model, u"--input_file=input.rgb"_s,
                               u"--enable_dump=true"_s, u"--dump_path=dump"_s});
        QVERIFY2(infer.result.isSuccess(), qPrintable(infer.error));
        QVERIFY(infer.out.contains(u"Infer time: "_s));
        const std::vector<float> values = floats(read(u"dump/model_infer_output_0_prob.bin"_s));
        QCOMPARE(values.size(), std::size_t(48));
        for (int i = 0; i < 48; ++i) {
            const int from = model.startsWith(u"nchw"_s) ? i : i % 16 * 3 + i / 16;
            QCOMPARE(values[static_cast<std::size_t>(i)], halved(from * 5 % 256));
        }
    }
    const Run text = run({u"infer"_s, u"--model_file=nhwc.bin"_s, u"--input_file=input.rgb"_s, u"--enable_dump"_s,
                          u"--dump_format=txt"_s, u"--dump_precision=1"_s});
    QVERIFY2(text.result.isSuccess(), qPrintable(text.error));
    QVERIFY(read(u"model_infer_output_0_prob.txt"_s).startsWith("-64.0\n"));
}

void tst_Board::inferDumpsEveryLayer()
{
    const Run infer = run({u"infer"_s, u"--model_file=nchw.bin"_s, u"--input_file=input.rgb"_s,
                           u"--dump_intermediate=1"_s, u"--dump_path=layers"_s});
    QVERIFY2(infer.result.isSuccess(), qPrintable(infer.error));
    const QJsonArray dumps = QJsonDocument::fromJson(read(u"layers/driftscope_dumps.json"_s)).array();
    QStringList kinds;
    for (const auto dump : dumps) {
        const QJsonObject entry = dump.toObject();
        kinds.append(entry[u"kind"_s].toString());
        const QString name = entry[u"file"_s].toString();
        QVERIFY(!name.contains(u'/'));
        qint64 count = 1;
        for (const auto size : entry[u"shape"_s].toArray())
            count *= size.toInteger();
        const qint64 bytes = entry[u"dtype"_s].toString() == u"float32"_s ? 4 : 1;
        QCOMPARE(read(u"layers/"_s + name).size(), count * bytes);
    }
    QCOMPARE(kinds, QStringList({u"Transpose"_s, u"Transpose"_s, u"bpu"_s, u"bpu"_s, u"Dequantize"_s, u"model"_s}));
    QCOMPARE(dumps[0].toObject()[u"role"_s].toString(), u"input"_s);
    QCOMPARE(dumps[4].toObject()[u"node"_s].toString(), u"prob/HzDequantize"_s);
    QVERIFY(dumps[4].toObject()[u"file"_s].toString().startsWith(u"layer-3-Dequantize-prob_HzDequantize-output-0-"_s));
    QCOMPARE(dumps[3].toObject()[u"scales"_s].toArray(), QJsonArray({1.0}));
}

void tst_Board::inverseTransposeIsReinterpreted()
{
    const Run infer = run({u"infer"_s, u"--model_file=faulty.bin"_s, u"--input_file=input.rgb"_s, u"--enable_dump"_s});
    QVERIFY2(infer.result.isSuccess(), qPrintable(infer.error));
    const std::vector<float> values = floats(read(u"model_infer_output_0_prob.bin"_s));
    QCOMPARE(values.size(), std::size_t(48));
    int wrong = 0;
    for (int i = 0; i < 48; ++i) {
        // Where the inverse permutation puts byte i of the HWC tensor that the part reads.
        const int place = i % 16 * 3 + i / 16;
        const int source = place % 12 / 4 * 16 + place % 4 * 4 + place / 12;
        QCOMPARE(values[static_cast<std::size_t>(i)], halved(source * 5 % 256));
        wrong += source == i ? 0 : 1;
    }
    QVERIFY(wrong > 30);
}

void tst_Board::listOfFrames()
{
    QByteArray list;
    for (int i = 0; i < 5; ++i) {
        write(u"frame%1.rgb"_s.arg(i), QByteArray(48, static_cast<char>(i * 40)));
        list += u"frame%1.rgb\n"_s.arg(i).toUtf8();
    }
    write(u"frames.txt"_s, list);
    const Run infer = run({u"infer"_s, u"--model_file=nhwc.bin"_s, u"--input_list=frames.txt"_s, u"--enable_dump"_s,
                           u"--dump_path=all"_s, u"--thread_num=2"_s});
    QVERIFY2(infer.result.isSuccess(), qPrintable(infer.error));
    for (int i = 0; i < 5; ++i) {
        const auto values = floats(read(u"all/frame_%1/model_infer_output_0_prob.bin"_s.arg(i)));
        QCOMPARE(values.size(), std::size_t(48));
        QCOMPARE(values.front(), halved(i * 40));
    }
}

void tst_Board::perfMeasuresAndWritesAProfile()
{
    const Run perf = run({u"perf"_s, u"--model_file=nhwc.bin"_s, u"--frame_count=20"_s, u"--thread_num=2"_s,
                          u"--profile_path=profile"_s});
    QVERIFY2(perf.result.isSuccess(), qPrintable(perf.error));
    QVERIFY2(perf.out.contains(u"Frame count: 20,  Thread Average: "_s), qPrintable(perf.out));
    QVERIFY(perf.out.contains(u"  Thread number is: 2\n"_s));
    const QList<QByteArray> parts = read(u"profile/profiler.log"_s).split('*');
    const QJsonObject head = QJsonDocument::fromJson(parts.first()).object();
    QVERIFY(head[u"perf_result"_s].toObject()[u"FPS"_s].toDouble() > 0.0);
    const QJsonObject nodes = QJsonDocument::fromJson(parts.last()).object()[u"model_latency"_s].toObject();
    QCOMPARE(nodes.keys(), QStringList({u"BPU_main_graph_subgraph_0"_s, u"Dequantize_prob/HzDequantize"_s}));
    QCOMPARE(read(u"profile/profiler.csv"_s).count('\n'), 3);
}

void tst_Board::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    const QString model = u"--model_file=nhwc.bin"_s;
    QTest::newRow("no command") << QStringList{} << u"-6000001"_s;
    QTest::newRow("unknown command") << QStringList{u"fly"_s, model} << u"-6000001"_s;
    QTest::newRow("no model") << QStringList{u"model_info"_s} << u"-6000001"_s;
    QTest::newRow("model missing") << QStringList{u"model_info"_s, u"--model_file=none.bin"_s} << u"-6000006"_s;
    QTest::newRow("model is a folder") << QStringList{u"model_info"_s, u"--model_file=."_s} << u"-6000006"_s;
    QTest::newRow("model is empty") << QStringList{u"model_info"_s, u"--model_file=empty.bin"_s} << u"-6000002"_s;
    QTest::newRow("model is cut") << QStringList{u"infer"_s, u"--model_file=cut.bin"_s, u"--input_file=input.rgb"_s}
                                  << u"-6000002"_s;
    QTest::newRow("no input") << QStringList{u"infer"_s, model} << u"-6000001"_s;
    QTest::newRow("input missing") << QStringList{u"infer"_s, model, u"--input_file=none.rgb"_s} << u"-6000006"_s;
    QTest::newRow("input too short") << QStringList{u"infer"_s, model, u"--input_file=empty.bin"_s} << u"-6000001"_s;
    QTest::newRow("two inputs") << QStringList{u"infer"_s, model, u"--input_file=input.rgb,input.rgb"_s}
                                << u"-6000001"_s;
    QTest::newRow("wrong name") << QStringList{u"infer"_s, model, u"--model_name=x"_s, u"--input_file=input.rgb"_s}
                                << u"-6000001"_s;
}

void tst_Board::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    write(u"empty.bin"_s, {});
    write(u"cut.bin"_s, read(u"nhwc.bin"_s).chopped(300));
    const Run failed = run(arguments);
    QCOMPARE(failed.result.ending, ProcessResult::Ending::Exited);
    QCOMPARE(failed.result.exitCode, 1);
    const QStringList lines = failed.error.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.size() == 2, qPrintable(failed.error));
    QVERIFY2(lines.first().contains(code), qPrintable(failed.error));
}

void tst_Board::publishedModels_data()
{
    QTest::addColumn<QString>("path");
    QString folder = qEnvironmentVariable("DRIFTSCOPE_CORPUS");
    if (folder.isEmpty())
        folder = QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s;
    const QDir models(folder + u"/models"_s);
    for (const QString& name : models.entryList({u"*.bin"_s}, QDir::Files))
        QTest::newRow(qPrintable(name)) << models.filePath(name);
    if (models.isEmpty())
        QTest::newRow("no corpus") << QString();
}

void tst_Board::publishedModels()
{
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("The collection of published models is not here; $DRIFTSCOPE_CORPUS names its folder.");
    const Run info = run({u"model_info"_s, u"--model_file="_s + path});
    QVERIFY2(info.result.isSuccess(), qPrintable(info.error));
    QVERIFY2(info.out.contains(u"input[0]: \n"_s) && info.out.contains(u"output[0]: \n"_s), qPrintable(info.out));
    const Run infer = run({u"perf"_s, u"--model_file="_s + path, u"--frame_count=1"_s});
    QCOMPARE(infer.result.exitCode, 1);
    QVERIFY2(infer.error.contains(u"only a real board can run"_s), qPrintable(infer.error));
}

QTEST_GUILESS_MAIN(tst_Board)
#include "tst_board.moc"
