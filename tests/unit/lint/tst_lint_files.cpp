// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Rules that look beyond the text: the model, and constructs that edits cannot make.
class tst_LintFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelInputs();
    void modelShape();
    void opset();
    void unquotedOn();
    void duplicates();
};

namespace {

std::shared_ptr<const Graph> modelWith(const QString& name, const Shape& shape, qint64 opset = 11)
{
    GraphDraft draft;
    draft.inputs = {{name, DataType::Float32, shape}};
    draft.opsets = {{QString(), opset}};
    return Graph::fromDraft(draft);
}

} // namespace

void tst_LintFiles::modelInputs()
{
    const ConfigDocument document
        = *ConfigDocument::fromText(cleanConfig)->with(u"input_parameters.input_name"_s, u"data"_s);
    const auto model = modelWith(u"images"_s, Shape{1, 3, 64, 64});
    const Diagnostics findings = lint(subjectOf(document, model));
    const Diagnostic* finding = findingOf(findings, u"input-name-unknown"_s);
    QVERIFY(finding && finding->severity == Severity::Error);
    const ConfigDocument fixed = applyFixes(document, findings, {finding->ruleId})->document;
    QCOMPARE(fixed.scalar(u"input_parameters.input_name"_s), u"images"_s);
    QVERIFY(!findingOf(lint(subjectOf(fixed, model)), finding->ruleId));

    const ConfigDocument two = *document.with(u"input_parameters.input_name"_s, u"images;mask"_s);
    QVERIFY(findingOf(lint(subjectOf(two, model)), u"input-count-differs-from-model"_s));
    QVERIFY(!findingOf(findings, u"input-count-differs-from-model"_s));
}

void tst_LintFiles::modelShape()
{
    const ConfigDocument document = *ConfigDocument::fromText(cleanConfig);
    const QString rule = u"input-shape-differs-from-model"_s;
    QVERIFY(!findingOf(lint(subjectOf(document, modelWith(u"x"_s, Shape{-1, 3, 64, 64}))), rule));
    const auto model = modelWith(u"x"_s, Shape{1, 3, 32, 32});
    const Diagnostics findings = lint(subjectOf(document, model));
    QVERIFY(findingOf(findings, rule));
    QVERIFY(!findingOf(lint(subjectOf(applyFixes(document, findings, {rule})->document, model)), rule));
    // The model's shape is used where the config gives none.
    const ConfigDocument bare
        = *document.without(u"input_parameters.input_shape"_s)->with(u"input_parameters.input_type_rt"_s, u"nv12"_s);
    QVERIFY(findingOf(lint(subjectOf(bare, modelWith(u"x"_s, Shape{1, 3, 31, 32}))), u"odd-size-for-yuv"_s));
}

void tst_LintFiles::opset()
{
    const ConfigDocument document = *ConfigDocument::fromText(cleanConfig);
    const auto finds = [&](qint64 version) {
        return findingOf(lint(subjectOf(document, modelWith(u"x"_s, Shape{1, 3, 64, 64}, version))),
                         u"opset-undocumented"_s)
            != nullptr;
    };
    QVERIFY(finds(17));
    QVERIFY(!finds(11));
}

void tst_LintFiles::unquotedOn()
{
    QByteArray text = cleanConfig;
    text.replace("  march:", "  node_info: {\"/a.b\": {ON: BPU}}\n  march:");
    const Diagnostics findings = lint(subjectOf(*ConfigDocument::fromText(text)));
    QCOMPARE(findingOf(findings, u"unquoted-on"_s)->range.line, 5);
    text.replace("{ON:", "{'ON':");
    QVERIFY(!findingOf(lint(subjectOf(*ConfigDocument::fromText(text))), u"unquoted-on"_s));
}

void tst_LintFiles::duplicates()
{
    const Diagnostics findings
        = lint(subjectOf(*ConfigDocument::fromText(cleanConfig + "  optimize_level: 'O3'\n  jobs: 2\n")));
    const Diagnostic* finding = findingOf(findings, u"duplicate-key"_s);
    QVERIFY(finding && finding->message.contains(u"line 24"_s));
    QCOMPARE(finding->range.line, 23);
    QVERIFY(!findingOf(lint(subjectOf(*ConfigDocument::fromText(cleanConfig))), u"duplicate-key"_s));
}

QTEST_GUILESS_MAIN(tst_LintFiles)
#include "tst_lint_files.moc"
