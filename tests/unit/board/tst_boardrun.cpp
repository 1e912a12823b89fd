// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardRun.h"
#include "core/board/DumpedTensor.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray int32Bytes(const std::vector<qint32>& values)
{
    return {reinterpret_cast<const char*>(values.data()), static_cast<qsizetype>(values.size() * sizeof(qint32))};
}

/// Two outputs: `a/b` with a padded innermost axis and a scale per channel, `c` of plain floats.
BoardModelInfo info()
{
    BoardTensorProperties input;
    input.name = u"image"_s;
    input.validShape = Shape{1, 2, 2, 1};
    input.tensorType = u"HB_DNN_TENSOR_TYPE_S8"_s;
    BoardTensorProperties padded;
    padded.name = u"a/b"_s;
    padded.validShape = Shape{1, 1, 2, 3};
    padded.alignedShape = Shape{1, 1, 2, 4};
    padded.stride = {32, 32, 16, 4};
    padded.tensorType = u"HB_DNN_TENSOR_TYPE_S32"_s;
    padded.layout = TensorLayout::NHWC;
    padded.scales = {0.5F, 0.25F, 2.0F};
    padded.quantizeAxis = 3;
    BoardTensorProperties plain;
    plain.name = u"c"_s;
    plain.validShape = Shape{2};
    plain.alignedShape = Shape{2};
    plain.tensorType = u"HB_DNN_TENSOR_TYPE_F32"_s;
    BoardModelInfo result;
    result.modelName = u"net"_s;
    result.inputs = {input};
    result.outputs = {padded, plain};
    return result;
}

const std::vector<qint32> paddedValues{1, 2, 3, -9, 4, 5, 6, -9};
constexpr auto modelInfoText = "[model name]: net\ninput[0]:\nname: image\nvalid shape: (1,2,2,1,)\n"
                               "tensor type: HB_DNN_TENSOR_TYPE_S8\n\noutput[0]:\nname: c\nvalid shape: (2,)\n"
                               "aligned shape: (2,)\ntensor type: HB_DNN_TENSOR_TYPE_F32\nstride: (4,)\n";

} // namespace

class tst_BoardRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void removesThePadding_data();
    void removesThePadding();
    void readsTheSidecar();
    void saysWhatIsWrong();
    void impossibleSizesAreErrors_data();
    void impossibleSizesAreErrors();
    void survivesABrokenSidecar_data();
    void survivesABrokenSidecar();
    void refusesAMissingFolder();
    void runsTheProgram();
    void ignoresDumpsOfAnEarlierRun();
    void explainsFailures();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder->filePath(name); }
    [[nodiscard]] BoardRunRequest request(const QStringList& arguments) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_BoardRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_BoardRun::removesThePadding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hasStride");
    QTest::newRow("by stride") << int32Bytes(paddedValues) << true;
    QTest::newRow("by aligned shape") << int32Bytes(paddedValues) << false;
    QTest::newRow("already dense") << int32Bytes({1, 2, 3, 4, 5, 6}) << true;
    QTest::newRow("last row cut after its data") << int32Bytes({1, 2, 3, -9, 4, 5, 6}) << true;
}

void tst_BoardRun::removesThePadding()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, hasStride);
    BoardModelInfo model = info();
    if (!hasStride)
        model.outputs[0].stride = {0, 0, 0, 0};
    write(file(u"model_infer_output_0_a_b.bin"_s), bytes);
    write(file(u"model_infer_output_1_c.bin"_s), QByteArray(8, '\0'));
    const auto capture = importDumps(m_folder->path(), model);
    QVERIFY(capture.has_value());
    QVERIFY2(capture->complete, qPrintable(capture->limit));
    QCOMPARE(capture->tensors.size(), 2);
    const CapturedTensor* output = capture->find(u"a/b"_s);
    QVERIFY(output != nullptr && output->isOutput);
    QCOMPARE(output->tensor.toIntegers(), (std::vector<qint64>{1, 2, 3, 4, 5, 6}));
    QCOMPARE(output->tensor.toRealValues(), (std::vector<float>{0.5F, 0.5F, 6.0F, 2.0F, 1.25F, 12.0F}));
    QCOMPARE(output->tensor.layout(), TensorLayout::NHWC);
    QCOMPARE(capture->stage, u"board"_s);
}

void tst_BoardRun::readsTheSidecar()
{
    write(
        file(u"driftscope_dumps.json"_s),
        R"([{"file":"in.bin","node":"reader","tensor":"image","role":"input","dtype":"int8","shape":[1,2,2,1],"layout":"NHWC"},
              {"file":"layer-0-bpu-_conv_1-output-0-_conv_1_out.bin","node":"/conv/1","tensor":"/conv/1_out","kind":"bpu",
               "index":0,"role":"output","dtype":"int8","shape":[1,1,1,2],"layout":"NHWC","scales":[0.5],"axis":-1},
              {"file":"model_infer_output_1_c.bin","node":"last","tensor":"c","role":"output","dtype":"float32","shape":[2]},
              {"file":"model_infer_output_0_a_b.bin","node":"last","tensor":"a/b","role":"output","dtype":"int32",
               "shape":[1,1,2,3],"aligned_shape":[1,1,2,4]}])");
    write(file(u"in.bin"_s), QByteArray("\x01\x02\x03\x04"));
    write(file(u"layer-0-bpu-_conv_1-output-0-_conv_1_out.bin"_s), QByteArray("\x04\xff"));
    write(file(u"model_infer_output_1_c.bin"_s), QByteArray(8, '\0'));
    write(file(u"model_infer_output_0_a_b.bin"_s), int32Bytes(paddedValues));
    const auto capture = importDumps(m_folder->path(), info());
    QVERIFY(capture.has_value());
    QVERIFY2(capture->complete, qPrintable(capture->limit));
    QCOMPARE(capture->tensors.size(), 4);
    QVERIFY(capture->tensors.at(0).isInput && capture->tensors.at(0).node.isEmpty());
    QCOMPARE(capture->tensors.at(1).name, u"/conv/1_out"_s);
    QCOMPARE(capture->tensors.at(1).node, u"/conv/1"_s);
    QVERIFY(!capture->tensors.at(1).isOutput);
    QCOMPARE(capture->tensors.at(1).tensor.toRealValues(), (std::vector<float>{2.0F, -0.5F}));
    QCOMPARE(capture->outputs().size(), 2);
    QCOMPARE(capture->find(u"a/b"_s)->tensor.toIntegers(), (std::vector<qint64>{1, 2, 3, 4, 5, 6}));
}

void tst_BoardRun::saysWhatIsWrong()
{
    write(file(u"model_infer_output_0_a_b.bin"_s), int32Bytes(paddedValues).left(13)); // half-written
    write(file(u"stray.bin"_s), "x");
    write(file(u"layer-0-Softmax-node-output-0-t.bin"_s), "x");
    const auto capture = importDumps(m_folder->path(), info());
    QVERIFY(capture.has_value());
    QVERIFY(!capture->complete);
    QVERIFY(capture->tensors.isEmpty());
    for (const QString& part : {u"“a/b” has 13 bytes where 24"_s, u"“stray.bin”"_s, u"“c” was not dumped"_s,
                                u"“layer-0-Softmax-node-output-0-t.bin”"_s})
        QVERIFY2(capture->limit.contains(part), qPrintable(capture->limit));
}

void tst_BoardRun::impossibleSizesAreErrors_data()
{
    QTest::addColumn<Shape>("valid");
    QTest::addColumn<Shape>("aligned");
    QTest::addColumn<QList<qint64>>("stride");
    QTest::newRow("aligned overflows") << Shape{1, 3} << Shape{1305600, 16320, 1'000'000'000'000} << QList<qint64>();
    QTest::newRow("bytes overflow") << Shape{qint64{1} << 62} << Shape{} << QList<qint64>();
    QTest::newRow("the same bytes many times") << Shape{30, 30, 30} << Shape{} << QList<qint64>{1, 1, 1};
}

void tst_BoardRun::impossibleSizesAreErrors()
{
    QFETCH(Shape, valid);
    QFETCH(Shape, aligned);
    QFETCH(QList<qint64>, stride);
    BoardTensorProperties properties;
    properties.name = u"t"_s;
    properties.validShape = valid;
    properties.alignedShape = aligned;
    properties.stride.assign(stride.begin(), stride.end());
    const auto tensor = tensorFromDump(QByteArray(200, '\0'), DataType::Float32, properties);
    QVERIFY(!tensor.has_value());
    QVERIFY(tensor.error().message.contains(u"“t”"_s));
}

void tst_BoardRun::survivesABrokenSidecar_data()
{
    QTest::addColumn<QByteArray>("sidecar");
    QTest::newRow("cut") << QByteArray(R"([{"file":"in.b)");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an object") << QByteArray(R"({"file":1})");
    QTest::newRow("wrong types") << QByteArray(R"([1,"x",null,{"file":7},{"file":"c.bin","shape":"2","dtype":[]}])");
    QTest::newRow("missing file") << QByteArray(R"([{"file":"gone.bin","tensor":"c","dtype":"float32","shape":[2]}])");
    QTest::newRow("huge shape") << QByteArray(
        R"([{"file":"c.bin","tensor":"c","dtype":"float32","shape":[4611686018427387904,4611686018427387904]}])");
    QTest::newRow("negative shape") << QByteArray(R"([{"file":"c.bin","tensor":"c","dtype":"float32","shape":[-2]}])");
    QTest::newRow("zero in the name") << QByteArray(
        R"([{"file":"c\u0000.bin","tensor":"c","dtype":"float32","shape":[2]}])");
    QTest::newRow("outside") << QByteArray(R"([{"file":"../c.bin","tensor":"c","dtype":"float32","shape":[2]}])");
}

void tst_BoardRun::survivesABrokenSidecar()
{
    QFETCH(const QByteArray, sidecar);
    write(file(u"driftscope_dumps.json"_s), sidecar);
    write(file(u"c.bin"_s), QByteArray(8, '\0'));
    QTest::failOnWarning(QRegularExpression(u"."_s)); // Qt warns of names that it cannot open
    const auto capture = importDumps(m_folder->path(), info());
    QVERIFY(capture.has_value());
    QVERIFY(!capture->complete);
    QVERIFY(!capture->limit.isEmpty());
    QVERIFY(capture->tensors.isEmpty());
}

void tst_BoardRun::refusesAMissingFolder()
{
    const auto capture = importDumps(file(u"nowhere"_s), info());
    QVERIFY(!capture.has_value());
    QCOMPARE(capture.error().kind, ErrorKind::NotFound);
}

BoardRunRequest tst_BoardRun::request(const QStringList& arguments) const
{
    BoardRunRequest request;
    request.board = {u"fake"_s, QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/driftscope-fake-tool"_s, arguments};
    request.modelFile = file(u"net.bin"_s);
    request.inputFiles = {file(u"net.bin"_s)};
    request.dumpFolder = file(u"out"_s);
    return request;
}

void tst_BoardRun::runsTheProgram()
{
    write(file(u"net.bin"_s), "model");
    write(file(u"model_info.txt"_s), modelInfoText);
    QVERIFY(QDir(m_folder->path()).mkdir(u"dumps"_s));
    write(file(u"dumps/model_infer_output_0_c.bin"_s), QByteArray("\0\0\x80\x3f\0\0\0\x40", 8));
    Progress progress;
    const auto capture = runOnBoard(request({u"board"_s, m_folder->path()}), CancelToken(), progress);
    QVERIFY2(capture.has_value(), capture ? "" : qPrintable(capture.error().message));
    QVERIFY2(capture->complete, qPrintable(capture->limit));
    QCOMPARE(capture->outputs().size(), 1);
    QCOMPARE(capture->outputs().first()->tensor.toFloats(), (std::vector<float>{1.0F, 2.0F}));
    QCOMPARE(capture->modelFile, file(u"net.bin"_s));
    QCOMPARE(capture->inputFiles.size(), 1);
}

void tst_BoardRun::ignoresDumpsOfAnEarlierRun()
{
    write(file(u"net.bin"_s), "model");
    write(file(u"model_info.txt"_s), modelInfoText);
    QVERIFY(QDir(m_folder->path()).mkpath(u"dumps"_s));
    QVERIFY(QDir(m_folder->path()).mkpath(u"out"_s));
    write(file(u"out/model_infer_output_0_c.bin"_s), QByteArray(8, '\0'));
    write(file(u"out/notes.txt"_s), "kept");
    Progress progress;
    const auto capture = runOnBoard(request({u"board"_s, m_folder->path()}), CancelToken(), progress);
    QVERIFY(!capture.has_value()); // this run wrote nothing
    QVERIFY2(capture.error().message.contains(u"wrote no output"_s), qPrintable(capture.error().message));
    QVERIFY(QFile::exists(file(u"out/model_infer_output_0_c.bin"_s))); // what was there is as it was
    QVERIFY(QFile::exists(file(u"out/notes.txt"_s)));
    QCOMPARE(QDir(file(u"out"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 2);
}

void tst_BoardRun::explainsFailures()
{
    Progress progress;
    const auto noInput = runOnBoard(request({u"exit"_s, u"3"_s}), CancelToken(), progress);
    QVERIFY(!noInput.has_value());
    QCOMPARE(noInput.error().kind, ErrorKind::NotFound);
    write(file(u"net.bin"_s), "model");
    const auto failed = runOnBoard(request({u"exit"_s, u"3"_s}), CancelToken(), progress);
    QVERIFY(!failed.has_value());
    QCOMPARE(failed.error().kind, ErrorKind::ProcessFailed);
    QVERIFY2(failed.error().message.contains(u"exit code 3"_s), qPrintable(failed.error().message));
    BoardRunRequest missing = request({});
    missing.board.program = u"/no/such/hrt_model_exec"_s;
    const auto none = runOnBoard(missing, CancelToken(), progress);
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, ErrorKind::Unavailable);
}

QTEST_GUILESS_MAIN(tst_BoardRun)
#include "tst_boardrun.moc"
