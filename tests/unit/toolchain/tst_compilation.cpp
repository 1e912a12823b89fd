// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/ProcessIdentity.h"
#include "core/toolchain/Compilation.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr auto config = "# a comment that must stay\n"
                        "model_parameters:\n"
                        "  onnx_model: '../net.onnx'\n"
                        "  working_dir: 'model_output'\n"
                        "calibration_parameters:\n"
                        "  cal_data_dir: './a;/absolute/b'\n";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_Compilation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void compilesInAFolderOfItsOwn();
    void compilesATextInPlaceOfTheFile();
    void neverTouchesEarlierRuns();
    void explainsAFailure_data();
    void explainsAFailure();
    void cancelsAForkingToolchain();
    void leavesNothingWhenNothingStarted();
    void reportsLinesAndRecord();
    void readsAnInterruptedRun();
    void findsArtifacts();

private:
    [[nodiscard]] CompileRequest request(const QStringList& arguments) const;
    [[nodiscard]] QStringList runs() const { return QDir(m_work).entryList(QDir::Dirs | QDir::NoDotAndDotDot); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_work;
    QString m_config;
};

void tst_Compilation::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_work = m_folder->filePath(u"project/runs"_s);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"project"_s)));
    m_config = m_folder->filePath(u"project/net.yaml"_s);
    QFile file(m_config);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(config);
}

CompileRequest tst_Compilation::request(const QStringList& arguments) const
{
    CompileRequest request;
    request.toolchain
        = {u"fake"_s, QStringLiteral(DRIFTSCOPE_BINARY_DIR) + u"/tests/driftscope-fake-tool"_s, arguments};
    request.configFile = m_config;
    return request;
}

void tst_Compilation::compilesInAFolderOfItsOwn()
{
    Progress progress;
    const auto result = compile(request({u"mapper"_s, u"0"_s}), CancelToken(), progress);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->status, CompileStatus::Succeeded);
    QCOMPARE(result->message, QString());
    QCOMPARE(result->folder, m_work + u'/' + result->runId);
    QCOMPARE(result->artifacts.size(), 3);
    QCOMPARE(result->artifacts.at(0).file, m_folder->filePath(u"net.onnx"_s));
    QCOMPARE(result->artifacts.at(2).stage, Stage::Board);
    QCOMPARE(result->artifacts.at(2).file, result->folder + u"/output/model.bin");
    QCOMPARE(result->log.phases.size(), 1);
    QVERIFY(result->log.succeeded);

    QCOMPARE(contentOf(m_config), QByteArray(config));
    QByteArray expected = config;
    expected.replace("../net.onnx", m_folder->filePath(u"net.onnx"_s).toUtf8());
    expected.replace("model_output", (result->folder + u"/output").toUtf8());
    expected.replace("./a;", (m_folder->filePath(u"project/a"_s) + u';').toUtf8());
    QCOMPARE(contentOf(result->folder + u"/net.yaml"), expected);

    const auto again = readRun(result->folder);
    QVERIFY(again.has_value());
    QCOMPARE(again->runId, result->runId);
    QCOMPARE(again->status, CompileStatus::Succeeded);
    QCOMPARE(again->artifacts.size(), 3);
    QCOMPARE(again->artifacts.at(2).file, result->artifacts.at(2).file);
    QCOMPARE(again->log.diagnostics.size(), 1);
    QCOMPARE(again->seconds, result->seconds);
}

void tst_Compilation::compilesATextInPlaceOfTheFile()
{
    Progress progress;
    CompileRequest changed = request({u"mapper"_s, u"0"_s});
    changed.configText = QByteArray(config) + "  calibration_type: 'max'\n";
    changed.notes = {{u"why.json"_s, "{}"}};
    const auto result = compile(changed, CancelToken(), progress);
    QVERIFY2(result.has_value(), result ? "" : qPrintable(result.error().message));
    QCOMPARE(result->status, CompileStatus::Succeeded);
    QCOMPARE(result->folder, m_work + u'/' + result->runId);
    const QByteArray copy = contentOf(result->folder + u"/net.yaml");
    QVERIFY2(copy.endsWith("  calibration_type: 'max'\n"), copy.constData());
    QVERIFY(copy.contains(m_folder->filePath(u"project/a"_s).toUtf8())); // paths are those of the file
    QCOMPARE(contentOf(result->folder + u"/why.json"), QByteArray("{}"));
    QCOMPARE(contentOf(m_config), QByteArray(config));
    changed.configText = "a: [";
    QVERIFY(!compile(changed, CancelToken(), progress).has_value());
    QVERIFY(QFile::remove(m_config)); // is not read
    changed.configText = config;
    QVERIFY(compile(changed, CancelToken(), progress).has_value());
}

void tst_Compilation::neverTouchesEarlierRuns()
{
    Progress progress;
    QStringList ids;
    QHash<QString, QByteArray> records;
    for (int run = 0; run < 3; ++run) {
        const auto result = compile(request({u"mapper"_s, u"0"_s}), CancelToken(), progress);
        QVERIFY(result.has_value());
        ids.append(result->runId);
        records.insert(result->folder, contentOf(result->folder + u"/run.json"));
    }
    QCOMPARE(runs(), ids); // sorted by name is sorted by time
    for (auto it = records.cbegin(); it != records.cend(); ++it)
        QCOMPARE(contentOf(it.key() + u"/run.json"), it.value());
}

void tst_Compilation::explainsAFailure_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("timeout");
    QTest::addColumn<QString>("expected");
    QTest::newRow("exit code") << QStringList{u"mapper"_s, u"7"_s} << 0 << u"exit code 7"_s;
    QTest::newRow("crash") << QStringList{u"crash"_s} << 0 << u"crashed"_s;
    QTest::newRow("last error") << QStringList{u"crash"_s} << 0 << u"ERROR about to crash"_s;
    QTest::newRow("hang") << QStringList{u"hang"_s} << 300 << u"0.3 seconds"_s;
    QTest::newRow("no board model") << QStringList{u"exit"_s, u"0"_s} << 0 << u"no board model"_s;
}

void tst_Compilation::explainsAFailure()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, timeout);
    QFETCH(const QString, expected);
    CompileRequest wanted = request(arguments);
    wanted.timeoutMilliseconds = timeout;
    Progress progress;
    const auto result = compile(wanted, CancelToken(), progress);
    QVERIFY(result.has_value());
    QCOMPARE(result->status, CompileStatus::Failed);
    QVERIFY2(result->message.contains(expected), qPrintable(result->message));
    const auto again = readRun(result->folder);
    QVERIFY(again.has_value());
    QCOMPARE(again->status, CompileStatus::Failed);
    QCOMPARE(again->message, result->message);
}

void tst_Compilation::cancelsAForkingToolchain()
{
    const CancelToken cancel;
    CompileRequest wanted = request({u"fork"_s, u"stay"_s});
    wanted.onLine = [cancel](OutputChannel, const QString&) { cancel.cancel(); };
    Progress progress;
    const auto result = compile(wanted, cancel, progress);
    QVERIFY(result.has_value());
    QCOMPARE(result->status, CompileStatus::Cancelled);
    QVERIFY(!result->message.isEmpty());
    QCOMPARE(runs().size(), 1);
}

void tst_Compilation::leavesNothingWhenNothingStarted()
{
    CompileRequest wanted = request({});
    wanted.toolchain.program = u"/no/such/hb_mapper"_s;
    Progress progress;
    const auto result = compile(wanted, CancelToken(), progress);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().kind, ErrorKind::Unavailable);
    QVERIFY(result.error().message.contains(u"/no/such/hb_mapper"_s));
    QVERIFY(runs().isEmpty());
    wanted.configFile = m_folder->filePath(u"missing.yaml"_s);
    QVERIFY(!compile(wanted, CancelToken(), progress).has_value());
}

void tst_Compilation::reportsLinesAndRecord()
{
    CompileRequest wanted = request({u"mapper"_s, u"0"_s});
    QStringList lines;
    int records = 0;
    wanted.onLine = [&lines](OutputChannel, const QString& line) { lines.append(line); };
    wanted.onLog = [&records](const MakertbinLog& log) {
        ++records;
        QVERIFY(log.lines > 0);
    };
    Progress progress;
    const auto result = compile(wanted, CancelToken(), progress);
    QVERIFY(result.has_value());
    QCOMPARE(lines.size(), 4);
    QVERIFY(records >= 2 && records <= 4); // begin and end of the phase; maybe the warning, the success
    QCOMPARE(contentOf(result->folder + u"/console.log"), (lines.join(u'\n') + u'\n').toUtf8());
}

void tst_Compilation::readsAnInterruptedRun()
{
    Progress progress;
    const auto result = compile(request({u"mapper"_s, u"0"_s}), CancelToken(), progress);
    QVERIFY(result.has_value());
    const QString path = result->folder + u"/run.json";
    QJsonObject record = QJsonDocument::fromJson(contentOf(path)).object();
    record.insert(u"status"_s, u"running"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(record).toJson());
    file.close();
    // While this program is at it nobody else takes it for dead.
    record.insert(u"owner"_s, processIdentity(QCoreApplication::applicationPid()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(record).toJson());
    file.close();
    QCOMPARE(readRun(result->folder)->status, CompileStatus::Running);
    QCOMPARE(settleInterruptedRuns(m_work), QStringList());
    record.insert(u"owner"_s, u"other:1:1"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(record).toJson());
    file.close();
    const auto interrupted = readRun(result->folder);
    QVERIFY(interrupted.has_value());
    QCOMPARE(interrupted->status, CompileStatus::Interrupted);
    QVERIFY(interrupted->message.contains(u"interrupted"_s));
    QCOMPARE(settleInterruptedRuns(m_work), QStringList{result->runId});
    QCOMPARE(readRun(result->folder)->status, CompileStatus::Interrupted);
    QVERIFY(!QFile::exists(result->folder + u"/output"));
    QVERIFY(QFile::exists(result->folder + u"/output.incomplete/model.bin"));
    QCOMPARE(settleInterruptedRuns(m_work), QStringList()); // it is told once
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ damaged");
    file.close();
    QVERIFY(!readRun(result->folder).has_value());
    QVERIFY(!readRun(m_folder->path()).has_value());
}

void tst_Compilation::findsArtifacts()
{
    for (const QString& name : {u"a.bin"_s, u"a_quantized_model.onnx"_s, u"a_original_float_model.onnx"_s, u"raw.bin"_s,
                                u"b_quantized_model.onnx"_s, u"other.onnx"_s}) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const auto namesOf = [](const QList<Artifact>& artifacts) {
        QStringList names;
        for (const Artifact& artifact : artifacts)
            names.append(QFileInfo(artifact.file).fileName());
        return names;
    };
    const QStringList ofA{u"a_original_float_model.onnx"_s, u"a_quantized_model.onnx"_s, u"a.bin"_s};
    QCOMPARE(namesOf(findArtifacts(m_folder->path(), u"a"_s)), ofA);
    QCOMPARE(namesOf(findArtifacts(m_folder->path())),
             (QStringList{ofA.at(0), ofA.at(1), u"b_quantized_model.onnx"_s, u"a.bin"_s}));
    QVERIFY(findArtifacts(m_folder->filePath(u"nowhere"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Compilation)
#include "tst_compilation.moc"
