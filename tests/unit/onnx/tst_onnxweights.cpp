// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileBytes.h"
#include "core/base/Files.h"
#include "core/graph/Graph.h"
#include "core/onnx/LeanModel.h"
#include "core/onnx/MemoryBytes.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"
#include "core/onnx/PieceStream.h"

#include <QTemporaryDir>
#include <QTest>

#include <onnx/onnx_pb.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Weights that stay in their files until someone looks at them.
class tst_OnnxWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leanModelsHaveEverythingButTheWeights();
    void leanModelsOfBrokenBytesAreTheBytes();
    void forgedMarksAreDropped();
    void weightsOfTheFileAreDeferred();
    void deferredWeightsAreWritten();
    void weightsOfSixGigabytesAreNotRead();
    void aThousandFilesOfWeights();
    void changedFilesAreSaidToBe();
    void replacedFilesStayReadable();
    void nestedWeightsAreFound();
    void devicesAndPipesAreNotOpened();
    void impossibleShapesTakeNoMemory();
};

namespace {

onnx::TensorProto* addWeight(onnx::GraphProto& graph, const std::string& name, qint64 count)
{
    onnx::TensorProto* weight = graph.add_initializer();
    weight->set_name(name);
    weight->set_data_type(onnx::TensorProto_DataType_FLOAT);
    weight->add_dims(count);
    onnx::NodeProto* node = graph.add_node();
    node->set_op_type("Identity");
    node->add_input(name);
    node->add_output("out_" + name);
    graph.add_output()->set_name("out_" + name);
    return weight;
}

std::string floats(qint64 count, float value)
{
    const std::vector<float> values(static_cast<std::size_t>(count), value);
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

onnx::ModelProto emptyModel()
{
    onnx::ModelProto model;
    model.set_ir_version(8);
    model.add_opset_import()->set_version(13);
    model.mutable_graph()->set_name("g");
    return model;
}

onnx::ModelProto modelWithRawWeights()
{
    onnx::ModelProto model = emptyModel();
    addWeight(*model.mutable_graph(), "large", 5000)->set_raw_data(floats(5000, 2.0F));
    addWeight(*model.mutable_graph(), "small", 2)->set_raw_data(floats(2, 3.0F));
    return model;
}

void setExternal(onnx::TensorProto& weight, const std::string& location, qint64 offset, qint64 length)
{
    weight.set_data_location(onnx::TensorProto_DataLocation_EXTERNAL);
    const auto add = [&](const std::string& key, const std::string& value) {
        auto* entry = weight.add_external_data();
        entry->set_key(key);
        entry->set_value(value);
    };
    add("location", location);
    add("offset", std::to_string(offset));
    add("length", std::to_string(length));
}

QByteArray bytesOf(const onnx::ModelProto& model)
{
    return QByteArray::fromStdString(model.SerializeAsString());
}

QString saved(const QTemporaryDir& folder, const onnx::ModelProto& model)
{
    const QString path = folder.filePath(u"net.onnx"_s);
    return writeFileAtomically(path, bytesOf(model)) ? path : QString();
}

/// A file of that size that takes no room on disk.
bool makeSparseFile(const QString& path, qint64 size)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.resize(size);
}

QByteArray joined(const ByteSource& source, const LeanModel& lean)
{
    QByteArray bytes;
    for (const LeanModel::Piece& piece : lean.pieces)
        bytes += piece.own.isEmpty() ? *source.read(piece.range.offset, piece.range.length) : piece.own;
    return bytes;
}

} // namespace

void tst_OnnxWeights::leanModelsHaveEverythingButTheWeights()
{
    onnx::ModelProto model = modelWithRawWeights();
    const MemoryBytes source(bytesOf(model));
    const LeanModel lean = LeanModel::of(source, 1000);
    QCOMPARE(lean.weights.size(), std::size_t{1});
    QCOMPARE(*source.read(lean.weights[0].offset, lean.weights[0].length), QByteArray::fromStdString(floats(5000, 2)));
    QCOMPARE(joined(source, lean).size(), lean.size);
    QVERIFY(lean.size < 400);
    onnx::ModelProto read;
    PieceStream stream(source, lean);
    QVERIFY(read.ParseFromZeroCopyStream(&stream));
    QCOMPARE(stream.ByteCount(), std::int64_t{lean.size});
    read.mutable_graph()->mutable_initializer(0)->mutable_unknown_fields()->Clear();
    model.mutable_graph()->mutable_initializer(0)->clear_raw_data();
    QCOMPARE(bytesOf(read), bytesOf(model));
}

void tst_OnnxWeights::leanModelsOfBrokenBytesAreTheBytes()
{
    const QByteArray good = bytesOf(modelWithRawWeights());
    for (qsizetype length = 0; length < good.size(); length += length < 200 || good.size() - length < 200 ? 1 : 97) {
        const MemoryBytes source(good.first(length));
        const LeanModel lean = LeanModel::of(source, 1000);
        if (lean.weights.empty())
            QCOMPARE(joined(source, lean), good.first(length));
        else
            QVERIFY(lean.weights[0].offset + lean.weights[0].length <= length);
    }
}

void tst_OnnxWeights::forgedMarksAreDropped()
{
    onnx::ModelProto model = modelWithRawWeights();
    model.mutable_graph()->mutable_initializer(1)->clear_raw_data();
    model.mutable_graph()->mutable_initializer(1)->mutable_unknown_fields()->AddVarint(LeanModel::weightField, 7);
    const auto draft = parseOnnx(bytesOf(model), u"forged"_s);
    QVERIFY(!draft.has_value()); // the small one has no elements at all
    QVERIFY2(draft.error().message.contains(u"needs 8 bytes but has 0"_s), qPrintable(draft.error().message));
}

void tst_OnnxWeights::weightsOfTheFileAreDeferred()
{
    const QTemporaryDir folder;
    const auto draft = readOnnx(saved(folder, modelWithRawWeights()));
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    const Tensor large = *draft->initializer(u"large"_s);
    QVERIFY(large.isDeferred());
    QVERIFY(!draft->initializer(u"small"_s)->isDeferred());
    QCOMPARE(large.byteCount(), qint64{20000});
    QCOMPARE(large.bytesAt(19996, 100), QByteArray("\0\0\0\x40", 4));
    QCOMPARE(large.toFloats(), std::vector<float>(5000, 2.0F));
    QCOMPARE(large.values<float>().back(), 2.0F);
    const auto inMemory = parseOnnx(bytesOf(modelWithRawWeights()), u"memory"_s);
    QCOMPARE(inMemory->initializer(u"large"_s)->bytes(), large.bytes());
    QVERIFY(!inMemory->initializer(u"large"_s)->isDeferred());
}

void tst_OnnxWeights::deferredWeightsAreWritten()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, modelWithRawWeights());
    const auto draft = readOnnx(path, {false});
    QVERIFY(writeOnnx(path, *draft)); // over the file that the weights are read from
    QCOMPARE(readOnnx(path)->initializer(u"large"_s)->toFloats(), std::vector<float>(5000, 2.0F));
    QCOMPARE(draft->initializer(u"large"_s)->toFloats(), std::vector<float>(5000, 2.0F));
}

void tst_OnnxWeights::weightsOfSixGigabytesAreNotRead()
{
    constexpr qint64 each = qint64{1} << 30; // bytes
    const QTemporaryDir folder;
    if (!makeSparseFile(folder.filePath(u"w.data"_s), 6 * each))
        QSKIP("no room for a sparse file of 6 GB");
    onnx::ModelProto model = emptyModel();
    for (int i = 0; i < 6; ++i)
        setExternal(*addWeight(*model.mutable_graph(), "w" + std::to_string(i), each / 4), "w.data", i * each, each);
    const auto draft = readOnnx(saved(folder, model));
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    for (const NamedTensor& weight : draft->initializers) {
        QVERIFY(weight.tensor.isDeferred());
        QCOMPARE(weight.tensor.byteCount(), each);
        QCOMPARE(weight.tensor.bytesAt(each - 4, 100), QByteArray(4, '\0'));
    }
    QCOMPARE(Graph::fromDraft(*draft)->nodeCount(), 6);
    const auto content = toOnnx(*draft); // must not read them only to find that they do not fit
    QVERIFY(!content.has_value());
    QCOMPARE(content.error().kind, ErrorKind::Unsupported);
    // A file that is too short is noticed without reading it.
    QVERIFY(QFile::resize(folder.filePath(u"w.data"_s), 6 * each - 4));
    QCOMPARE(readOnnx(folder.filePath(u"net.onnx"_s)).error().kind, ErrorKind::Malformed);
}

void tst_OnnxWeights::aThousandFilesOfWeights()
{
    const QTemporaryDir folder;
    onnx::ModelProto model = emptyModel();
    constexpr int count = 1500; // more than a process may hold open
    for (int i = 0; i < count; ++i) {
        const std::string name = "w" + std::to_string(i);
        QFile file(folder.filePath(QString::fromStdString(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromStdString(floats(300, static_cast<float>(i))));
        setExternal(*addWeight(*model.mutable_graph(), name, 300), name, 0, 1200);
    }
    const auto draft = readOnnx(saved(folder, model));
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    for (int i = 0; i < count; ++i)
        QCOMPARE(draft->initializers[i].tensor.toFloats().back(), static_cast<float>(i));
    QVERIFY(QFile::resize(folder.filePath(u"w1400"_s), 10));
    QVERIFY(!draft->initializers[1400].tensor.readBytes().has_value());
}

void tst_OnnxWeights::changedFilesAreSaidToBe()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, modelWithRawWeights());
    const auto draft = readOnnx(path);
    const Tensor weight = *draft->initializer(u"large"_s);
    QVERIFY(QFile::resize(path, 100));
    const auto bytes = weight.readBytes();
    QVERIFY(!bytes.has_value());
    QVERIFY2(bytes.error().message.contains(u"was changed"_s), qPrintable(bytes.error().message));
    QVERIFY(!toOnnx(*draft).has_value());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was changed"_s));
    QCOMPARE(weight.bytes(), QByteArray(20000, '\0'));
}

void tst_OnnxWeights::replacedFilesStayReadable()
{
    const QTemporaryDir folder;
    const QString path = saved(folder, modelWithRawWeights());
    const auto draft = readOnnx(path);
    QVERIFY(writeFileAtomically(path, "something else"));
    QCOMPARE(draft->initializer(u"large"_s)->toFloats(), std::vector<float>(5000, 2.0F));
    QVERIFY(QFile::remove(path));
    QCOMPARE(draft->initializer(u"large"_s)->toFloats(), std::vector<float>(5000, 2.0F));
}

/// In Constant nodes, in subgraphs, in functions, in sparse tensors.
void tst_OnnxWeights::nestedWeightsAreFound()
{
    onnx::ModelProto model = emptyModel();
    const auto fill = [](onnx::TensorProto& tensor) {
        tensor.set_data_type(onnx::TensorProto_DataType_FLOAT);
        tensor.add_dims(5000);
        tensor.set_raw_data(floats(5000, 4.0F));
    };
    onnx::NodeProto* constant = model.mutable_graph()->add_node();
    constant->set_op_type("Constant");
    constant->add_output("c");
    onnx::AttributeProto* attribute = constant->add_attribute();
    attribute->set_name("value");
    attribute->set_type(onnx::AttributeProto_AttributeType_TENSOR);
    fill(*attribute->mutable_t());
    onnx::NodeProto* branch = model.mutable_graph()->add_node();
    branch->set_op_type("If");
    onnx::AttributeProto* body = branch->add_attribute();
    body->set_name("then_branch");
    body->set_type(onnx::AttributeProto_AttributeType_GRAPH);
    *body->mutable_g()->add_node() = *constant;
    *model.add_functions()->add_node() = *constant;
    fill(*model.mutable_graph()->add_sparse_initializer()->mutable_values());
    const QTemporaryDir folder;
    const auto draft = readOnnx(saved(folder, model), {false});
    QVERIFY2(draft.has_value(), draft ? "" : qPrintable(draft.error().message));
    const auto isRight = [](const AttributeValue& value) {
        const auto* tensor = std::get_if<Tensor>(&value);
        return tensor != nullptr && tensor->isDeferred() && tensor->toFloats() == std::vector<float>(5000, 4.0F);
    };
    QVERIFY(isRight(draft->nodes[0].attributes[0].value));
    const auto inner = std::get<std::shared_ptr<const GraphDraft>>(draft->nodes[1].attributes[0].value);
    QVERIFY(isRight(inner->nodes[0].attributes[0].value));
    QVERIFY(isRight(draft->functions[0].nodes[0].attributes[0].value));
    QVERIFY(isRight(draft->sparseInitializers[0].values));
}

void tst_OnnxWeights::devicesAndPipesAreNotOpened()
{
    const QTemporaryDir folder;
    QCOMPARE(::mkfifo(QFile::encodeName(folder.filePath(u"pipe.onnx"_s)).constData(), 0600), 0);
    QVERIFY(!readOnnx(folder.filePath(u"pipe.onnx"_s)).has_value()); // and does not wait for a writer
    QVERIFY(!readOnnx(u"/dev/zero"_s).has_value());
    using Refusal = FileBytes::Refusal;
    QCOMPARE(FileBytes::openInside(folder.path(), u"pipe.onnx"_s).refusal, Refusal::NotAPlainFile);
    QCOMPARE(FileBytes::openInside(folder.path(), u"pipe.onnx/x"_s).refusal, Refusal::Missing);
    QCOMPARE(FileBytes::openInside(u"/dev"_s, u"zero"_s).refusal, Refusal::NotAPlainFile);
    QCOMPARE(FileBytes::openInside(u"/proc/self"_s, u"exe"_s).refusal, Refusal::Link);
    QCOMPARE(FileBytes::openInside(folder.path(), u"a/../b"_s).refusal, Refusal::LeavesFolder);
    QCOMPARE(FileBytes::openInside(folder.path(), u"/etc/passwd"_s).refusal, Refusal::LeavesFolder);
    QCOMPARE(FileBytes::openInside(folder.path(), u"absent"_s).refusal, Refusal::Missing);
    QCOMPARE(FileBytes::openInside(folder.path(), QString()).refusal, Refusal::NotAName);
}

void tst_OnnxWeights::impossibleShapesTakeNoMemory()
{
    onnx::ModelProto model = emptyModel();
    onnx::TensorProto* weight = addWeight(*model.mutable_graph(), "w", 1'000'000'000'000);
    weight->set_raw_data("abcd");
    const auto draft = parseOnnx(bytesOf(model), u"huge"_s);
    QVERIFY(!draft.has_value());
    QVERIFY2(draft.error().message.contains(u"needs 4000000000000 bytes"_s), qPrintable(draft.error().message));
}

QTEST_GUILESS_MAIN(tst_OnnxWeights)
#include "tst_onnxweights.moc"
