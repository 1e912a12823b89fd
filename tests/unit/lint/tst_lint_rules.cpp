// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Each rule with a text that triggers it and one that nearly does. Rules that read files or the model are tested
/// beside.
class tst_LintRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanConfigHasNoFindings();
    void triggersAndSpares_data();
    void triggersAndSpares();
    void everyRuleIsTested();
    void unreadableModel();
    void fixOfTheLayoutChangesFourBytes();
    void explainsInputLayout();
    void appliesOnlyTheChosenRules();
    void fixesOfOneKeyDoNotUndoEachOther();
    void emptyDocumentIsNoCrash();
    void cancelStops();
};

namespace {

using Changes = QList<std::pair<QString, QString>>;

/// `-` removes the key.
ConfigDocument changed(const Changes& changes)
{
    ConfigDocument document = *ConfigDocument::fromText(cleanConfig, u"/nowhere/c.yaml"_s);
    for (const auto& [key, value] : changes) {
        const Result<ConfigDocument> next = value == u"-"_s ? document.without(key) : document.with(key, value);
        if (!next)
            qFatal("%s", qPrintable(next.error().message));
        document = *next;
    }
    return document;
}

QString longKey(const QString& key)
{
    static const QHash<QChar, QString> groups{{u'm', u"model_parameters"_s},
                                              {u'i', u"input_parameters"_s},
                                              {u'c', u"calibration_parameters"_s},
                                              {u'k', u"compiler_parameters"_s}};
    const QString name = key.sliced(2);
    return name.isEmpty() ? groups[key.front()] : groups[key.front()] + u'.' + name;
}

/// `i.norm_type=data_mean|k.jobs=2`
Changes parseChanges(const char* text)
{
    Changes changes;
    const QStringList parts = QString::fromUtf8(text).split(u'|', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        changes.append({longKey(part.section(u'=', 0, 0)), part.section(u'=', 1)});
    return changes;
}

struct Case
{
    const char* rule;
    const char* triggers;
    const char* spares;
    Severity severity;
};

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

const QList<Case> cases{
    {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW", "i.input_layout_rt=NCHW", warning},
    {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=bgr",
     "m.march=bernoulli2", warning},
    {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=yuv444",
     "m.march=bernoulli2|i.input_type_rt=yuv444", error},
    {"layout-rt-nchw-on-bernoulli2", "m.march=bernoulli2|i.input_layout_rt=NHWC;NCHW|i.input_type_rt=rgb;rgb",
     "m.march=bernoulli2|i.input_layout_rt=NCHW|i.input_type_rt=gray|i.input_type_train=gray|i.input_shape=1x1x8x8|"
     "i.mean_value=1|i.scale_value=1",
     warning},
    {"layout-rt-ignored-for-nv12", "i.input_type_rt=nv12", "i.input_type_rt=nv12|i.input_layout_rt=", info},
    {"input-type-pair", "i.input_type_train=gray|i.input_type_rt=nv12", "i.input_type_rt=yuv444", error},
    {"input-type-pair", "i.input_type_train=featuremap", "i.input_type_train=bgr", error},
    {"video-range-without-nv12", "i.input_space_and_range=bt601_video",
     "i.input_type_rt=nv12|i.input_space_and_range=bt601_video", warning},
    {"video-range-without-nv12", "i.input_type_rt=nv12|i.input_type_train=yuv444|i.input_space_and_range=bt601_video",
     "m.march=bayes|i.input_type_rt=nv12|i.input_type_train=yuv444|i.input_space_and_range=bt601_video", warning},
    {"input-count-mismatch", "i.input_name=a;b", "i.input_name=a;", error},
    {"input-batch", "i.input_batch=4|i.input_shape=2x3x64x64", "i.input_batch=4", error},
    {"input-batch", "m.march=bernoulli2|i.input_batch=129", "i.input_batch=129", error},
    {"input-shape-syntax", "i.input_shape=1,3,64,64", "i.input_shape=1x3x64x64;", error},
    {"input-shape-rank-on-bernoulli2", "m.march=bernoulli2|i.input_shape=1x3x64", "i.input_shape=1x3x64", error},
    {"odd-size-for-yuv", "i.input_type_rt=nv12|i.input_shape=1x3x64x65", "i.input_shape=1x3x64x65", error},
    {"odd-size-for-yuv", "m.march=bayes|i.input_type_rt=yuv444|i.input_shape=1x3x63x64",
     "i.input_type_rt=yuv444|i.input_shape=1x3x63x64", error},
    {"norm-value-missing", "i.scale_value=-", "i.scale_value=-|i.norm_type=data_mean", error},
    {"norm-value-missing", "i.mean_value=", "i.mean_value=|i.norm_type=data_scale", error},
    {"norm-type-missing", "i.norm_type=-", "i.norm_type=-|i.mean_value=-|i.scale_value=-", warning},
    {"norm-value-ignored", "i.norm_type=data_scale", "i.norm_type=data_scale|i.mean_value=", warning},
    {"norm-value-ignored", "i.norm_type=data_mean", "i.norm_type=data_mean|i.scale_value=None", warning},
    {"norm-channel-count", "i.mean_value=1 2", "i.mean_value=128", error},
    {"norm-channel-count", "i.scale_value=0.1 0.1 0.1 0.1", "i.scale_value=0.1 0.1 0.1", error},
    {"norm-values-spelling", "i.mean_value=123.675, 116.28, 103.53", "i.mean_value=123.675  116.28 103.53", warning},
    {"norm-values-spelling", "i.mean_value=imagenet", "i.mean_value=1.2e2", error},
    {"norm-on-featuremap", "i.input_type_rt=featuremap|i.input_type_train=featuremap",
     "i.input_type_rt=featuremap|i.input_type_train=featuremap|i.norm_type=no_preprocess", warning},
    {"norm-on-featuremap", "i.input_type_rt=featuremap|i.input_type_train=featuremap|i.input_shape=1x8",
     "i.input_name=x", error},
    {"norm-scale-is-deviation", "i.scale_value=58.395 57.12 57.375", "i.scale_value=1", warning},
    {"norm-scale-is-deviation", "i.scale_value=4.367 4.464 4.444", "i.scale_value=1.5 1.5 1.5", warning},
    {"norm-mean-in-unit-range", "i.mean_value=0.485 0.456 0.406", "i.mean_value=0 0 0", warning},
    {"norm-scale-truncated", "i.scale_value=0.0039", "i.scale_value=0.003921568627451", info},
    {"calibration-folder", "c.cal_data_dir=", "c.cal_data_dir=|c.calibration_type=load", error},
    {"calibration-folder", "c.cal_data_dir=gone", "c.cal_data_dir=/", warning},
    {"calibration-skip", "c.calibration_type=skip", "c.calibration_type=kl", warning},
    {"calibration-type-assumed", "c.cal_data_type=-", "c.cal_data_type=-|c.cal_data_dir=./cal_f32", warning},
    {"calibration-type-contradicts-folder", "c.cal_data_dir=./cal_f32|c.cal_data_type=uint8",
     "c.cal_data_dir=./cal_f32", warning},
    {"max-percentile", "c.max_percentile=0.999", "c.max_percentile=0.999|c.calibration_type=max", info},
    {"max-percentile", "c.max_percentile=0.4|c.calibration_type=max",
     "m.march=bernoulli2|c.max_percentile=0.4|c.calibration_type=max", error},
    {"per-channel-ignored", "c.per_channel=True", "c.per_channel=True|c.calibration_type=max", info},
    {"per-channel-ignored", "c.per_channel=True|c.calibration_type=mix",
     "m.march=bernoulli2|c.per_channel=True|c.calibration_type=mix", info},
    {"preprocess-on", "c.preprocess_on=True", "c.preprocess_on=False", warning},
    {"core-num-unsupported", "k.core_num=2", "m.march=bernoulli2|k.core_num=2", error},
    {"core-num-unsupported", "m.march=bayes|k.core_num=2", "k.core_num=1", error},
    {"optimize-level-below-o3", "k.optimize_level=O2", "k.optimize_level=O3", warning},
    {"optimize-level-below-o3", "k.optimize_level=-", "k.jobs=2", warning},
    {"layer-out-dump", "m.layer_out_dump=True", "m.layer_out_dump=False", warning},
    {"layer-out-dump", "m.layer_out_dump=true|k.input_source.x=resizer", "k.input_source.x=resizer", error},
    {"balance-factor", "k.compile_mode=balance", "k.compile_mode=balance|k.balance_factor=40", error},
    {"balance-factor", "k.balance_factor=40", "k.compile_mode=bandwidth", info},
    {"unknown-key", "k.input-layout=NCHW", "k.jobs=8", error},
    {"unknown-key", "i.norm_typ=data_scale", "m.node_info.anything=x", error},
    {"wrong-toolchain-generation", "i.std_value=58", "i.scale_value=0.017", error},
    {"wrong-toolchain-generation", "m.march=nash-e", "m.march=bayes", error},
    {"missing-group", "k.=-", "k.compile_mode=-", error},
    {"missing-required-key", "i.input_type_train=", "m.output_model_file_prefix=-", error},
    {"missing-required-key", "m.march=bernoulli2|i.norm_type=-", "i.norm_type=-", error},
    {"model-source", "m.onnx_model=./a.onnx", "m.onnx_model=./a.onnx|m.caffe_model=-|m.prototxt=-", error},
    {"model-source", "m.prototxt=-", "m.working_dir=x", error},
    {"model-source", "m.prototxt=-|m.caffe_model=", "m.working_dir=x", error},
    {"value-not-allowed", "c.calibration_type=best", "c.calibration_type=mix", error},
    {"value-not-allowed", "i.input_layout_rt=nhwc", "i.input_layout_rt=None", warning},
    {"value-not-allowed", "k.compile_mode=balance|m.march=bernoulli2", "k.compile_mode=balance", error},
    {"value-not-allowed", "k.debug=perhaps", "k.debug=true", error},
    {"value-not-allowed", "k.jobs=many", "k.jobs=4", error},
    {"key-not-for-march", "m.march=bernoulli2|m.node_info=x:int16", "m.node_info=x:int16", warning},
    {"key-deprecated", "c.run_on_cpu=x", "m.march=bernoulli2|c.run_on_cpu=x", warning},
    {"layout-train-contradicts-shape", "i.input_layout_train=NHWC", "i.input_shape=1x4x64x64", error},
    {"prefix-names-other-type", "m.output_model_file_prefix=net_nv12", "m.output_model_file_prefix=net_rgb", info},
    {"model-file-missing", "m.onnx_model=./a.onnx|m.caffe_model=-|m.prototxt=-", "m.working_dir=x", warning},
};

} // namespace

void tst_LintRules::cleanConfigHasNoFindings()
{
    const Diagnostics findings = lint(subjectOf(changed({})));
    QCOMPARE(ruleIds(findings), QStringList{u"calibration-folder"_s}); // the folder does not exist
}

void tst_LintRules::triggersAndSpares_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < cases.size(); ++i)
        QTest::addRow("%s: %s", cases[i].rule, cases[i].triggers) << i;
}

void tst_LintRules::triggersAndSpares()
{
    QFETCH(qsizetype, index);
    const Case& test = cases[index];
    const QString rule = QString::fromLatin1(test.rule);
    const ConfigDocument document = changed(parseChanges(test.triggers));
    const Diagnostics findings = lint(subjectOf(document));
    const Diagnostic* finding = findingOf(findings, rule);
    QVERIFY2(finding, qPrintable(ruleIds(findings).join(u' ')));
    QCOMPARE(finding->severity, test.severity);
    QVERIFY(!finding->message.isEmpty() && !finding->why.isEmpty() && !finding->source.isEmpty());
    QVERIFY(finding->range.isValid() || rule == u"missing-group"_s);
    QVERIFY2(!finding->message.contains(u'%') && !finding->why.contains(u"%1"_s), qPrintable(finding->message));
    if (finding->fix) {
        const Result<FixResult> fixed = applyFixes(document, findings, {rule});
        QVERIFY2(fixed, qPrintable(fixed ? QString() : fixed.error().message));
        QVERIFY(!fixed->applied.isEmpty());
        QVERIFY2(!findingOf(lint(subjectOf(fixed->document)), rule), fixed->document.text().constData());
    }
    const Diagnostics spared = lint(subjectOf(changed(parseChanges(test.spares))));
    const Diagnostic* alarm = findingOf(spared, rule);
    QVERIFY2(!alarm || alarm->severity != test.severity, alarm ? qPrintable(alarm->message) : "");
}

void tst_LintRules::unreadableModel()
{
    LintSubject subject = subjectOf(changed({}));
    QVERIFY(!findingOf(lint(subject), u"model-unreadable"_s));
    subject.modelProblem = u"its end is missing"_s;
    const Diagnostics findings = lint(subject);
    const Diagnostic* finding = findingOf(findings, u"model-unreadable"_s);
    QVERIFY(finding);
    QCOMPARE(finding->severity, Severity::Error);
    QCOMPARE(finding->message, u"its end is missing"_s);
    QCOMPARE(finding->key, u"model_parameters.onnx_model"_s);
}

void tst_LintRules::everyRuleIsTested()
{
    static const QSet<QString> elsewhere{u"model-unreadable"_s,
                                         u"calibration-unreadable"_s,
                                         u"calibration-npy-files"_s,
                                         u"calibration-pictures"_s,
                                         u"calibration-raw-with-preprocess"_s,
                                         u"calibration-picture-odd-size"_s,
                                         u"calibration-stray-files"_s,
                                         u"calibration-sample-count"_s,
                                         u"calibration-file-size"_s,
                                         u"calibration-batch"_s,
                                         u"calibration-uneven-sizes"_s,
                                         u"calibration-data-type"_s,
                                         u"calibration-normalised-twice"_s,
                                         u"calibration-divided-twice"_s,
                                         u"calibration-unlike-board"_s,
                                         u"calibration-not-normalised"_s,
                                         u"calibration-offset"_s,
                                         u"calibration-range-beyond"_s,
                                         u"calibration-range-mixed"_s,
                                         u"calibration-layout"_s,
                                         u"calibration-colour-order"_s,
                                         u"calibration-constant"_s,
                                         u"calibration-exposure"_s,
                                         u"calibration-duplicates"_s,
                                         u"calibration-non-finite"_s,
                                         u"calibration-inputs-unpaired"_s,
                                         u"input-name-unknown"_s,
                                         u"input-count-differs-from-model"_s,
                                         u"input-shape-differs-from-model"_s,
                                         u"opset-undocumented"_s,
                                         u"unquoted-on"_s,
                                         u"duplicate-key"_s};
    QSet<QString> tested = elsewhere;
    for (const Case& test : cases)
        tested.insert(QString::fromLatin1(test.rule));
    QSet<QString> all;
    for (const std::unique_ptr<LintRule>& rule : allLintRules()) {
        QVERIFY2(!all.contains(rule->id()), qPrintable(rule->id()));
        all.insert(rule->id());
    }
    QCOMPARE(all, tested);
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
