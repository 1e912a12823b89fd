// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Published logs of every generation. They are not part of the project: $DRIFTSCOPE_CORPUS or ../shared/corpus.
#include "core/process/LineSplitter.h"
#include "core/toolchain/MakertbinLog.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

QDir logFolder()
{
    const QString corpus
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    return QDir(corpus + u"/logs"_s);
}

QStringList mapperLogs()
{
    QStringList files;
    for (const QString& name : logFolder().entryList(QDir::Files)) {
        if (name.contains(u"hb_mapper"_s) || name.contains(u"readme"_s) || name.contains(u"quant_doc"_s))
            files.append(name);
    }
    return files;
}

QByteArray content(const QString& name)
{
    QFile file(logFolder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What grep -c would say.
int count(const QByteArray& text, const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    int found = 0;
    for (auto matches = expression.globalMatch(QString::fromUtf8(text)); matches.hasNext(); matches.next())
        ++found;
    return found;
}

bool sameRow(const LogNode& a, const LogNode& b)
{
    return a.name == b.name && a.truncated == b.truncated && a.device == b.device && a.subgraph == b.subgraph
        && a.type == b.type && a.cosine == b.cosine && a.threshold == b.threshold && a.dataType == b.dataType
        && a.line == b.line;
}

} // namespace

class tst_CorpusLogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void samplesArePixelsLess128();
    void initTestCase();
    void findsEveryRow_data();
    void findsEveryRow();
    void readsTheOldestLog();
    void readsANewLog();
    void aCutLogHasTheSameRowsUpToThere();
    void splittingChangesNothing();
};

void tst_CorpusLogs::initTestCase()
{
    if (mapperLogs().isEmpty())
        QSKIP("The corpus of published logs is not here.");
}

void tst_CorpusLogs::findsEveryRow_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : mapperLogs())
        QTest::newRow(qPrintable(name)) << name;
}

void tst_CorpusLogs::findsEveryRow()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const MakertbinLog log = parseMakertbinLog(text);
    QCOMPARE(log.nodes.size(), count(text, uR"(^\S+ +(BPU|CPU) +(id\(\d+\)|--) +\w+)"_s));
    QCOMPARE(log.outputs.size(), count(text, uR"(^\S+( +-?\d+\.\d+){4} *$)"_s));
    QCOMPARE(log.subgraphs.size(), count(text, uR"(FPS=[\d.]+, latency)"_s));
    QCOMPARE(
        log.phases.size(),
        count(text, uR"((\] |: \d+ |INFO )Start to )"_s)
            + (count(text, uR"((\] |: \d+ |INFO )End to )"_s) - count(text, uR"((\] |: \d+ |INFO )Start to )"_s) > 0
                   ? 1
                   : 0));
    for (const LogNode& node : log.nodes) {
        QVERIFY2(!node.name.isEmpty() && !node.name.contains(u' '), qPrintable(node.name));
        QVERIFY2(!node.type.isEmpty() && !node.type.contains(u' '), qPrintable(node.type));
        QVERIFY2(!node.dataType.contains(u' '), qPrintable(node.dataType));
        QVERIFY(!node.cosine || (*node.cosine >= -1.001 && *node.cosine <= 1.001));
        QVERIFY(!node.threshold || *node.threshold > 0.0);
    }
    if (name.contains(u"hb_mapper_log"_s) || name.endsWith(u"hb_mapper_makertbin.log")) {
        QVERIFY2(log.unparsedLines == 0, qPrintable(QString::number(log.unparsedLines)));
        QVERIFY(log.succeeded);
        QCOMPARE(log.tool, u"hb_mapper"_s);
        QVERIFY(log.parameters.size() > 15);
        QVERIFY(!log.compilerFlags.isEmpty());
    }
}

void tst_CorpusLogs::readsTheOldestLog()
{
    const QByteArray text = content(u"x3_2021_lenet_gray_hb_mapper.txt"_s);
    if (text.isEmpty())
        QSKIP("The log of 2021 is not here.");
    const MakertbinLog log = parseMakertbinLog(text);
    QCOMPARE(log.version, u"1.1.58"_s);
    QCOMPARE(log.nodes.size(), 15);
    QCOMPARE(log.nodes.at(7).name, u"HZ_PREPROCESS_FOR_data"_s);
    QCOMPARE(log.nodes.at(8).threshold, std::optional(253.879395));
    QCOMPARE(log.nodes.at(8).cosine, std::optional(0.999909));
    QCOMPARE(log.outputs.size(), 1);
    QVERIFY(!log.succeeded); // its last run fails
    QCOMPARE(log.diagnostics.size(), 2);
    QCOMPARE(log.diagnostics.last().message, u"check_input_names failed"_s);
    QCOMPARE(log.unparsedLines, 0);
}

void tst_CorpusLogs::readsANewLog()
{
    const QByteArray text = content(u"x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s);
    if (text.isEmpty())
        QSKIP("The log of 2025 is not here.");
    const MakertbinLog log = parseMakertbinLog(text);
    QCOMPARE(log.version, u"1.24.3"_s);
    QCOMPARE(log.nodes.first().cosine, std::optional(1.00002));
    QCOMPARE(log.subgraphs.first().fps, 147.31);
    QCOMPARE(log.lines, text.count('\n') + (text.endsWith('\n') ? 0 : 1));
    const auto calibrate = std::find_if(log.phases.cbegin(), log.phases.cend(),
                                        [](const LogPhase& phase) { return phase.name == u"calibrate the model"; });
    QVERIFY(calibrate != log.phases.cend());
    QVERIFY(qAbs(calibrate->seconds - 687.14) < 0.001);
    QVERIFY(log.parameters.contains(qMakePair(u"input_layout_rt"_s, u"None"_s)));
}

void tst_CorpusLogs::aCutLogHasTheSameRowsUpToThere()
{
    QRandomGenerator random(11);
    for (const QString& name : mapperLogs()) {
        const QByteArray text = content(name);
        const MakertbinLog whole = parseMakertbinLog(text);
        for (int round = 0; round < 12; ++round) {
            // half of the cuts fall into the tables, which lie near the end
            const auto from = round % 2 == 0 ? qsizetype(0) : text.size() * 3 / 4;
            const qsizetype cut = from + random.bounded(static_cast<int>(text.size() - from) + 1);
            const MakertbinLog part = parseMakertbinLog(text.left(cut));
            QVERIFY(part.nodes.size() <= whole.nodes.size());
            for (qsizetype i = 0; i < part.nodes.size(); ++i) {
                if (part.nodes.at(i).line < part.lines) // the last line may be half a row
                    QVERIFY2(sameRow(part.nodes.at(i), whole.nodes.at(i)), qPrintable(name));
            }
            QVERIFY(part.phases.size() <= whole.phases.size());
        }
    }
}

void tst_CorpusLogs::splittingChangesNothing()
{
    QRandomGenerator random(13);
    for (const QString& name : mapperLogs()) {
        const QByteArray text = content(name);
        const MakertbinLog whole = parseMakertbinLog(text);
        LineSplitter splitter;
        MakertbinLogParser parser;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = random.bounded(1, 4000);
            for (const QString& line : splitter.feed(text.mid(at, size)))
                parser.handleLine(line);
            at += size;
        }
        for (const QString& line : splitter.flush())
            parser.handleLine(line);
        parser.finish();
        const MakertbinLog& log = parser.log();
        QCOMPARE(log.nodes.size(), whole.nodes.size());
        for (qsizetype i = 0; i < log.nodes.size(); ++i)
            QVERIFY(sameRow(log.nodes.at(i), whole.nodes.at(i)));
        QCOMPARE(log.lines, whole.lines);
        QCOMPARE(log.unparsedLines, whole.unparsedLines);
        QCOMPARE(log.diagnostics.size(), whole.diagnostics.size());
    }
}

void tst_CorpusLogs::samplesArePixelsLess128()
{
    int seen = 0;
    for (const QString& name : mapperLogs()) {
        const MakertbinLog log = parseMakertbinLog(content(name));
        for (const LogInput& input : log.inputs) {
            if (input.sampleNumbers == 0)
                continue;
            ++seen;
            QVERIFY2(input.samplesLeast >= -128 && input.samplesMost <= 127 && input.samplesMost > 0, qPrintable(name));
        }
    }
    if (mapperLogs().isEmpty())
        QSKIP("the corpus is not here");
    QVERIFY(seen > 5);
}

QTEST_GUILESS_MAIN(tst_CorpusLogs)
#include "tst_corpuslogs.moc"
