// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Many samples of a board elsewhere, of a model with two inputs, against the quantized model.
#include "core/session/ImportedRuns.h"
#include "core/session/SampleInputs.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

const Shape shape{1, 4};

Tensor filled(float value)
{
    return Tensor::fromValues<float>(shape, std::vector<float>{value, value + 1, value - 2, 3});
}

/// sum = a + b, then doubled.
GraphDraft model()
{
    GraphDraft draft;
    draft.name = u"two"_s;
    draft.irVersion = 7;
    draft.opsets = {{{}, 13}};
    draft.inputs = {{u"a"_s, DataType::Float32, shape}, {u"b"_s, DataType::Float32, shape}};
    draft.outputs = {{u"twice"_s, DataType::Float32, shape}};
    for (const auto& [name, op, inputs, output] :
         {std::tuple(u"add"_s, u"Add"_s, QStringList{u"a"_s, u"b"_s}, u"sum"_s),
          std::tuple(u"double"_s, u"Add"_s, QStringList{u"sum"_s, u"sum"_s}, u"twice"_s)}) {
        NodeDraft node;
        node.name = name;
        node.opType = op;
        node.inputs = inputs;
        node.outputs = {output};
        draft.nodes.append(node);
    }
    return draft;
}

/// What the board gave where `a` and `b` are filled with these, off by `error` in one number.
DumpSample sample(const QString& name, float a, float b, float error)
{
    std::vector<float> values = filled(a).toFloats();
    const std::vector<float> others = filled(b).toFloats();
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 2 * (values[i] + others[i]);
    values[1] += error;
    DumpSample made{name, {}};
    made.capture.stage = u"board"_s;
    made.capture.tensors = {{u"twice"_s, u"double"_s, Tensor::fromValues<float>(shape, values), false, true}};
    return made;
}

} // namespace

class tst_ImportedRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldersStandForTheirFiles();
    void numbersThatDoNotFitAreSaid();
    void everySampleIsCompared();
    void withoutInputsOneSampleAlone();
    void whatIsComparedStaysOnDisk();

private:
    void writeInput(const QString& name, float value) const
    {
        QVERIFY(writeNpy(m_folder.filePath(name), filled(value)));
    }
    [[nodiscard]] Result<Experiment> experiment() const;

    QTemporaryDir m_folder;
};

Result<Experiment> tst_ImportedRuns::experiment() const
{
    Experiment made;
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    made.runtime = *runtime;
    const QString file = m_folder.filePath(u"two_quantized_model.onnx"_s);
    if (auto written = writeOnnx(file, model()); !written)
        return forward(written);
    auto stage = loadStage(file);
    if (!stage)
        return forward(stage);
    made.chain.stages = {*stage};
    return made;
}

void tst_ImportedRuns::foldersStandForTheirFiles()
{
    const QTemporaryDir folder;
    for (const QString& name : {u"10.npy"_s, u"9.npy"_s, u"1.npy"_s})
        QVERIFY(writeFileAtomically(folder.filePath(name), "x"));
    const auto inputs = samplesOfInputs({u"/first"_s, folder.path()}, 2);
    QVERIFY(inputs);
    QCOMPARE(*inputs,
             (QList<QStringList>{{u"/first"_s, folder.filePath(u"1.npy"_s)},
                                 {folder.filePath(u"9.npy"_s), folder.filePath(u"10.npy"_s)}}));
}

void tst_ImportedRuns::numbersThatDoNotFitAreSaid()
{
    const auto inputs = samplesOfInputs({u"a"_s, u"b"_s, u"c"_s}, 2);
    QVERIFY(!inputs);
    for (const QString& said : {u"2 inputs"_s, u"3 files"_s})
        QVERIFY2(inputs.error().message.contains(said), qPrintable(inputs.error().message));
    QVERIFY(!samplesOfInputs({}, 1));
}

void tst_ImportedRuns::everySampleIsCompared()
{
    const auto made = experiment();
    if (!made)
        QSKIP(qPrintable(made.error().message));
    for (int i = 0; i < 6; ++i)
        writeInput(u"%1.npy"_s.arg(i), static_cast<float>(i));
    ImportedRuns runs;
    runs.samples = {sample(u"0"_s, 0, 1, 0), sample(u"1"_s, 2, 3, 5), sample(u"2"_s, 4, 5, 1)};
    for (int i = 0; i < 6; ++i)
        runs.inputs.append(m_folder.filePath(u"%1.npy"_s.arg(i)));
    Progress progress;
    const auto run = compareImported(*made, runs, {}, {}, progress);
    QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
    QCOMPARE(run->samples.size(), 3);
    QCOMPARE(run->pictures, (QStringList{runs.inputs[0], runs.inputs[2], runs.inputs[4]}));
    const auto twice = std::ranges::find(run->comparison.layers, u"double"_s, &LayerComparison::name);
    QVERIFY(twice != run->comparison.layers.end());
    QCOMPARE(twice->samples.count, 3);
    QCOMPARE(twice->samples.worst, 1);
    QCOMPARE(twice->metrics.maximumAbsoluteError, 5.0);
    const auto sum = std::ranges::find(run->comparison.layers, u"add"_s, &LayerComparison::name);
    QCOMPARE(sum->status, ComparisonStatus::NotDumped);
    // Fed the other way round nothing fits any more.
    runs.inputs.removeLast();
    const auto short_ = compareImported(*made, runs, {}, {}, progress);
    QVERIFY(!short_);
    QVERIFY(short_.error().message.contains(u"5 files"_s));
    runs.inputs.removeLast();
    const auto fewer = compareImported(*made, runs, {}, {}, progress);
    QVERIFY(!fewer);
    QVERIFY(fewer.error().message.contains(u"3 samples"_s));
}

void tst_ImportedRuns::withoutInputsOneSampleAlone()
{
    ImportedRuns runs;
    Progress progress;
    QVERIFY(!compareImported({}, runs, {}, {}, progress));
    runs.samples = {sample(u"0"_s, 0, 1, 0)};
    const auto nothing = compareImported({}, runs, {}, {}, progress);
    QVERIFY(!nothing);
    QVERIFY(nothing.error().message.contains(u"name the input"_s));
    runs.reference = std::make_shared<const Capture>(sample({}, 0, 1, 3).capture);
    const auto one = compareImported({}, runs, {}, {}, progress);
    QVERIFY(one);
    QCOMPARE(one->comparison.layers.first().metrics.maximumAbsoluteError, 3.0);
    runs.samples.append(sample(u"1"_s, 0, 1, 0));
    const auto several = compareImported({}, runs, {}, {}, progress);
    QVERIFY(!several);
    QVERIFY(several.error().message.contains(u"2 samples"_s));
}

/// A limit of nothing must not take away one side while the other is captured.
void tst_ImportedRuns::whatIsComparedStaysOnDisk()
{
    auto made = experiment();
    if (!made)
        QSKIP(qPrintable(made.error().message));
    LoadedStage other = made->chain.stages.first();
    other.stage = Stage::Float;
    other.file = m_folder.filePath(u"two.onnx"_s);
    GraphDraft louder = model();
    louder.nodes[1].opType = u"Mul"_s; // another model, so that its captures are others
    QVERIFY(writeOnnx(other.file, louder));
    const auto loadedOther = loadStage(other.file, Stage::Float);
    QVERIFY(loadedOther);
    made->chain.stages.prepend(*loadedOther);
    made->captures.cacheFolder = m_folder.filePath(u"cache"_s);
    made->captures.cache.bytes = 0;
    QList<QStringList> samples;
    for (int i = 0; i < 4; i += 2) {
        writeInput(u"%1.npy"_s.arg(i), static_cast<float>(i));
        writeInput(u"%1.npy"_s.arg(i + 1), static_cast<float>(i + 1));
        samples.append({m_folder.filePath(u"%1.npy"_s.arg(i)), m_folder.filePath(u"%1.npy"_s.arg(i + 1))});
    }
    Progress progress;
    const LayersRequest request{Stage::Float, Stage::Quantized};
    const auto run = runLayers(*made, request, samples, {}, m_folder.path(), {}, {}, progress);
    QVERIFY2(run, qPrintable(run ? QString() : run.error().message));
    for (const LayerComparison& layer : run->comparison.layers) {
        QVERIFY2(layer.status == ComparisonStatus::Compared, qPrintable(layer.name % u": "_s % layer.statusReason));
        QCOMPARE(layer.samples.count, 2);
    }
    for (const ComparedSample& kept : run->samples) {
        for (const CapturedTensor& tensor : kept.reference->tensors + kept.candidate->tensors)
            QVERIFY2(tensor.tensor.readBytes(), qPrintable(tensor.name));
    }
}

QTEST_GUILESS_MAIN(tst_ImportedRuns)
#include "tst_importedruns.moc"
