// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "DraftText.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Onnx : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTripKeepsEverything();
    void roundTripOfOldIrVersions();
    void writingIsDeterministic();
    void wrongContentGivesSentences_data();
    void wrongContentGivesSentences();
    void truncationIsAnErrorOrASmallerModel();
    void infersShapes();
    void inferenceLeavesBrokenGraphsAlone();
    void checksModels();
    void convertsOpsetsAndKeepsNames();
    void unwritableAttributesAreErrors();
    void deepNestingIsRefused();
};

namespace {

NodeDraft node(const QString& name, const QString& op, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

GraphDraft relu()
{
    GraphDraft draft;
    draft.name = u"net"_s;
    draft.irVersion = 8;
    draft.opsets = {{QString(), 13}};
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3}}};
    draft.outputs = {{u"y"_s, DataType::Float32, Shape{1, 3}}};
    draft.nodes = {node(u"relu"_s, u"Relu"_s, {u"x"_s}, {u"y"_s})};
    return draft;
}

GraphDraft withEverything()
{
    GraphDraft draft = relu();
    draft.producer = u"测试"_s;
    draft.producerVersion = u"1"_s;
    draft.metadata = {{u"key"_s, u"value;"_s}};
    draft.opsets.append({u"horizon"_s, 1});
    draft.inputs.append({u"dynamic"_s, DataType::Int8, Shape{-1, 4}});
    draft.inputs.append({u"unknown"_s, DataType::Float16, {}});
    draft.values = {{u"v"_s, DataType::Int32, Shape{}}};
    for (int type = 1; type <= static_cast<int>(DataType::UInt2); ++type) {
        const auto dataType = static_cast<DataType>(type);
        if (const qint64 size = bytesOfElements(dataType, 3); size > 0)
            draft.initializers.append({dataTypeName(dataType), Tensor(dataType, {3, 1}, QByteArray(size, '\1'))});
    }
    draft.initializers.append({u"strings"_s,
                               Tensor(DataType::String, {2},
                                      QByteArray("\x01\x00\x00\x00"
                                                 "a\x00\x00\x00\x00",
                                                 9))});
    NodeDraft all = node(u"/all/X"_s, u"HzQuantize"_s, {u"x"_s, QString(), u"v"_s}, {u"a"_s, QString()});
    all.domain = u"horizon"_s;
    all.doc = u"doc"_s;
    all.attributes = {{u"i"_s, qint64{-3}},
                      {u"f"_s, 0.25F},
                      {u"s"_s, u"文"_s},
                      {u"b"_s, QByteArray("\xff\xfe\x00", 3)},
                      {u"t"_s, Tensor::scalar(3.0F)},
                      {u"is"_s, QList<qint64>{1, -2}},
                      {u"fs"_s, QList<float>{0.1F}},
                      {u"ss"_s, QStringList{u"a"_s, QString()}},
                      {u"empty"_s, QList<qint64>{}},
                      {u"g"_s, std::make_shared<const GraphDraft>([] {
                           GraphDraft inner = relu();
                           inner.irVersion = 0;
                           inner.opsets.clear();
                           inner.initializers = {{u"w"_s, Tensor::scalar(1.0F)}};
                           return inner;
                       }())}};
    draft.nodes.prepend(all);
    return draft;
}

} // namespace

void tst_Onnx::roundTripKeepsEverything()
{
    const GraphDraft draft = withEverything();
    const auto content = toOnnx(draft);
    QVERIFY2(content.has_value(), content ? "" : qPrintable(content.error().message));
    const auto back = parseOnnx(*content, u"net"_s, {false});
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
    QCOMPARE(draftText(*back), draftText(draft));
}

void tst_Onnx::roundTripOfOldIrVersions()
{
    GraphDraft draft = relu();
    draft.irVersion = 3;
    draft.initializers = {{u"w"_s, Tensor::scalar(1.0F)}};
    const auto content = toOnnx(draft);
    QVERIFY(content.has_value());
    QVERIFY(checkOnnx(*content).has_value()); // it must list the initializer as an input
    const auto back = parseOnnx(*content, u"net"_s, {false});
    QCOMPARE(back->inputs.size(), 1); // which is no input for people
    QCOMPARE(draftText(*back), draftText(draft));
}

void tst_Onnx::writingIsDeterministic()
{
    QCOMPARE(*toOnnx(withEverything()), *toOnnx(withEverything()));
}

void tst_Onnx::wrongContentGivesSentences_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << QByteArray() << u"is empty"_s;
    QTest::newRow("yaml") << QByteArray("model_parameters:\n  onnx_model: 'a.onnx'\n") << u"text file"_s;
    QTest::newRow("html") << QByteArray("<!DOCTYPE html><html></html>") << u"web page"_s;
    QTest::newRow("lfs") << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:0\n") << u"Git LFS"_s;
    QTest::newRow("zeros") << QByteArray(1000, '\0') << u"not an ONNX model"_s;
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"not an ONNX model"_s;
    QTest::newRow("no graph") << QByteArray("\x08\x08", 2) << u"not an ONNX model"_s;
    QTest::newRow("empty graph") << QByteArray("\x3a\x00", 2) << u"without operators"_s;
    QTest::newRow("short tensor") << QByteArray("\x3a\x0d\x0a\x03\x22\x01r\x2a\x06\x08\x05\x10\x01\x42\x00", 15)
                                  << u"needs 20 bytes"_s;
}

void tst_Onnx::wrongContentGivesSentences()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, part);
    const auto draft = parseOnnx(content, u"file.onnx"_s);
    QVERIFY(!draft.has_value());
    QVERIFY2(draft.error().message.contains(part), qPrintable(draft.error().message));
    QVERIFY(draft.error().message.contains(u"file.onnx"_s));
    QCOMPARE(draft.error().kind, ErrorKind::Malformed);
}

void tst_Onnx::truncationIsAnErrorOrASmallerModel()
{
    const QByteArray content = *toOnnx(withEverything());
    int errors = 0;
    for (qsizetype length = 0; length < content.size(); ++length) {
        const auto draft = parseOnnx(content.first(length), u"cut"_s);
        if (draft.has_value()) { // cut between two fields: protobuf cannot know
            QVERIFY(draft->nodes.size() <= 2);
            continue;
        }
        ++errors;
        QVERIFY(!draft.error().message.isEmpty());
    }
    QVERIFY2(errors > content.size() * 9 / 10, qPrintable(QString::number(errors)));
}

void tst_Onnx::infersShapes()
{
    GraphDraft draft = relu();
    draft.nodes = {node(u"t"_s, u"Transpose"_s, {u"x"_s}, {u"m"_s}), node(u"r"_s, u"Relu"_s, {u"m"_s}, {u"y"_s})};
    draft.outputs = {{u"y"_s, DataType::Undefined, {}}};
    inferShapes(draft);
    QCOMPARE(draft.values.size(), 1);
    QCOMPARE(draft.values.front().shape->toString(), u"3x1"_s);
    QCOMPARE(draft.outputs.front().shape->toString(), u"3x1"_s);
    QCOMPARE(draft.outputs.front().type, DataType::Float32);
    const auto read = parseOnnx(*toOnnx(draft), u"net"_s);
    QCOMPARE(read->values.size(), 1);
}

void tst_Onnx::inferenceLeavesBrokenGraphsAlone()
{
    GraphDraft draft = relu();
    draft.inputs.front().shape = Shape{1, 1, 8, 8};
    draft.initializers = {{u"w"_s, Tensor::fromValues<float>({1, 1, 2, 2}, std::vector<float>(4))}};
    draft.nodes = {node(u"c"_s, u"Conv"_s, {u"x"_s, u"w"_s}, {u"c"_s}), node(u"r"_s, u"Relu"_s, {u"c"_s}, {u"y"_s})};
    draft.nodes.front().setAttribute(u"strides"_s, QList<qint64>{0, 0}); // libonnx would divide by it
    const QString before = draftText(draft);
    inferShapes(draft);
    QCOMPARE(draftText(draft), before);
}

void tst_Onnx::checksModels()
{
    GraphDraft draft = relu();
    QVERIFY(checkOnnx(*toOnnx(draft)).has_value());
    draft.nodes.front().inputs = {u"nobody"_s};
    const auto checked = checkOnnx(*toOnnx(draft));
    QVERIFY(!checked.has_value());
    QVERIFY(checked.error().message.contains(u"nobody"_s));
    QVERIFY(!checkOnnx("garbage \xff").has_value());
}

void tst_Onnx::convertsOpsetsAndKeepsNames()
{
    GraphDraft draft = relu();
    draft.opsets = {{QString(), 11}};
    draft.metadata = {{u"a"_s, u"b"_s}};
    draft.initializers = {{u"w"_s, Tensor::fromValues<float>({3}, std::vector<float>{1, 2, 3})}};
    draft.nodes = {node(u"/add/Add"_s, u"Add"_s, {u"x"_s, u"w"_s}, {u"sum"_s}),
                   node(u"/soft/Softmax"_s, u"Softmax"_s, {u"sum"_s}, {u"y"_s})};
    draft.nodes[1].setAttribute(u"axis"_s, qint64{1});
    const auto converted = convertOpset(draft, 13);
    QVERIFY2(converted.has_value(), converted ? "" : qPrintable(converted.error().message));
    QCOMPARE(converted->opsetVersion(), qint64{13});
    QVERIFY(checkOnnx(*toOnnx(*converted)).has_value());
    QCOMPARE(converted->metadata, draft.metadata);
    QCOMPARE(converted->inputs.size(), 1);
    QCOMPARE(converted->initializer(u"w"_s)->toFloats(), (std::vector<float>{1, 2, 3}));
    QStringList names;
    for (const NodeDraft& each : converted->nodes)
        names.append(each.name);
    QVERIFY(names.contains(u"/add/Add"_s) && names.contains(u"/soft/Softmax"_s));
    QCOMPARE(converted->outputs.front().name, u"y"_s);
    QVERIFY(!convertOpset(draft, 9999).has_value());
}

void tst_Onnx::unwritableAttributesAreErrors()
{
    GraphDraft draft = relu();
    draft.nodes.front().attributes = {{u"odd"_s, {}}};
    const auto content = toOnnx(draft);
    QVERIFY(!content.has_value());
    QVERIFY(content.error().message.contains(u"odd"_s));
}

void tst_Onnx::deepNestingIsRefused()
{
    // graph > node > attribute > graph …, built by hand deeper than any writer would go
    QByteArray inner;
    const auto wrapped = [](char tag, const QByteArray& body) -> QByteArray {
        QByteArray result(1, tag);
        for (auto size = static_cast<std::size_t>(body.size());; size >>= 7U) {
            if (size < 0x80) {
                result.append(static_cast<char>(size));
                break;
            }
            result.append(static_cast<char>((size & 0x7fU) | 0x80U));
        }
        return result + body;
    };
    for (int depth = 0; depth < 2000; ++depth)
        inner = wrapped('\x0a', wrapped('\x2a', wrapped('\x32', inner)));
    const auto draft = parseOnnx(wrapped('\x3a', inner), u"deep"_s);
    QVERIFY(!draft.has_value());
}

QTEST_GUILESS_MAIN(tst_Onnx)
#include "tst_onnx.moc"
