// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Measurement.h"

#include "ModelFaults.h"
#include "core/tensor/Metrics.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstdio>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array evidenceNames{"outputs", "layers", "input dump"};

QList<QByteArray> rightFeed(const BenchSubject& subject, const QList<Tensor>& given)
{
    QList<QByteArray> fed;
    for (qsizetype i = 0; i < given.size(); ++i)
        fed.append(rightBytes(given[i], subject.ports[i]));
    return fed;
}

BoardSample sampleOf(const BenchSubject& subject, const BoardRunCase& run, Evidences evidence)
{
    BoardSample sample;
    sample.capture = run.capture;
    if (evidence != Evidences::Layers)
        sample.capture.tensors.removeIf([](const CapturedTensor& tensor) { return !tensor.isOutput; });
    for (qsizetype i = 0; i < run.given.size(); ++i) {
        SampleInput input;
        if (evidence == Evidences::InputDump)
            input.fed = run.fed[i];
        if (subject.ports[i].isPicture())
            input.picture = run.given[i];
        else
            input.values = run.given[i];
        sample.inputs.append(std::move(input));
    }
    return sample;
}

/// Whether two runs gave the same but for rounding: a fault that shows nowhere cannot be found.
bool isSameResult(const Capture& a, const Capture& b)
{
    for (const CapturedTensor* output : a.outputs()) {
        const CapturedTensor* other = b.find(output->name);
        if (other == nullptr || compareTensors(output->tensor, other->tensor).sqnrDb < 60.0)
            return false;
    }
    return true;
}

} // namespace

void Measurement::measure(const BenchSubject& subject)
{
    QElapsedTimer timer;
    timer.start();
    const int before = m_confusion.planted();
    for (int index = 0; index < std::min<int>(m_inputs, static_cast<int>(subject.givens.size())); ++index) {
        measureClean(subject, index);
        for (const PlantedFault& fault : feedFaults() + featuremapFaults() + combinedFaults())
            measureFeed(subject, index, fault, true);
        for (const PlantedFault& fault : strangeFaults())
            fault.feed ? measureFeed(subject, index, fault, false) : measureOutputs(subject, index, fault, false);
        for (const PlantedFault& fault : outputFaults())
            measureOutputs(subject, index, fault, true);
        measureOrder(subject, index);
        measureRuns(subject, index);
    }
    std::printf("%-46s %4d planted, %.0f s\n", qPrintable(subject.plan.title()), m_confusion.planted() - before,
                static_cast<double>(timer.elapsed()) / 1000.0);
    std::fflush(stdout);
}

void Measurement::judge(const DiagnosisSubject& subject, const QString& planted, const QString& where, bool isKnown)
{
    if (!isWanted(planted))
        return;
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    if (!verdict) {
        std::printf("%s: %s: %s\n", qPrintable(where), qPrintable(planted), qPrintable(verdict.error().message));
        ++m_failures;
        return;
    }
    isKnown ? m_confusion.add(planted, *verdict, where) : m_confusion.addUnknown(planted, *verdict, where);
}

bool Measurement::isWanted(const QString& planted) const
{
    return m_filter.isEmpty() || QRegularExpression(m_filter).match(planted).hasMatch();
}

Capture Measurement::run(const BenchSubject& subject, const QList<QByteArray>& fed)
{
    auto capture = subject.run(fed);
    if (!capture) {
        std::printf("%s: %s\n", qPrintable(subject.plan.title()), qPrintable(capture.error().message));
        ++m_failures;
        return {};
    }
    return *std::move(capture);
}

void Measurement::judgeRuns(const BenchSubject& subject, const QString& planted, const QList<BoardRunCase>& runs,
                            bool isKnown, std::initializer_list<Evidences> evidences)
{
    for (const Evidences evidence : evidences) {
        DiagnosisSubject asked = subject.base;
        for (const BoardRunCase& one : runs)
            asked.samples.append(sampleOf(subject, one, evidence));
        judge(
            asked, planted,
            u"%1, %2"_s.arg(subject.plan.title(), QLatin1StringView(evidenceNames[static_cast<std::size_t>(evidence)])),
            isKnown);
    }
}

void Measurement::measureClean(const BenchSubject& subject, int index)
{
    if (!isWanted(u"clean"_s))
        return;
    const QList<QByteArray> fed = rightFeed(subject, subject.givens[index]);
    judgeRuns(subject, u"clean"_s, {{subject.givens[index], fed, run(subject, fed)}}, false,
              {Evidences::Outputs, Evidences::Layers, Evidences::InputDump});
}

/// Of several inputs one after the other gets the fault.
void Measurement::measureFeed(const BenchSubject& subject, int index, const PlantedFault& fault, bool isKnown)
{
    if (!isWanted(fault.id))
        return;
    const QList<Tensor>& given = subject.givens[index];
    const QList<QByteArray> right = rightFeed(subject, given);
    const auto port = static_cast<qsizetype>(index) % subject.ports.size();
    const auto bytes = fault.feed(given[port], subject.ports[port]);
    if (!bytes || *bytes == right[port])
        return;
    QList<QByteArray> fed = right;
    fed[port] = *bytes;
    const Capture capture = run(subject, fed);
    if (capture.outputs().isEmpty() || isSameResult(capture, run(subject, right)))
        return;
    judgeRuns(subject, fault.id, {{given, fed, capture}}, isKnown,
              {Evidences::Outputs, Evidences::Layers, Evidences::InputDump});
}

void Measurement::measureOutputs(const BenchSubject& subject, int index, const PlantedFault& fault, bool isKnown)
{
    if (!isWanted(fault.id))
        return;
    const QList<QByteArray> fed = rightFeed(subject, subject.givens[index]);
    Capture capture = run(subject, fed);
    QList<CapturedTensor> outputs;
    for (const CapturedTensor* output : capture.outputs())
        outputs.append(*output);
    const auto changed = fault.report(outputs);
    if (!changed)
        return;
    capture.tensors.removeIf([](const CapturedTensor& tensor) { return tensor.isOutput; });
    capture.tensors += *changed;
    judgeRuns(subject, fault.id, {{subject.givens[index], fed, capture}}, isKnown,
              {Evidences::Outputs, Evidences::Layers, Evidences::InputDump});
}

void Measurement::measureOrder(const BenchSubject& subject, int index)
{
    const QString id = u"inputs-swapped"_s;
    if (!isWanted(id) || subject.ports.size() != 2 || subject.ports[0].byteCount() != subject.ports[1].byteCount())
        return;
    QList<QByteArray> fed = rightFeed(subject, subject.givens[index]);
    fed.swapItemsAt(0, 1);
    judgeRuns(subject, id, {{subject.givens[index], fed, run(subject, fed)}}, true,
              {Evidences::Outputs, Evidences::Layers, Evidences::InputDump});
}

/// Results that are constant or those of the run before, and the values in front of the last activation.
void Measurement::measureRuns(const BenchSubject& subject, int index)
{
    const int next = (index + 1) % static_cast<int>(subject.givens.size());
    QList<BoardRunCase> runs;
    for (const int number : {index, next}) {
        const QList<QByteArray> fed = rightFeed(subject, subject.givens[number]);
        runs.append({subject.givens[number], fed, run(subject, fed)});
    }
    QList<BoardRunCase> constant = runs;
    constant[1].capture = runs[0].capture;
    judgeRuns(subject, u"output-constant"_s, constant, true, {Evidences::Outputs, Evidences::InputDump});
    QList<BoardRunCase> stale = runs;
    const int last = (index + 4) % static_cast<int>(subject.givens.size());
    stale[0].capture = run(subject, rightFeed(subject, subject.givens[last]));
    stale[1].capture = runs[0].capture;
    judgeRuns(subject, u"output-stale"_s, stale, true, {Evidences::Outputs, Evidences::InputDump});
    if (auto before = beforeActivation(subject, runs[0].capture)) {
        runs[0].capture = *before;
        judgeRuns(subject, u"activation-missing"_s, {runs[0]}, true, {Evidences::Outputs, Evidences::InputDump});
    }
}

} // namespace driftscope::test
