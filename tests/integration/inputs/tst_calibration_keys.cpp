// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of calibration_parameters and optimize_level change what they name.
#include "Workbench.h"
#include "core/boardmodel/BoardModel.h"
#include "core/onnx/OnnxReader.h"
#include "core/toolchain/MakertbinLog.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestCalibrationKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void maxTakesTheLargestValue();
    void percentileLowersThresholds();
    void divergenceCutsTails();
    void defaultSearches();
    void skipNeedsNoData();
    void perChannel();
    void optimizeLevel_data();
    void optimizeLevel();

private:
    /// Thresholds of the node table by node, after a conversion; empty when it failed.
    [[nodiscard]] QHash<QString, double> thresholds() const;

    std::unique_ptr<Workbench> m_bench;
};

namespace {

const Shape shape{1, 4, 12, 16};

/// Elu between the convolutions: where a scale for each channel can be written down in ONNX.
GraphDraft eluModel()
{
    GraphDraft draft = emptyModel(shape);
    addConv(draft, "conv1", "data", "conv1_out", 4, 8);
    draft.nodes.append(makeNode(u"Elu"_s, u"elu"_s, {u"conv1_out"_s}, {u"elu_out"_s}));
    addConv(draft, "conv2", "elu_out", "out", 8, 4);
    draft.outputs.first().shape = Shape{1, 4, 12, 16};
    return draft;
}

/// Bell-shaped values with a long tail: what the methods differ on.
Tensor sample(unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<float> value(0.0F, 1.0F);
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (float& item : values) {
        item = value(random);
        item = item * item * item;
    }
    return Tensor::fromValues<float>(shape, values);
}

} // namespace

QHash<QString, double> TestCalibrationKeys::thresholds() const
{
    const Workbench::Outcome outcome = m_bench->convert();
    QHash<QString, double> result;
    if (outcome.status != 0)
        qWarning("%s", outcome.output.constData());
    for (const LogNode& node : parseMakertbinLog(m_bench->log()).nodes)
        result.insert(node.name, node.threshold.value_or(-1.0));
    return outcome.status == 0 ? result : QHash<QString, double>{};
}

void TestCalibrationKeys::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestCalibrationKeys::init()
{
    m_bench = std::make_unique<Workbench>();
    m_bench->set("input_parameters.input_type_train", u"featuremap"_s);
    m_bench->set("input_parameters.input_type_rt", u"featuremap"_s);
    m_bench->set("input_parameters.input_layout_rt", u"NCHW"_s);
    m_bench->set("calibration_parameters.cal_data_type", u"float32"_s);
    QVERIFY(m_bench->writeModel(eluModel()));
    for (unsigned i = 0; i < 6; ++i)
        QVERIFY(m_bench->writeFile(u"calibration/%1.raw"_s.arg(i), sample(i + 1).bytes()));
}

void TestCalibrationKeys::maxTakesTheLargestValue()
{
    double largest = 0.0;
    for (unsigned i = 0; i < 6; ++i) {
        for (const float value : sample(i + 1).toFloats())
            largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
    const QHash<QString, double> found = thresholds();
    QVERIFY(found.contains(u"conv1"_s));
    QVERIFY2(std::abs(found.value(u"conv1"_s) - largest) < 1e-3 * largest,
             qPrintable(u"%1 for %2"_s.arg(found.value(u"conv1"_s)).arg(largest)));
}

void TestCalibrationKeys::percentileLowersThresholds()
{
    const QHash<QString, double> whole = thresholds();
    m_bench->set("calibration_parameters.max_percentile", u"0.99"_s);
    const QHash<QString, double> most = thresholds();
    m_bench->set("calibration_parameters.max_percentile", u"0.9"_s);
    const QHash<QString, double> fewer = thresholds();
    for (const char* node : {"conv1", "conv2"}) {
        const QString name = QString::fromLatin1(node);
        QVERIFY2(fewer.value(name) > 0.0 && fewer.value(name) < most.value(name), node);
        QVERIFY2(most.value(name) < whole.value(name), node);
    }
    // One value in a hundred lies beyond it, give or take the bins of the histogram.
    std::vector<float> all;
    for (unsigned i = 0; i < 6; ++i) {
        for (const float value : sample(i + 1).toFloats())
            all.push_back(std::abs(value));
    }
    std::ranges::sort(all);
    const auto expected = static_cast<double>(all[all.size() * 99 / 100]);
    QVERIFY2(std::abs(most.value(u"conv1"_s) - expected) < 0.05 * expected,
             qPrintable(u"%1 for %2"_s.arg(most.value(u"conv1"_s)).arg(expected)));
}

void TestCalibrationKeys::divergenceCutsTails()
{
    const QHash<QString, double> whole = thresholds();
    m_bench->set("calibration_parameters.calibration_type", u"kl"_s);
    const QHash<QString, double> cut = thresholds();
    QVERIFY(cut.value(u"conv1"_s) > 0.0);
    QVERIFY2(cut.value(u"conv1"_s) < 0.9 * whole.value(u"conv1"_s), qPrintable(QString::number(cut.value(u"conv1"_s))));
    QVERIFY(m_bench->log().contains("Run calibration model with kl method."));
}

void TestCalibrationKeys::defaultSearches()
{
    m_bench->set("calibration_parameters.calibration_type", u"default"_s);
    QVERIFY(!thresholds().isEmpty());
    const QByteArray log = m_bench->log();
    QVERIFY(log.contains("Run calibration model with modelwise search method."));
    QVERIFY(log.contains("Select "));
}

void TestCalibrationKeys::skipNeedsNoData()
{
    QVERIFY(QDir(m_bench->path(u"calibration"_s)).removeRecursively());
    QVERIFY(m_bench->convert().status != 0);
    m_bench->set("calibration_parameters.calibration_type", u"skip"_s);
    const QHash<QString, double> random = thresholds();
    QVERIFY(random.value(u"conv1"_s) > 0.0);
    QVERIFY(random.value(u"conv1"_s) <= 1.0); // random numbers of -1 to 1
    QVERIFY(m_bench->log().contains("never use the result for accuracy"));
}

void TestCalibrationKeys::perChannel()
{
    const auto widestScale = [this]() -> qint64 {
        const auto model = readOnnx(m_bench->path(u"out/m_quantized_model.onnx"_s));
        qint64 widest = 0;
        for (const NodeDraft& node : model ? model->nodes : QList<NodeDraft>{}) {
            // The sums of a convolution, which DequantizeLinear reads, have a scale for each channel in any case.
            const bool rounds = node.opType == "QuantizeLinear"_L1;
            const Tensor* scale = rounds ? model->initializer(node.inputs.value(1)) : nullptr;
            widest = std::max(widest, scale == nullptr ? 0 : scale->elementCount());
        }
        return widest;
    };
    QVERIFY(!thresholds().isEmpty());
    QCOMPARE(widestScale(), 1);
    m_bench->set("calibration_parameters.per_channel", u"True"_s);
    QVERIFY(!thresholds().isEmpty());
    QCOMPARE(widestScale(), 8);
    QVERIFY(m_bench->log().contains("Perchannel quantization is enabled."));
    const Tensor features = sample(50);
    TRY_VALUE(quantized, m_bench->runStage(Stage::Quantized, {{u"data"_s, features}}));
    TRY_VALUE(exact, m_bench->runStage(Stage::Float, {{u"data"_s, features}}));
    QVERIFY2(cosineOf(exact, quantized) > 0.98, qPrintable(QString::number(cosineOf(exact, quantized))));
    TRY_VALUE(board, m_bench->runBoard({features.bytes()}));
    QVERIFY2(cosineOf(quantized, board) > 0.9999, qPrintable(QString::number(cosineOf(quantized, board))));
}

void TestCalibrationKeys::optimizeLevel_data()
{
    QTest::addColumn<QString>("level");
    QTest::addColumn<QByteArray>("flag");
    QTest::newRow("not given") << QString() << QByteArray("--O0");
    for (const char* level : {"O0", "O1", "O2", "O3"})
        QTest::newRow(level) << QString::fromLatin1(level) << QByteArray(QByteArray("--") + level);
}

void TestCalibrationKeys::optimizeLevel()
{
    QFETCH(QString, level);
    QFETCH(QByteArray, flag);
    m_bench->set("compiler_parameters.optimize_level", level);
    QVERIFY(!thresholds().isEmpty());
    QVERIFY(m_bench->log().contains(QByteArray("hbdk-cc parameters:['" + flag + "'")));
    TRY_VALUE(model, readBoardModel(m_bench->path(u"out/m.bin"_s)));
    QVERIFY(model.metadata.value(u"hbdk_pass_through_params"_s).contains(QString::fromLatin1(flag)));
}

QTEST_GUILESS_MAIN(TestCalibrationKeys)
#include "tst_calibration_keys.moc"
