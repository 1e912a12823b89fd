// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Without ONNX Runtime everything works that needs no execution, and the rest says how to get it.
class tst_CliRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void worksWithout_data();
    void worksWithout();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();

private:
    QTemporaryDir m_folder;
    CliRunner m_cli; ///< without
    bool m_compiled = false;
};

void tst_CliRuntime::initTestCase()
{
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder));
    m_compiled = OnnxRuntime::load() && m_cli.run({u"compile"_s, u"fixed.yaml"_s}).status == 0;
    m_cli.environment.insert(u"DRIFTSCOPE_ONNXRUNTIME"_s, u"/nonexistent"_s);
}

void tst_CliRuntime::worksWithout_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("info") << QStringList{u"info"_s, u"emoji5.onnx"_s} << 0;
    QTest::newRow("stages") << QStringList{u"stages"_s, u"emoji5.onnx"_s} << 0;
    QTest::newRow("lint") << QStringList{u"lint"_s, u"as_published.yaml"_s} << 1;
    QTest::newRow("fix") << QStringList{u"fix"_s, u"as_published.yaml"_s, u"-o"_s, u"out.yaml"_s} << 0;
    QTest::newRow("layout") << QStringList{u"layout"_s, u"emoji5.onnx"_s} << 0;
}

void tst_CliRuntime::worksWithout()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    const CliResult result = m_cli.run(arguments << u"--json"_s);
    QVERIFY2(result.status == status, result.all().constData());
    QVERIFY2(result.errors.isEmpty(), result.all().constData());
    QVERIFY2(!result.json.isEmpty(), result.all().constData());
}

void tst_CliRuntime::saysWhatIsMissing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("needsRun");
    const QString picture = u"heldout/animals_1f400_google.png"_s;
    QTest::newRow("compile") << QStringList{u"compile"_s, u"fixed.yaml"_s} << false;
    QTest::newRow("run") << QStringList{u"run"_s,     u"emoji5.onnx"_s, u"--config"_s, u"fixed.yaml"_s,
                                        u"--input"_s, picture,          u"-o"_s,       u"out"_s}
                         << false;
    QTest::newRow("evaluate") << QStringList{u"evaluate"_s, u"fixed.yaml"_s} << true;
    QTest::newRow("diagnose") << QStringList{u"diagnose"_s, u"fixed.yaml"_s} << true;
    QTest::newRow("story") << QStringList{u"story"_s} << false;
}

void tst_CliRuntime::saysWhatIsMissing()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, needsRun);
    if (needsRun && !m_compiled)
        QSKIP("there is no ONNX Runtime here to make the run with that this needs");
    const CliResult result = m_cli.run(arguments);
    QVERIFY2(result.status == 2, result.all().constData());
    QCOMPARE(result.errorLines().size(), 1);
    const QString line = result.errorLines().first();
    for (const QString& mention : {u"ONNX Runtime"_s, u"scripts/setup"_s, u"DRIFTSCOPE_ONNXRUNTIME"_s})
        QVERIFY2(line.contains(mention), qPrintable(line));
}

QTEST_GUILESS_MAIN(tst_CliRuntime)
#include "tst_cli_runtime.moc"
