// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardOptions.h"
#include "core/sandbox/execution/BoardProfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_BoardOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsBothSpellings();
    void lastOneWinsAndStrayWordsAreIgnored();
    void switches_data();
    void switches();
    void refuses_data();
    void refuses();
    void textHasALineForEachRun();
    void perfTextIsThatOfTheRealTool();
};

void tst_BoardOptions::readsBothSpellings()
{
    const auto options = BoardOptions::parse({u"infer"_s, u"--model_file=a.bin,b.bin"_s, u"--model_name"_s, u"b"_s,
                                              u"-input_file=x.png,y.npy"_s, u"--dump_intermediate"_s, u"2"_s});
    QVERIFY(options);
    QCOMPARE(options->command, u"infer"_s);
    QCOMPARE(options->modelFiles, QStringList({u"a.bin"_s, u"b.bin"_s}));
    QCOMPARE(options->modelName, u"b"_s);
    QCOMPARE(options->inputFiles, QStringList({u"x.png"_s, u"y.npy"_s}));
    QCOMPARE(options->dump.intermediate, 2);
}

void tst_BoardOptions::lastOneWinsAndStrayWordsAreIgnored()
{
    const auto options = BoardOptions::parse(
        {u"perf"_s, u"stray"_s, u"--thread_num=2"_s, u"words"_s, u"--thread_num=20"_s, u"--frame_count=7"_s});
    QVERIFY(options);
    QCOMPARE(options->command, u"perf"_s);
    QCOMPARE(options->threads, 8);
    QCOMPARE(options->frameCount.value_or(0), 7);
}

void tst_BoardOptions::switches_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("isOn");
    QTest::newRow("bare") << QStringList{u"--enable_dump"_s} << true;
    QTest::newRow("equals") << QStringList{u"--enable_dump=true"_s} << true;
    QTest::newRow("word") << QStringList{u"--enable_dump"_s, u"false"_s} << false;
    QTest::newRow("no") << QStringList{u"--enable_dump=1"_s, u"--noenable_dump"_s} << false;
    QTest::newRow("absent") << QStringList{} << false;
}

void tst_BoardOptions::switches()
{
    QFETCH(QStringList, words);
    QFETCH(bool, isOn);
    const auto options = BoardOptions::parse(QStringList{u"infer"_s} + words);
    QVERIFY(options);
    QCOMPARE(options->dump.outputs, isOn);
}

void tst_BoardOptions::refuses_data()
{
    QTest::addColumn<QString>("word");
    QTest::newRow("unknown") << u"--no_such_option=1"_s;
    QTest::newRow("not a number") << u"--frame_count=many"_s;
    QTest::newRow("out of range") << u"--dump_intermediate=4"_s;
    QTest::newRow("no value") << u"--model_file"_s;
    QTest::newRow("format") << u"--dump_format=csv"_s;
    QTest::newRow("not a truth") << u"--enable_dump=maybe"_s;
}

void tst_BoardOptions::refuses()
{
    QFETCH(QString, word);
    const auto options = BoardOptions::parse({u"infer"_s, word});
    QVERIFY(!options);
    QCOMPARE(options.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!options.error().message.isEmpty());
}

void tst_BoardOptions::textHasALineForEachRun()
{
    const Tensor tensor = Tensor::fromValues<float>(Shape{1, 2, 2}, std::vector<float>{1, 2.5F, -3, 4});
    QCOMPARE(tensorText(tensor, 2, 2), QByteArray("1.00 2.50\n-3.00 4.00\n"));
    QCOMPARE(tensorText(tensor, 1, 4), QByteArray("1.0\n2.5\n-3.0\n4.0\n"));
    const Tensor bytes = Tensor::fromValues<qint8>(Shape{3}, std::vector<qint8>{-128, 0, 127});
    QCOMPARE(tensorText(bytes, 9, 0), QByteArray("-128 0 127\n"));
}

void tst_BoardOptions::perfTextIsThatOfTheRealTool()
{
    LatencyProfile profile;
    profile.addFrame(2.0);
    profile.addFrame(4.0);
    const QString text = perfText(profile, {u"m"_s, 0, 1, 8.0});
    QVERIFY2(text.startsWith(u"Frame count: 2,  Thread Average: 3.000000 ms,  thread max latency: 4.000000 ms,  thread "
                             "min latency: 2.000000 ms,  FPS: 250.000000\n"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"  Frame totally latency is: 6.000000 ms\n"_s));
    QVERIFY(text.contains(u"  Program run time: 8.000000 ms\n"_s));
}

QTEST_APPLESS_MAIN(tst_BoardOptions)
#include "tst_boardoptions.moc"
