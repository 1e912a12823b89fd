// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardRun.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr auto sample
    = "[HBRT] set log level as 0. version = 3.15.55.0\n"
      "[DNN] Runtime version = 1.24.5_(3.15.55 HBRT)\n"
      "[A][DNN][packed_model.cpp:247][Model](2025) [HorizonRT] The model builder version = 1.24.3\n"
      "[W][DNN]Model: net. Inconsistency between the hbrt library version 1 and the model build version 2\n"
      "[model name]: net\n"
      "\n"
      "input[0]: \n"
      "name: images\n"
      "input source: HB_DNN_INPUT_FROM_PYRAMID\n"
      "valid shape: (1,3,224,224,)\n"
      "aligned shape: (1,3,224,224,)\n"
      "aligned byte size: 75264\n"
      "tensor type: HB_DNN_IMG_TYPE_NV12\n"
      "tensor layout: HB_DNN_LAYOUT_NCHW\n"
      "quanti type: NONE\n"
      "stride: (0,0,0,0,)\n"
      "\n"
      "output[0]: \n"
      "name: out:put/0\n"
      "valid shape: (1,2,2,3,)\n"
      "aligned shape: (1,2,2,4,)\n"
      "aligned byte size: 64\n"
      "tensor type: HB_DNN_TENSOR_TYPE_S32\n"
      "tensor layout: HB_DNN_LAYOUT_NHWC\n"
      "quanti type: SCALE\n"
      "stride: (64,32,16,4,)\n"
      "scale data: 0.5,0.25,0.125\n"
      "quantizeAxis: 3\n";

QDir logFolder()
{
    const QString corpus
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    return QDir(corpus + u"/logs"_s);
}

} // namespace

class tst_ModelInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryProperty();
    void readsShifts();
    void readsTheFirstModelOfAPack();
    void refusesOtherText();
    void readsPublishedOutput();
    void survivesDamage();
};

void tst_ModelInfo::readsEveryProperty()
{
    const auto info = parseModelInfo(QString::fromLatin1(sample));
    QVERIFY(info.has_value());
    QCOMPARE(info->modelName, u"net"_s);
    QCOMPARE(info->runtimeVersion, u"1.24.5_(3.15.55"_s);
    QCOMPARE(info->builderVersion, u"1.24.3"_s);
    QCOMPARE(info->warnings.size(), 1);
    QCOMPARE(info->inputs.size(), 1);
    QCOMPARE(info->inputs.first().inputSource, u"HB_DNN_INPUT_FROM_PYRAMID"_s);
    QCOMPARE(info->inputs.first().alignedByteSize, 75264);
    QCOMPARE(info->inputs.first().layout, TensorLayout::NCHW);
    QCOMPARE(info->outputs.size(), 1);
    const BoardTensorProperties& output = info->outputs.first();
    QCOMPARE(output.name, u"out:put/0"_s);
    QCOMPARE(output.validShape, (Shape{1, 2, 2, 3}));
    QCOMPARE(output.alignedShape, (Shape{1, 2, 2, 4}));
    QCOMPARE(output.stride, (std::vector<qint64>{64, 32, 16, 4}));
    QCOMPARE(output.scales, (std::vector<float>{0.5F, 0.25F, 0.125F}));
    QCOMPARE(output.quantizeAxis, 3);
    QCOMPARE(output.quantiType, u"SCALE"_s);
    QCOMPARE(output.layout, TensorLayout::NHWC);
}

void tst_ModelInfo::readsShifts()
{
    const auto info = parseModelInfo(u"output[0]:\nname: o\nquanti type: SHIFT\nshift data: 2,0,3,\n"_s);
    QVERIFY(info.has_value());
    QCOMPARE(info->outputs.first().scales, (std::vector<float>{0.25F, 1.0F, 0.125F}));
}

void tst_ModelInfo::readsTheFirstModelOfAPack()
{
    QString second = QString::fromLatin1(sample);
    second.replace(u"[model name]: net"_s, u"[model name]: other"_s);
    const auto info = parseModelInfo(QString::fromLatin1(sample) + second);
    QVERIFY(info.has_value());
    QCOMPARE(info->modelName, u"net"_s);
    QCOMPARE(info->inputs.size(), 1);
}

void tst_ModelInfo::refusesOtherText()
{
    const auto info = parseModelInfo(u"hello\n[E][DNN] Load model failed, error -6000002\n"_s);
    QVERIFY(!info.has_value());
    QVERIFY(info.error().message.contains(u"-6000002"_s));
    QVERIFY(!parseModelInfo(QString()).has_value());
}

void tst_ModelInfo::readsPublishedOutput()
{
    const QStringList names = logFolder().entryList({u"mz_hrt_model_exec_log_*.txt"_s});
    if (names.isEmpty())
        QSKIP("The corpus of published logs is not here.");
    for (const QString& name : names) {
        QFile file(logFolder().filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        const auto info = parseModelInfo(QString::fromUtf8(text));
        QVERIFY2(info.has_value(), qPrintable(name));
        QCOMPARE(info->inputs.size(), text.count("\ninput["));
        QCOMPARE(info->outputs.size(), text.count("\noutput["));
        for (const BoardTensorProperties& tensor : info->inputs + info->outputs) {
            QVERIFY2(!tensor.name.isEmpty() && !tensor.tensorType.isEmpty(), qPrintable(name));
            QCOMPARE(tensor.validShape.rank(), 4);
            QCOMPARE(tensor.stride.size(), std::size_t{4});
            QVERIFY(tensor.layout != TensorLayout::Unknown && tensor.alignedByteSize > 0);
        }
    }
}

void tst_ModelInfo::survivesDamage()
{
    const QByteArray good = sample;
    QRandomGenerator random(5);
    int readable = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray text = good;
        const int changes = random.bounded(1, 12);
        for (int i = 0; i < changes; ++i) {
            const qsizetype at = random.bounded(static_cast<int>(text.size()));
            switch (random.bounded(3)) {
            case 0:
                text[at] = static_cast<char>(random.bounded(256));
                break;
            case 1:
                text.remove(at, random.bounded(1, 30));
                break;
            default:
                text.insert(at, good.mid(random.bounded(static_cast<int>(good.size())), random.bounded(1, 60)));
            }
            if (text.isEmpty())
                text = "x";
        }
        const auto info = parseModelInfo(QString::fromUtf8(text));
        if (!info) {
            QVERIFY(!info.error().message.isEmpty());
            continue;
        }
        ++readable;
        for (const BoardTensorProperties& tensor : info->inputs + info->outputs)
            QVERIFY(tensor.validShape.rank() <= 8 && tensor.alignedShape.rank() <= 8);
    }
    QVERIFY(readable > 1000); // lenient: most of the damage costs a property, not the text
}

QTEST_GUILESS_MAIN(tst_ModelInfo)
#include "tst_modelinfo.moc"
