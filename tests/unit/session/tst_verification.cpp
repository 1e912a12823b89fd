// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/board/ModelInfo.h"
#include "core/session/SampleInputs.h"
#include "core/session/VerificationFiles.h"
#include "core/session/VerificationSamples.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Verification : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sumsUpSamples();
    void sharesFilesOut();
    void spreadsAFolder();
    void pairsSubFolders();
    void randomBytesAreTheSameEachTime();
    void describesAModelOfAPack();
};

namespace {

OutputAgreement found(Agreement agreement, double error, double cosine = 1.0)
{
    OutputAgreement output;
    output.name = u"out"_s;
    output.agreement = agreement;
    output.metrics.maximumAbsoluteError = error;
    output.metrics.cosine = cosine;
    output.metrics.sameValues = error == 0;
    return output;
}

BoardModel modelOf(const QStringList& inputs)
{
    BoardModel model;
    model.name = u"m"_s;
    for (const QString& name : inputs) {
        BoardTensorInfo input;
        input.name = name;
        input.shape = Shape{1, 2, 2, 3};
        input.inputType = InputType::Rgb;
        input.layout = TensorLayout::NHWC;
        model.inputs.append(input);
    }
    return model;
}

QStringList namesOf(const QStringList& files)
{
    QStringList names;
    for (const QString& file : files)
        names.append(QFileInfo(file).fileName());
    return names;
}

} // namespace

void tst_Verification::sumsUpSamples()
{
    VerifiedModel model;
    QVERIFY(model.agrees()); // nothing was asked
    model.samples = {{{u"a"_s}, {found(Agreement::Equal, 0)}}, {{u"b"_s}, {found(Agreement::Close, 1e-6)}}};
    QVERIFY(model.agrees());
    QCOMPARE(model.outputs().first().agreement, Agreement::Close);
    QCOMPARE(model.outputs().first().worstSample, 1);
    model.samples.append({{u"c"_s}, {found(Agreement::Differs, 3, 0.5)}});
    model.samples.append({{u"d"_s}, {found(Agreement::Differs, 2, 0.25)}});
    QVERIFY(!model.agrees());
    const VerifiedOutput sum = model.outputs().first();
    QCOMPARE(sum.agreement, Agreement::Differs);
    QCOMPARE(sum.worstSample, 2); // by the largest error
    QCOMPARE(sum.equal, 1);
    QCOMPARE(sum.close, 1);
    QCOMPARE(sum.differing, 2);
    QCOMPARE(sum.leastCosine, 0.25);
    QCOMPARE(sum.largestError, 3.0);
    QVERIFY(!sum.sameValues);
    model.samples.append({{u"e"_s}, {found(Agreement::NotCompared, 0)}});
    QCOMPARE(model.outputs().first().worstSample, 4);
    QCOMPARE(model.outputs().first().notCompared, 1);
    QVERIFY(!model.agrees());
}

void tst_Verification::sharesFilesOut()
{
    const auto samples = samplesOfInputs({u"a"_s, u"b"_s, u"c"_s, u"d"_s}, 2);
    QVERIFY(samples);
    QCOMPARE(*samples, (QList<QStringList>{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}}));
    const auto odd = samplesOfInputs({u"a"_s, u"b"_s, u"c"_s}, 2);
    QVERIFY(!odd);
    QVERIFY2(odd.error().message.contains(u"2 inputs"_s), qPrintable(odd.error().message));
}

void tst_Verification::spreadsAFolder()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 10; ++i)
        QVERIFY(writeFileAtomically(folder.filePath(u"%1.raw"_s.arg(i)), "x"));
    const auto all = samplesOfFolder(folder.path(), modelOf({u"x"_s}), 100);
    QVERIFY(all);
    QCOMPARE(all->size(), 10);
    const auto few = samplesOfFolder(folder.path(), modelOf({u"x"_s}), 3);
    QVERIFY(few);
    QStringList names;
    for (const QStringList& sample : *few)
        names += namesOf(sample);
    QCOMPARE(names, (QStringList{u"0.raw"_s, u"3.raw"_s, u"6.raw"_s}));
    QVERIFY(!samplesOfFolder(folder.filePath(u"nowhere"_s), modelOf({u"x"_s}), 3));
}

void tst_Verification::pairsSubFolders()
{
    const QTemporaryDir folder;
    for (const QString& name : {u"x"_s, u"y"_s}) {
        for (int i = 0; i < 4; ++i) {
            const QString file = folder.filePath(u"%1/%1%2.raw"_s.arg(name).arg(i));
            QVERIFY(QDir().mkpath(QFileInfo(file).path()));
            QVERIFY(writeFileAtomically(file, "x"));
        }
    }
    const auto samples = samplesOfFolder(folder.path(), modelOf({u"y"_s, u"x"_s}), 2);
    QVERIFY2(samples, samples ? "" : qPrintable(samples.error().message));
    QCOMPARE(samples->size(), 2);
    QCOMPARE(namesOf(samples->at(1)), (QStringList{u"y2.raw"_s, u"x2.raw"_s}));
    QVERIFY(QFile::remove(folder.filePath(u"x/x3.raw"_s)));
    const auto uneven = samplesOfFolder(folder.path(), modelOf({u"y"_s, u"x"_s}), 2);
    QVERIFY(!uneven);
    QVERIFY2(uneven.error().message.contains(u"“x” has 3"_s), qPrintable(uneven.error().message));
}

void tst_Verification::randomBytesAreTheSameEachTime()
{
    const QTemporaryDir folder;
    VerificationSubject subject;
    subject.board.board = std::make_shared<const BoardModel>(modelOf({u"x"_s, u"y"_s}));
    const auto first = randomSamples(subject, 2, folder.filePath(u"a"_s));
    const auto second = randomSamples(subject, 2, folder.filePath(u"b"_s));
    QVERIFY(first && second);
    QCOMPARE(first->size(), 2);
    QCOMPARE(first->first().size(), 2);
    const auto content = [](const QString& file) { return readFile(file).value_or(QByteArray()); };
    QCOMPARE(content(first->at(1)[1]).size(), 12);
    QCOMPARE(content(first->at(1)[1]), content(second->at(1)[1]));
    QVERIFY(content(first->at(1)[1]) != content(first->at(0)[1]));
}

void tst_Verification::describesAModelOfAPack()
{
    const auto info = parseModelInfo(u"[model name]: two\n\ninput[0]: \nname: picture\nvalid shape: (1,3,8,6,)\n"
                                     "aligned shape: (1,3,8,16,)\ntensor type: HB_DNN_IMG_TYPE_NV12\n"
                                     "tensor layout: HB_DNN_LAYOUT_NCHW\n\ninput[1]: \nname: features\n"
                                     "valid shape: (1,4,)\ntensor type: HB_DNN_TENSOR_TYPE_F32\n\noutput[0]: \n"
                                     "name: out\nvalid shape: (1,5,)\ntensor type: HB_DNN_TENSOR_TYPE_S32\n"_s);
    QVERIFY(info);
    const BoardModel model = boardModelOf(*info);
    QCOMPARE(model.name, u"two"_s);
    QCOMPARE(model.inputs.size(), 2);
    QCOMPARE(model.inputs[0].inputType, InputType::Nv12);
    QCOMPARE(model.inputs[0].layout, TensorLayout::NCHW);
    QCOMPARE(model.inputs[0].shape, (Shape{1, 3, 8, 6}));
    QCOMPARE(model.inputs[1].inputType, InputType::Featuremap);
    QCOMPARE(model.inputs[1].type, DataType::Float32);
    QCOMPARE(model.outputs[0].type, DataType::Int32);
}

QTEST_GUILESS_MAIN(tst_Verification)
#include "tst_verification.moc"
