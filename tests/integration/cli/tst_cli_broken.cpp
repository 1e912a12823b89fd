// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Whatever is broken, one sentence says what and what to do, and nothing that was there is lost.
class tst_CliBroken : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void compilingSaysWhatIsWrong_data();
    void compilingSaysWhatIsWrong();
    void badToolchain_data();
    void badToolchain();
    void forkingToolchainLeavesNoChild();
    void unreadableFile_data();
    void unreadableFile();

private:
    /// Runs, and checks what holds for all broken input.
    void refuse(const QStringList& arguments, const QStringList& mentions);
    void write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray read(const QString& name) const;
    void writeConfig(const QString& name, const QByteArray& from, const QByteArray& to) const;
    [[nodiscard]] QString toolScript(const QString& mode) const;
    [[nodiscard]] QMap<QString, QByteArray> inputs() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    CliRunner m_cli;
    CliResult m_last;
};

void tst_CliBroken::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cli = {};
    m_cli.folder = m_folder->filePath(u"sample"_s);
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
    write(u"cut.onnx"_s, read(u"emoji5.onnx"_s).first(5000));
    write(u"tab.yaml"_s, "model_parameters:\n\tonnx_model: './emoji5.onnx'\n");
    write(u"empty.bin"_s, {});
    write(u"noise.bin"_s, QByteArray(4096, '\x5a'));
    QVERIFY(QDir(m_cli.folder).mkpath(u"wrong_size"_s));
    write(u"wrong_size/0001.rgb"_s, read(u"calibration_rgb/0001_animals.rgb"_s));
    write(u"wrong_size/0002.rgb"_s, QByteArray(100, 'x'));
    writeConfig(u"no_calibration.yaml"_s, "./calibration_rgb", "./nowhere");
    writeConfig(u"wrong_calibration.yaml"_s, "./calibration_rgb", "./wrong_size");
    writeConfig(u"cut_model.yaml"_s, "./emoji5.onnx", "./cut.onnx");
    writeConfig(u"no_model.yaml"_s, "./emoji5.onnx", "./gone.onnx");
    write(u"unlabelled/labels.csv"_s, "file,label\na.png,animals\n");
}

void tst_CliBroken::write(const QString& name, const QByteArray& content) const
{
    const QString path = QDir(m_cli.folder).filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray tst_CliBroken::read(const QString& name) const
{
    QFile file(QDir(m_cli.folder).filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_CliBroken::writeConfig(const QString& name, const QByteArray& from, const QByteArray& to) const
{
    QByteArray text = read(u"fixed.yaml"_s);
    QVERIFY(text.contains(from));
    write(name, text.replace(from, to));
}

QString tst_CliBroken::toolScript(const QString& mode) const
{
    const QString path = m_folder->filePath(u"tool.sh"_s);
    QFile script(path);
    if (!script.open(QIODevice::WriteOnly))
        return {};
    script.write("#!/bin/sh\nexec '" + QByteArray(DRIFTSCOPE_BINARY_DIR) + "/tests/driftscope-fake-tool' "
                 + mode.toUtf8() + '\n');
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    return path;
}

/// Every file that was there before, by what is in it. Runs are new folders and do not count.
QMap<QString, QByteArray> tst_CliBroken::inputs() const
{
    QMap<QString, QByteArray> all;
    QDirIterator files(m_cli.folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(u"/runs/"_s))
            continue;
        if (file.open(QIODevice::ReadOnly))
            all.insert(file.fileName(), QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return all;
}

void tst_CliBroken::refuse(const QStringList& arguments, const QStringList& mentions)
{
    const auto before = inputs();
    m_last = m_cli.run(arguments);
    QVERIFY2(m_last.status == 2, m_last.all().constData());
    const QStringList lines = m_last.errorLines();
    QVERIFY2(lines.size() == 1, m_last.all().constData());
    QVERIFY2(lines.first().startsWith(u"driftscope-cli: "_s), m_last.all().constData());
    QVERIFY2(lines.first().endsWith(u'.'), m_last.all().constData());
    for (const QString& mention : mentions)
        QVERIFY2(lines.first().contains(mention), m_last.all().constData());
    QCOMPARE(inputs(), before);
}

void tst_CliBroken::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("mentions");
    const auto row = [](const char* name, const QStringList& arguments, const QStringList& mentions) {
        QTest::newRow(name) << arguments << mentions;
    };
    const QString picture = u"heldout/animals_1f400_google.png"_s;
    for (const char* command : {"info", "stages", "layout"}) {
        const QString name = QString::fromLatin1(command);
        row(qPrintable(name + u" truncated"_s), {name, u"cut.onnx"_s}, {u"cut.onnx"_s, u"export or copy it again"_s});
        row(qPrintable(name + u" empty"_s), {name, u"empty.bin"_s},
            {u"empty.bin"_s, u"is empty"_s, u"copy it again"_s});
        row(qPrintable(name + u" noise"_s), {name, u"noise.bin"_s}, {u"noise.bin"_s, u"Choose the .bin"_s});
        row(qPrintable(name + u" missing"_s), {name, u"gone.onnx"_s}, {u"gone.onnx"_s, u"does not exist"_s});
    }
    row("info folder", {u"info"_s, u"heldout"_s}, {u"heldout"_s, u"is a folder"_s, u"name a file"_s});
    row("stages folder", {u"stages"_s, u"heldout"_s}, {u"heldout"_s, u"holds no stages"_s});
    for (const char* command : {"lint", "fix", "compile", "evaluate", "diagnose"}) {
        const QString name = QString::fromLatin1(command);
        row(qPrintable(name + u" tab"_s), {name, u"tab.yaml"_s},
            {u"tab.yaml"_s, u"line 2"_s, u"replace it by spaces"_s});
        row(qPrintable(name + u" missing"_s), {name, u"gone.yaml"_s}, {u"gone.yaml"_s, u"does not exist"_s});
    }
    for (const char* command : {"lint", "fix", "compile"}) {
        const QString name = QString::fromLatin1(command);
        row(qPrintable(name + u" folder"_s), {name, u"heldout"_s}, {u"heldout"_s, u"is a folder"_s});
    }
    row("run truncated", {u"run"_s, u"cut.onnx"_s, u"--input"_s, picture, u"-o"_s, u"../out"_s}, {u"cut.onnx"_s});
    row("run empty", {u"run"_s, u"empty.bin"_s, u"--input"_s, picture, u"-o"_s, u"../out"_s}, {u"empty.bin"_s});
    row("run layout", {u"run"_s, u"emoji5.onnx"_s, u"--input"_s, picture, u"--feed"_s, u"CHW"_s, u"-o"_s, u"../out"_s},
        {u"CHW"_s, u"NCHW or NHWC"_s});
    row("diff missing", {u"diff"_s, u"gone"_s, u"gone"_s}, {u"gone"_s, u"does not exist"_s});
    row("diff no capture", {u"diff"_s, u"heldout"_s, u"heldout"_s}, {u"heldout"_s, u"capture"_s});
    row("evaluate not compiled", {u"evaluate"_s, u"fixed.yaml"_s}, {u"runs"_s, u"driftscope-cli compile"_s});
    row("lint broken model", {u"lint"_s, u"fixed.yaml"_s, u"--model"_s, u"cut.onnx"_s}, {u"cut.onnx"_s});
}

void tst_CliBroken::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, mentions);
    refuse(arguments, mentions);
}

void tst_CliBroken::compilingSaysWhatIsWrong_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QStringList>("mentions");
    QTest::newRow("no calibration folder")
        << u"no_calibration.yaml"_s << QStringList{u"cal_data_dir"_s, u"nowhere"_s, u"correct the path"_s};
    QTest::newRow("calibration file of the wrong size")
        << u"wrong_calibration.yaml"_s << QStringList{u"0002.rgb"_s, u"size 100"_s, u"(1,3,64,64)"_s, u"log"_s};
    QTest::newRow("truncated model") << u"cut_model.yaml"_s << QStringList{u"cut.onnx"_s, u"export or copy it again"_s};
    QTest::newRow("no model") << u"no_model.yaml"_s << QStringList{u"gone.onnx"_s, u"does not exist"_s};
}

void tst_CliBroken::compilingSaysWhatIsWrong()
{
    QFETCH(QString, config);
    QFETCH(QStringList, mentions);
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    refuse({u"compile"_s, config}, mentions);
    const QStringList runs = QDir(m_cli.folder + u"/runs"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(runs.size(), 1);
    QVERIFY(QFile::exists(m_cli.folder + u"/runs/"_s + runs.first() + u"/console.log"_s));
}

void tst_CliBroken::badToolchain_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QStringList>("mentions");
    QTest::newRow("crashes") << u"crash"_s << QStringList{u"crashed"_s, u"ERROR about to crash"_s, u"console.log"_s};
    QTest::newRow("hangs") << u"hang"_s << QStringList{u"did not end within 1 second"_s, u"console.log"_s};
    QTest::newRow("fails") << u"exit 3"_s << QStringList{u"exit code 3"_s, u"console.log"_s};
    QTest::newRow("writes nothing") << u"exit 0"_s << QStringList{u"no board model"_s, u"console.log"_s};
}

void tst_CliBroken::badToolchain()
{
    QFETCH(QString, mode);
    QFETCH(QStringList, mentions);
    const QString tool = toolScript(mode);
    QElapsedTimer clock;
    clock.start();
    refuse({u"compile"_s, u"fixed.yaml"_s, u"--toolchain"_s, tool, u"--timeout"_s, u"1"_s, u"--json"_s}, mentions);
    QVERIFY(clock.elapsed() < 20000);
    QCOMPARE(m_last.json["status"_L1].toString(), u"failed"_s);
    refuse({u"compile"_s, u"fixed.yaml"_s, u"--toolchain"_s, u"/nonexistent/hb_mapper"_s},
           {u"/nonexistent/hb_mapper"_s});
}

void tst_CliBroken::forkingToolchainLeavesNoChild()
{
    const QString tool = toolScript(u"fork stay stubborn"_s);
    refuse({u"compile"_s, u"fixed.yaml"_s, u"--toolchain"_s, tool, u"--timeout"_s, u"1"_s, u"--json"_s},
           {u"did not end within 1 second"_s});
    QFile log(m_last.json["folder"_L1].toString() + u"/console.log"_s);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray line = log.readLine().trimmed();
    QVERIFY2(line.startsWith("child "), line.constData());
    const auto child = static_cast<pid_t>(line.mid(6).toLong());
    QVERIFY(child > 1);
    // Whoever adopts it may take a moment to collect it: a process that has ended is gone all the same.
    const auto isGone = [child] {
        QFile state(u"/proc/%1/stat"_s.arg(child));
        return !state.open(QIODevice::ReadOnly) || state.readAll().contains(") Z ");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isGone(), 5000);
}

void tst_CliBroken::unreadableFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("model") << u"emoji5.onnx"_s << QStringList{u"info"_s, u"emoji5.onnx"_s};
    QTest::newRow("board model") << u"noise.bin"_s << QStringList{u"info"_s, u"noise.bin"_s};
    QTest::newRow("config") << u"fixed.yaml"_s << QStringList{u"lint"_s, u"fixed.yaml"_s};
    QTest::newRow("config to fix") << u"as_published.yaml"_s << QStringList{u"fix"_s, u"as_published.yaml"_s};
}

void tst_CliBroken::unreadableFile()
{
    QFETCH(QString, file);
    QFETCH(QStringList, arguments);
    if (::geteuid() == 0) { // root reads everything: try as nobody
        const QString setpriv = u"/usr/bin/setpriv"_s;
        m_cli.prefix = {setpriv, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s};
        QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7755));
        if (!QFile::exists(setpriv) || m_cli.run({u"--version"_s}).status != 0)
            QSKIP("this test runs as root and cannot become somebody who may not read a file");
    }
    const QString path = QDir(m_cli.folder).filePath(file);
    const QByteArray before = read(file);
    QVERIFY(QFile::setPermissions(path, {}));
    m_last = m_cli.run(arguments);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY2(m_last.status == 2, m_last.all().constData());
    QCOMPARE(m_last.errorLines().size(), 1);
    const QString line = m_last.errorLines().first();
    QVERIFY2(line.startsWith(u"driftscope-cli: "_s) && line.contains(file) && line.contains(u"check its permissions"_s),
             qPrintable(line));
    QCOMPARE(read(file), before);
}

QTEST_GUILESS_MAIN(tst_CliBroken)
#include "tst_cli_broken.moc"
