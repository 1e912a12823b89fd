// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-cli evaluate on the sample as it was published: right as quantized ONNX, wrong on the board.
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CliEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void flipsAreWhatTopOneLost();
    void worstFirst();
    void textForPeople();
    void confusionWithNames();
    void numberOfLines();
    void labelsWithoutAClass();
    void badUsage();

private:
    [[nodiscard]] CliResult evaluate(const QStringList& arguments) const
    {
        return m_cli.run(QStringList{u"evaluate"_s, u"as_published.yaml"_s} + arguments);
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QJsonObject m_json;
};

void tst_CliEvaluate::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder));
    // Three of each class.
    const QList<QByteArray> lines = contentOf(m_folder.filePath(u"heldout/labels.csv"_s)).trimmed().split('\n');
    QMap<QByteArray, int> taken;
    QByteArray few = lines.first() + '\n';
    for (const QByteArray& line : lines.mid(1)) {
        if (++taken[line.split(',')[1]] <= 3)
            few += line + '\n';
    }
    QFile labels(m_folder.filePath(u"heldout/labels.csv"_s));
    QVERIFY(labels.open(QIODevice::WriteOnly));
    labels.write(few);
    labels.close();
    const CliResult compiled = m_cli.run({u"compile"_s, u"as_published.yaml"_s});
    QVERIFY2(compiled.status == 0, compiled.all().constData());
    const CliResult evaluated = evaluate({u"--json"_s});
    QVERIFY2(evaluated.status == 0, evaluated.all().constData());
    m_json = evaluated.json;
}

void tst_CliEvaluate::flipsAreWhatTopOneLost()
{
    QMap<QString, int> correct;
    int samples = 0;
    for (const QJsonValue& stage : m_json["stages"_L1].toArray()) {
        correct[stage["stage"_L1].toString()] = stage["correct"_L1].toInt();
        samples = stage["samples"_L1].toInt();
    }
    QCOMPARE(correct.size(), 6);
    QCOMPARE(samples, 15);
    QVERIFY(correct[u"board"_s] < correct[u"quantized"_s]);
    QMap<QString, int> gained; // by pair of stages
    for (const QJsonValue& flip : m_json["flips"_L1].toArray()) {
        const QString pair = flip["from"_L1]["stage"_L1].toString() + u' ' + flip["to"_L1]["stage"_L1].toString();
        const QString kind = flip["kind"_L1].toString();
        gained[pair] += kind == u"became_right"_s ? 1 : kind == u"became_wrong"_s ? -1 : 0;
        QVERIFY(flip["from"_L1]["predicted"_L1].toInt() != flip["to"_L1]["predicted"_L1].toInt());
        QCOMPARE(kind == u"became_wrong"_s, flip["from"_L1]["predicted"_L1] == flip["label"_L1]);
        QVERIFY(QFile::exists(flip["file"_L1].toString()));
        QVERIFY(!flip["first_flip"_L1].toString().isEmpty());
    }
    for (const QString& pair :
         {u"float original_float"_s, u"calibrated quantized"_s, u"quantized board"_s, u"float board"_s}) {
        QCOMPARE(gained.value(pair), correct[pair.section(u' ', 1)] - correct[pair.section(u' ', 0, 0)]);
    }
    QVERIFY(gained[u"quantized board"_s] < 0);
}

void tst_CliEvaluate::worstFirst()
{
    double before = std::numeric_limits<double>::infinity();
    for (const QJsonValue& flip : m_json["flips"_L1].toArray()) {
        const double lost = flip["margin_lost"_L1].toDouble();
        QVERIFY(lost <= before);
        QVERIFY(qAbs(flip["from"_L1]["margin"_L1].toDouble() - flip["to"_L1]["margin"_L1].toDouble() - lost) < 1e-6);
        before = lost;
    }
    const QJsonArray worst = m_json["worst"_L1].toArray();
    QVERIFY(!worst.isEmpty() && worst.size() <= 10);
    QVERIFY(worst.first()["margin_lost"_L1].toDouble() >= worst.last()["margin_lost"_L1].toDouble());
    QCOMPARE(worst.first()["stages"_L1].toArray().size(), 6);
}

void tst_CliEvaluate::textForPeople()
{
    const CliResult text = evaluate({});
    QVERIFY2(text.status == 0, text.all().constData());
    QVERIFY(text.output.contains("board: top-1 "));
    QVERIFY(text.output.contains("\nquantized -> board: "));
    QVERIFY(text.output.contains("became wrong"));
    QVERIFY(text.output.contains("\nWorst samples from float to board"));
    const QString first = m_json["worst"_L1][0]["file"_L1].toString();
    const QByteArray list = text.output.mid(text.output.indexOf("Worst samples"));
    const QByteArray line = list.split('\n').value(2);
    QVERIFY2(line.endsWith(QFileInfo(first).fileName().toUtf8()), text.output.constData());
    QVERIFY(line.contains(m_json["worst"_L1][0]["class"_L1].toString().toUtf8()));
    QVERIFY(!text.output.contains("Confusion"));
}

void tst_CliEvaluate::confusionWithNames()
{
    const CliResult text = evaluate({u"--confusion"_s});
    QVERIFY2(text.status == 0, text.all().constData());
    const qsizetype at = text.output.indexOf("Confusion of board");
    QVERIFY(at > 0);
    const QList<QByteArray> lines = text.output.mid(at).split('\n');
    QStringList classes;
    for (const QJsonValue& name : m_json["classes"_L1].toArray())
        classes.append(name.toString());
    QCOMPARE(QString::fromUtf8(lines[1]).simplified().split(u' '), classes);
    const QJsonArray confusion = m_json["stages"_L1][5]["confusion"_L1].toArray();
    for (qsizetype row = 0; row < classes.size(); ++row) {
        const QStringList cells = QString::fromUtf8(lines[2 + row]).simplified().split(u' ');
        QCOMPARE(cells.size(), classes.size() + 1);
        QCOMPARE(cells.first(), classes[row]);
        for (qsizetype column = 0; column < classes.size(); ++column)
            QCOMPARE(cells[column + 1].toInt(), confusion[row][column].toInt());
    }
}

void tst_CliEvaluate::numberOfLines()
{
    const CliResult two = evaluate({u"--worst"_s, u"2"_s});
    QVERIFY2(two.output.contains("more; --worst "), two.output.constData());
    const CliResult none = evaluate({u"--worst"_s, u"0"_s, u"--json"_s});
    QVERIFY(none.json["worst"_L1].toArray().isEmpty());
    QCOMPARE(none.json["flips"_L1], m_json["flips"_L1]); // programs get all
}

void tst_CliEvaluate::labelsWithoutAClass()
{
    const QString folder = m_folder.filePath(u"odd"_s);
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(m_folder.filePath(u"heldout/animals_1f400_google.png"_s), folder + u"/a.png"_s));
    QFile labels(folder + u"/labels.csv"_s);
    QVERIFY(labels.open(QIODevice::WriteOnly));
    labels.write("a.png,25\n");
    labels.close();
    const CliResult odd = evaluate({u"--data"_s, folder, u"--json"_s});
    QVERIFY2(odd.status == 0, odd.all().constData());
    for (const QJsonValue& flip : odd.json["flips"_L1].toArray()) {
        QCOMPARE(flip["kind"_L1].toString(), u"stayed_wrong"_s);
        QVERIFY(flip["margin_lost"_L1].isNull());
    }
    QVERIFY(odd.json["worst"_L1].toArray().isEmpty());
    const CliResult text = evaluate({u"--data"_s, folder, u"--confusion"_s}); // too many classes for a matrix
    QVERIFY2(text.status == 0 && text.output.contains("count"), text.all().constData());
}

void tst_CliEvaluate::badUsage()
{
    QCOMPARE(evaluate({u"--worst"_s, u"-1"_s}).status, 2);
    QCOMPARE(evaluate({u"--worst"_s, u"many"_s}).status, 2);
}

QTEST_GUILESS_MAIN(tst_CliEvaluate)
#include "tst_cli_evaluate.moc"
