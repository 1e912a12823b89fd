// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/session/LoadedStage.h"
#include "core/stages/NodeNames.h"

#include <QDir>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// The vendor's own files of one conversion, linked node by node; skipped where there are none.
class tst_CorpusChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRowOfTheTableHasItsNode();
    void quantInfoLinksAndAgreesWithTheTable();
    void everyQuantizedNodeHasItsBoardNode();
    void latencyStandsAtTheSubgraph();

private:
    [[nodiscard]] const ListLinks* links(FactOrigin origin, Stage stage) const;
    QString m_corpus;
    QByteArray m_logText;
    LoadedChain m_chain;
};

namespace {

/// A row of the node table, read by nothing of the program: words between the title and the next line with a stamp.
struct TableRow
{
    int line = 0;
    QString name;
    QString type;
    QString cosine;
    QString threshold;
    QString dataType;
};

QList<TableRow> rowsOfTable(const QByteArray& log)
{
    QList<TableRow> rows;
    const QList<QByteArray> lines = log.split('\n');
    bool isInside = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = QString::fromUtf8(lines[i]);
        if (line.contains("The main quantized node information:"_L1)) {
            isInside = true;
        } else if (isInside && line.startsWith("20"_L1)) {
            break;
        } else if (isInside && !line.startsWith(u'=') && !line.startsWith(u'-') && !line.startsWith("Node "_L1)) {
            const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
            if (words.size() == 7)
                rows.append({static_cast<int>(i) + 1, words[0], words[3], words[4], words[5], words[6]});
        }
    }
    return rows;
}

} // namespace

void tst_CorpusChain::initTestCase()
{
    m_corpus = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"));
    const QDir models(m_corpus + u"/models/x5_yolo11n"_s);
    if (!models.exists())
        QSKIP("no corpus of real files");
    m_logText = *readFile(m_corpus + u"/logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s);
    const MakertbinLog log = parseMakertbinLog(m_logText);
    const QString prefix = u"yolo11n_detect_bayese_640x640_nv12"_s;
    Progress progress;
    auto chain = loadChain({{Stage::Quantized, models.absoluteFilePath(prefix + u"_quantized_model.onnx"_s)},
                            {Stage::Board, models.absoluteFilePath(prefix + u".bin"_s)}},
                           nullptr, &log, {}, progress);
    QVERIFY2(chain.has_value(), chain ? "" : qPrintable(chain.error().message));
    m_chain = std::move(*chain);
    QCOMPARE(m_chain.annotations->problems(), QStringList());
}

const ListLinks* tst_CorpusChain::links(FactOrigin origin, Stage stage) const
{
    for (const ListLinks& each : m_chain.annotations->links()) {
        if (each.origin == origin && each.stage == stage)
            return &each;
    }
    return nullptr;
}

void tst_CorpusChain::everyRowOfTheTableHasItsNode()
{
    const QList<TableRow> rows = rowsOfTable(m_logText);
    QCOMPARE(rows.size(), 243);
    const ListLinks* found = links(FactOrigin::Log, Stage::Quantized);
    QVERIFY(found != nullptr);
    QCOMPARE(found->rows.size(), rows.size());
    const Graph& graph = *m_chain.find(Stage::Quantized)->graph;
    QSet<NodeId> used;
    int right = 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(found->rows[i].line, rows[i].line);
        const NodeId node = found->rows[i].link.node;
        if (!node.isValid() || used.contains(node))
            continue;
        used.insert(node);
        const QString name = graph.node(node).name;
        const bool isNamed
            = rows[i].name.startsWith("..."_L1) ? name.endsWith(rows[i].name.mid(3)) : name == rows[i].name;
        const NodeFacts* facts = m_chain.annotations->facts(Stage::Quantized, node);
        const bool hasCosine = rows[i].cosine == "--"_L1
            || (facts->cosine && std::abs(*facts->cosine - rows[i].cosine.toDouble()) < 1e-6);
        const bool hasThreshold = rows[i].threshold == "--"_L1
            || (facts->threshold
                && std::abs(*facts->threshold - rows[i].threshold.toDouble()) < 1e-5 * rows[i].threshold.toDouble());
        right += isNamed && graph.node(node).opType == rows[i].type && hasCosine && hasThreshold
                && facts->dataType == rows[i].dataType && facts->device == Device::Bpu
            ? 1
            : 0;
    }
    QCOMPARE(right, rows.size());
}

void tst_CorpusChain::quantInfoLinksAndAgreesWithTheTable()
{
    const ListLinks* found = links(FactOrigin::QuantInfo, Stage::Quantized);
    QVERIFY(found != nullptr);
    QCOMPARE(found->rows.size(), 231);
    QCOMPARE(found->linkedCount(), 231);
    // Three additions went into convolutions and six transposes behind the outputs were dropped.
    QCOMPARE(std::ranges::count_if(found->rows, [](const auto& row) { return row.link.how == LinkHow::Output; }), 9);
    const Graph& graph = *m_chain.find(Stage::Quantized)->graph;
    const NodeFacts* add = m_chain.annotations->facts(Stage::Quantized, graph.findNode(u"/model.2/m.0/Add"_s));
    QVERIFY(add != nullptr);
    QCOMPARE(add->inputThresholds, (std::vector<std::vector<double>>{{34.247341}, {33.009644}}));
    QCOMPARE(add->thresholdSource->origin, FactOrigin::QuantInfo);
}

void tst_CorpusChain::everyQuantizedNodeHasItsBoardNode()
{
    const Graph& quantized = *m_chain.find(Stage::Quantized)->graph;
    const Graph& board = *m_chain.find(Stage::Board)->graph;
    int onBpu = 0;
    for (int i = 0; i < quantized.nodeCount(); ++i) {
        const NodeId owner = m_chain.annotations->boardNodeOf(NodeId(i));
        QVERIFY2(owner.isValid(), qPrintable(quantized.node(NodeId(i)).name));
        const bool isDequantize = quantized.node(NodeId(i)).opType == "HzDequantize"_L1;
        QCOMPARE(board.node(owner).opType, isDequantize ? u"Dequantize"_s : u"BPU"_s);
        onBpu += isDequantize ? 0 : 1;
    }
    QCOMPARE(onBpu, 250);
    const ListLinks* drawing = links(FactOrigin::PerfGraph, Stage::Board);
    QVERIFY(drawing != nullptr);
    QCOMPARE(drawing->rows.size(), 7);
    QCOMPARE(drawing->linkedCount(), 7);
}

void tst_CorpusChain::latencyStandsAtTheSubgraph()
{
    const Graph& board = *m_chain.find(Stage::Board)->graph;
    const NodeFacts* facts = m_chain.annotations->facts(Stage::Board, board.findNode(u"main_graph_subgraph_0"_s));
    QVERIFY(facts != nullptr);
    QCOMPARE(facts->latencyUs, std::optional(6788.5));
    QCOMPARE(facts->ddrBytes, 18865600);
    QCOMPARE(facts->latencySource->origin, FactOrigin::SubgraphReport);
}

QTEST_GUILESS_MAIN(tst_CorpusChain)
#include "tst_corpuschain.moc"
