// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The published case from mistake to fix, in numbers.
class tst_CliStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void enoughPictures();
    void onnxStagesAgree_data();
    void onnxStagesAgree();
    void boardIsWrongAsPublished();
    void verdictNamesTheCause();
    void boardIsRightOnceFixed();
    void fixGivesTheFixedFile();
    void lintFlagsTheValue();
    void lintIsContentWithTheFixedFile();
    void lintTellsBoardFilesOfOtherConfigs();
    void runsAreKeptAndCompared();

private:
    [[nodiscard]] QJsonObject step(const QString& name) const
    {
        return elementWith(m_story["steps"_L1].toArray(), u"name"_s, name);
    }
    [[nodiscard]] double topOne(const QString& name, const QString& stage) const
    {
        const QJsonValue value = step(name)["top1"_L1][stage];
        return value.isDouble() ? value.toDouble() : -1000.0;
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QJsonObject m_story;
};

void tst_CliStory::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.filePath(u"sample"_s);
    QVERIFY(copySampleTo(m_cli.folder));
    const CliResult told = m_cli.run({u"story"_s, u"--json"_s, u"-o"_s, m_folder.filePath(u"story"_s)});
    QVERIFY2(told.status == 0, told.all().constData());
    QVERIFY2(told.errors.isEmpty(), told.errors.constData());
    m_story = told.json;
    QCOMPARE(m_story["steps"_L1].toArray().size(), 2);
}

void tst_CliStory::enoughPictures()
{
    for (const QString& name : {u"as_published"_s, u"fixed"_s})
        QVERIFY(step(name)["samples"_L1].toInt() >= 400);
}

void tst_CliStory::onnxStagesAgree_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as published") << u"as_published"_s;
    QTest::newRow("fixed") << u"fixed"_s;
}

void tst_CliStory::onnxStagesAgree()
{
    QFETCH(QString, name);
    QList<double> shares;
    for (const QString& stage :
         {u"float"_s, u"original_float"_s, u"optimized_float"_s, u"calibrated"_s, u"quantized"_s})
        shares.append(topOne(name, stage));
    QVERIFY(*std::ranges::min_element(shares) >= 0.8);
    QVERIFY(*std::ranges::max_element(shares) - *std::ranges::min_element(shares) <= 0.02);
    QVERIFY(std::abs(topOne(name, u"quantized"_s) - topOne(name, u"float"_s)) <= 0.015);
}

void tst_CliStory::boardIsWrongAsPublished()
{
    QVERIFY(topOne(u"as_published"_s, u"board"_s) >= 0.0);
    QVERIFY(topOne(u"as_published"_s, u"quantized"_s) - topOne(u"as_published"_s, u"board"_s) >= 0.2);
}

void tst_CliStory::verdictNamesTheCause()
{
    const QJsonObject verdict = step(u"as_published"_s)["verdict"_L1].toObject();
    QCOMPARE(verdict["kind"_L1].toString(), u"fault"_s);
    QCOMPARE(verdict["cause_key"_L1].toString(), u"input_parameters.input_layout_rt"_s);
    QCOMPARE(verdict["fix"_L1]["key"_L1].toString(), u"input_parameters.input_layout_rt"_s);
    QCOMPARE(verdict["fix"_L1]["value"_L1].toString(), u"NHWC"_s);
    QVERIFY(verdict["confidence"_L1].toDouble() > 0.8);
    const QJsonArray evidence = verdict["evidence"_L1].toArray();
    QVERIFY(evidence.size() > 1);
    QCOMPARE(evidence[0]["hypothesis"_L1], verdict["cause"_L1]);
    QVERIFY(evidence[0]["score"_L1].toDouble() > 0.99);
    QVERIFY(evidence[0]["score_without"_L1].toDouble(1.0) < 0.9);
    QVERIFY(!verdict["ladder"_L1].toArray().isEmpty());
}

void tst_CliStory::boardIsRightOnceFixed()
{
    QVERIFY(std::abs(topOne(u"fixed"_s, u"board"_s) - topOne(u"fixed"_s, u"quantized"_s)) <= 0.01);
    QCOMPARE(step(u"fixed"_s)["verdict"_L1]["kind"_L1].toString(), u"no_fault"_s);
    QVERIFY(m_story["fix_matches_fixed_yaml"_L1].toBool());
}

void tst_CliStory::fixGivesTheFixedFile()
{
    const CliResult fixed = m_cli.run({u"fix"_s, u"as_published.yaml"_s, u"-o"_s, u"written.yaml"_s, u"--json"_s});
    QVERIFY2(fixed.status == 0, fixed.all().constData());
    QCOMPARE(fixed.json["applied"_L1].toArray().size(), 1);
    const auto bytes = [this](const QString& name) {
        QFile file(m_cli.folder + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(!bytes(u"fixed.yaml"_s).isEmpty());
    QCOMPARE(bytes(u"written.yaml"_s), bytes(u"fixed.yaml"_s));
    QFile shipped(QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5/as_published.yaml"_s);
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    QCOMPARE(bytes(u"as_published.yaml"_s), shipped.readAll());
}

void tst_CliStory::lintFlagsTheValue()
{
    const CliResult linted = m_cli.run({u"lint"_s, u"as_published.yaml"_s, u"--json"_s});
    QVERIFY2(linted.status == 1, linted.all().constData());
    const QJsonObject finding
        = elementWith(linted.json["findings"_L1].toArray(), u"key"_s, u"input_parameters.input_layout_rt"_s);
    QFile file(m_cli.folder + u"/as_published.yaml"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray line = file.readAll().split('\n').value(finding["line"_L1].toInt() - 1);
    QVERIFY2(line.mid(finding["column"_L1].toInt() - 1).startsWith("'NCHW'"), line.constData());
    QVERIFY(!finding["message"_L1].toString().isEmpty());
    QVERIFY(!finding["why"_L1].toString().isEmpty());
    QCOMPARE(finding["fix"_L1]["value"_L1].toString(), u"NHWC"_s);
}

/// The story has compiled both configs: one board file is of the fixed one, one of the other.
void tst_CliStory::lintTellsBoardFilesOfOtherConfigs()
{
    QDirIterator files(m_folder.path(), {u"emoji5.bin"_s}, QDir::Files, QDirIterator::Subdirectories);
    int own = 0;
    int others = 0;
    while (files.hasNext()) {
        const CliResult linted = m_cli.run({u"lint"_s, u"fixed.yaml"_s, u"--board"_s, files.next(), u"--json"_s});
        const QJsonArray findings = linted.json["findings"_L1].toArray();
        own += linted.status == 0 && findings.isEmpty() ? 1 : 0;
        others += linted.status == 1 && findings[0]["rule"_L1].toString() == "board-inputs-differ"_L1 ? 1 : 0;
        QVERIFY2(linted.status == 0 || linted.status == 1, linted.all().constData());
    }
    QVERIFY(own > 0);
    QVERIFY(others > 0);
}

void tst_CliStory::lintIsContentWithTheFixedFile()
{
    const CliResult linted = m_cli.run({u"lint"_s, u"fixed.yaml"_s, u"--json"_s});
    QVERIFY2(linted.status == 0, linted.all().constData());
    QVERIFY(linted.json.contains("findings"_L1));
    QCOMPARE(linted.json["findings"_L1].toArray(), QJsonArray());
}

/// The line that changed, the node that went, and the points that came back.
void tst_CliStory::runsAreKeptAndCompared()
{
    QDirIterator folders(m_folder.filePath(u"story"_s), {u"runs"_s}, QDir::Dirs, QDirIterator::Subdirectories);
    QVERIFY(folders.hasNext());
    const QString runs = folders.next();
    const CliResult listed = m_cli.run({u"runs"_s, runs, u"--json"_s, u"--by"_s, u"top1.board"_s});
    QVERIFY2(listed.status == 0, listed.all().constData());
    const QJsonArray all = listed.json["runs"_L1].toArray();
    QVERIFY(all.size() >= 2);
    QVERIFY(all.first()["metrics"_L1]["top1.board"_L1].toDouble() > 0.8);
    const CliResult bad = m_cli.run({u"runs"_s, runs, u"--json"_s, u"--search"_s, u"top1.board<50% bernoulli2"_s});
    const QJsonArray wrong = bad.json["runs"_L1].toArray();
    QCOMPARE(wrong.size(), 1);
    const QString before = wrong.first()["run_id"_L1].toString();
    const QString after = all.first()["run_id"_L1].toString();
    const CliResult compared = m_cli.run({u"runs"_s, runs, u"--json"_s, u"--compare"_s, before, after});
    QVERIFY2(compared.status == 1, compared.all().constData());
    const QJsonArray config = compared.json["config"_L1].toArray();
    QCOMPARE(config.size(), 1);
    QCOMPARE(config.first()["key"_L1].toString(), u"input_parameters.input_layout_rt"_s);
    QCOMPARE(config.first()["before"_L1].toString(), u"NCHW"_s);
    QCOMPARE(config.first()["after"_L1].toString(), u"NHWC"_s);
    const QJsonObject board = elementWith(compared.json["graphs"_L1].toArray(), u"stage"_s, u"board"_s);
    const QJsonArray vanished = board["vanished"_L1].toArray();
    QVERIFY2(!vanished.isEmpty(), compared.all().constData());
    QVERIFY(std::ranges::any_of(
        vanished, [](const QJsonValue& node) { return node["name"_L1].toString().contains("NCHW2NHWC"_L1); }));
    const QJsonObject points = elementWith(compared.json["metrics"_L1].toArray(), u"name"_s, u"top1.board"_s);
    QVERIFY(points["after"_L1].toDouble() - points["before"_L1].toDouble() > 0.4);
    const CliResult noted = m_cli.run({u"runs"_s, runs, u"--note"_s, before, u"published; $(touch x)"_s});
    QVERIFY2(noted.status == 0, noted.all().constData());
    const CliResult found = m_cli.run({u"runs"_s, runs, u"--json"_s, u"--search"_s, u"\"$(touch x)\""_s});
    QCOMPARE(found.json["runs"_L1].toArray().size(), 1);
    const CliResult missing = m_cli.run({u"runs"_s, runs, u"--compare"_s, u"no-such"_s, after});
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.errors.contains("no-such"), missing.errors.constData());
}

QTEST_GUILESS_MAIN(tst_CliStory)
#include "tst_cli_story.moc"
