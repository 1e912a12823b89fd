// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TellApart.h"
#include "core/diagnosis/TestPictures.h"
#include "core/tensor/Picture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsWrittenAsNamed();
    void severalAreNamedByInput();
    void noneIsAnError();
    void whatCannotBeWrittenIsSaid();
};

void tst_TestPictures::oneIsWrittenAsNamed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"$(touch x) 图.png"_s);
    Verdict verdict;
    verdict.testPictures = {{u"a/b"_s, tellingPicture({17, 9, 3})}};
    const auto files = writeTestPictures(verdict, path);
    QVERIFY2(files, qPrintable(files ? QString() : files.error().message));
    QCOMPARE(*files, QStringList{path});
    const auto read = readPicture(path);
    QVERIFY(read);
    QCOMPARE(read->shape(), verdict.testPictures.first().tensor.shape());
    QCOMPARE(read->bytes(), verdict.testPictures.first().tensor.bytes());
}

void tst_TestPictures::severalAreNamedByInput()
{
    const QTemporaryDir folder;
    Verdict verdict;
    verdict.testPictures
        = {{u"stereo/left:0"_s, tellingPicture({16, 16, 3})}, {u"stereo_left_0"_s, tellingPicture({8, 24, 3})}};
    const auto files = writeTestPictures(verdict, folder.filePath(u"probe.png"_s));
    QVERIFY(files);
    QCOMPARE(*files,
             (QStringList{folder.filePath(u"probe-1-stereo_left_0.png"_s),
                          folder.filePath(u"probe-2-stereo_left_0.png"_s)}));
    QCOMPARE(readPicture(files->last())->shape(), (Shape{12, 48, 3}));
}

void tst_TestPictures::noneIsAnError()
{
    const QTemporaryDir folder;
    const auto files = writeTestPictures({}, folder.filePath(u"probe.png"_s));
    QVERIFY(!files);
    QVERIFY(files.error().message.contains(u"probe.png"_s));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void tst_TestPictures::whatCannotBeWrittenIsSaid()
{
    const QTemporaryDir folder;
    Verdict verdict;
    verdict.testPictures = {{u"input"_s, tellingPicture({16, 16, 3})}};
    const auto files = writeTestPictures(verdict, folder.filePath(u"none/probe.png"_s));
    QVERIFY(!files);
    QVERIFY(files.error().message.contains(u"probe.png"_s));
}

QTEST_GUILESS_MAIN(tst_TestPictures)
#include "tst_testpictures.moc"
