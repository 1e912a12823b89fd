// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatchCases.h"

#include "core/stages/MatchComposition.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

/// The truth for a .bin whose parts cannot be opened: what ran on the BPU became the node that holds the code.
QSet<NamePair> sealedTruth(const RecordedConversion& conversion, const StageGraph& board)
{
    QSet<NamePair> truth;
    for (auto part = conversion.partOf.cbegin(); part != conversion.partOf.cend(); ++part)
        truth.insert({part.key(), part.value()});
    for (const NamePair& pair : conversion.truth.of(Stage::Float, Stage::Board)) {
        if (board.graph->findNode(pair.second).isValid())
            truth.insert(pair);
    }
    return truth;
}

class Measuring
{
public:
    explicit Measuring(const RecordedConversion& conversion)
        : m_conversion(conversion)
        , m_stages(conversion.chain.graphs())
    {
        quint32 seed = 1;
        for (const StageGraph& stage : m_stages)
            m_numbered.append(numbered(stage, seed++, m_names.emplaceBack()));
    }

    QList<MatchMeasurement> all()
    {
        QList<StageMatch> numbers;
        for (qsizetype i = 0; i + 1 < m_stages.size(); ++i) {
            numbers.append(matchStages(m_numbered[i], m_numbered[i + 1]));
            const QString title = stageKey(m_stages[i].stage) + u" -> "_s + stageKey(m_stages[i + 1].stage);
            add(title, m_conversion.chain.matches[i], i, i + 1, false);
            add(title, numbers[i], i, i + 1, true);
        }
        const qsizetype last = m_stages.size() - 1;
        add(u"float -> board, composed"_s, m_conversion.chain.matchBetween(0, last), 0, last, false);
        add(u"float -> board, composed"_s, matchBetween(m_numbered, numbers, 0, last), 0, last, true);
        add(u"float -> board, direct"_s, matchStages(m_stages[0], m_stages[last]), 0, last, false);
        add(u"float -> board, direct"_s, matchStages(m_numbered[0], m_numbered[last]), 0, last, true);
        addSealed();
        return m_result;
    }

private:
    void add(const QString& title, const StageMatch& match, qsizetype from, qsizetype to, bool isNumbered)
    {
        const QSet<NamePair> truth = m_conversion.truth.of(m_stages[from].stage, m_stages[to].stage);
        const QList<StageGraph>& stages = isNumbered ? m_numbered : m_stages;
        m_result.append({title, isNumbered,
                         scoreOf(match, stages[from], stages[to], truth, isNumbered ? m_names[from] : OriginalNames(),
                                 isNumbered ? m_names[to] : OriginalNames())});
    }

    void addSealed()
    {
        const StageGraph board = sealed(m_conversion.chain.stages.last());
        OriginalNames names;
        const StageGraph numbers = numbered(board, 77, names);
        const QSet<NamePair> truth = sealedTruth(m_conversion, board);
        m_result.append({u"float -> board, sealed code"_s, false,
                         scoreOf(matchStages(m_stages[0], board), m_stages[0], board, truth)});
        m_result.append(
            {u"float -> board, sealed code"_s, true,
             scoreOf(matchStages(m_numbered[0], numbers), m_numbered[0], numbers, truth, m_names[0], names)});
    }

    const RecordedConversion& m_conversion;
    QList<StageGraph> m_stages;
    QList<StageGraph> m_numbered;
    QList<OriginalNames> m_names;
    QList<MatchMeasurement> m_result;
};

} // namespace

QString networksFolder()
{
    return qEnvironmentVariable("DRIFTSCOPE_NETWORKS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/.cache/networks"_s);
}

QList<MatchCase> matchCases()
{
    QList<MatchCase> cases;
    const QDir sample(QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5"_s);
    for (const QString& config : {u"as_published"_s, u"bayes_e_nhwc"_s})
        cases.append({u"emoji5 "_s + config, sample.filePath(config + u".yaml"_s)});
    for (const QString& network : {u"mobilefacenet"_s, u"rfb_face_detector"_s, u"resnet18"_s}) {
        for (const QString& march : {u"bernoulli2"_s, u"bayes-e"_s}) {
            const QString config = networksFolder() + u'/' + network + u'/' + march + u".yaml"_s;
            if (QFileInfo::exists(config))
                cases.append({network + u' ' + march, config});
        }
    }
    return cases;
}

QList<MatchMeasurement> measureMatching(const RecordedConversion& conversion)
{
    return Measuring(conversion).all();
}

} // namespace driftscope::test
