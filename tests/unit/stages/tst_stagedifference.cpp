// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/StageDifference.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_StageDifference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeThatIsNotTheSameIsListed();
    void addedNodesKeepTheirExplanation();
    void aFoldedNormalizationTellsItsFactors();
    void integersTellTypesAndScales();
    void changedAttributesAreTold();
    void defaultsAreNoChange();
    void foldedConstantsAreRemoved();
    void measuredCostsAreTold();

private:
    static DifferenceSubject subjectOf(const QList<StageGraph>& stages, const ConfigDocument* document);
};

DifferenceSubject tst_StageDifference::subjectOf(const QList<StageGraph>& stages, const ConfigDocument* document)
{
    DifferenceSubject subject;
    subject.stages = stages;
    subject.matches = matchesOf(stages);
    subject.inserted = explainInsertedNodes({stages, subject.matches, document, nullptr});
    subject.document = document;
    return subject;
}

namespace {

const StageDifference* find(const QList<StageDifference>& differences, Stage to, const QString& node)
{
    const auto found = std::ranges::find_if(differences, [&](const StageDifference& each) {
        return each.toStage == to && (each.toNames.contains(node) || each.fromNames.contains(node));
    });
    return found == differences.end() ? nullptr : &*found;
}

StageGraph graphOf(Stage stage, const QList<NodeDraft>& nodes, const QList<NamedTensor>& initializers = {})
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 2, 4, 4}}};
    draft.nodes = nodes;
    draft.initializers = initializers;
    return {stage, {}, Graph::fromDraft(draft)};
}

NodeDraft withAttributes(NodeDraft node, const QList<Attribute>& attributes)
{
    node.attributes = attributes;
    return node;
}

} // namespace

void tst_StageDifference::everyNodeThatIsNotTheSameIsListed()
{
    const QList<StageGraph> stages = allStageGraphs();
    const DifferenceSubject subject = subjectOf(stages, nullptr);
    const QList<StageDifference> differences = stageDifferences(subject);
    for (qsizetype i = 0; i + 1 < stages.size(); ++i) {
        const auto count = [&](DifferenceKind kind) {
            return std::ranges::count_if(differences, [&](const StageDifference& each) {
                return each.kind == kind && each.toStage == stages[i + 1].stage;
            });
        };
        QCOMPARE(count(DifferenceKind::Added), subject.matches[i].added.size());
        QCOMPARE(count(DifferenceKind::Removed), subject.matches[i].removed.size());
        for (const NodeMatch& match : subject.matches[i].matches) {
            if (match.kind != MatchKind::Same)
                QVERIFY(find(differences, stages[i + 1].stage, stages[i + 1].graph->node(match.to.front()).name)
                        != nullptr);
        }
    }
    for (const StageDifference& each : differences)
        QVERIFY2(!each.why.isEmpty(), qPrintable(each.toNames.join(u' ')));
}

void tst_StageDifference::addedNodesKeepTheirExplanation()
{
    const ConfigDocument config = configOf();
    const QList<StageDifference> differences = stageDifferences(subjectOf(allStageGraphs(), &config));
    const StageDifference* preprocess = find(differences, Stage::OriginalFloat, u"HZ_PREPROCESS_FOR_image"_s);
    QVERIFY(preprocess != nullptr);
    QCOMPARE(preprocess->kind, DifferenceKind::Added);
    QCOMPARE(preprocess->topic, DifferenceTopic::Preprocess);
    QCOMPARE(preprocess->cause.key, u"input_parameters.norm_type"_s);
    QVERIFY(preprocess->cause.line > 0);
    QVERIFY(!preprocess->boardMustFeed.isEmpty());
    QVERIFY(preprocess->computes.contains(u"120"_s));
}

void tst_StageDifference::aFoldedNormalizationTellsItsFactors()
{
    const auto weights = [](float a, float b) {
        return Tensor::fromValues<float>(Shape{2, 2, 1, 1}, std::vector<float>{a, -a, b, 2 * b});
    };
    const auto ones = Tensor::fromValues<float>(Shape{2}, std::vector<float>{1, 1});
    const StageGraph from
        = graphOf(Stage::OriginalFloat,
                  {op(u"conv"_s, u"Conv"_s, {u"x"_s, u"w"_s}, {u"c"_s}),
                   op(u"bn"_s, u"BatchNormalization"_s, {u"c"_s, u"s"_s, u"s"_s, u"s"_s, u"s"_s}, {u"b"_s})},
                  {{u"w"_s, weights(1, 2)}, {u"s"_s, ones}});
    const StageGraph to = graphOf(Stage::OptimizedFloat, {op(u"conv"_s, u"Conv"_s, {u"x"_s, u"w"_s}, {u"b"_s})},
                                  {{u"w"_s, weights(3, 1)}});
    const QList<StageDifference> differences = stageDifferences(subjectOf({from, to}, nullptr));
    QCOMPARE(differences.size(), qsizetype{1});
    QCOMPARE(differences[0].kind, DifferenceKind::Fused);
    QCOMPARE(differences[0].topic, DifferenceTopic::BatchNormalization);
    QCOMPARE(differences[0].fromNames, (QStringList{u"conv"_s, u"bn"_s}));
    QVERIFY2(differences[0].computes.contains(u"0.5 to 3"_s), qPrintable(differences[0].computes));
}

void tst_StageDifference::integersTellTypesAndScales()
{
    const QList<StageDifference> differences = stageDifferences(subjectOf(allStageGraphs(), nullptr));
    const StageDifference* conv = find(differences, Stage::Quantized, u"conv2"_s);
    QVERIFY(conv != nullptr);
    QVERIFY(std::ranges::any_of(conv->traits, [](const ChangedTrait& trait) {
        return trait.kind == ChangedTrait::Kind::Operator && trait.after == "QLinearConv"_L1;
    }));
    const StageDifference* add = find(differences, Stage::Quantized, u"add"_s);
    QVERIFY(add != nullptr);
    QCOMPARE(add->kind, DifferenceKind::Decomposed);
    QCOMPARE(add->topic, DifferenceTopic::FloatInside);
    const StageDifference* packed = find(differences, Stage::Board, u"main_graph_subgraph_0"_s);
    QVERIFY(packed != nullptr);
    QCOMPARE(packed->topic, DifferenceTopic::PackedCode);
    QCOMPARE(packed->cause.key, u"model_parameters.march"_s);
}

void tst_StageDifference::changedAttributesAreTold()
{
    const StageGraph from
        = graphOf(Stage::OriginalFloat,
                  {withAttributes(op(u"pool"_s, u"MaxPool"_s, {u"x"_s}, {u"y"_s}),
                                  {{u"kernel_shape"_s, QList<qint64>{2, 2}}, {u"pads"_s, QList<qint64>{0, 0, 0, 0}}})});
    const StageGraph to
        = graphOf(Stage::OptimizedFloat,
                  {withAttributes(op(u"pool"_s, u"MaxPool"_s, {u"x"_s}, {u"y"_s}),
                                  {{u"kernel_shape"_s, QList<qint64>{2, 2}}, {u"pads"_s, QList<qint64>{1, 1, 0, 0}}})});
    const QList<StageDifference> differences = stageDifferences(subjectOf({from, to}, nullptr));
    QCOMPARE(differences.size(), qsizetype{1});
    QCOMPARE(differences[0].kind, DifferenceKind::Changed);
    QCOMPARE(differences[0].topic, DifferenceTopic::Attribute);
    QCOMPARE(differences[0].traits.size(), qsizetype{1});
    QCOMPARE(differences[0].traits[0].name, u"pads"_s);
    QCOMPARE(differences[0].traits[0].before, u"0 0 0 0"_s);
    QCOMPARE(differences[0].traits[0].after, u"1 1 0 0"_s);
    QVERIFY(differences[0].computes.contains(u"pads"_s));
}

void tst_StageDifference::defaultsAreNoChange()
{
    const StageGraph from = graphOf(Stage::OriginalFloat, {op(u"c"_s, u"Conv"_s, {u"x"_s}, {u"y"_s})});
    const StageGraph to = graphOf(Stage::OptimizedFloat,
                                  {withAttributes(op(u"c"_s, u"Conv"_s, {u"x"_s}, {u"y"_s}),
                                                  {{u"dilations"_s, QList<qint64>{1, 1}},
                                                   {u"group"_s, qint64(1)},
                                                   {u"pads"_s, QList<qint64>{0, 0, 0, 0}},
                                                   {u"strides"_s, QList<qint64>{1, 1}}})});
    QVERIFY(stageDifferences(subjectOf({from, to}, nullptr)).isEmpty());
}

void tst_StageDifference::foldedConstantsAreRemoved()
{
    const StageGraph from
        = graphOf(Stage::OriginalFloat,
                  {op(u"shape"_s, u"Shape"_s, {u"x"_s}, {u"s"_s}), op(u"drop"_s, u"Dropout"_s, {u"x"_s}, {u"d"_s}),
                   op(u"reshape"_s, u"Reshape"_s, {u"d"_s, u"s"_s}, {u"r"_s})});
    const StageGraph to = graphOf(Stage::OptimizedFloat, {op(u"reshape"_s, u"Reshape"_s, {u"x"_s, u"k"_s}, {u"r"_s})},
                                  {{u"k"_s, Tensor::fromValues<qint64>(Shape{4}, std::vector<qint64>{1, 2, 4, 4})}});
    const QList<StageDifference> differences = stageDifferences(subjectOf({from, to}, nullptr));
    const StageDifference* shape = find(differences, Stage::OptimizedFloat, u"shape"_s);
    const StageDifference* drop = find(differences, Stage::OptimizedFloat, u"drop"_s);
    QVERIFY(shape != nullptr && drop != nullptr);
    QCOMPARE(shape->kind, DifferenceKind::Removed);
    QCOMPARE(shape->topic, DifferenceTopic::Constant);
    QCOMPARE(drop->kind, DifferenceKind::Removed);
    QCOMPARE(drop->topic, DifferenceTopic::Nothing);
}

void tst_StageDifference::measuredCostsAreTold()
{
    DifferenceSubject subject = subjectOf(allStageGraphs(), nullptr);
    subject.latencyUs = [&](Stage stage, NodeId node) -> std::optional<double> {
        return stage == Stage::Board && node == NodeId(0) ? std::optional(12.5) : std::nullopt;
    };
    const QList<StageDifference> differences = stageDifferences(subject);
    const StageDifference* first = find(differences, Stage::Board, subject.stages.last().graph->node(NodeId(0)).name);
    QVERIFY(first != nullptr);
    QVERIFY2(first->costs.contains(u"12.5"_s), qPrintable(first->costs));
}

QTEST_GUILESS_MAIN(tst_StageDifference)
#include "tst_stagedifference.moc"
