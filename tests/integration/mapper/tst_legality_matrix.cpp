// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every combination of march, input types, layouts, normalization and batch, with one and with three inputs, legal or
// not: the legal ones are converted, every stage and the board run and compared; the illegal ones must be refused with
// the tool's sentence. The whole walk; DRIFTSCOPE_MATRIX_STEP=N walks every Nth combination.
#include "matrix/MatrixBench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestLegalityMatrix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void combinations_data();
    void combinations();
    void walkedAll();
    void knownFaultOfPlanesOnX3();

private:
    void checkLegal(const MatrixCase& given);
    void checkIllegal(const MatrixCase& given, const QStringList& objections);

    std::unique_ptr<MatrixBench> m_bench;
    int m_legal = 0;
    int m_illegal = 0;
    int m_seen = 0;
};

namespace {

int stepOfWalk()
{
    return std::max(qEnvironmentVariableIntValue("DRIFTSCOPE_MATRIX_STEP"), 1);
}

/// The case's own input, and two unlike ones from far away in the table of what is legal.
QList<MatrixInput> inputsOf(const MatrixInput& own, int count, int seed, const QList<MatrixInput>& legal)
{
    QList<MatrixInput> inputs{own};
    for (int other = 1; other < count; ++other) {
        inputs.append(legal[(qsizetype(seed) * 7 + other * 89) % legal.size()]);
        // A key that is not written is not written for any input.
        if (own.layoutTrain.isEmpty())
            inputs.last().layoutTrain.clear();
    }
    return inputs;
}

} // namespace

void TestLegalityMatrix::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    auto bench = MatrixBench::create(*runtime);
    QVERIFY2(bench, bench ? "" : qPrintable(bench.error().message));
    m_bench = std::move(*bench);
}

void TestLegalityMatrix::combinations_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("runtime");
    for (const QString& march : matrixMarches()) {
        for (const int inputs : {1, 3}) {
            for (const QString& train : matrixTypes()) {
                for (const QString& runtime : matrixTypes()) {
                    const QString name = u"%1, %2 input(s), %3 to %4"_s.arg(march).arg(inputs).arg(train, runtime);
                    QTest::newRow(qPrintable(name)) << march << inputs << train << runtime;
                }
            }
        }
    }
}

void TestLegalityMatrix::combinations()
{
    QFETCH(QString, march);
    QFETCH(int, inputs);
    QFETCH(QString, train);
    QFETCH(QString, runtime);
    static const QHash<QString, QList<MatrixInput>> legal = [] {
        QHash<QString, QList<MatrixInput>> all;
        for (const QString& each : matrixMarches())
            all.insert(each, legalInputs(each));
        return all;
    }();
    for (const MatrixInput& own : everySetting(train, runtime)) {
        for (const QString& batch : {QString(), u"1"_s, u"4"_s}) {
            if (m_seen++ % stepOfWalk() != 0)
                continue;
            const MatrixCase given{march, inputsOf(own, inputs, m_seen, legal[march]), batch};
            const QStringList objections = manualObjections(given);
            if (objections.isEmpty())
                checkLegal(given);
            else
                checkIllegal(given, objections);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TestLegalityMatrix::checkLegal(const MatrixCase& given)
{
    ++m_legal;
    QVERIFY2(m_bench->convert(given), qPrintable(given.name() + u'\n' + QString::fromUtf8(m_bench->console())));
    const QStringList faults
        = m_bench->faultsOfStages(given) + m_bench->faultsOfBoard(given) + m_bench->faultsOfMetadata(given);
    QVERIFY2(faults.isEmpty(), qPrintable(given.name() + u'\n' + faults.join(u'\n')));
}

void TestLegalityMatrix::checkIllegal(const MatrixCase& given, const QStringList& objections)
{
    ++m_illegal;
    QVERIFY2(!m_bench->convert(given), qPrintable(u"converted: "_s + given.name()));
    const QString said = QString::fromUtf8(m_bench->console());
    const bool isSaid
        = std::ranges::any_of(objections, [&](const QString& sentence) { return said.contains(sentence); });
    QVERIFY2(isSaid, qPrintable(given.name() + u'\n' + objections.join(u'\n') + u"\nwas not said:\n"_s + said));
    QVERIFY2(said.contains("ERROR exception in command: makertbin"_L1), qPrintable(said));
    QVERIFY2(!m_bench->hasBoardFile(), qPrintable(given.name()));
}

void TestLegalityMatrix::walkedAll()
{
    // 3 marches, 36 pairs, 9 pairs of layouts, 4 normalizations, 3 batches, one and three inputs.
    QCOMPARE(m_seen, 3 * 36 * 9 * 4 * 3 * 2);
    qInfo("%d legal and %d illegal combinations", m_legal, m_illegal);
    QCOMPARE(m_legal + m_illegal, (m_seen + stepOfWalk() - 1) / stepOfWalk());
    QVERIFY(m_legal > 0 && m_illegal > m_legal);
}

void TestLegalityMatrix::knownFaultOfPlanesOnX3()
{
    for (const QString& march : matrixMarches()) {
        const MatrixCase given{march, {{u"rgb"_s, u"rgb"_s, u"NCHW"_s, u"NCHW"_s, u"data_mean_and_scale"_s}}, {}};
        QVERIFY2(m_bench->convert(given, true), m_bench->console().constData());
        const auto agreement = m_bench->boardAgreement(given);
        QVERIFY2(agreement, agreement ? "" : qPrintable(agreement.error().message));
        QVERIFY2((*agreement >= 0.999) == (march != "bernoulli2"_L1), qPrintable(march));
    }
}

QTEST_GUILESS_MAIN(TestLegalityMatrix)
#include "tst_legality_matrix.moc"
