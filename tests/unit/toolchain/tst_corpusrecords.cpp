// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every published log against counts that know nothing of the parsers, and cut, split and coloured in every way. The
// logs are not part of the project: $DRIFTSCOPE_CORPUS or ../shared/corpus.
#include "LogFingerprint.h"

#include "core/process/LineSplitter.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

QDir logFolder()
{
    const QString corpus
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    return QDir(corpus + u"/logs"_s);
}

QByteArray content(const QString& name)
{
    QFile file(logFolder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What grep -c would say.
qsizetype count(const QByteArray& text, const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    qsizetype found = 0;
    for (auto matches = expression.globalMatch(QString::fromUtf8(text)); matches.hasNext(); matches.next())
        ++found;
    return found;
}

/// The last group 1, as `grep -o | tail -1` would have it.
QString last(const QByteArray& text, const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QString found;
    for (auto matches = expression.globalMatch(QString::fromUtf8(text)); matches.hasNext();)
        found = matches.next().captured(1).trimmed();
    return found;
}

/// By the name of the file, which says what it is of.
QString toolOf(const QString& name, const QByteArray& text)
{
    if (name.contains("hb_model_modifier"_L1) || text.contains("hb_model_modifier"))
        return u"hb_model_modifier"_s;
    if (name.contains("hrt_model_exec"_L1) || text.contains("[HBRT]"))
        return u"hrt_model_exec"_s;
    if (name.contains("hb_perf"_L1))
        return u"hb_perf"_s;
    if (text.contains("cls_inference"))
        return u"cls_inference"_s;
    return text.contains("MAPPER-EVAL") ? u"cls_evaluate"_s : u"hb_mapper"_s;
}

/// Lines of a dump of arrays: begin with a space and hold a bracket.
qsizetype arrayLines(const QByteArray& text)
{
    return count(text, uR"(^ .*[\[\]].*$)"_s);
}

QByteArray withLineEnds(QByteArray text, const char* end)
{
    return text.replace("\r\n", "\n").replace("\n", end);
}

/// Every line in a colour, some in two.
QByteArray coloured(const QByteArray& text)
{
    QByteArray result;
    int number = 0;
    for (const QByteArray& line : text.split('\n')) {
        const qsizetype half = line.size() / 2;
        if (++number % 3 == 0)
            result += "\x1b[1;33m" + line.first(half) + "\x1b[0m\x1b[K" + line.sliced(half) + '\n';
        else
            result += "\x1b[32m" + line + "\x1b[0m\n";
    }
    result.chop(1);
    return result;
}

} // namespace

class tst_CorpusRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsRead_data() { addLogs(); }
    void everythingIsRead();
    void headsAndTrailers_data() { addLogs(); }
    void headsAndTrailers();
    void everyNumberOfTheTables_data() { addLogs(); }
    void everyNumberOfTheTables();
    void boardTensors_data() { addLogs(); }
    void boardTensors();
    void cutAtAnyLine_data() { addLogs(); }
    void cutAtAnyLine();
    void splitAtAnyByte_data() { addLogs(); }
    void splitAtAnyByte();
    void inPiecesOfAnySize_data() { addLogs(); }
    void inPiecesOfAnySize();
    void colouredOrFromWindows_data() { addLogs(); }
    void colouredOrFromWindows();
    void withProgressBars_data() { addLogs(); }
    void withProgressBars();
    void samplesOfTheCalibration();

private:
    static void addLogs()
    {
        QTest::addColumn<QString>("name");
        for (const QString& name : logFolder().entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << name;
    }
};

void tst_CorpusRecords::initTestCase()
{
    if (logFolder().entryList(QDir::Files).isEmpty())
        QSKIP("The corpus of published logs is not here.");
}

void tst_CorpusRecords::everythingIsRead()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const MakertbinLog log = parseMakertbinLog(text);
    QCOMPARE(log.tool, toolOf(name, text));
    QCOMPARE(log.nodes.size(), count(text, uR"(^\S+ +(BPU|CPU) +(id\(\d+\)|--) +\w+)"_s));
    QCOMPARE(log.outputs.size(), count(text, uR"(^\S+( +-?\d+\.\d+){4} *$)"_s));
    QCOMPARE(log.subgraphs.size(), count(text, uR"(FPS=[\d.]+, latency)"_s));
    QCOMPARE(log.modification.nodes.size(), count(text, uR"(^op_type: )"_s));
    QCOMPARE(log.modification.tensors.size(), count(text, uR"(^type \{)"_s));
    QCOMPARE(log.modification.removed.size(), count(text, uR"(Node '[^']+' is removed)"_s));
    QCOMPARE(log.boardTensors.size(), count(text, uR"(^(input|output)\[\d+\]:)"_s));
    QCOMPARE(log.boardPerfs.size(), count(text, uR"(^Frame count: )"_s));
    QCOMPARE(log.droppedRecords, 0);
    const qsizetype outside = log.lines - arrayLines(text);
    QVERIFY2(log.unparsedLines * 200 <= outside,
             qPrintable(log.unparsed.isEmpty() ? QString() : log.unparsed.first().text));
}

void tst_CorpusRecords::headsAndTrailers()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const MakertbinLog log = parseMakertbinLog(text);
    const qsizetype started = count(text, uR"((\] |: \d+ |INFO )Start to )"_s);
    const qsizetype ended = count(text, uR"((\] |: \d+ |INFO )End to )"_s);
    const auto finished = std::ranges::count_if(log.phases, &LogPhase::finished);
    QCOMPARE(finished, ended);
    QVERIFY(log.phases.size() >= std::max(started, ended) && log.phases.size() <= started + ended);
    QCOMPARE(std::ranges::count_if(log.phases, [](const LogPhase& p) { return p.finished && p.seconds < 0; }),
             std::max<qsizetype>(0, ended - started)); // of those whose beginning is cut away
    if (const QString version = last(text, uR"((?:hb_mapper|hb_perf) version (\d\S*)$)"_s); !version.isEmpty())
        QCOMPARE(log.version, version);
    if (const QString runtime = last(text, uR"(Runtime version = ([\d.]+))"_s); !runtime.isEmpty())
        QCOMPARE(log.version, runtime);
    // The trailer: key : value between its first heading and the end.
    const qsizetype from = text.lastIndexOf("model_parameters info") >= 0 ? text.lastIndexOf("model_parameters info")
                                                                          : text.lastIndexOf("model parameters info");
    const QByteArray trailer = from < 0 ? QByteArray() : text.sliced(from, text.indexOf("Convert to ", from) - from);
    QCOMPARE(log.parameters.size(), count(trailer, uR"((?:No: \d+|INFO) -{0,2}[A-Za-z][\w& -]* *:(?: |$))"_s));
    const QString flags = last(text, uR"(hbdk-cc parameters:(.*)$)"_s);
    QCOMPARE(log.compilerFlags.size(), flags.count(u'\'') / 2);
    if (text.contains("Convert to runtime bin file suc") && !text.endsWith("check_input_names failed\n"))
        QVERIFY(log.succeeded || name.startsWith("x3_2021"_L1));
}

void tst_CorpusRecords::everyNumberOfTheTables()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    static const QRegularExpression row(uR"(^(\S+) +(BPU|CPU) +(id\(\d+\)|--) +(\w+)(.*)$)"_s,
                                        QRegularExpression::MultilineOption);
    static const QRegularExpression number(uR"((?<!\S)-?\d+\.?\d*(?!\S))"_s);
    const MakertbinLog log = parseMakertbinLog(text);
    qsizetype at = 0;
    for (auto rows = row.globalMatch(QString::fromUtf8(text)); rows.hasNext(); ++at) {
        const auto match = rows.next();
        const LogNode& node = log.nodes.at(at);
        QCOMPARE(node.truncated ? QString(u"..."_s + node.name) : node.name, match.captured(1));
        QCOMPARE(node.device, match.captured(2));
        QCOMPARE(node.subgraph, match.captured(3) == "--"_L1 ? QString() : match.captured(3));
        QCOMPARE(node.type, match.captured(4));
        double wanted = 0;
        for (auto numbers = number.globalMatch(match.captured(5)); numbers.hasNext();)
            wanted += numbers.next().captured().toDouble();
        QCOMPARE(node.cosine.value_or(0) + node.threshold.value_or(0), wanted);
        const QString words = match.captured(5).simplified().section(u' ', -1);
        const bool hasType = words.contains("int"_L1) || words.contains("float"_L1);
        QCOMPARE(node.dataType, hasType ? words : QString());
    }
}

void tst_CorpusRecords::boardTensors()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const MakertbinLog log = parseMakertbinLog(text);
    qsizetype properties = 0;
    for (const LogBoardTensor& tensor : log.boardTensors) {
        properties += tensor.properties.size();
        QVERIFY(!tensor.property(u"name"_s).isEmpty());
        QVERIFY(tensor.property(u"valid shape"_s).startsWith(u'('));
    }
    QCOMPARE(properties,
             log.boardTensors.isEmpty() ? 0
                                        : count(text,
                                                uR"(^(name|input source|valid shape|aligned shape|aligned byte size|)"
                                                uR"(tensor type|tensor layout|quanti type|stride|scale data|)"
                                                uR"(shift data|quantizeAxis):)"_s));
    for (const LogBoardPerf& perf : log.boardPerfs) {
        QCOMPARE(perf.fps, last(text, uR"(Frame      rate       is: ([\d.]+))"_s).toDouble());
        QCOMPARE(perf.averageMs, last(text, uR"(Average    latency    is: ([\d.]+))"_s).toDouble());
        QCOMPARE(perf.threads, last(text, uR"(Thread number is: (\d+))"_s).toInt());
    }
}

void tst_CorpusRecords::cutAtAnyLine()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const Fingerprint whole = fingerprintOf(parseMakertbinLog(text));
    QRandomGenerator random(17);
    QList<qsizetype> ends;
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        ends.append(at + 1);
    constexpr qsizetype most = 25; // of a long log some lines, of a short one all
    for (qsizetype i = 0; i < std::min(most, ends.size()); ++i) {
        const qsizetype end = ends.size() <= most ? ends[i] : ends[random.bounded(static_cast<int>(ends.size()))];
        const Fingerprint part = fingerprintOf(parseMakertbinLog(text.first(end)));
        const QString other = part.notTheBeginningOf(whole);
        QVERIFY2(other.isEmpty(), qPrintable(u"cut at %1: %2"_s.arg(end).arg(other)));
    }
}

void tst_CorpusRecords::splitAtAnyByte()
{
    QFETCH(const QString, name);
    // Where a log has everything at once: around its end, where the tables and the trailer lie.
    const QByteArray text = content(name).right(700);
    const Fingerprint whole = fingerprintOf(parseMakertbinLog(text));
    for (qsizetype at = 0; at <= text.size(); ++at) {
        MakertbinLogParser parser;
        parser.feed(text.first(at));
        parser.feed(text.sliced(at));
        parser.finish();
        const Fingerprint split = fingerprintOf(parser.log());
        QVERIFY2(split == whole, qPrintable(u"split at %1: %2"_s.arg(at).arg(split.firstOther(whole))));
    }
}

void tst_CorpusRecords::inPiecesOfAnySize()
{
    QFETCH(const QString, name);
    const QByteArray text = content(name);
    const Fingerprint whole = fingerprintOf(parseMakertbinLog(text));
    QRandomGenerator random(19);
    for (const int longest : {1, 7, 100, 5000}) {
        MakertbinLogParser parser;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype size = random.bounded(1, longest + 1);
            parser.feed(text.mid(at, size));
            at += size;
        }
        parser.finish();
        const Fingerprint pieces = fingerprintOf(parser.log());
        QVERIFY2(pieces == whole, qPrintable(pieces.firstOther(whole)));
    }
}

void tst_CorpusRecords::colouredOrFromWindows()
{
    QFETCH(const QString, name);
    const QByteArray text = withLineEnds(content(name), "\n");
    const Fingerprint whole = fingerprintOf(parseMakertbinLog(text));
    for (const QByteArray& other : {withLineEnds(text, "\r\n"), coloured(text), withLineEnds(coloured(text), "\r\n")}) {
        const Fingerprint same = fingerprintOf(parseMakertbinLog(other));
        QVERIFY2(same == whole, qPrintable(same.firstOther(whole)));
    }
}

/// A bar that rewrites its line stands before some lines, glued to them or on a line of its own.
void tst_CorpusRecords::withProgressBars()
{
    QFETCH(const QString, name);
    const QByteArray text = withLineEnds(content(name), "\n");
    QByteArray barred;
    QRandomGenerator random(23);
    for (const QByteArray& line : text.split('\n')) {
        if (line.startsWith("20") && random.bounded(4) == 0)
            barred += random.bounded(2) == 0 ? "[==>   ] 40%\r[======] 100%" : "[=>    ]  9%\r\n[======] 100%\r\n";
        barred += line + '\n';
    }
    barred.chop(1);
    const Fingerprint whole = fingerprintOf(parseMakertbinLog(text), LineNumbers::Ignored);
    const Fingerprint same = fingerprintOf(parseMakertbinLog(barred), LineNumbers::Ignored);
    QVERIFY2(same == whole, qPrintable(same.firstOther(whole)));
}

/// What `call build params` shows of the calibration, against a count of the numbers in the text.
void tst_CorpusRecords::samplesOfTheCalibration()
{
    int seen = 0;
    for (const QString& name : logFolder().entryList(QDir::Files)) {
        const QByteArray text = content(name);
        const qsizetype from = text.lastIndexOf("'calibration_data': {");
        if (from < 0 || text.indexOf("2025-", from) < 0)
            continue;
        const QByteArray dump = text.sliced(from, text.indexOf("\n2025-", from) - from);
        const QByteArray arrays = dump.first(dump.lastIndexOf("]]"));
        const MakertbinLog log = parseMakertbinLog(text);
        QCOMPARE(log.inputs.size(), 1);
        const LogInput& input = log.inputs.first();
        QCOMPARE(input.sampleArrays, count(dump, uR"(array\(\[)"_s));
        QCOMPARE(input.sampleNumbers, count(arrays, uR"((?<![\w.])-?\d+\.\d*)"_s));
        QCOMPARE(input.sampleFractions, 0); // pixels less 128
        QVERIFY(input.samplesLeast <= input.samplesMean && input.samplesMean <= input.samplesMost);
        ++seen;
    }
    QVERIFY(seen > 5);
}

QTEST_GUILESS_MAIN(tst_CorpusRecords)
#include "tst_corpusrecords.moc"
