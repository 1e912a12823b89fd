// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftText.h"
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <onnx/onnx_pb.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_OnnxFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void debianTestModelsLoadAndRoundTrip();
    void horizonModelLoadsWithAllAttributes();
    void typedFieldsEqualRawData_data();
    void typedFieldsEqualRawData();
    void externalDataIsReadFromTheFolder();
    void externalDataElsewhereIsRefused_data();
    void externalDataElsewhereIsRefused();
    void externalDataThroughLinksAndPipesIsRefused();
    void filesThatAreNone();
};

namespace {

onnx::ModelProto modelWithWeight(const onnx::TensorProto& weight)
{
    onnx::ModelProto model;
    model.set_ir_version(8);
    model.add_opset_import()->set_version(13);
    model.mutable_graph()->set_name("g");
    *model.mutable_graph()->add_initializer() = weight;
    onnx::NodeProto* node = model.mutable_graph()->add_node();
    node->set_op_type("Identity");
    node->add_input("w");
    node->add_output("y");
    model.mutable_graph()->add_output()->set_name("y");
    return model;
}

QByteArray bytesOf(const onnx::ModelProto& model)
{
    return QByteArray::fromStdString(model.SerializeAsString());
}

onnx::TensorProto externalWeight(const QString& location, qint64 offset)
{
    onnx::TensorProto weight;
    weight.set_name("w");
    weight.set_data_type(onnx::TensorProto_DataType_FLOAT);
    weight.add_dims(2);
    weight.set_data_location(onnx::TensorProto_DataLocation_EXTERNAL);
    auto* entry = weight.add_external_data();
    entry->set_key("location");
    entry->set_value(location.toStdString());
    entry = weight.add_external_data();
    entry->set_key("offset");
    entry->set_value(std::to_string(offset));
    return weight;
}

Result<GraphDraft> readWithWeightAt(const QTemporaryDir& folder, const QString& location, qint64 offset = 0)
{
    const QString path = folder.filePath(u"net.onnx"_s);
    if (auto written = writeFileAtomically(path, bytesOf(modelWithWeight(externalWeight(location, offset)))); !written)
        return forward(written);
    return readOnnx(path);
}

QString corpus()
{
    return qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"));
}

} // namespace

void tst_OnnxFiles::debianTestModelsLoadAndRoundTrip()
{
    const QString folder = u"/usr/share/libonnx-testdata"_s;
    if (!QDir(folder).exists())
        QSKIP("libonnx-testdata is not installed");
    QDirIterator files(folder, {u"*.onnx"_s}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        const QString path = files.next();
        const auto draft = readOnnx(path);
        QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
        ++count;
        const auto content = toOnnx(*draft);
        QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
        const auto back = parseOnnx(*content, path, {false});
        QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
        QCOMPARE(draftText(*back), draftText(*draft));
    }
    QVERIFY2(count > 1000, qPrintable(QString::number(count)));
}

void tst_OnnxFiles::horizonModelLoadsWithAllAttributes()
{
    const QString path = corpus() + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12_quantized_model.onnx"_s;
    if (!QFile::exists(path))
        QSKIP("no corpus of real files");
    const auto draft = readOnnx(path);
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    onnx::ModelProto model;
    const QByteArray content = *readFile(path);
    QVERIFY(model.ParseFromArray(content.constData(), static_cast<int>(content.size())));
    QCOMPARE(draft->nodes.size(), model.graph().node_size());
    QCOMPARE(draft->initializers.size(), model.graph().initializer_size());
    bool horizon = false;
    for (int i = 0; i < model.graph().node_size(); ++i) {
        const NodeDraft& node = draft->nodes[i];
        QCOMPARE(node.attributes.size(), model.graph().node(i).attribute_size());
        QCOMPARE(node.name.toStdString(), model.graph().node(i).name());
        horizon = horizon || node.domain == u"horizon"_s;
        for (const Attribute& attribute : node.attributes)
            QVERIFY2(!std::holds_alternative<std::monostate>(attribute.value), qPrintable(attribute.name));
    }
    QVERIFY(horizon);
}

void tst_OnnxFiles::typedFieldsEqualRawData_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("float") << 1 << QByteArray("\x00\x00\x80\x3f\x00\x00\x00\xc0", 8);
    QTest::newRow("uint8") << 2 << QByteArray("\x01\xfe", 2);
    QTest::newRow("int8") << 3 << QByteArray("\x01\xfe", 2);
    QTest::newRow("uint16") << 4 << QByteArray("\x01\x00\xfe\xff", 4);
    QTest::newRow("int16") << 5 << QByteArray("\x01\x00\xfe\xff", 4);
    QTest::newRow("int32") << 6 << QByteArray("\x01\x00\x00\x00\xfe\xff\xff\xff", 8);
    QTest::newRow("bool") << 9 << QByteArray("\x01\x00", 2);
    QTest::newRow("float16") << 10 << QByteArray("\x00\x3c\x00\xc0", 4);
    QTest::newRow("bfloat16") << 16 << QByteArray("\x80\x3f\x00\xc0", 4);
    QTest::newRow("int64") << 7 << QByteArray("\x01\0\0\0\0\0\0\0\xfe\xff\xff\xff\xff\xff\xff\xff", 16);
    QTest::newRow("double") << 11 << QByteArray("\0\0\0\0\0\0\xf0\x3f\0\0\0\0\0\0\0\xc0", 16);
    QTest::newRow("uint32") << 12 << QByteArray("\x01\x00\x00\x00\xfe\xff\xff\xff", 8);
    QTest::newRow("uint64") << 13 << QByteArray("\x01\0\0\0\0\0\0\0\xfe\xff\xff\xff\xff\xff\xff\xff", 16);
}

void tst_OnnxFiles::typedFieldsEqualRawData()
{
    QFETCH(int, number);
    QFETCH(QByteArray, raw);
    onnx::TensorProto weight;
    weight.set_name("w");
    weight.set_data_type(number);
    weight.add_dims(2);
    weight.set_raw_data(raw.toStdString());
    const auto fromRaw = parseOnnx(bytesOf(modelWithWeight(weight)), u"raw"_s);
    QVERIFY2(fromRaw.has_value(), fromRaw ? "" : qPrintable(fromRaw.error().message));
    const Tensor expected = fromRaw->initializers.front().tensor;
    weight.clear_raw_data();
    for (const float value : expected.toFloats()) {
        if (number == 1)
            weight.add_float_data(value);
        else if (number == 11)
            weight.add_double_data(static_cast<double>(value));
    }
    for (const qint64 value : expected.toIntegers()) {
        if (number == 7)
            weight.add_int64_data(value);
        else if (number == 12 || number == 13)
            weight.add_uint64_data(static_cast<quint64>(value));
        else
            weight.add_int32_data(static_cast<qint32>(value));
    }
    if (number == 10 || number == 16) { // the bits of the halves stand in int32
        for (const quint16 bits : std::span(reinterpret_cast<const quint16*>(raw.constData()), 2))
            weight.add_int32_data(bits);
    }
    const auto fromTyped = parseOnnx(bytesOf(modelWithWeight(weight)), u"typed"_s);
    QVERIFY2(fromTyped.has_value(), fromTyped ? "" : qPrintable(fromTyped.error().message));
    QCOMPARE(fromTyped->initializers.front().tensor.bytes(), raw);
}

void tst_OnnxFiles::externalDataIsReadFromTheFolder()
{
    const QTemporaryDir folder;
    QVERIFY(makeFolder(folder.filePath(u"sub"_s)));
    const QByteArray weights("xxxx\x00\x00\x80\x3f\x00\x00\x00\x40", 12);
    QVERIFY(writeFileAtomically(folder.filePath(u"sub/w.data"_s), weights));
    const auto draft = readWithWeightAt(folder, u"sub/w.data"_s, 4);
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    QCOMPARE(draft->initializer(u"w"_s)->toFloats(), (std::vector<float>{1, 2}));
    QVERIFY(readWithWeightAt(folder, u"sub/w.data"_s, 8).error().message.contains(u"end too early"_s));
    QCOMPARE(readWithWeightAt(folder, u"absent"_s).error().kind, ErrorKind::NotFound);
    const auto bytes = parseOnnx(bytesOf(modelWithWeight(externalWeight(u"sub/w.data"_s, 4))), u"memory"_s);
    QCOMPARE(bytes.error().kind, ErrorKind::Unsupported);
}

void tst_OnnxFiles::externalDataElsewhereIsRefused_data()
{
    QTest::addColumn<QString>("location");
    for (const char* location : {"/etc/passwd", "../w.data", "sub/../../w.data", "..\\w.data", "C:\\w.data", "", "."})
        QTest::newRow(location) << QString::fromLatin1(location);
}

void tst_OnnxFiles::externalDataElsewhereIsRefused()
{
    QFETCH(QString, location);
    const QTemporaryDir parent;
    const QTemporaryDir folder(parent.filePath(u"model"_s));
    QVERIFY(writeFileAtomically(parent.filePath(u"w.data"_s), QByteArray(8, '\0')));
    const auto draft = readWithWeightAt(folder, location);
    QVERIFY(!draft.has_value());
    QCOMPARE(draft.error().kind, ErrorKind::Unsupported);
    QVERIFY(draft.error().message.contains(u"net.onnx"_s));
}

void tst_OnnxFiles::externalDataThroughLinksAndPipesIsRefused()
{
    const QTemporaryDir outside;
    const QTemporaryDir folder;
    QVERIFY(writeFileAtomically(outside.filePath(u"w.data"_s), QByteArray(8, '\0')));
    QVERIFY(QFile::link(outside.filePath(u"w.data"_s), folder.filePath(u"link.data"_s)));
    QVERIFY(QFile::link(outside.path(), folder.filePath(u"links"_s)));
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe"_s)).constData(), 0600), 0);
    for (const QString& location : {u"link.data"_s, u"links/w.data"_s, u"pipe"_s}) {
        const auto draft = readWithWeightAt(folder, location);
        QVERIFY2(!draft.has_value(), qPrintable(location));
        QCOMPARE(draft.error().kind, ErrorKind::Unsupported);
    }
    QVERIFY(writeFileAtomically(folder.filePath(u"inside.data"_s), QByteArray(8, '\0')));
    QVERIFY(QFile::link(folder.filePath(u"inside.data"_s), folder.filePath(u"inner.data"_s)));
    QVERIFY(readWithWeightAt(folder, u"inner.data"_s).error().message.contains(u"is a link"_s));
    QVERIFY(readWithWeightAt(folder, u"./inside.data"_s).has_value());
}

void tst_OnnxFiles::filesThatAreNone()
{
    const QTemporaryDir folder;
    QCOMPARE(readOnnx(folder.path()).error().kind, ErrorKind::Unreadable);
    QCOMPARE(readOnnx(folder.filePath(u"absent.onnx"_s)).error().kind, ErrorKind::NotFound);
    CancelToken cancel;
    cancel.cancel();
    const QString path = folder.filePath(u"net.onnx"_s);
    onnx::TensorProto weight;
    weight.set_name("w");
    weight.set_data_type(onnx::TensorProto_DataType_FLOAT);
    weight.add_float_data(1);
    QVERIFY(writeFileAtomically(path, bytesOf(modelWithWeight(weight))));
    QCOMPARE(readOnnx(path, {}, cancel).error().kind, ErrorKind::Cancelled);
    QVERIFY(readOnnx(path).has_value());
}

QTEST_GUILESS_MAIN(tst_OnnxFiles)
#include "tst_onnxfiles.moc"
