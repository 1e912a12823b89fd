// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/boardmodel/BoardFacts.h"
#include "core/boardmodel/BoardModel.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Against published files of the toolchain, which are not part of the project; skipped where there are none.
class tst_BoardCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyFileIsWrittenBackByteByByte_data();
    void everyFileIsWrittenBackByteByByte();
    void everyFileHasItsFacts_data();
    void everyFileHasItsFacts();
    void constantsAndAttributes();
    void removedDequantizeGivesScales();
    void metadataTellsPreprocessing();
    void operatorsCarryTheirScales();
    void removedNodesTellWhatIsLeftToDo();
    void versionsOfEveryFile_data();
    void versionsOfEveryFile();
    void rawTensorDataIsNoModel();
    void graphShowsDevicesAndLayouts();

private:
    [[nodiscard]] BoardModel load(const QString& file) const;
    QString m_folder;
};

BoardModel tst_BoardCorpus::load(const QString& file) const
{
    const auto model = readBoardModel(m_folder + u'/' + file);
    if (!model)
        qFatal("%s", qPrintable(model.error().message));
    return *model;
}

void tst_BoardCorpus::initTestCase()
{
    m_folder = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"))
        + u"/models"_s;
    if (!QDir(m_folder).exists())
        QSKIP("no corpus of real files");
}

void tst_BoardCorpus::everyFileIsWrittenBackByteByByte_data()
{
    QTest::addColumn<QString>("file");
    for (const char* file : {"lpr.binn", "ultra_unet_mobilenet_1024x2048_nv12.bin", "x3_lenet_28x28_gray.bin",
                             "x3_mobilenet_multi_224x224_gray.bin", "x3_mobilenetv2_224x224_nv12.bin",
                             "x5_osnet_64x128_nv12.bin", "x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void tst_BoardCorpus::everyFileIsWrittenBackByteByByte()
{
    QFETCH(QString, file);
    const auto content = readFile(m_folder + u'/' + file);
    QVERIFY(content.has_value());
    QVERIFY(looksLikeBoardModel(content->first(64)));
    const auto model = parseBoardModel(*content, file);
    QVERIFY2(model.has_value(), model ? "" : qPrintable(model.error().message));
    const auto written = toBoardFile(*model);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
    QVERIFY(*written == *content);
}

void tst_BoardCorpus::everyFileHasItsFacts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("magic");
    QTest::addColumn<QStringList>("inputs");
    QTest::addColumn<QStringList>("nodes");
    const QString nv12 = u"nv12"_s;
    QTest::newRow("lpr") << u"lpr.binn"_s << u"bayes-e"_s << u"#B2Ehbm#"_s
                         << QStringList{u"image float32 1x3x24x94 featuremap NCHW"_s} << QStringList{};
    QTest::newRow("unet") << u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s << u"bayes"_s << u"#B25hbm#"_s
                          << QStringList{u"input_1:0 int8 1x1024x2048x3 nv12 NCHW"_s}
                          << QStringList{u"BPU tf2onnx_subgraph_0"_s};
    QTest::newRow("lenet") << u"x3_lenet_28x28_gray.bin"_s << u"bernoulli2"_s << u"#X2Ahbm#"_s
                           << QStringList{u"data int8 1x28x28x1 gray NCHW"_s}
                           << QStringList{u"BPU LeNet_subgraph_0"_s, u"Dequantize replaced_ip2_HzDequantize"_s,
                                          u"Reshape ip2_reshape_0"_s};
    QTest::newRow("multi") << u"x3_mobilenet_multi_224x224_gray.bin"_s << u"bernoulli2"_s << u"#X2Ahbm#"_s
                           << QStringList{u"image_b int8 1x224x224x1 gray NCHW"_s,
                                          u"image_g int8 1x224x224x1 gray NCHW"_s,
                                          u"image_r int8 1x224x224x1 gray NCHW"_s}
                           << QStringList{u"BPU MOBILENET_V2_subgraph_0"_s, u"Dequantize fc7_1_HzDequantize"_s,
                                          u"Softmax prob"_s};
    QTest::newRow("osnet") << u"x5_osnet_64x128_nv12.bin"_s << u"bayes-e"_s << u"#B2Ehbm#"_s
                           << QStringList{u"input int8 1x128x64x3 nv12 NCHW"_s}
                           << QStringList{u"BPU torch_jit_subgraph_0"_s,
                                          u"Dequantize output_reshape_reshape_HzDequantize"_s};
}

void tst_BoardCorpus::everyFileHasItsFacts()
{
    QFETCH(QString, file);
    QFETCH(QString, march);
    QFETCH(QString, magic);
    QFETCH(QStringList, inputs);
    QFETCH(QStringList, nodes);
    const BoardModel model = load(file);
    QCOMPARE(model.metadata.march(), march);
    QCOMPARE(model.hbmMagic, magic);
    QStringList actual;
    for (const BoardTensorInfo& input : model.inputs) {
        actual.append(u"%1 %2 %3 %4 %5"_s.arg(input.name, dataTypeName(input.type), input.shape.toString(),
                                              inputTypeName(input.inputType), layoutName(input.layout)));
    }
    QCOMPARE(actual, inputs);
    QStringList actualNodes;
    for (const NodeDraft& node : model.graph.nodes)
        actualNodes.append(node.opType + u' ' + node.name);
    if (!nodes.isEmpty())
        QCOMPARE(actualNodes, nodes);
}

void tst_BoardCorpus::constantsAndAttributes()
{
    const BoardModel lpr = load(u"lpr.binn"_s);
    QCOMPARE(lpr.graph.nodes.size(), 20);
    const NodeDraft& quantize = lpr.graph.nodes.front();
    QCOMPARE(quantize.opType, u"Quantize"_s);
    QCOMPARE(quantize.integer(u"bits"_s, 0), qint64{8});
    const NodeDraft& reduction = lpr.graph.nodes[5];
    QCOMPARE(reduction.opType, u"Reduction"_s);
    QCOMPARE(reduction.integers(u"axes"_s), (QList<qint64>{1, 2, 3}));
    const NodeDraft& dequantize = lpr.graph.nodes.back();
    QCOMPARE(dequantize.text(u"output_data_format"_s), u"NCHW"_s);
    QCOMPARE(lpr.graph.initializer(u"p2o.helper.constant.17"_s)->toFloats(), std::vector<float>{2.0F});
    const BoardModel lenet = load(u"x3_lenet_28x28_gray.bin"_s);
    QCOMPARE(lenet.graph.initializer(u"ip2_reshape_0_shape_dim4"_s)->toIntegers(), (std::vector<qint64>{-1, 10}));
    QCOMPARE(lenet.graph.initializer(u"ip2_x_scale"_s)->shape(), (Shape{10}));
    QCOMPARE(lenet.graph.initializer(packedModelConstant)->bytes().size(), 786432);
    QCOMPARE(lenet.outputs.front().shape, (Shape{1, 10}));
}

void tst_BoardCorpus::removedDequantizeGivesScales()
{
    const BoardModel unet = load(u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s);
    const auto& quantization = unet.outputs.front().quantization;
    QVERIFY(quantization.has_value());
    QCOMPARE(unet.outputs.front().type, DataType::Int32);
    QCOMPARE(quantization->axis, 3);
    QCOMPARE(quantization->scales.size(), std::size_t{19});
    QVERIFY(std::abs(quantization->scales.front() - 0.000725082587F) < 1e-9F); // as NODE_… of its metadata prints it
    QVERIFY(!load(u"x3_lenet_28x28_gray.bin"_s).outputs.front().quantization.has_value());
}

void tst_BoardCorpus::metadataTellsPreprocessing()
{
    const BuildMetadata osnet = load(u"x5_osnet_64x128_nv12.bin"_s).metadata;
    QCOMPARE(osnet.perInput(u"MEAN_VALUE"_s), QStringList{u"123.675,116.28,103.53,"_s});
    QCOMPARE(osnet.perInput(u"SCALE_VALUE"_s), QStringList{u"0.01712475,0.017507,0.01742919,"_s});
    QCOMPARE(osnet.perInput(u"INPUT_TYPE_RT"_s), QStringList{u"nv12"_s});
    QCOMPARE(osnet.value(u"absent"_s), QString());
    QCOMPARE(load(u"x3_mobilenet_multi_224x224_gray.bin"_s).metadata.perInput(u"INPUT_NAMES"_s).size(), 3);
}

void tst_BoardCorpus::operatorsCarryTheirScales()
{
    const QList<BoardOperator> lpr = boardOperators(load(u"lpr.binn"_s));
    QCOMPARE(lpr.size(), 20);
    QCOMPARE(lpr.front().type, u"Quantize"_s);
    QCOMPARE(lpr.front().bits, 8);
    QCOMPARE(lpr.front().inputs, QStringList{u"image"_s}); // the scale is no input
    QVERIFY(lpr.front().quantization.has_value());
    QVERIFY(std::abs(lpr.front().quantization->scales.front() - 0.00787401572F) < 1e-9F);
    QCOMPARE(std::ranges::count(lpr, Device::Bpu, &BoardOperator::device), 2);
    QCOMPARE(lpr.back().outputLayout, TensorLayout::NCHW);
    const QList<BoardOperator> yolo = boardOperators(load(u"x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin"_s));
    QCOMPARE(yolo.size(), 7);
    QCOMPARE(yolo.front().outputs.size(), 6);
    QCOMPARE(yolo.last().quantization->axis, 3);
    QCOMPARE(yolo.last().quantization->scales.size(), std::size_t{12});
    // No axis is written here; the output has one that is as long as there are scales.
    const BoardOperator osnet = boardOperators(load(u"x5_osnet_64x128_nv12.bin"_s)).last();
    QCOMPARE(osnet.quantization->scales.size(), std::size_t{512});
    QCOMPARE(osnet.quantization->axis, 1);
}

void tst_BoardCorpus::removedNodesTellWhatIsLeftToDo()
{
    const QList<RemovedNode> unet = removedNodes(load(u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s));
    QCOMPARE(unet.size(), 1);
    QCOMPARE(unet.front().name, u"seg_head_seg_pred_4/FusedBatchNorm_raw_output___3:0_HzDequantize"_s);
    QCOMPARE(unet.front().type, u"Dequantize"_s);
    QCOMPARE(unet.front().causedBy, u"model_parameters.remove_node_type"_s);
    QCOMPARE(unet.front().output, u"seg_head_seg_pred_4/FusedBatchNorm:0"_s);
    QVERIFY(unet.front().quantization.has_value());
    QCOMPARE(unet.front().quantization->scales.size(), std::size_t{19});
    const QList<RemovedNode> osnet = removedNodes(load(u"x5_osnet_64x128_nv12.bin"_s));
    QCOMPARE(osnet.size(), 1);
    QCOMPARE(osnet.front().type, u"Reshape"_s);
    QCOMPARE(osnet.front().output, u"output"_s);
    QCOMPARE(osnet.front().replacedBy, u"output_reshape_reshape"_s);
    QVERIFY(!osnet.front().quantization.has_value());
    for (const QString& file : {u"lpr.binn"_s, u"x3_lenet_28x28_gray.bin"_s, u"x3_mobilenetv2_224x224_nv12.bin"_s})
        QVERIFY(removedNodes(load(file)).isEmpty());
}

void tst_BoardCorpus::versionsOfEveryFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("builder");
    QTest::newRow("lpr") << u"lpr.binn"_s << u"1.24.3"_s;
    QTest::newRow("unet") << u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s << u"1.14.2"_s;
    QTest::newRow("lenet") << u"x3_lenet_28x28_gray.bin"_s << u"1.6.8"_s;
    QTest::newRow("osnet") << u"x5_osnet_64x128_nv12.bin"_s << u"1.24.3"_s;
}

void tst_BoardCorpus::versionsOfEveryFile()
{
    QFETCH(QString, file);
    QFETCH(QString, builder);
    const auto versions = buildVersions(load(file).metadata);
    QCOMPARE(versions.size(), 4);
    QCOMPARE(versions.front(), std::pair(u"BUILDER_VERSION"_s, builder));
    for (const auto& [key, version] : versions)
        QVERIFY(!version.isEmpty() && version == version.trimmed());
}

void tst_BoardCorpus::rawTensorDataIsNoModel()
{
    const QString path = m_folder + u"/lpr_test_input.binn"_s;
    QVERIFY(!looksLikeBoardModel(*readFile(path)));
    const auto model = readBoardModel(path);
    QVERIFY(!model.has_value());
    QVERIFY2(model.error().message.contains(u"raw tensor data"_s), qPrintable(model.error().message));
}

void tst_BoardCorpus::graphShowsDevicesAndLayouts()
{
    const auto graph = boardGraph(load(u"x3_mobilenetv2_224x224_nv12.bin"_s));
    QCOMPARE(graph->nodeCount(), 3); // code of the toolchain stays one node
    QCOMPARE(graph->node(NodeId(0)).device, Device::Bpu);
    QCOMPARE(graph->node(NodeId(2)).device, Device::Cpu);
    QCOMPARE(graph->value(graph->inputs().front()).layout, TensorLayout::NHWC);
    // Its Dequantize was taken out: the output is what the BPU gives, whatever the list of values still says.
    const auto unet = boardGraph(load(u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s));
    QCOMPARE(unet->value(unet->outputs().front()).type, DataType::Int32);
}

QTEST_GUILESS_MAIN(tst_BoardCorpus)
#include "tst_boardcorpus.moc"
