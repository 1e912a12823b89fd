// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/ForecastDifference.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DifferenceTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::ForecastDifference)
};

/// Of a tensor at a place: what it would be and what it is, `%1` and `%2`.
QString tensorSentence(const QString& place)
{
    if (place == "board_feeds"_L1)
        return DifferenceTexts::tr("The board program would have to feed %1 instead of %2.");
    if (place == "board_file"_L1)
        return DifferenceTexts::tr("The .bin would declare its input as %1 instead of %2.");
    return DifferenceTexts::tr("The input of the stage %3 would be %1 instead of %2.").replace(u"%3"_s, place);
}

class InputComparison
{
public:
    InputComparison(const InputForecast& before, const InputForecast& after, QList<ForecastChange>& changes)
        : m_before(before)
        , m_after(after)
        , m_changes(changes)
    { }

    void compare()
    {
        if (m_before.refusal != m_after.refusal)
            add(u"refusal"_s, u"refusal"_s, m_before.refusal, m_after.refusal, refusalText());
        if (!m_before.refusal.isEmpty() || !m_after.refusal.isEmpty())
            return;
        compareTensor(u"board_feeds"_s, m_before.boardFeeds, m_after.boardFeeds);
        compareNodes();
        for (qsizetype i = 0; i < std::min(m_before.stages.size(), m_after.stages.size()); ++i)
            compareTensor(stageKey(m_before.stages[i].stage), m_before.stages[i], m_after.stages[i]);
        compareTensor(u"board_file"_s, m_before.boardFile, m_after.boardFile);
        if (m_before.source != m_after.source)
            add(u"board_feeds"_s, u"input_source"_s, m_before.source, m_after.source,
                DifferenceTexts::tr("The data comes from %1 instead of %2.").arg(m_after.source, m_before.source));
        compareSentences(u"duty"_s, m_before.duties, m_after.duties,
                         {DifferenceTexts::tr("No longer: %1"), DifferenceTexts::tr("The program must: %1")});
        compareSentences(u"note"_s, m_before.notes, m_after.notes,
                         {DifferenceTexts::tr("No longer true: %1"), DifferenceTexts::tr("Then: %1")});
    }

private:
    void add(const QString& place, const QString& what, const QString& before, const QString& after,
             const QString& text)
    {
        m_changes.append({m_after.input, place, what, before, after, text});
    }

    [[nodiscard]] QString refusalText() const
    {
        if (m_after.refusal.isEmpty())
            return DifferenceTexts::tr("The toolchain would convert it; now it refuses: %1").arg(m_before.refusal);
        return DifferenceTexts::tr("The toolchain would refuse: %1").arg(m_after.refusal);
    }

    void compareTensor(const QString& place, const ForecastTensor& before, const ForecastTensor& after)
    {
        const StageInputFormat& b = before.format;
        const StageInputFormat& a = after.format;
        const auto number = [](qint64 value) { return value < 0 ? QString() : QString::number(value); };
        const QList<std::array<QString, 3>> fields{{u"dtype"_s, dataTypeName(b.type), dataTypeName(a.type)},
                                                   {u"layout"_s, layoutName(b.layout), layoutName(a.layout)},
                                                   {u"colour"_s, inputTypeName(b.colour), inputTypeName(a.colour)},
                                                   {u"range"_s, b.range, a.range},
                                                   {u"shape"_s, b.shape.toString(), a.shape.toString()},
                                                   {u"bytes"_s, number(before.bytes), number(after.bytes)}};
        const QString text = tensorSentence(place).arg(describeTensor(after), describeTensor(before));
        for (const auto& [what, was, is] : fields) {
            if (was != is)
                add(place, what, was, is, text);
        }
    }

    void compareNodes()
    {
        const auto has = [](const QList<ForecastNode>& nodes, const QString& name) {
            return std::ranges::find(nodes, name, &ForecastNode::name) != nodes.end();
        };
        for (const ForecastNode& node : m_before.inserted) {
            if (!node.isSandboxOnly && !has(m_after.inserted, node.name))
                add(u"node"_s, node.name, node.type, {},
                    DifferenceTexts::tr("%1 would not be inserted.").arg(node.name));
        }
        for (const ForecastNode& node : m_after.inserted) {
            if (node.isSandboxOnly)
                continue;
            const auto was = std::ranges::find(m_before.inserted, node.name, &ForecastNode::name);
            if (was == m_before.inserted.end())
                add(u"node"_s, node.name, {}, node.type,
                    DifferenceTexts::tr("%1 would be inserted. %2").arg(node.name, node.why));
            else if (was->computes != node.computes || was->why != node.why)
                add(u"node"_s, node.name, was->computes, node.computes,
                    DifferenceTexts::tr("%1 would do something else: %2. %3").arg(node.name, node.computes, node.why));
        }
    }

    void compareSentences(const QString& place, const QStringList& before, const QStringList& after,
                          const std::pair<QString, QString>& texts)
    {
        for (const QString& sentence : before) {
            if (!after.contains(sentence))
                add(place, place, sentence, {}, texts.first.arg(sentence));
        }
        for (const QString& sentence : after) {
            if (!before.contains(sentence))
                add(place, place, {}, sentence, texts.second.arg(sentence));
        }
    }

    const InputForecast& m_before;
    const InputForecast& m_after;
    QList<ForecastChange>& m_changes;
};

} // namespace

QList<ForecastChange> forecastChanges(const ConversionForecast& before, const ConversionForecast& after)
{
    QList<ForecastChange> changes;
    if (before.refusal != after.refusal) {
        const QString text = after.refusal.isEmpty()
            ? DifferenceTexts::tr("The toolchain would convert it; now it refuses: %1").arg(before.refusal)
            : DifferenceTexts::tr("The toolchain would refuse: %1").arg(after.refusal);
        changes.append({{}, u"refusal"_s, u"refusal"_s, before.refusal, after.refusal, text});
    }
    for (const InputForecast& input : after.inputs) {
        const auto was = std::ranges::find(before.inputs, input.input, &InputForecast::input);
        if (was != before.inputs.end())
            InputComparison(*was, input, changes).compare();
        else
            changes.append({input.input,
                            u"input"_s,
                            input.input,
                            {},
                            input.input,
                            DifferenceTexts::tr("The input “%1” would be described.").arg(input.input)});
    }
    for (const InputForecast& input : before.inputs) {
        if (std::ranges::find(after.inputs, input.input, &InputForecast::input) == after.inputs.end())
            changes.append({input.input,
                            u"input"_s,
                            input.input,
                            input.input,
                            {},
                            DifferenceTexts::tr("The input “%1” would not be described.").arg(input.input)});
    }
    return changes;
}

QStringList changeTexts(const QList<ForecastChange>& changes)
{
    QStringList texts;
    for (const ForecastChange& change : changes)
        texts.append(change.text);
    texts.removeDuplicates();
    return texts;
}

Result<ConfigDocument> changedDocument(const ConfigDocument& document, const QStringList& settings)
{
    ConfigDocument changed = document;
    for (const QString& setting : settings) {
        const QString key = setting.section(u'=', 0, 0).trimmed();
        if (!setting.contains(u'=') || !key.contains(u'.'))
            return failure(ErrorKind::InvalidArgument,
                           DifferenceTexts::tr("“%1” is no setting; write group.key=value, for example "
                                               "input_parameters.input_layout_rt=NHWC.")
                               .arg(setting));
        const QString value = setting.section(u'=', 1).trimmed();
        if (value.isEmpty() && !changed.contains(key))
            continue;
        auto next = value.isEmpty() ? changed.without(key) : changed.with(key, value);
        if (!next)
            return next;
        changed = std::move(*next);
    }
    return changed;
}

} // namespace driftscope
