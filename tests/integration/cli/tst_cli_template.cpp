// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/base/Files.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// New configs from models, and rules that people wrote, at the command line.
class tst_CliTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void printsAConfig();
    void writesAFileAndNeverOverAnother();
    void sayHowTheInputIsFed();
    void refusals_data();
    void refusals();
    void rulesBesideTheConfig();
    void rulesByOption();
    void brokenRulesAreSaid();

private:
    CliResult make(const QString& more) const
    {
        return m_cli.run(
            QString(u"template --model emoji5.onnx --march bernoulli2 "_s + more).split(u' ', Qt::SkipEmptyParts));
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    CliRunner m_cli;
};

void tst_CliTemplate::initTestCase()
{
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
}

void tst_CliTemplate::printsAConfig()
{
    const CliResult text = make({});
    QCOMPARE(text.status, 0);
    QVERIFY2(text.output.startsWith("# ") && text.output.contains("\n  onnx_model: './emoji5.onnx'\n"),
             text.all().constData());
    QVERIFY(text.errors.isEmpty());
    const CliResult json = make(u"--json"_s);
    QCOMPARE(json.json["march"_L1].toString(), u"bernoulli2"_s);
    QVERIFY(json.json["config"_L1].toString().contains(u"input_type_rt: 'rgb'"_s));
    const QJsonObject input = firstInput(json);
    QCOMPARE(input["name"_L1].toString(), u"input"_s);
    QCOMPARE(input["shape"_L1].toString(), u"1x3x64x64"_s);
    QCOMPARE(input["case"_L1].toString(), u"rgb"_s);
    QCOMPARE(input["calibration_folder"_L1].toString(), u"./calibration_input"_s);
}

void tst_CliTemplate::writesAFileAndNeverOverAnother()
{
    const CliResult written = make(u"-o made/new.yaml --json"_s);
    QVERIFY2(written.status == 2, written.all().constData()); // the folder is not there
    QVERIFY(QDir(m_cli.folder).mkdir(u"made"_s));
    QCOMPARE(make(u"-o made/new.yaml --json"_s).json["file"_L1].toString(), u"made/new.yaml"_s);
    const QByteArray first = contentOf(path(u"made/new.yaml"_s));
    QVERIFY(first.contains("onnx_model: '../emoji5.onnx'"));
    const CliResult again = make(u"-o made/new.yaml --input gray"_s);
    QCOMPARE(again.status, 2);
    const CliResult refused = make(u"-o made/new.yaml --input nv12"_s);
    QCOMPARE(refused.status, 2);
    QVERIFY2(refused.errors.contains("--force"), refused.all().constData());
    QCOMPARE(contentOf(path(u"made/new.yaml"_s)), first);
    QCOMPARE(make(u"-o made/new.yaml --input nv12 --force"_s).status, 0);
    QVERIFY(contentOf(path(u"made/new.yaml"_s)).contains("input_type_rt: 'nv12'"));
    const CliResult findings = m_cli.run({u"lint"_s, u"made/new.yaml"_s, u"--json"_s});
    for (const QJsonValue& finding : findings.json["findings"_L1].toArray())
        QVERIFY2(finding["rule"_L1].toString() == "calibration-folder"_L1 || finding["severity"_L1] == "info"_L1,
                 findings.all().constData());
}

void tst_CliTemplate::sayHowTheInputIsFed()
{
    const QByteArray text = make(u"--input input=nv12-bgr --norm input=imagenet"_s).output;
    QVERIFY(text.contains("input_type_train: 'bgr'"));
    QVERIFY(text.contains("mean_value: '103.53 116.28 123.675'"));
    const QByteArray shaped = make(u"--shape 1x1x32x32 --norm none"_s).output;
    QVERIFY2(shaped.contains("input_type_rt: 'gray'") && shaped.contains("input_shape: '1x1x32x32'"),
             shaped.constData());
    QVERIFY(make(u"--shape 1x32x32x3 --layout nhwc"_s).output.contains("input_layout_train: 'NHWC'"));
    QVERIFY(make(u"--input featuremap"_s).output.contains("norm_type: 'no_preprocess'"));
}

void tst_CliTemplate::refusals_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("case") << u"--input jpeg"_s << QByteArray("nv12, nv12-bgr, rgb, bgr, yuv444, featuremap");
    QTest::newRow("channels") << u"--input gray"_s << QByteArray("gray needs 1");
    QTest::newRow("input") << u"--input image=rgb"_s << QByteArray("its inputs are input");
    QTest::newRow("norm") << u"--norm half"_s << QByteArray("none, unit, centred or imagenet");
    QTest::newRow("norm of features") << u"--input featuremap --norm unit"_s << QByteArray("does not go with");
    QTest::newRow("layout") << u"--layout HWC"_s << QByteArray("NCHW or NHWC");
    QTest::newRow("shape") << u"--shape 1,3"_s << QByteArray("1,3");
    QTest::newRow("march") << u"--march x3"_s << QByteArray("bernoulli2");
    QTest::newRow("no model") << u"--model absent.onnx"_s << QByteArray("absent.onnx");
}

void tst_CliTemplate::refusals()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, says);
    QStringList arguments{u"template"_s};
    if (!options.contains("--model"_L1))
        arguments += {u"--model"_s, u"emoji5.onnx"_s};
    if (!options.contains("--march"_L1))
        arguments += {u"--march"_s, u"bayes-e"_s};
    const CliResult result = m_cli.run(arguments + options.split(u' '));
    QCOMPARE(result.status, 2);
    QVERIFY2(result.errorLines().size() == 1 && result.errors.contains(says), result.all().constData());
    QVERIFY(result.output.isEmpty());
}

namespace {

const QByteArray coreRule = "rules:\n- id: our-prefix\n  severity: error\n"
                            "  when: {key: model_parameters.output_model_file_prefix, equals: emoji5}\n"
                            "  message: The name %{model_parameters.output_model_file_prefix} is taken.\n"
                            "  fix: {key: model_parameters.output_model_file_prefix, set: ours}\n";

} // namespace

void tst_CliTemplate::rulesBesideTheConfig()
{
    QVERIFY(QDir(m_cli.folder).mkdir(u"ruled"_s));
    QVERIFY(QFile::copy(path(u"fixed.yaml"_s), path(u"ruled/net.yaml"_s)));
    QVERIFY(writeFileAtomically(path(u"ruled/driftscope-rules.yaml"_s), coreRule));
    const CliResult found = m_cli.run({u"lint"_s, u"ruled/net.yaml"_s, u"--json"_s});
    QCOMPARE(found.status, 1);
    const QJsonObject own = elementWith(found.json["findings"_L1].toArray(), u"rule"_s, u"our-prefix"_s);
    QCOMPARE(own["message"_L1].toString(), u"The name emoji5 is taken."_s);
    QCOMPARE(own["severity"_L1].toString(), u"error"_s);
    QVERIFY(own["line"_L1].toInt() > 1);
    const CliResult fixed = m_cli.run({u"fix"_s, u"ruled/net.yaml"_s, u"--rule"_s, u"our-prefix"_s});
    QVERIFY2(fixed.status == 0, fixed.all().constData());
    QVERIFY(contentOf(path(u"ruled/net.yaml"_s)).contains("output_model_file_prefix: 'ours'"));
}

void tst_CliTemplate::rulesByOption()
{
    QVERIFY(writeFileAtomically(path(u"team.json"_s),
                                R"({"rules": [{"id": "from-json", "severity": "info", "message": "m",
                                  "when": {"key": "custom_op", "missing": true}}]})"));
    const auto rules = [&](const QStringList& more) {
        const CliResult found = m_cli.run(QStringList{u"lint"_s, u"fixed.yaml"_s, u"--json"_s} + more);
        return !elementWith(found.json["findings"_L1].toArray(), u"rule"_s, u"from-json"_s).isEmpty();
    };
    QVERIFY(!rules({}));
    QVERIFY(rules({u"--rules"_s, u"team.json"_s}));
}

void tst_CliTemplate::brokenRulesAreSaid()
{
    QVERIFY(writeFileAtomically(path(u"broken.yaml"_s), "rules:\n- id: a\n  severity: fatal\n"));
    for (const QString& command : {u"lint"_s, u"fix"_s}) {
        const CliResult result = m_cli.run({command, u"fixed.yaml"_s, u"--rules"_s, u"broken.yaml"_s});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.errorLines().size() == 1 && result.errors.contains("broken.yaml, line 3"),
                 result.all().constData());
    }
    QCOMPARE(m_cli.run({u"lint"_s, u"fixed.yaml"_s, u"--rules"_s, u"absent.yaml"_s}).status, 2);
}

QTEST_GUILESS_MAIN(tst_CliTemplate)
#include "tst_cli_template.moc"
