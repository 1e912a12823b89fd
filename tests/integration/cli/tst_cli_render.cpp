// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope::test;

/// Pictures from the command line, by the desktop program without a display.
class tst_CliRender : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    CliRunner m_cli;

    CliResult render(const QStringList& options) const
    {
        return m_cli.run(QStringList{u"render"_s, u"--json"_s, u"emoji5.onnx"_s} + options);
    }

    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_cli.folder = m_folder.path();
        QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
        if (!QFileInfo::exists(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope"_s))
            QSKIP("the desktop program, which draws, is not built");
    }

    void drawsEveryKindOfFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("svg") << u"a.svg"_s << QByteArray("<?xml");
        QTest::newRow("png") << u"a.png"_s << QByteArray("\x89PNG");
        QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF");
    }

    void drawsEveryKindOfFile()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, magic);
        const CliResult result = render({u"-o"_s, name});
        QVERIFY2(result.status == 0, result.all().constData());
        QVERIFY(content(name).startsWith(magic));
        QCOMPARE(QFileInfo(result.json[u"file"_s].toString()).fileName(), name);
    }

    void takesTheOptions()
    {
        const CliResult all = render({u"-o"_s, u"all.svg"_s});
        const CliResult seen = render({u"-o"_s, u"seen.svg"_s, u"--what"_s, u"seen"_s, u"--theme"_s, u"dark"_s,
                                       u"--overlay"_s, u"dtype"_s, u"--stages"_s, u"float"_s});
        QVERIFY2(all.status == 0, all.all().constData());
        QVERIFY2(seen.status == 0, seen.all().constData());
        QVERIFY(content(u"seen.svg"_s).size() < content(u"all.svg"_s).size());
        QVERIFY(content(u"seen.svg"_s).contains("8 bits and less")); // the overlay's legend
        QVERIFY(!content(u"all.svg"_s).contains("8 bits and less"));
    }

    void largePicturesBecomeTiles()
    {
        const CliResult result = render({u"-o"_s, u"large.png"_s, u"--scale"_s, u"6"_s});
        QVERIFY2(result.status == 0, result.all().constData());
        const QJsonArray files = result.json[u"files"_s].toArray();
        QVERIFY(files.size() > 2);
        QVERIFY(files.first().toString().endsWith(u"large.html"_s));
        for (const auto file : files)
            QVERIFY2(QFileInfo::exists(file.toString()), qPrintable(file.toString()));
    }

    void saysWhatAnOptionMayBe_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("says");
        QTest::newRow("overlay") << QStringList{u"--overlay"_s, u"colour"_s} << u"threshold"_s;
        QTest::newRow("stage") << QStringList{u"--stages"_s, u"flaot"_s} << u"original_float"_s;
        QTest::newRow("what") << QStringList{u"--what"_s, u"some"_s} << u"seen"_s;
        QTest::newRow("scale") << QStringList{u"--scale"_s, u"0"_s} << u"0.01"_s;
        QTest::newRow("page") << QStringList{u"--page"_s, u"a0"_s} << u"a4"_s;
        QTest::newRow("stage that is not there") << QStringList{u"--stages"_s, u"board"_s} << u"stages"_s;
    }

    void saysWhatAnOptionMayBe()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, says);
        const CliResult result = render(QStringList{u"-o"_s, u"no.svg"_s} + options);
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errors.contains(says.toUtf8()), result.all().constData());
        QVERIFY(!QFileInfo::exists(m_folder.filePath(u"no.svg"_s)));
    }
};

QTEST_GUILESS_MAIN(tst_CliRender)
#include "tst_cli_render.moc"
