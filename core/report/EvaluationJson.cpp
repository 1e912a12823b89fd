// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled data through the stages as JSON: top-1, confusion, the samples that flip.
#include "core/report/Json.h"

#include "core/evaluation/SampleFlips.h"
#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString scaleName(bool isOfProbabilities)
{
    return isOfProbabilities ? u"probabilities"_s : u"logits"_s;
}

class FlipsWriter
{
public:
    FlipsWriter(const QList<StageEvaluation>& evaluations, const LabelledData& data)
        : m_evaluations(evaluations)
        , m_data(data)
        , m_flips(evaluations, data)
    { }

    [[nodiscard]] QJsonArray flips() const
    {
        QJsonArray array;
        for (const SampleFlip& flip : m_flips.all()) {
            QJsonObject object = sampleJson(flip.sample);
            object.insert(u"kind"_s, flipKindName(flip.kind));
            object.insert(u"from"_s, saidJson(*m_flips.find(flip.stages.from), flip.sample));
            object.insert(u"to"_s, saidJson(*m_flips.find(flip.stages.to), flip.sample));
            object.insert(u"margin_lost"_s, numberJson(flip.marginLost));
            object.insert(u"first_flip"_s, stageKey(flip.firstFlip));
            array.append(object);
        }
        return array;
    }

    [[nodiscard]] QJsonArray worst(int count) const
    {
        QJsonArray array;
        const QList<SampleLoss> losses = m_flips.worstSamples();
        for (const SampleLoss& loss : losses.first(std::clamp<qsizetype>(count, 0, losses.size()))) {
            QJsonObject object = sampleJson(loss.sample);
            QJsonArray stages;
            for (const StageEvaluation& evaluation : m_evaluations)
                stages.append(saidJson(evaluation, loss.sample));
            object.insert(u"margin_lost"_s, numberJson(loss.marginLost));
            object.insert(u"stages"_s, stages);
            const auto first = m_flips.firstFlip(loss.sample);
            object.insert(u"first_flip"_s, first ? QJsonValue(stageKey(*first)) : QJsonValue(QJsonValue::Null));
            array.append(object);
        }
        return array;
    }

    [[nodiscard]] QString scale() const { return scaleName(m_flips.marginsAreProbabilities()); }

private:
    [[nodiscard]] QJsonObject sampleJson(int sample) const
    {
        const LabelledSample& labelled = m_data.samples[sample];
        return {
            {u"file"_s, labelled.file}, {u"label"_s, labelled.label}, {u"class"_s, m_data.className(labelled.label)}};
    }

    [[nodiscard]] QJsonObject saidJson(const StageEvaluation& evaluation, int sample) const
    {
        const Prediction& said = evaluation.predictions[static_cast<std::size_t>(sample)];
        return {{u"stage"_s, stageKey(evaluation.stage)},
                {u"predicted"_s, said.predicted},
                {u"class"_s, m_data.className(said.predicted)},
                {u"score"_s, numberJson(said.score)},
                {u"true_score"_s, numberJson(said.trueScore)},
                {u"margin"_s, numberJson(m_flips.margin(evaluation, sample))}};
    }

    const QList<StageEvaluation>& m_evaluations;
    const LabelledData& m_data;
    Flips m_flips;
};

} // namespace

QJsonObject evaluationJson(const StageEvaluation& evaluation)
{
    QJsonArray confusion;
    for (const std::vector<int>& row : evaluation.confusion) {
        QJsonArray cells;
        for (const int count : row)
            cells.append(count);
        confusion.append(cells);
    }
    return {{u"stage"_s, stageKey(evaluation.stage)},
            {u"file"_s, evaluation.file},
            {u"samples"_s, evaluation.samples},
            {u"correct"_s, evaluation.correct},
            {u"top1"_s, numberJson(evaluation.top1())},
            {u"scores"_s, scaleName(evaluation.scores == ScoreScale::Probabilities)},
            {u"confusion"_s, confusion}};
}

QJsonObject evaluationsJson(const QList<StageEvaluation>& evaluations, const LabelledData& data, int worst)
{
    QJsonArray stages;
    for (const StageEvaluation& evaluation : evaluations)
        stages.append(evaluationJson(evaluation));
    const FlipsWriter writer(evaluations, data);
    return {{u"stages"_s, stages},
            {u"classes"_s, QJsonArray::fromStringList(data.classes)},
            {u"margins"_s, writer.scale()},
            {u"flips"_s, writer.flips()},
            {u"worst"_s, writer.worst(worst)}};
}

} // namespace driftscope
