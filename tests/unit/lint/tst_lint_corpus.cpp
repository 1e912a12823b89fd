// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../config/ConfigCorpus.h"
#include "LintFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Published configs: what is fine gets no errors, known mistakes are found.
class tst_LintCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void workingConfigsHaveNoErrors();
    void knownMistakesAreFound();
    void rgbNchwIsFineOnX5();
    void doubleNormalisationIsFound();
    void fixesApply();

private:
    QHash<QString, ConfigDocument> m_documents;
};

void tst_LintCorpus::initTestCase()
{
    for (const CorpusFile& file : configCorpus())
        m_documents.insert(file.name, *ConfigDocument::fromText(file.text, file.path));
    if (m_documents.isEmpty())
        QSKIP("the corpus is not here");
}

void tst_LintCorpus::workingConfigsHaveNoErrors()
{
    for (auto entry = m_documents.constBegin(); entry != m_documents.constEnd(); ++entry) {
        const Diagnostics findings = lint(subjectOf(entry.value()));
        const bool print = qEnvironmentVariableIsSet("DRIFTSCOPE_PRINT_FINDINGS");
        for (const Diagnostic& finding : findings) {
            if (print)
                qInfo("%s:%d:%d %s %s: %s", qPrintable(entry.key()), finding.range.line, finding.range.column,
                      qPrintable(severityName(finding.severity)), qPrintable(finding.ruleId),
                      qPrintable(finding.message));
            // The documented templates leave required values empty.
            if (finding.severity == Severity::Error)
                QVERIFY2(entry.key().contains(u"template_doc"_s), qPrintable(entry.key() + u": "_s + finding.message));
        }
    }
}

void tst_LintCorpus::knownMistakesAreFound()
{
    const auto finds = [this](const QString& file, const QString& rule) {
        return findingOf(lint(subjectOf(m_documents[file])), rule) != nullptr;
    };
    QVERIFY(finds(u"x5_readme_dart_nv12_layoutrt_nchw_jpgcal.yaml"_s, u"layout-rt-ignored-for-nv12"_s));
    QVERIFY(finds(u"x3_rexlk_crnn.yaml"_s, u"calibration-type-assumed"_s));
    QVERIFY(finds(u"x5_template_oeskills_onnx_single_input.yaml"_s, u"optimize-level-below-o3"_s));
    QVERIFY(finds(u"x3_template_doc_onnx.yaml"_s, u"missing-required-key"_s));
    QVERIFY(!finds(u"x3_mz_repghost.yaml"_s, u"norm-scale-is-deviation"_s));
}

void tst_LintCorpus::rgbNchwIsFineOnX5()
{
    for (const QString& file :
         {u"x5_mz_yolov8_nchw.yaml"_s, u"x5_mz_yolov10_nchw.yaml"_s, u"x5_mz_yolov8seg_nchw.yaml"_s}) {
        const ConfigDocument document = m_documents[file];
        QVERIFY(!findingOf(lint(subjectOf(document)), u"layout-rt-nchw-on-bernoulli2"_s));
        const ConfigDocument x3 = *document.with(u"model_parameters.march"_s, u"bernoulli2"_s);
        QVERIFY(findingOf(lint(subjectOf(x3)), u"layout-rt-nchw-on-bernoulli2"_s));
    }
}

void tst_LintCorpus::doubleNormalisationIsFound()
{
    const ConfigDocument document = m_documents[u"x5_osnet_x0_25.yaml"_s];
    const QString folder = QFileInfo(document.path()).absolutePath() + u"/../calibration/x5_osnet_f32"_s;
    if (!QFileInfo::exists(folder))
        QSKIP("the calibration files are not here");
    const Diagnostics findings = lint(subjectOf(document, nullptr, folder));
    const Diagnostic* finding = findingOf(findings, u"calibration-normalised-twice"_s);
    QVERIFY(finding);
    QCOMPARE(finding->severity, Severity::Error);
    QVERIFY2(finding->message.contains(u"normalized twice"_s) && finding->message.contains(u"-2.067 to 2.64"_s),
             qPrintable(finding->message));
    QVERIFY2(finding->why.contains(u"Of 20 files, 20 are so"_s), qPrintable(finding->why));
}

void tst_LintCorpus::fixesApply()
{
    for (const ConfigDocument& document : std::as_const(m_documents)) {
        const Diagnostics findings = lint(subjectOf(document));
        const Result<FixResult> fixed = applyFixes(document, findings);
        QVERIFY2(fixed, qPrintable(fixed ? QString() : fixed.error().message));
        for (const Diagnostic& applied : fixed->applied)
            QVERIFY(!findingOf(lint(subjectOf(fixed->document)), applied.ruleId));
    }
}

QTEST_GUILESS_MAIN(tst_LintCorpus)
#include "tst_lint_corpus.moc"
