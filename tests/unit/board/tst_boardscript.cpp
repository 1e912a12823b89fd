// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardScript.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Tells each word that it is given, on a line of its own.
const QByteArray tellingTool = R"SH(#!/bin/sh
case " $* " in
  *' -v '*) echo 'hrt_model_exec 1.2.3' ;;
  *' model_info '*) printf '[model name]: m\ninput[0]: \nname: i\n' ;;
  *) printf '<%s>\n' "$@"; printf '%s' "$HOW" >model_infer_output_0_o.bin ;;
esac
)SH";

} // namespace

class tst_BoardScript : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsArriveAsText_data();
    void wordsArriveAsText();
    void commentsStayComments();
    void exportsAll();
    void keepsWhatWasThere();
    void reportsAreRead();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void tst_BoardScript::initTestCase()
{
    QVERIFY(write(file(u"tool"_s), tellingTool));
    QVERIFY(QFile::setPermissions(file(u"tool"_s), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    QVERIFY(write(file(u"model, 1.bin"_s), "model"));
    QVERIFY(write(file(u"one.raw"_s), "one"));
    QVERIFY(write(file(u"two.JPG"_s), "two"));
    QVERIFY(writeNpy(file(u"three.npy"_s), Tensor::fromValues<float>(Shape{2}, std::vector<float>{1.0F, 2.0F}))
                .has_value());
}

void tst_BoardScript::wordsArriveAsText_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"plain", "a b", "$(touch x)", "; rm -rf y", "`touch z`", "'", "''\"", "line\nline", "\\",
                             "中文", "-n", "*", "~", "&& touch x", "%s%n", "x\n# y", "$HOME"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void tst_BoardScript::wordsArriveAsText()
{
    QFETCH(const QString, text);
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"script "_s + QString(text).replace(u'/', u'_'));
    BoardScriptRequest request;
    request.board = {u"b"_s, file(u"tool"_s), {text}};
    request.board.environment.insert(u"HOW"_s, text);
    request.modelFile = file(u"model, 1.bin"_s);
    request.modelName = text;
    request.samples = {{file(u"one.raw"_s), file(u"two.JPG"_s)}};
    request.folder = folder;
    Progress progress;
    const auto written = exportBoardScript(request, CancelToken(), progress);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().message));
    QProcess shell;
    shell.setWorkingDirectory(m_folder.path());
    shell.start(u"sh"_s, {folder + u"/run.sh"});
    QVERIFY(shell.waitForFinished(30000));
    const QByteArray said = shell.readAllStandardOutput() + shell.readAllStandardError();
    QVERIFY2(shell.exitCode() == 0, said.constData());
    const QString told = QString::fromUtf8(read(folder + u"/out/0/console.txt"));
    QVERIFY2(told.startsWith(u'<' + text
                             + u">\n<infer>\n<--model_file=../../model.bin>\n"
                               "<--input_file=../../in/0/0.bin,../../in/0/1.jpg>\n"),
             qPrintable(told));
    QVERIFY2(told.contains(u"<--model_name="_s + text + u'>'), qPrintable(told));
    QCOMPARE(QString::fromUtf8(read(folder + u"/out/0/model_infer_output_0_o.bin")), text);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 5); // nothing was touched or removed
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 5);
}

void tst_BoardScript::commentsStayComments()
{
    BoardScript script;
    script.board = {u"b"_s, u"tool"_s};
    script.title = u"m\ntouch x\r\u2028touch y"_s;
    for (const QByteArray& line : boardScriptText(script).split('\n'))
        QVERIFY2(!line.startsWith("touch"), line.constData());
}

void tst_BoardScript::exportsAll()
{
    BoardScriptRequest request;
    request.board = {u"b"_s, u"hrt_model_exec"_s};
    request.modelFile = file(u"model, 1.bin"_s);
    request.samples = {{file(u"one.raw"_s)}, {file(u"three.npy"_s)}};
    request.titles = {u"one"_s};
    request.layers = true;
    request.folder = file(u"exported/deep"_s);
    Progress progress;
    QVERIFY(exportBoardScript(request, CancelToken(), progress).has_value());
    const QDir folder(request.folder);
    QCOMPARE(read(folder.filePath(u"model.bin"_s)), QByteArray("model"));
    QCOMPARE(read(folder.filePath(u"in/0/0.bin"_s)), QByteArray("one"));
    QCOMPARE(read(folder.filePath(u"in/1/0.bin"_s)), QByteArray("\0\0\x80\x3f\0\0\0\x40", 8));
    QVERIFY(QFileInfo(folder.filePath(u"run.sh"_s)).isExecutable());
    const QJsonObject samples = QJsonDocument::fromJson(read(folder.filePath(u"samples.json"_s))).object();
    QCOMPARE(samples["model"_L1].toString(), u"model, 1.bin"_s);
    QCOMPARE(samples["samples"_L1][0]["title"_L1].toString(), u"one"_s);
    QCOMPARE(samples["samples"_L1][1]["folder"_L1].toString(), u"out/1"_s);
    for (const QString& missing : {u"model"_s, u"input"_s}) {
        BoardScriptRequest bad = request;
        bad.folder = file(u"bad"_s);
        (missing == u"model"_s ? bad.modelFile : bad.samples[0][0]) = file(u"none"_s);
        const auto refused = exportBoardScript(bad, CancelToken(), progress);
        QVERIFY(!refused && refused.error().kind == ErrorKind::NotFound);
        QVERIFY(!QFile::exists(bad.folder));
    }
    const CancelToken cancelled;
    cancelled.cancel();
    request.folder = file(u"cancelled"_s);
    QCOMPARE(exportBoardScript(request, cancelled, progress).error().kind, ErrorKind::Cancelled);
    QVERIFY(!QFile::exists(request.folder)); // it can be tried again
}

void tst_BoardScript::keepsWhatWasThere()
{
    BoardScriptRequest request;
    request.board = {u"b"_s, u"hrt_model_exec"_s};
    request.modelFile = file(u"model, 1.bin"_s);
    request.samples = {{file(u"one.raw"_s)}};
    request.folder = file(u"full"_s);
    QVERIFY(QDir().mkpath(request.folder) && write(request.folder + u"/run.sh", "mine"));
    Progress progress;
    const auto refused = exportBoardScript(request, CancelToken(), progress);
    QVERIFY(!refused && refused.error().message.contains(u"not empty"_s));
    QCOMPARE(read(request.folder + u"/run.sh"), QByteArray("mine"));
}

void tst_BoardScript::reportsAreRead()
{
    BoardReport report;
    QVERIFY(report.take(u"driftscope: version [DNN] Runtime version = 1.24.5_(3.15.55 HBRT)"_s));
    QCOMPARE(report.capabilities().version, u"1.24.5"_s);
    QVERIFY(report.take(u"driftscope: sample 4 20"_s));
    QCOMPARE(report.sample(), 5);
    QVERIFY(!report.take(u"  | driftscope: done 7"_s)); // a word of the tool
    QVERIFY(!report.isDone());
    QVERIFY(report.take(u"driftscope: disk-full 10 20"_s));
    QVERIFY(report.take(u"driftscope: tool-failed 3"_s)); // the first problem is the cause
    QCOMPARE(report.problem(), BoardProblem::DiskFull);
    const Error error = boardError(report, {u"x3"_s, u"hrt_model_exec"_s});
    QCOMPARE(error.kind, ErrorKind::Unavailable);
    QVERIFY2(error.message.contains(u"“x3”"_s) && !error.message.contains(u'%'), qPrintable(error.message));
    for (int i = 1; i <= static_cast<int>(BoardProblem::Failed); ++i) {
        const auto problem = static_cast<BoardProblem>(i);
        QCOMPARE(boardProblemFromKey(boardProblemKey(problem)), problem);
        BoardReport each;
        each.take(u"driftscope: "_s + boardProblemKey(problem));
        QVERIFY(!boardError(each, {u"x3"_s, u"exec"_s}).message.isEmpty());
    }
    QVERIFY(boardWarning(u"[W] something else"_s, {u"x3"_s, u"exec"_s}).contains(u"something else"_s));
}

QTEST_GUILESS_MAIN(tst_BoardScript)
#include "tst_boardscript.moc"
