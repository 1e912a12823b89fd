// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/EvaluateText.h"

#include "app/cli/Columns.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// A terminal has no room for the names of more.
constexpr std::size_t mostClasses = 16;
constexpr qsizetype mostConfusions = 40;

QString number(double value)
{
    if (std::isnan(value))
        return u"-"_s;
    return std::isinf(value) ? u"all"_s : QString::number(value, 'f', 3);
}

QString top1Line(const StageEvaluation& evaluation)
{
    return u"%1: top-1 %2 % of %3"_s.arg(stageKey(evaluation.stage))
        .arg(evaluation.top1() * 100, 0, 'f', 1)
        .arg(evaluation.samples);
}

class FlipsText
{
public:
    FlipsText(const QList<StageEvaluation>& evaluations, const LabelledData& data, int worst)
        : m_evaluations(evaluations)
        , m_data(data)
        , m_flips(evaluations, data)
        , m_worst(worst)
    { }

    [[nodiscard]] QStringList sections() const
    {
        QStringList parts;
        for (const StagePair& stages : stagePairs(m_evaluations))
            parts.append(pairText(stages));
        if (const QString text = worstText(); !text.isEmpty())
            parts.append(text);
        return parts;
    }

private:
    [[nodiscard]] QString said(const StageEvaluation& evaluation, int sample) const
    {
        return m_data.className(evaluation.predictions[static_cast<std::size_t>(sample)].predicted) + u' '
            + number(m_flips.margin(evaluation, sample));
    }

    [[nodiscard]] QString pairText(StagePair stages) const
    {
        const QList<SampleFlip> flips = m_flips.of(stages);
        const QString names = stageKey(stages.from) + u" -> "_s + stageKey(stages.to);
        if (flips.isEmpty())
            return names + u": no sample flips"_s;
        std::array<qsizetype, 3> counts{};
        for (const SampleFlip& flip : flips)
            ++counts[static_cast<std::size_t>(flip.kind)];
        QStringList parts{u"%1: %2 of %3 flip (%4 became wrong, %5 became right, %6 stayed wrong)"_s.arg(names)
                              .arg(flips.size())
                              .arg(m_data.samples.size())
                              .arg(counts[0])
                              .arg(counts[1])
                              .arg(counts[2])};
        QList<QStringList> lines{
            {{}, u"lost"_s, u"true"_s, stageKey(stages.from), stageKey(stages.to), u"first flip"_s, u"file"_s}};
        for (const SampleFlip& flip : flips.first(shown(flips.size()))) {
            lines.append({{},
                          number(flip.marginLost),
                          m_data.className(flip.label),
                          said(*m_flips.find(stages.from), flip.sample),
                          said(*m_flips.find(stages.to), flip.sample),
                          stageKey(flip.firstFlip),
                          m_data.nameOf(flip.sample)});
        }
        return withRest(parts, lines, flips.size());
    }

    [[nodiscard]] QString worstText() const
    {
        const QList<SampleLoss> losses = m_flips.worstSamples();
        if (losses.isEmpty())
            return {};
        QStringList header{{}, u"lost"_s, u"true"_s};
        for (const StageEvaluation& evaluation : m_evaluations)
            header.append(stageKey(evaluation.stage));
        QList<QStringList> lines{header << u"file"_s};
        for (const SampleLoss& loss : losses.first(shown(losses.size()))) {
            QStringList cells{{}, number(loss.marginLost), m_data.className(m_data.samples[loss.sample].label)};
            for (const StageEvaluation& evaluation : m_evaluations)
                cells.append(said(evaluation, loss.sample));
            lines.append(cells << m_data.nameOf(loss.sample));
        }
        const QString what = m_flips.marginsAreProbabilities() ? u"probabilities"_s : u"logits"_s;
        const QStringList parts{
            u"Worst samples from %1 to %2, by what the margin of the true class lost (score less the best other, %3):"_s
                .arg(stageKey(m_evaluations.first().stage), stageKey(m_evaluations.last().stage), what)};
        return withRest(parts, lines, losses.size());
    }

    [[nodiscard]] qsizetype shown(qsizetype all) const { return std::clamp<qsizetype>(m_worst, 0, all); }

    [[nodiscard]] QString withRest(QStringList parts, const QList<QStringList>& lines, qsizetype all) const
    {
        if (lines.size() > 1)
            parts.append(inColumns(lines));
        if (const qsizetype rest = all - shown(all); rest > 0)
            parts.append(u"  … and %1 more; --worst %2 shows all"_s.arg(rest).arg(all));
        return parts.join(u'\n');
    }

    const QList<StageEvaluation>& m_evaluations;
    const LabelledData& m_data;
    Flips m_flips;
    int m_worst;
};

QString confusedPairs(const StageEvaluation& evaluation, const LabelledData& data)
{
    struct Confused
    {
        int label;
        int predicted;
        int count;
    };
    QList<Confused> confused;
    for (std::size_t label = 0; label < evaluation.confusion.size(); ++label) {
        for (std::size_t predicted = 0; predicted < evaluation.confusion[label].size(); ++predicted) {
            if (label != predicted && evaluation.confusion[label][predicted] > 0) {
                confused.append(
                    {static_cast<int>(label), static_cast<int>(predicted), evaluation.confusion[label][predicted]});
            }
        }
    }
    std::ranges::stable_sort(confused, std::greater(), &Confused::count);
    QList<QStringList> lines{{{}, u"count"_s, u"true"_s, u"predicted"_s}};
    for (const Confused& each : confused.first(std::min(mostConfusions, confused.size())))
        lines.append({{}, QString::number(each.count), data.className(each.label), data.className(each.predicted)});
    return inColumns(lines);
}

} // namespace

QString confusionText(const StageEvaluation& evaluation, const LabelledData& data)
{
    const QString title = u"Confusion of %1 (true classes down, predicted across):\n"_s.arg(stageKey(evaluation.stage));
    const std::size_t classes = evaluation.confusion.size();
    if (classes > mostClasses)
        return title + confusedPairs(evaluation, data);
    QStringList header{{}, {}};
    for (std::size_t i = 0; i < classes; ++i)
        header.append(data.className(static_cast<int>(i)));
    QList<QStringList> lines{header};
    for (std::size_t label = 0; label < classes; ++label) {
        QStringList cells{{}, data.className(static_cast<int>(label))};
        for (const int count : evaluation.confusion[label])
            cells.append(QString::number(count));
        lines.append(cells);
    }
    return title + inColumns(lines);
}

QString evaluationText(const QList<StageEvaluation>& evaluations, const LabelledData& data, int worst)
{
    QStringList top1;
    for (const StageEvaluation& evaluation : evaluations)
        top1.append(top1Line(evaluation));
    return (QStringList{top1.join(u'\n')} + FlipsText(evaluations, data, worst).sections()).join(u"\n\n"_s);
}

} // namespace driftscope::cli
