// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpFolder.h"
#include "core/board/ImportDumps.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Npz.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_DumpImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void namesOfTheTool_data();
    void namesOfTheTool();
    void findsTheTensor_data();
    void findsTheTensor();
    void namesThatBeginLikeOthersAreOthers();
    void foldersInNames();
    void outputsWithOneFlatName();
    void planesInOneFileAndInTwo();
    void aMissingPlaneIsNamed();
    void textIsRead_data();
    void textIsRead();
    void textStepsInForABrokenDump();
    void halfWrittenDumpsAreNamed();
    void differentDuplicatesAreNamed();
    void textsOfARunAreNoDumps();
    void nodeInputsAreLeftOut();
    void arraysOfNumpy();
    void foldersAreSamples();
    void framesAreSamples();
    void shiftsAndScalesByAxis();
    void alignedShapesOfFourAxes();
    void oneFileWithOneDeclaration();
    void whatIsNoDumpIsRefused();

private:
    void write(const QString& name, const QByteArray& content) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    [[nodiscard]] QList<DumpSample> imported(const DumpKnowledge& knowledge) const
    {
        Progress progress;
        auto samples = importDumpSamples({m_folder->path()}, knowledge, CancelToken(), progress);
        return samples ? *samples : QList<DumpSample>();
    }
    [[nodiscard]] Capture only(const DumpKnowledge& knowledge) const
    {
        const QList<DumpSample> samples = imported(knowledge);
        return samples.size() == 1 ? samples[0].capture : Capture();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

BoardTensorProperties floats(const QString& name, const Shape& shape)
{
    BoardTensorProperties properties;
    properties.name = name;
    properties.validShape = properties.alignedShape = shape;
    properties.tensorType = u"HB_DNN_TENSOR_TYPE_F32"_s;
    return properties;
}

DumpKnowledge outputs(const QStringList& names)
{
    DumpKnowledge knowledge;
    for (const QString& name : names)
        knowledge.info.outputs.append(floats(name, {2}));
    return knowledge;
}

QByteArray pair(float a, float b)
{
    return toNpy(Tensor::fromValues<float>({2}, std::vector<float>{a, b})).last(8);
}

std::vector<float> valuesOf(const Capture& capture, const QString& name)
{
    const CapturedTensor* tensor = capture.find(name);
    return tensor != nullptr ? tensor->tensor.toRealValues() : std::vector<float>();
}

} // namespace

void tst_DumpImport::namesOfTheTool_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("index");
    QTest::addColumn<int>("plane");
    // Names that were published with the board's tool.
    QTest::newRow("output") << u"model_infer_output_0_output.bin"_s << QString() << u"output"_s << 0 << 0;
    QTest::newRow("stereo") << u"model_infer_output_0_disp.bin"_s << QString() << u"disp"_s << 0 << 0;
    QTest::newRow("number as name") << u"model_infer_output_11_480.bin"_s << QString() << u"480"_s << 11 << 0;
    QTest::newRow("text") << u"model_infer_output_2_a_b.txt"_s << QString() << u"a_b"_s << 2 << 0;
    QTest::newRow("luma") << u"layer-0-bpu-ResNet-18_subgraph_0-input-0-data...y0.data.bin"_s
                          << u"ResNet-18_subgraph_0"_s << u"data"_s << 0 << 1;
    QTest::newRow("chroma") << u"layer-0-bpu-ResNet-18_subgraph_0-input-0-data...uv0.data.bin"_s
                            << u"ResNet-18_subgraph_0"_s << u"data"_s << 0 << 2;
    QTest::newRow("luma, written out") << u"layer-0-bpu-n-input-0-data_1x3x224x224_y0.data.bin"_s << u"n"_s
                                       << u"data_1x3x224x224"_s << 0 << 1;
    QTest::newRow("subgraph output") << u"layer-0-bpu-ResNet-18_subgraph_0-output-0-fc1000_nhwc2nchw.bin"_s
                                     << u"ResNet-18_subgraph_0"_s << u"fc1000_nhwc2nchw"_s << 0 << 0;
    QTest::newRow("dequantize") << u"layer-1-Dequantize-replaced_fc1000_1_HzDequantize-input-1-fc1000_x_scale.bin"_s
                                << u"replaced_fc1000_1_HzDequantize"_s << u"fc1000_x_scale"_s << 1 << 0;
    QTest::newRow("words of the pattern in names")
        << u"layer-12-Conv-a-input-b-output-3-my-output-0-x.bin"_s << u"a-input-b-output-3-my"_s << u"x"_s << 12 << 0;
    QTest::newRow("y as a name") << u"layer-1-Add-add-output-0-y.bin"_s << u"add"_s << u"y"_s << 1 << 0;
}

void tst_DumpImport::namesOfTheTool()
{
    QFETCH(const QString, file);
    const auto parsed = parseDumpFileName(file);
    QVERIFY(parsed.has_value());
    QTEST(parsed->node, "node");
    QTEST(parsed->tensor, "tensor");
    QTEST(parsed->index, "index");
    QTEST(static_cast<int>(parsed->plane), "plane");
}

void tst_DumpImport::findsTheTensor_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("tensor");
    QTest::newRow("flattened") << u"model_infer_output_0__model.22_cv2_Conv_output_0.bin"_s
                               << u"/model.22/cv2/Conv_output_0"_s;
    QTest::newRow("colon") << u"model_infer_output_0_scores_0.bin"_s << u"scores:0"_s;
    QTest::newRow("cut short, by its number") << u"model_infer_output_0_a_very_lo.bin"_s << u"a/very/long/name"_s;
    QTest::newRow("layer with a tail") << u"layer-4-Conv-c-output-0-conv1_1x2_float32.bin"_s << u"conv1"_s;
    QTest::newRow("no prefix") << u"out.bin"_s << u"out"_s;
    QTest::newRow("array") << u"_model.22_out.npy"_s << u"/model.22/out"_s;
}

void tst_DumpImport::findsTheTensor()
{
    QFETCH(const QString, file);
    QFETCH(const QString, tensor);
    write(file, file.endsWith(u".npy") ? toNpy(Tensor::fromValues<float>({2}, std::vector<float>{1, 2})) : pair(1, 2));
    const Capture capture = only(outputs({tensor}));
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(valuesOf(capture, tensor), (std::vector<float>{1, 2}));
    QVERIFY(capture.find(tensor)->isOutput);
}

void tst_DumpImport::namesThatBeginLikeOthersAreOthers()
{
    // The toolchain's own names: none of them is the input or the first convolution.
    for (const char* tensor : {"input_nhwc2nchw", "input_quantized", "input_1", "input2"})
        write(u"layer-0-bpu-n-output-0-%1.bin"_s.arg(QLatin1StringView(tensor)), pair(9, 9));
    write(u"model_infer_output_0_o.bin"_s, pair(1, 2));
    DumpKnowledge knowledge = outputs({u"o"_s});
    knowledge.info.inputs = {floats(u"input"_s, {2})};
    const Capture capture = only(knowledge);
    QCOMPARE(capture.tensors.size(), 1);
    QVERIFY(!capture.complete);
}

void tst_DumpImport::foldersInNames()
{
    write(u"model_infer_output_0_/model.22/cv2:0.bin"_s, pair(1, 2));
    const Capture capture = only(outputs({u"/model.22/cv2:0"_s}));
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(valuesOf(capture, u"/model.22/cv2:0"_s), (std::vector<float>{1, 2}));
}

void tst_DumpImport::outputsWithOneFlatName()
{
    write(u"model_infer_output_0_a_b.bin"_s, pair(1, 2));
    write(u"model_infer_output_1_a_b.bin"_s, pair(3, 4));
    const DumpKnowledge knowledge = outputs({u"a/b"_s, u"a:b"_s});
    const Capture capture = only(knowledge);
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(valuesOf(capture, u"a/b"_s), (std::vector<float>{1, 2}));
    QCOMPARE(valuesOf(capture, u"a:b"_s), (std::vector<float>{3, 4}));
    QCOMPARE(DumpCatalogue(knowledge).ambiguities().size(), 1);
}

namespace {

/// A picture of 6 x 4 whose rows are padded to 16 bytes, as model_info prints it.
DumpKnowledge nv12Input()
{
    BoardTensorProperties input = floats(u"data"_s, {1, 3, 4, 6});
    input.alignedShape = Shape{1, 3, 4, 16};
    input.tensorType = u"HB_DNN_IMG_TYPE_NV12"_s;
    input.layout = TensorLayout::NCHW;
    input.stride = {0, 0, 0, 0};
    DumpKnowledge knowledge;
    knowledge.info.inputs = {input};
    return knowledge;
}

/// Y counts 0…23 row by row; U is 100 + 10 row + column, V is U + 100.
struct Planes
{
    QByteArray luma;
    QByteArray chroma;

    explicit Planes(qint64 rowBytes)
    {
        for (int row = 0; row < 4; ++row)
            for (int column = 0; column < rowBytes; ++column)
                luma.append(static_cast<char>(column < 6 ? row * 6 + column : 0));
        for (int row = 0; row < 2; ++row)
            for (int column = 0; column < rowBytes; ++column)
                chroma.append(
                    static_cast<char>(column < 6 ? 100 + 10 * row + column / 2 + (column % 2 == 1 ? 100 : 0) : 0));
    }
};

/// Written without a look at the code that is tested.
std::vector<float> expectedPicture()
{
    std::vector<float> values;
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 6; ++column) {
            const float u = static_cast<float>(100 + 10 * (row / 2) + column / 2);
            values.insert(values.end(), {static_cast<float>(row * 6 + column), u, u + 100.0F});
        }
    }
    return values;
}

} // namespace

void tst_DumpImport::planesInOneFileAndInTwo()
{
    for (const qint64 rowBytes : {6, 16}) {
        const Planes planes(rowBytes);
        init();
        write(u"layer-0-bpu-n-input-0-data.bin"_s, planes.luma + planes.chroma);
        const Capture one = only(nv12Input());
        QVERIFY2(one.complete, qPrintable(one.limit));
        QCOMPARE(valuesOf(one, u"data"_s), expectedPicture());
        QVERIFY(one.find(u"data"_s)->isInput && one.find(u"data"_s)->tensor.shape() == (Shape{1, 4, 6, 3}));
        init();
        write(u"layer-0-bpu-n-input-0-data...y0.data.bin"_s, planes.luma);
        write(u"layer-0-bpu-n-input-0-data...uv0.data.bin"_s, planes.chroma);
        const Capture two = only(nv12Input());
        QVERIFY2(two.complete, qPrintable(two.limit));
        QCOMPARE(valuesOf(two, u"data"_s), expectedPicture());
    }
}

void tst_DumpImport::aMissingPlaneIsNamed()
{
    write(u"layer-0-bpu-n-input-0-data...y0.data.bin"_s, Planes(16).luma);
    const Capture capture = only(nv12Input());
    QVERIFY(!capture.complete && capture.tensors.isEmpty());
    QVERIFY2(capture.limit.contains(u"uv"), qPrintable(capture.limit));
}

void tst_DumpImport::textIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DataType>("type");
    QTest::addColumn<std::vector<float>>("real");
    // 1 x 1 x 2 x 3 of int8 with scale 0.5, padded to 16 channels.
    QTest::newRow("stored values") << QByteArray("1 2 3\n-4 5 6\n") << DataType::Int8
                                   << std::vector<float>{0.5F, 1, 1.5F, -2, 2.5F, 3};
    QTest::newRow("one a line") << QByteArray("1\n2\n3\n-4\n5\n6\n") << DataType::Int8
                                << std::vector<float>{0.5F, 1, 1.5F, -2, 2.5F, 3};
    QTest::newRow("commas, no end of line")
        << QByteArray("1,2,3,-4,5,6") << DataType::Int8 << std::vector<float>{0.5F, 1, 1.5F, -2, 2.5F, 3};
    QTest::newRow("dequantized") << QByteArray("0.500000000 1.000000000 1.5 -2.0 2.5 3.000000000\n")
                                 << DataType::Float32 << std::vector<float>{0.5F, 1, 1.5F, -2, 2.5F, 3};
    QTest::newRow("dequantized, no decimals")
        << QByteArray("500 1 1 -2 2 3") << DataType::Float32 << std::vector<float>{500, 1, 1, -2, 2, 3};
    QByteArray padded;
    for (int pixel = 0; pixel < 2; ++pixel) {
        for (int channel = 0; channel < 16; ++channel)
            padded += channel < 3 ? QByteArray::number(pixel * 3 + channel) + ' ' : QByteArray("0 ");
        padded += '\n';
    }
    QTest::newRow("aligned") << padded << DataType::Int8 << std::vector<float>{0, 0.5F, 1, 1.5F, 2, 2.5F};
}

void tst_DumpImport::textIsRead()
{
    QFETCH(const QByteArray, text);
    BoardTensorProperties output = floats(u"o"_s, {1, 1, 2, 3});
    output.alignedShape = Shape{1, 1, 2, 16};
    output.tensorType = u"HB_DNN_TENSOR_TYPE_S8"_s;
    output.scales = {0.5F};
    DumpKnowledge knowledge;
    knowledge.info.outputs = {output};
    write(u"model_infer_output_0_o.txt"_s, text);
    const Capture capture = only(knowledge);
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QTEST(capture.find(u"o"_s)->tensor.dataType(), "type");
    QTEST(valuesOf(capture, u"o"_s), "real");
}

void tst_DumpImport::textStepsInForABrokenDump()
{
    // dump_intermediate 2 and 3 write both.
    write(u"layer-0-bpu-n-output-0-o.txt"_s, "1.5 nan");
    write(u"layer-0-bpu-n-output-0-o.bin"_s, pair(1, 2).first(5));
    const Capture capture = only(outputs({u"o"_s}));
    QVERIFY(!capture.complete);
    QVERIFY2(capture.limit.contains(u"5 bytes") && capture.limit.contains(u"o.txt"), qPrintable(capture.limit));
    QVERIFY(std::isnan(valuesOf(capture, u"o"_s)[1]));
    QCOMPARE(capture.find(u"o"_s)->node, u"n"_s);
    write(u"layer-0-bpu-n-output-0-o.bin"_s, pair(1, 2));
    QCOMPARE(valuesOf(only(outputs({u"o"_s})), u"o"_s), (std::vector<float>{1, 2})); // exact before rounded
}

void tst_DumpImport::halfWrittenDumpsAreNamed()
{
    write(u"model_infer_output_0_a.bin"_s, pair(1, 2).first(6));
    write(u"model_infer_output_1_b.txt"_s, "1.5 2.");
    write(u"model_infer_output_2_c.txt"_s, "1.5 ");
    write(u"model_infer_output_3_d.txt"_s, "1.5 x2");
    write(u"model_infer_output_4_e.bin"_s, QByteArray());
    const Capture capture = only(outputs({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}));
    QVERIFY(!capture.complete);
    QCOMPARE(capture.tensors.size(), 1); // "2." is a number
    for (const char* what : {"“a”", "“c”", "“d”", "“e”", "“f”", "“x2”", "written only in part", "not dumped"})
        QVERIFY2(capture.limit.contains(QString::fromUtf8(what)), qPrintable(capture.limit));
}

void tst_DumpImport::differentDuplicatesAreNamed()
{
    write(u"layer-7-Conv-n-output-0-o.bin"_s, pair(1, 2));
    write(u"model_infer_output_0_o.bin"_s, pair(1, 2));
    QVERIFY(only(outputs({u"o"_s})).complete);
    QCOMPARE(only(outputs({u"o"_s})).tensors.size(), 1);
    write(u"model_infer_output_0_o.bin"_s, pair(1, 3));
    const Capture capture = only(outputs({u"o"_s}));
    QVERIFY(!capture.complete);
    QVERIFY2(capture.limit.contains(u"twice"), qPrintable(capture.limit));
}

/// What a run says of itself lies beside its dumps.
void tst_DumpImport::textsOfARunAreNoDumps()
{
    write(u"model_infer_output_0_o.bin"_s, pair(1, 2));
    write(boardConsoleFile, "Infer time: 1 ms");
    write(boardModelInfoFile, "input[0]:");
    const Capture capture = only(outputs({u"o"_s}));
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(capture.tensors.size(), 1);
}

void tst_DumpImport::nodeInputsAreLeftOut()
{
    DumpKnowledge knowledge = outputs({u"o"_s});
    knowledge.info.inputs = {floats(u"i"_s, {2})};
    write(u"layer-0-bpu-n-input-0-i.bin"_s, pair(1, 2));
    write(u"layer-1-Dequantize-d-input-1-o_scale.bin"_s, pair(9, 9));
    write(u"layer-1-Dequantize-d-input-0-o.bin"_s, pair(9, 9));
    write(u"layer-1-Dequantize-d-output-0-o.bin"_s, pair(3, 4));
    const Capture capture = only(knowledge);
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(capture.tensors.size(), 2);
    QVERIFY(capture.tensors[0].isInput && capture.tensors[0].node.isEmpty());
    QCOMPARE(valuesOf(capture, u"o"_s), (std::vector<float>{3, 4}));
}

void tst_DumpImport::arraysOfNumpy()
{
    const Tensor stored = Tensor::fromValues<qint8>({1, 2}, std::vector<qint8>{2, 4});
    QVERIFY(writeNpz(m_folder->filePath(u"all.npz"_s), {{u"_q_0"_s, stored}, {u"extra"_s, stored}}, true).has_value());
    write(u"plain.npy"_s, toNpy(stored));
    write(u"cut.npy"_s, toNpy(stored).chopped(1));
    BoardTensorProperties output = floats(u"/q:0"_s, {1, 2});
    output.tensorType = u"HB_DNN_TENSOR_TYPE_S8"_s;
    output.scales = {0.5F};
    DumpKnowledge knowledge;
    knowledge.info.outputs = {output};
    const Capture capture = only(knowledge);
    QCOMPARE(capture.tensors.size(), 3);
    QCOMPARE(valuesOf(capture, u"/q:0"_s), (std::vector<float>{1, 2}));
    QVERIFY(capture.find(u"/q:0"_s)->isOutput);
    QCOMPARE(valuesOf(capture, u"extra"_s), (std::vector<float>{2, 4}));
    QVERIFY(!capture.complete && capture.limit.contains(u"cut.npy"));
}

void tst_DumpImport::foldersAreSamples()
{
    for (const int sample : {0, 2, 10})
        write(u"run/%1/model_infer_output_0_o.bin"_s.arg(sample), pair(static_cast<float>(sample), 0));
    const QList<DumpSample> samples = imported(outputs({u"o"_s}));
    QCOMPARE(samples.size(), 3);
    QCOMPARE(samples[1].name, u"run/2"_s);
    QCOMPARE(samples[2].name, u"run/10"_s); // by number, not by letter
    QCOMPARE(valuesOf(samples[2].capture, u"o"_s), (std::vector<float>{10, 0}));
}

void tst_DumpImport::framesAreSamples()
{
    write(u"model_infer_output_0_o.bin"_s, pair(1, 2) + pair(3, 4) + pair(5, 6));
    const QList<DumpSample> samples = imported(outputs({u"o"_s}));
    QCOMPARE(samples.size(), 3);
    QCOMPARE(samples[2].name, u"2"_s);
    QCOMPARE(valuesOf(samples[2].capture, u"o"_s), (std::vector<float>{5, 6}));
}

void tst_DumpImport::shiftsAndScalesByAxis()
{
    const auto info = parseModelInfo(uR"(output[0]:
name: o
valid shape: (1,2,1,2,)
aligned shape: (1,2,1,16,)
tensor type: HB_DNN_TENSOR_TYPE_S8
tensor layout: HB_DNN_LAYOUT_NHWC
quanti type: SHIFT
stride: (0,0,0,0,)
shift data: 1,3,
quantizeAxis: 3
)"_s);
    QVERIFY(info.has_value());
    QByteArray bytes(32, '\0');
    bytes[0] = 8;
    bytes[1] = 8;
    bytes[16] = -8;
    bytes[17] = 16;
    write(u"model_infer_output_0_o.bin"_s, bytes);
    const Capture capture = only({*info, {}});
    QVERIFY2(capture.complete, qPrintable(capture.limit));
    QCOMPARE(valuesOf(capture, u"o"_s), (std::vector<float>{4, 1, -4, 2}));
}

void tst_DumpImport::alignedShapesOfFourAxes()
{
    // The runtime's aligned shape has four axes whatever the tensor has.
    for (const Shape& aligned : {Shape{1, 2, 1, 1}, Shape{1, 1, 1, 4}}) {
        init();
        DumpKnowledge knowledge;
        BoardTensorProperties output = floats(u"o"_s, {1, 2});
        output.alignedShape = aligned;
        knowledge.info.outputs = {output};
        QByteArray bytes = pair(1, 2);
        bytes.resize(aligned.elementCount() * 4, '\0');
        write(u"model_infer_output_0_o.bin"_s, bytes);
        const Capture capture = only(knowledge);
        QVERIFY2(capture.complete, qPrintable(capture.limit));
        QCOMPARE(valuesOf(capture, u"o"_s), (std::vector<float>{1, 2}));
    }
}

void tst_DumpImport::oneFileWithOneDeclaration()
{
    write(u"whatever 名.bin"_s, QByteArray("head") + pair(1, 2));
    DumpKnowledge knowledge;
    knowledge.declarations = {*parseDeclaration(u"name=o; dtype=float32; shape=(2,); offset=4"_s)};
    Progress progress;
    const auto samples
        = importDumpSamples({m_folder->filePath(u"whatever 名.bin"_s)}, knowledge, CancelToken(), progress);
    QVERIFY(samples.has_value());
    QCOMPARE(valuesOf(samples->first().capture, u"o"_s), (std::vector<float>{1, 2}));
    // A pattern says which files are meant, and the file gives the name.
    knowledge.declarations = {*parseDeclaration(u"file=what*.bin;dtype=int32;shape=3"_s)};
    QVERIFY(only(knowledge).find(u"whatever 名"_s) != nullptr);
}

void tst_DumpImport::whatIsNoDumpIsRefused()
{
    Progress progress;
    QVERIFY(!importDumpSamples({m_folder->path()}, {}, CancelToken(), progress));
    QVERIFY(!importDumpSamples({m_folder->filePath(u"gone"_s)}, {}, CancelToken(), progress));
    write(u"a.jpg"_s, "x");
    QVERIFY(!importDumpSamples({m_folder->filePath(u"a.jpg"_s)}, {}, CancelToken(), progress));
    write(u"a.bin"_s, "x");
    const CancelToken cancelled;
    cancelled.cancel();
    const auto stopped = importDumpSamples({m_folder->path()}, {}, cancelled, progress);
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    const Capture capture = only({});
    QVERIFY(!capture.complete && capture.limit.contains(u"a.bin"));
}

QTEST_GUILESS_MAIN(tst_DumpImport)
#include "tst_dumpimport.moc"
