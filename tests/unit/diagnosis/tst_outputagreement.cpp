// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/OutputAgreement.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_OutputAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void saysWhereTheFirstDifferenceIs();
    void comparesWhatIntegersStandFor();
    void turnsTheLayout();
    void wholeNumbersStayExact();
    void doublesStayExact();
    void whatCannotBeCompared();
    void pairsByNameThenByPosition();
};

namespace {

CapturedTensor output(const QString& name, const Tensor& tensor)
{
    return {name, {}, tensor, false, true};
}

CapturedTensor row(const std::vector<float>& values)
{
    return output(u"out"_s, Tensor::fromValues<float>(Shape{static_cast<qint64>(values.size())}, values));
}

OutputAgreement agreementOf(const CapturedTensor& reference, const CapturedTensor& candidate)
{
    return compareOutput(reference, &candidate, {});
}

} // namespace

void tst_OutputAgreement::judges_data()
{
    QTest::addColumn<std::vector<float>>("reference");
    QTest::addColumn<std::vector<float>>("candidate");
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("unequal");
    QTest::addColumn<int>("beyond");
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float inf = std::numeric_limits<float>::infinity();
    using V = std::vector<float>;
    QTest::newRow("equal") << V{1, 2, 3} << V{1, 2, 3} << u"equal"_s << 0 << 0;
    QTest::newRow("zeros of both signs") << V{0.0F} << V{-0.0F} << u"equal"_s << 0 << 0;
    QTest::newRow("close") << V{1, 2, 3} << V{1, 2.000005F, 3} << u"close"_s << 1 << 0;
    QTest::newRow("close, as large values go") << V{1e6F} << V{1e6F + 5} << u"close"_s << 1 << 0;
    QTest::newRow("beyond") << V{1, 2, 3} << V{1, 2.001F, 3.000005F} << u"differs"_s << 2 << 1;
    QTest::newRow("other places") << V{1, 2, 3} << V{3, 2, 1} << u"differs"_s << 2 << 2;
    QTest::newRow("both not a number") << V{nan, 1} << V{nan, 1} << u"equal"_s << 0 << 0;
    QTest::newRow("one not a number") << V{1, 1} << V{nan, 1} << u"differs"_s << 1 << 1;
    QTest::newRow("both infinite") << V{inf, 1} << V{inf, 1} << u"equal"_s << 0 << 0;
    QTest::newRow("infinite the other way") << V{inf, 1} << V{-inf, 1} << u"differs"_s << 1 << 1;
    QTest::newRow("one infinite") << V{1, inf} << V{inf, 1} << u"differs"_s << 2 << 2;
}

void tst_OutputAgreement::judges()
{
    QFETCH(std::vector<float>, reference);
    QFETCH(std::vector<float>, candidate);
    QFETCH(QString, result);
    QFETCH(int, unequal);
    QFETCH(int, beyond);
    const OutputAgreement agreement = agreementOf(row(reference), row(candidate));
    QCOMPARE(agreementName(agreement.agreement), result);
    QCOMPARE(agreement.elements, static_cast<qint64>(reference.size()));
    QCOMPARE(agreement.unequal, unequal);
    QCOMPARE(agreement.beyond, beyond);
    QCOMPARE(agreement.first.index >= 0, unequal > 0);
}

void tst_OutputAgreement::saysWhereTheFirstDifferenceIs()
{
    const Shape shape{1, 2, 3};
    const auto reference = output(u"out"_s, Tensor::fromValues<float>(shape, std::vector<float>{0, 1, 2, 3, 4, 5}));
    const auto candidate
        = output(u"out"_s, Tensor::fromValues<float>(shape, std::vector<float>{0, 1.000001F, 2, 3, 4.5F, 6}));
    const OutputAgreement agreement = agreementOf(reference, candidate);
    // The second is not equal, but the first that counts is the fifth.
    QCOMPARE(agreement.first.index, 4);
    QCOMPARE(agreement.first.place, (std::vector<qint64>{0, 1, 1}));
    QCOMPARE(agreement.first.reference, 4.0);
    QCOMPARE(agreement.first.candidate, 4.5);
    QCOMPARE(agreement.unequal, 3);
    QCOMPARE(agreement.metrics.maximumAbsoluteError, 1.0);
    const OutputAgreement generous = compareOutput(reference, &candidate, {2, 0});
    QCOMPARE(generous.agreement, Agreement::Close);
    QCOMPARE(generous.first.index, 1);
}

void tst_OutputAgreement::comparesWhatIntegersStandFor()
{
    Tensor codes = Tensor::fromValues<qint8>(Shape{3}, std::vector<qint8>{-2, 0, 4});
    codes.setQuantization(Quantization{{0.5F}, {}, -1});
    QCOMPARE(agreementOf(row({-1, 0, 2}), output(u"out"_s, codes)).agreement, Agreement::Equal);
    QCOMPARE(agreementOf(row({-2, 0, 4}), output(u"out"_s, codes)).agreement, Agreement::Differs);
}

void tst_OutputAgreement::turnsTheLayout()
{
    const auto planar
        = output(u"out"_s, Tensor::fromValues<float>(Shape{1, 2, 1, 3}, std::vector<float>{0, 1, 2, 10, 11, 12}));
    const auto interleaved
        = output(u"out"_s, Tensor::fromValues<float>(Shape{1, 1, 3, 2}, std::vector<float>{0, 10, 1, 11, 2, 12}));
    QCOMPARE(agreementOf(planar, interleaved).agreement, Agreement::Equal);
    const auto wrong
        = output(u"out"_s, Tensor::fromValues<float>(Shape{1, 1, 3, 2}, std::vector<float>{0, 1, 2, 10, 11, 12}));
    const OutputAgreement agreement = agreementOf(planar, wrong);
    QCOMPARE(agreement.agreement, Agreement::Differs);
    QVERIFY(agreement.metrics.sameValues);
    QCOMPARE(agreement.first.place, (std::vector<qint64>{0, 0, 0, 1})); // in the reference's order
}

void tst_OutputAgreement::wholeNumbersStayExact()
{
    constexpr qint64 large = (qint64(1) << 24) + 1; // the first that a float cannot hold
    const auto index = [](qint64 value) {
        return output(u"out"_s, Tensor::fromValues<qint64>(Shape{1}, std::vector<qint64>{value}));
    };
    const CapturedTensor same = index(large);
    QCOMPARE(compareOutput(index(large), &same, {0, 0}).agreement, Agreement::Equal);
    const CapturedTensor other = index(large - 1);
    QCOMPARE(compareOutput(index(large), &other, {0, 0}).agreement, Agreement::Differs);
}

void tst_OutputAgreement::doublesStayExact()
{
    const auto one = output(u"out"_s, Tensor::fromValues<double>(Shape{1}, std::vector<double>{1.0}));
    const auto more = output(u"out"_s, Tensor::fromValues<double>(Shape{1}, std::vector<double>{1.0 + 1e-12}));
    QCOMPARE(compareOutput(one, &more, {0, 0}).agreement, Agreement::Differs);
    QCOMPARE(compareOutput(one, &more, {1e-11, 0}).agreement, Agreement::Close);
}

void tst_OutputAgreement::whatCannotBeCompared()
{
    const OutputAgreement missing = compareOutput(row({1}), nullptr, {});
    QCOMPARE(missing.agreement, Agreement::NotCompared);
    QVERIFY(missing.reason.contains(u"out"_s));
    const OutputAgreement shaped = agreementOf(row({1, 2}), row({1, 2, 3}));
    QCOMPARE(shaped.agreement, Agreement::NotCompared);
    QVERIFY2(shaped.reason.contains(u"2"_s) && shaped.reason.contains(u"3"_s), qPrintable(shaped.reason));
    const OutputAgreement empty = agreementOf(output(u"out"_s, Tensor()), row({1}));
    QCOMPARE(empty.agreement, Agreement::NotCompared);
    QVERIFY(!empty.reason.isEmpty());
}

void tst_OutputAgreement::pairsByNameThenByPosition()
{
    const auto named = [](const QString& name, float value) {
        return output(name, Tensor::fromValues<float>(Shape{1}, std::vector<float>{value}));
    };
    Capture reference;
    reference.tensors = {named(u"a"_s, 1), named(u"b"_s, 2)};
    Capture candidate;
    candidate.tensors = {named(u"b"_s, 2), named(u"layer"_s, 9), named(u"a"_s, 1)};
    candidate.tensors[1].isOutput = false;
    const auto byName = compareOutputs(reference, candidate, {});
    QCOMPARE(byName.size(), 2);
    QCOMPARE(byName[0].agreement, Agreement::Equal);
    QCOMPARE(byName[1].agreement, Agreement::Equal);
    candidate.tensors = {named(u"x"_s, 1), named(u"y"_s, 2)};
    const auto byPosition = compareOutputs(reference, candidate, {});
    QCOMPARE(byPosition[1].agreement, Agreement::Equal);
    candidate.tensors = {named(u"a"_s, 1), named(u"y"_s, 2)};
    const auto oneMissing = compareOutputs(reference, candidate, {});
    QCOMPARE(oneMissing[0].agreement, Agreement::Equal);
    QCOMPARE(oneMissing[1].agreement, Agreement::NotCompared);
    candidate.tensors = {named(u"x"_s, 1)};
    QCOMPARE(compareOutputs(reference, candidate, {})[0].agreement, Agreement::NotCompared);
}

QTEST_GUILESS_MAIN(tst_OutputAgreement)
#include "tst_outputagreement.moc"
