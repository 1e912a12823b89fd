// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/evaluation/Tally.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_LabelledData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void readsLabels();
    void readsClassFolders();
    void refuses_data();
    void refuses();
    void argMaxTakesTheLargest();
    void countsPredictions();

private:
    void write(const QString& name, const QByteArray& content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_LabelledData::write(const QString& name, const QByteArray& content) const
{
    const QString path = m_folder->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QVERIFY(writeFileAtomically(path, content));
}

void tst_LabelledData::readsLabels()
{
    write(u"classes.txt"_s, "cat\n\ndog\n");
    write(u"labels.csv"_s, "file,label,class\r\nb.png,1,dog\r\n\r\nsub/a.png, 0 ,cat\r\n");
    const auto data = readLabelledData(m_folder->path());
    QVERIFY2(data, data ? "" : qPrintable(data.error().message));
    QCOMPARE(data->classes, (QStringList{u"cat"_s, u"dog"_s}));
    QCOMPARE(data->samples.size(), 2);
    QCOMPARE(data->samples[0].file, m_folder->filePath(u"b.png"_s));
    QCOMPARE(data->samples[0].label, 1);
    QCOMPARE(data->samples[1].file, m_folder->filePath(u"sub/a.png"_s));
    QCOMPARE(data->samples[1].label, 0);
}

void tst_LabelledData::readsClassFolders()
{
    write(u"dog/1.png"_s, "x");
    write(u"cat/2.png"_s, "x");
    write(u"cat/1.jpg"_s, "x");
    write(u"cat/notes.txt"_s, "not a picture");
    const auto data = readLabelledData(m_folder->path());
    QVERIFY2(data, data ? "" : qPrintable(data.error().message));
    QCOMPARE(data->classes, (QStringList{u"cat"_s, u"dog"_s}));
    QStringList files;
    for (const LabelledSample& sample : data->samples)
        files.append(u"%1 %2"_s.arg(QDir(m_folder->path()).relativeFilePath(sample.file)).arg(sample.label));
    QCOMPARE(files, (QStringList{u"cat/1.jpg 0"_s, u"cat/2.png 0"_s, u"dog/1.png 1"_s}));
}

void tst_LabelledData::refuses_data()
{
    QTest::addColumn<QByteArray>("labels");
    QTest::addColumn<QString>("mention");
    QTest::newRow("a word for a number") << QByteArray("file,label\na.png,0\nb.png,dog\n") << u"Line 3 "_s;
    QTest::newRow("negative") << QByteArray("file,label\na.png,-1\n") << u"a.png,-1"_s;
    QTest::newRow("fraction") << QByteArray("file,label\na.png,0.5\n") << u"a.png,0.5"_s;
    QTest::newRow("beyond the classes of any network")
        << QByteArray("file,label\na.png,2000000000\n") << u"2000000000"_s;
    QTest::newRow("no file") << QByteArray("file,label\n,1\n") << u"Line 2 "_s;
    QTest::newRow("no label") << QByteArray("file,label\na.png\n") << u"Line 2 "_s;
    QTest::newRow("header alone") << QByteArray("file,label\n") << u"no labelled pictures"_s;
    QTest::newRow("empty") << QByteArray("") << u"no labelled pictures"_s;
}

void tst_LabelledData::refuses()
{
    QFETCH(QByteArray, labels);
    QFETCH(QString, mention);
    write(u"labels.csv"_s, labels);
    const auto data = readLabelledData(m_folder->path());
    QVERIFY(!data);
    QVERIFY2(data.error().message.contains(mention), qPrintable(data.error().message));
    const auto missing = readLabelledData(m_folder->filePath(u"nowhere"_s));
    QVERIFY(!missing && missing.error().message.contains(u"nowhere"_s));
}

void tst_LabelledData::argMaxTakesTheLargest()
{
    QCOMPARE(argMax({}), -1);
    QCOMPARE(argMax({-3.0F}), 0);
    QCOMPARE(argMax({-3.0F, -1.0F, -2.0F}), 1);
    QCOMPARE(argMax({2.0F, 2.0F}), 0); // the first of equals, as numpy does
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(argMax({nan, 1.0F, 3.0F}), 2); // what is not a number wins nothing
    QCOMPARE(argMax({nan, nan}), -1);
}

void tst_LabelledData::countsPredictions()
{
    LabelledData data;
    data.classes = {u"a"_s, u"b"_s};
    data.samples = {{u"1"_s, 0}, {u"2"_s, 1}, {u"3"_s, 1}, {u"4"_s, 0}};
    std::vector<Prediction> predictions(4);
    predictions[0].predicted = 0;
    predictions[1].predicted = 1;
    predictions[2].predicted = 2;
    const StageEvaluation evaluation = tally(Stage::Board, u"m.bin"_s, data, std::move(predictions));
    QCOMPARE(evaluation.samples, 4);
    QCOMPARE(evaluation.correct, 2);
    QCOMPARE(evaluation.top1(), 0.5);
    QCOMPARE(evaluation.confusion, (std::vector<std::vector<int>>{{1, 0, 0}, {0, 1, 1}, {0, 0, 0}}));
    QCOMPARE(tally(Stage::Board, {}, data, {}).top1(), 0.0);
}

QTEST_GUILESS_MAIN(tst_LabelledData)
#include "tst_labelleddata.moc"
