// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

#include "core/lint/LintContext.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Each rule with a subject that triggers it and one that nearly does. Rules that read calibration files are tested
/// beside.
class tst_LintRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanConfigHasNoFindings();
    void triggersAndSpares_data();
    void triggersAndSpares();
    void fixesAddNothing_data();
    void fixesAddNothing();
    void skipIsFixedWhereSamplesAre();
    void everyRuleIsTested();
    void fixOfTheLayoutChangesFourBytes();
    void explainsInputLayout();
    void appliesOnlyTheChosenRules();
    void fixesOfOneKeyDoNotUndoEachOther();
    void emptyDocumentIsNoCrash();
    void cancelStops();
};

namespace {

const QList<LintCase>& cases()
{
    static const QList<LintCase> all = lintCases();
    return all;
}

/// A place for an argument that was left.
const QRegularExpression unfilled(u"%\\d"_s);

QString keyed(const Diagnostic& finding)
{
    return finding.ruleId + u' ' + finding.key;
}

QSet<QString> keysOf(const Diagnostics& findings)
{
    QSet<QString> keys;
    for (const Diagnostic& finding : findings)
        keys.insert(keyed(finding));
    return keys;
}

} // namespace

void tst_LintRules::cleanConfigHasNoFindings()
{
    const Diagnostics findings = lint(subjectOf(changed({})));
    QCOMPARE(ruleIds(findings), QStringList{u"calibration-folder"_s}); // the folder does not exist
}

void tst_LintRules::triggersAndSpares_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < cases().size(); ++i)
        QTest::addRow("%d %s: %s", static_cast<int>(i), cases()[i].rule, cases()[i].triggers) << i;
}

void tst_LintRules::triggersAndSpares()
{
    QFETCH(qsizetype, index);
    const LintCase& test = cases()[index];
    const QString rule = QString::fromLatin1(test.rule);
    const Diagnostics findings = lint(subjectFor(test.triggers, test.triggering));
    const Diagnostic* finding = findingOf(findings, rule);
    QVERIFY2(finding, qPrintable(ruleIds(findings).join(u' ')));
    QCOMPARE(finding->severity, test.severity);
    QVERIFY(!finding->message.isEmpty() && !finding->why.isEmpty() && !finding->source.isEmpty());
    QVERIFY(finding->range.isValid() || rule == u"missing-group"_s);
    for (const QString& text : {finding->message, finding->why})
        QVERIFY2(!text.contains(unfilled), qPrintable(text));
    const Diagnostics spared = lint(subjectFor(test.spares, test.sparing));
    const Diagnostic* alarm = findingOf(spared, rule);
    QVERIFY2(!alarm || alarm->severity != test.severity, alarm ? qPrintable(alarm->message) : "");
}

void tst_LintRules::fixesAddNothing_data()
{
    triggersAndSpares_data();
}

/// Fixes of the rule are applied until none is left: those of one list go one input after the other.
void tst_LintRules::fixesAddNothing()
{
    QFETCH(qsizetype, index);
    const LintCase& test = cases()[index];
    const QString rule = QString::fromLatin1(test.rule);
    LintSubject subject = subjectFor(test.triggers, test.triggering);
    const Diagnostics before = lint(subject);
    qsizetype fixes = 0;
    for (const Diagnostic& finding : before)
        fixes += finding.ruleId == rule && finding.fix ? 1 : 0;
    if (fixes == 0)
        return;
    for (qsizetype pass = 0; pass < fixes; ++pass) {
        const Result<FixResult> fixed = applyFixes(subject.document, lint(subject), {rule});
        QVERIFY2(fixed, qPrintable(fixed ? QString() : fixed.error().message));
        QVERIFY(pass > 0 || !fixed->applied.isEmpty());
        replaceDocument(subject, fixed->document);
    }
    const Diagnostics after = lint(subject);
    for (const Diagnostic& finding : after)
        QVERIFY2(finding.ruleId != rule || !finding.fix, subject.document.text().constData());
    const QSet<QString> added = keysOf(after) - keysOf(before);
    QVERIFY2(added.isEmpty(), qPrintable(added.values().join(u", "_s)));
}

void tst_LintRules::skipIsFixedWhereSamplesAre()
{
    const QTemporaryDir folder;
    const std::vector<float> values(std::size_t{3} * 64 * 64, 200.0F);
    const QByteArray sample(reinterpret_cast<const char*>(values.data()), qsizetype{3} * 64 * 64 * 4);
    for (int i = 0; i < 20; ++i) {
        QFile file(folder.filePath(u"%1.bin"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(sample) == sample.size());
    }
    LintSubject subject = subjectFor("c.calibration_type=skip", {});
    replaceDocument(subject, *subject.document.with(u"calibration_parameters.cal_data_dir"_s, folder.path()));
    const Diagnostics before = lint(subject);
    const Result<FixResult> fixed = applyFixes(subject.document, before, {u"calibration-skip"_s});
    QCOMPARE(fixed->applied.size(), 1);
    replaceDocument(subject, fixed->document);
    // With samples that are all alike other rules may have something to say, but none about the folder.
    const QStringList after = ruleIds(lint(subject));
    QVERIFY(!after.contains(u"calibration-skip"_s) && !after.contains(u"calibration-folder"_s));
}

void tst_LintRules::everyRuleIsTested()
{
    QSet<QString> tested;
    for (const auto& family :
         {calibrationFileRules(), calibrationSizeRules(), calibrationRangeRules(), calibrationContentRules()}) {
        for (const NamedCheck& check : family)
            tested.insert(check.id);
    }
    const qsizetype withFiles = tested.size();
    for (const LintCase& test : cases())
        tested.insert(QString::fromLatin1(test.rule));
    QSet<QString> all;
    for (const std::unique_ptr<LintRule>& rule : allLintRules()) {
        QVERIFY2(!all.contains(rule->id()), qPrintable(rule->id()));
        all.insert(rule->id());
    }
    QCOMPARE(all, tested);
    QVERIFY2(tested.size() - withFiles >= 80, qPrintable(QString::number(tested.size() - withFiles)));
}

void tst_LintRules::fixOfTheLayoutChangesFourBytes()
{
    QByteArray text = cleanConfig;
    text.replace("'bayes-e'", "\"bernoulli2\"").replace("'NHWC'", "'NCHW'").replace("\n", "\r\n");
    const ConfigDocument document = *ConfigDocument::fromText(text);
    const Diagnostics findings = lint(subjectOf(document));
    const Diagnostic* finding = findingOf(findings, u"layout-rt-nchw-on-bernoulli2"_s);
    QVERIFY(finding);
    QCOMPARE(finding->range.line, 10);
    QCOMPARE(finding->range.column, 20);
    QCOMPARE(text.sliced(finding->range.offset, finding->range.length), QByteArray("'NCHW'"));
    const Result<FixResult> fixed = applyFixes(document, findings, {finding->ruleId});
    QByteArray wanted = text;
    wanted.replace("input_layout_rt: 'NCHW'", "input_layout_rt: 'NHWC'");
    QCOMPARE(fixed->document.text(), wanted);
    QCOMPARE(fixed->applied.size(), 1);
}

void tst_LintRules::explainsInputLayout()
{
    const ConfigDocument document = changed({{u"compiler_parameters.input-layout"_s, u"NCHW"_s}});
    const Diagnostics findings = lint(subjectOf(document));
    const Diagnostic* finding = findingOf(findings, u"unknown-key"_s);
    QVERIFY(finding->why.contains(u"input_parameters.input_layout_rt"_s));
    QCOMPARE(document.text().sliced(finding->range.offset, finding->range.length), QByteArray("input-layout"));
    const Diagnostics typo = lint(subjectOf(changed({{u"input_parameters.norm_typ"_s, u"data_mean"_s}})));
    QVERIFY(findingOf(typo, u"unknown-key"_s)->why.contains(u"input_parameters.norm_type"_s));
}

void tst_LintRules::appliesOnlyTheChosenRules()
{
    const ConfigDocument document
        = changed({{u"compiler_parameters.core_num"_s, u"2"_s}, {u"compiler_parameters.optimize_level"_s, u"O1"_s}});
    const Diagnostics findings = lint(subjectOf(document));
    const Result<FixResult> one = applyFixes(document, findings, {u"core-num-unsupported"_s});
    QCOMPARE(ruleIds(one->applied), QStringList{u"core-num-unsupported"_s});
    QCOMPARE(one->document.scalar(u"compiler_parameters.optimize_level"_s), u"O1"_s);
    const Result<FixResult> all = applyFixes(document, findings);
    QCOMPARE(all->applied.size(), 2);
    QCOMPARE(all->document.scalar(u"compiler_parameters.core_num"_s), u"1"_s);
    QCOMPARE(all->document.scalar(u"compiler_parameters.optimize_level"_s), u"O3"_s);
}

void tst_LintRules::fixesOfOneKeyDoNotUndoEachOther()
{
    ConfigDocument document = changed({{u"model_parameters.march"_s, u"bernoulli2"_s},
                                       {u"input_parameters.input_type_rt"_s, u"rgb;bgr"_s},
                                       {u"input_parameters.input_layout_rt"_s, u"NCHW;NCHW"_s}});
    const QStringList rule{u"layout-rt-nchw-on-bernoulli2"_s};
    for (int pass = 0; pass < 2; ++pass) {
        const Result<FixResult> fixed = applyFixes(document, lint(subjectOf(document)), rule);
        QCOMPARE(fixed->applied.size(), 1);
        document = fixed->document;
    }
    QCOMPARE(document.scalar(u"input_parameters.input_layout_rt"_s), u"NHWC;NHWC"_s);
}

void tst_LintRules::emptyDocumentIsNoCrash()
{
    const Diagnostics findings = lint(subjectOf(ConfigDocument()));
    QCOMPARE(ruleIds(findings).count(u"missing-group"_s), 4);
    LintSubject bare;
    QVERIFY(!lint(bare).isEmpty());
}

void tst_LintRules::cancelStops()
{
    const CancelToken cancel;
    cancel.cancel();
    QVERIFY(lint(subjectOf(ConfigDocument()), cancel).isEmpty());
}

QTEST_GUILESS_MAIN(tst_LintRules)
#include "tst_lint_rules.moc"
