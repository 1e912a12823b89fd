// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Rules that look beyond the text: calibration files, the model, and constructs that edits cannot make.
class tst_LintFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodFolderIsSilent();
    void sizes();
    void npyPicturesAndStrays();
    void sampleCount();
    void normalisedTwice();
    void modelInputs();
    void modelShape();
    void opset();
    void unquotedOn();
    void duplicates();
    void override();
};

namespace {

constexpr qsizetype elements = qsizetype{3} * 64 * 64;

QByteArray floats(float value)
{
    const std::vector<float> values(elements, value);
    return {reinterpret_cast<const char*>(values.data()), elements * qsizetype{4}};
}

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(name));
}

void fill(const QTemporaryDir& folder, const QByteArray& content, int count = 20)
{
    for (int i = 0; i < count; ++i)
        write(folder, u"sample_%1.bin"_s.arg(i, 3, 10, QLatin1Char('0')), content);
}

ConfigDocument configFor(const QTemporaryDir& folder)
{
    return *ConfigDocument::fromText(cleanConfig)->with(u"calibration_parameters.cal_data_dir"_s, folder.path());
}

std::shared_ptr<const Graph> modelWith(const QString& name, const Shape& shape, qint64 opset = 11)
{
    GraphDraft draft;
    draft.inputs = {{name, DataType::Float32, shape}};
    draft.opsets = {{QString(), opset}};
    return Graph::fromDraft(draft);
}

} // namespace

void tst_LintFiles::goodFolderIsSilent()
{
    const QTemporaryDir folder;
    fill(folder, floats(200));
    QCOMPARE(ruleIds(lint(subjectOf(configFor(folder)))), QStringList());
}

void tst_LintFiles::sizes()
{
    const QTemporaryDir folder;
    fill(folder, QByteArray(elements, 'x'));
    const ConfigDocument document = configFor(folder);
    const Diagnostics findings = lint(subjectOf(document));
    QCOMPARE(ruleIds(findings), QStringList{u"calibration-file-size"_s});
    QVERIFY2(findings[0].message.contains(u"20 of 20"_s) && findings[0].message.contains(u"49152"_s),
             qPrintable(findings[0].message));
    QCOMPARE(findings[0].fix->value, u"uint8"_s);
    QCOMPARE(ruleIds(lint(subjectOf(applyFixes(document, findings)->document))), QStringList());

    write(folder, u"sample_000.bin"_s, floats(1));
    const Diagnostics mixed = lint(subjectOf(document));
    QVERIFY(!findingOf(mixed, u"calibration-file-size"_s)->fix); // one type cannot suit them all
}

void tst_LintFiles::npyPicturesAndStrays()
{
    const QTemporaryDir folder;
    fill(folder, floats(200));
    write(folder, u"a.npy"_s, "x");
    write(folder, u"b.JPG"_s, "x");
    write(folder, u".DS_Store"_s, "x");
    const ConfigDocument document = configFor(folder);
    QCOMPARE(ruleIds(lint(subjectOf(document))),
             (QStringList{u"calibration-npy-files"_s, u"calibration-pictures"_s, u"calibration-stray-files"_s}));
    const ConfigDocument decoding = *document.with(u"calibration_parameters.preprocess_on"_s, u"True"_s);
    QVERIFY(!findingOf(lint(subjectOf(decoding)), u"calibration-pictures"_s));
    const ConfigDocument skipping = *document.with(u"calibration_parameters.calibration_type"_s, u"skip"_s);
    QCOMPARE(ruleIds(lint(subjectOf(skipping))), (QStringList{u"calibration-skip"_s, u"calibration-folder-unused"_s}));
}

void tst_LintFiles::sampleCount()
{
    const QTemporaryDir folder;
    QCOMPARE(findingOf(lint(subjectOf(configFor(folder))), u"calibration-sample-count"_s)->severity, Severity::Error);
    fill(folder, floats(200), 19);
    QCOMPARE(findingOf(lint(subjectOf(configFor(folder))), u"calibration-sample-count"_s)->severity, Severity::Warning);
}

void tst_LintFiles::normalisedTwice()
{
    const QTemporaryDir folder;
    fill(folder, floats(2.5F));
    const ConfigDocument document = configFor(folder);
    QCOMPARE(ruleIds(lint(subjectOf(document))), QStringList{u"calibration-normalised-twice"_s});
    ConfigDocument raw = *document.with(u"input_parameters.norm_type"_s, u"no_preprocess"_s);
    raw = *raw.without(u"input_parameters.mean_value"_s)->without(u"input_parameters.scale_value"_s);
    QCOMPARE(ruleIds(lint(subjectOf(raw))), QStringList{u"picture-not-normalised"_s});
}

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

void tst_LintFiles::override()
{
    const QTemporaryDir folder;
    fill(folder, QByteArray("short"));
    const Diagnostics findings = lint(subjectOf(*ConfigDocument::fromText(cleanConfig), nullptr, folder.path()));
    QCOMPARE(ruleIds(findings), QStringList{u"calibration-file-size"_s});
}

QTEST_GUILESS_MAIN(tst_LintFiles)
#include "tst_lint_files.moc"
