// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/tensor/Capture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Capture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void namesThatWouldCollideOrEscapeStayInTheFolder();
    void refusesFilesOutsideTheFolder();
    void missingAndBrokenManifests();
};

void tst_Capture::roundTrip()
{
    Capture capture;
    capture.executor = u"onnxruntime 1.29.0"_s;
    capture.modelFile = u"net.onnx"_s;
    capture.stage = u"quantized"_s;
    capture.inputFiles = {u"猫.png"_s};
    capture.complete = false;
    capture.limit = u"Stopped after 2 tensors."_s;
    Tensor quantized = Tensor::fromValues<qint8>({1, 2, 1, 1}, std::vector<qint8>{-5, 7});
    quantized.setLayout(TensorLayout::NCHW);
    quantized.setQuantization(Quantization{{0.1F, 0.3F}, {0, 1}, 1});
    capture.tensors = {{u"x"_s, QString(), Tensor::scalar(2.5F), true, false},
                       {u"/model.0/Conv_output:0"_s, u"/model.0/Conv"_s, quantized, false, true}};
    const QTemporaryDir folder;
    QVERIFY(!isCaptureFolder(folder.path()));
    QVERIFY(writeCapture(capture, folder.path()));
    QVERIFY(isCaptureFolder(folder.path()));

    const auto back = readCapture(folder.path());
    QVERIFY2(back.has_value(), back ? "" : qPrintable(back.error().message));
    QCOMPARE(back->executor, capture.executor);
    QCOMPARE(back->modelFile, capture.modelFile);
    QCOMPARE(back->stage, capture.stage);
    QCOMPARE(back->inputFiles, capture.inputFiles);
    QCOMPARE(back->complete, false);
    QCOMPARE(back->limit, capture.limit);
    QCOMPARE(back->inputs().size(), 1);
    QCOMPARE(back->outputs().size(), 1);
    const CapturedTensor* conv = back->find(u"/model.0/Conv_output:0"_s);
    QVERIFY(conv != nullptr);
    QCOMPARE(conv->node, u"/model.0/Conv"_s);
    QCOMPARE(conv->tensor.layout(), TensorLayout::NCHW);
    QVERIFY(conv->tensor.quantization() == quantized.quantization());
    QCOMPARE(conv->tensor.toRealValues(), quantized.toRealValues());
}

void tst_Capture::namesThatWouldCollideOrEscapeStayInTheFolder()
{
    Capture capture;
    const QStringList names{u"../../escape"_s, u"a/b"_s, u"a:b"_s, QString(5000, u'n'), u"con"_s, QString()};
    for (int i = 0; i < names.size(); ++i)
        capture.tensors.append({names[i], QString(), Tensor::scalar(static_cast<float>(i)), false, false});
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"sub"_s);
    QVERIFY(writeCapture(capture, folder));
    QCOMPARE(QDir(parent.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"sub"_s});
    const auto back = readCapture(folder);
    QVERIFY(back.has_value());
    for (int i = 0; i < names.size(); ++i) {
        QCOMPARE(back->tensors[i].name, names[i]);
        QCOMPARE(back->tensors[i].tensor.toFloats().front(), static_cast<float>(i));
    }
}

void tst_Capture::refusesFilesOutsideTheFolder()
{
    const QTemporaryDir folder;
    for (const char* file : {"../x.npy", "/etc/passwd", "", "..", "sub/x.npy"}) {
        const QByteArray manifest
            = QByteArray(R"({"format":"driftscope-capture","version":1,"tensors":[{"file":")") + file + R"("}]})";
        QVERIFY(writeFileAtomically(folder.filePath(u"capture.json"_s), manifest));
        const auto capture = readCapture(folder.path());
        QVERIFY(!capture.has_value());
        QCOMPARE(capture.error().kind, ErrorKind::Malformed);
    }
}

void tst_Capture::missingAndBrokenManifests()
{
    const QTemporaryDir folder;
    QCOMPARE(readCapture(folder.path()).error().kind, ErrorKind::NotFound);
    for (const char* content :
         {"", "{", "[]", "{\"format\":\"other\"}", "{\"format\":\"driftscope-capture\",\"version\":99}"}) {
        QVERIFY(writeFileAtomically(folder.filePath(u"capture.json"_s), content));
        const auto capture = readCapture(folder.path());
        QVERIFY(!capture.has_value());
        QCOMPARE(capture.error().kind, ErrorKind::Malformed);
    }
}

QTEST_GUILESS_MAIN(tst_Capture)
#include "tst_capture.moc"
