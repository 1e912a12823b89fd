// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What the schema gives as example, default and choice must be legal for the linter too.
class tst_LintExamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void examplesAreLegal();
    void defaultsAreLegal();
    void choicesAreAllowed();
    void foreignKeysAreNamed();
};

namespace {

const QList<March> marches{March::Bernoulli2, March::Bayes, March::BayesE};

/// The clean config with what goes together with the key, so that only its own value is judged.
ConfigDocument companyOf(const QString& key, March march)
{
    QList<std::pair<QString, QString>> settings{{u"model_parameters.march"_s, marchName(march)}};
    if (key.endsWith(u".onnx_model"_s))
        settings += {{u"model_parameters.caffe_model"_s, u""_s}, {u"model_parameters.prototxt"_s, u""_s}};
    if (key.endsWith(u".balance_factor"_s))
        settings.append({u"compiler_parameters.compile_mode"_s, u"balance"_s});
    if (key.endsWith(u".max_percentile"_s))
        settings.append({u"calibration_parameters.calibration_type"_s, u"max"_s});
    if (key.startsWith(u"custom_op."_s)) {
        settings += {{u"custom_op.custom_op_method"_s, u"register"_s},
                     {u"custom_op.op_register_files"_s, u"sample_custom.py"_s},
                     {u"custom_op.custom_op_dir"_s, u"./custom_op"_s}};
    }
    ConfigDocument document = *ConfigDocument::fromText(cleanConfig);
    for (const auto& [name, value] : settings)
        document = *document.with(name, value);
    return document;
}

/// Errors about the key or what stands below it; empty when it is legal.
QString errorsAbout(const QString& key, const ConfigDocument& document)
{
    QStringList errors;
    for (const Diagnostic& finding : lint(subjectOf(document))) {
        if (finding.severity == Severity::Error && finding.key.startsWith(key))
            errors.append(finding.ruleId + u": "_s + finding.message);
    }
    return errors.join(u'\n');
}

/// The clean config has one input called data in files that do not exist; a map must name it as YAML.
ConfigDocument withValue(const ConfigKeyInfo& info, const QString& value, March march)
{
    if (info.kind != ConfigValueKind::Map)
        return *companyOf(info.key, march).with(info.key, value);
    const QByteArray group = info.key.section(u'.', 0, 0).toUtf8() + ":\n";
    QByteArray text = companyOf(info.key, march).text();
    const QByteArray line = "  " + info.key.section(u'.', 1).toUtf8() + ": " + value.toUtf8() + "\n";
    text.replace(group, QByteArray(group + line));
    return *ConfigDocument::fromText(text);
}

} // namespace

void tst_LintExamples::examplesAreLegal()
{
    for (const ConfigKeyInfo& info : schema().keys()) {
        for (const March march : marches) {
            if (!info.existsOn(march) || info.key == "model_parameters.march"_L1)
                continue;
            const QString errors = errorsAbout(info.key, withValue(info, info.example, march));
            // Whether the input it names exists, and whether nv12 fits its source, is not the example's matter.
            QVERIFY2(errors.isEmpty(), qPrintable(marchName(march) + u' ' + info.key + u'\n' + errors));
        }
    }
}

void tst_LintExamples::defaultsAreLegal()
{
    for (const ConfigKeyInfo& info : schema().keys()) {
        for (const March march : marches) {
            const QString value = schema().defaultFor(info.key, march);
            if (value.isEmpty() || !info.existsOn(march))
                continue;
            const QString errors = errorsAbout(info.key, withValue(info, value, march));
            QVERIFY2(errors.isEmpty(), qPrintable(marchName(march) + u' ' + info.key + u'\n' + errors));
        }
    }
}

void tst_LintExamples::choicesAreAllowed()
{
    for (const ConfigKeyInfo& info : schema().keys()) {
        if (info.kind != ConfigValueKind::Choice)
            continue;
        for (const March march : marches) {
            for (const QString& choice : schema().choicesFor(info.key, march)) {
                const Diagnostics findings = lint(subjectOf(withValue(info, choice, march)));
                const auto isRefused = [&](const Diagnostic& finding) {
                    return finding.ruleId == "value-not-allowed"_L1 && finding.key == info.key;
                };
                QVERIFY2(std::ranges::none_of(findings, isRefused), qPrintable(info.key + u' ' + choice));
            }
        }
    }
}

/// Written into any group, each is reported with what it is and what to write.
void tst_LintExamples::foreignKeysAreNamed()
{
    for (const ForeignKey& foreign : schema().foreignKeys()) {
        const bool isLater = foreign.family == ForeignFamily::LaterToolchain;
        QByteArray text = cleanConfig;
        const QByteArray line = "  \"" + foreign.name.toUtf8() + "\": 1\n";
        text.replace("compiler_parameters:\n", QByteArray("compiler_parameters:\n" + line));
        const Diagnostics findings = lint(subjectOf(*ConfigDocument::fromText(text)));
        const Diagnostic* finding = findingOf(findings, isLater ? u"wrong-toolchain-generation"_s : u"unknown-key"_s);
        QVERIFY2(finding != nullptr, qPrintable(foreign.name));
        QCOMPARE(finding->why, foreign.statement.text);
        QCOMPARE(finding->severity, Severity::Error);
        QVERIFY(finding->fix && finding->fix->remove);
    }
}

QTEST_GUILESS_MAIN(tst_LintExamples)
#include "tst_lint_examples.moc"
