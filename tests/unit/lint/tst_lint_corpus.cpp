// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../config/ConfigCorpus.h"
#include "LintFixture.h"

#include <QTemporaryDir>
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
    void modelZooHasNoUnexplainedErrors();
    void knownMistakesAreFound();
    void defectsAreFlagged();
    void picturesAmongSamplesAreFlagged();
    void layoutOnEachMarchAndType();
    void fixesAddNothing();
    void publishedLogsAreNormal();
    void logsThatBelongToConfigs();
    void boardFilesThatBelongToConfigs();
    void boardFilesOfOthers();
    void wholeCorpus();
    void doubleNormalisationIsFound();
    void fixesApply();

private:
    QHash<QString, ConfigDocument> m_documents;
};

namespace {

QDir corpusFolder(const QString& name)
{
    return QDir(QFileInfo(configCorpus().constFirst().path).absolutePath() + u"/../"_s + name);
}

std::shared_ptr<const MakertbinLog> corpusLog(const QString& name)
{
    QFile file(corpusFolder(u"logs"_s).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    return std::make_shared<const MakertbinLog>(parseMakertbinLog(file.readAll()));
}

std::shared_ptr<const BoardModel> corpusBoard(const QString& name)
{
    Result<BoardModel> board = readBoardModel(corpusFolder(u"models"_s).filePath(name));
    return board ? std::make_shared<const BoardModel>(std::move(*board)) : nullptr;
}

QStringList idsThatStartWith(const Diagnostics& findings, const QString& prefix)
{
    QStringList ids = ruleIds(findings);
    ids.removeIf([&](const QString& id) { return !id.startsWith(prefix); });
    return ids;
}

} // namespace

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

/// These configs were compiled for real: an error must be the linter's mistake, or stand here with a reason.
void tst_LintCorpus::modelZooHasNoUnexplainedErrors()
{
    const QHash<QString, QString> explained{}; // `file rule`, reason; there is none at present
    int configs = 0;
    for (auto entry = m_documents.constBegin(); entry != m_documents.constEnd(); ++entry) {
        if (!entry.key().contains(u"_mz_"_s))
            continue;
        ++configs;
        for (const Diagnostic& finding : lint(subjectOf(entry.value()))) {
            const QString what = entry.key() + u' ' + finding.ruleId;
            QVERIFY2(finding.severity != Severity::Error || explained.contains(what), qPrintable(what));
        }
    }
    QVERIFY(configs >= 15);
}

/// Files that are published with a mistake. That of osnet lies in its samples and is tested with them.
void tst_LintCorpus::defectsAreFlagged()
{
    const QList<std::pair<QString, QString>> defects{
        {u"x5_mz_convnext_atto.yaml"_s, u"names-disagree-on-size"_s},
        {u"x5_readme_dart_nv12_layoutrt_nchw_jpgcal.yaml"_s, u"layout-rt-ignored-for-nv12"_s}};
    for (const auto& [file, rule] : defects)
        QVERIFY2(findingOf(lint(subjectOf(m_documents[file])), rule), qPrintable(file));
    int disagreeing = 0;
    for (const ConfigDocument& document : std::as_const(m_documents))
        disagreeing += findingOf(lint(subjectOf(document)), u"names-disagree-on-size"_s) != nullptr ? 1 : 0;
    QCOMPARE(disagreeing, 1);
}

void tst_LintCorpus::picturesAmongSamplesAreFlagged()
{
    const QTemporaryDir folder;
    for (int i = 0; i < 20; ++i) {
        QFile file(folder.filePath(u"%1.jpg"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a picture");
    }
    const ConfigDocument document = m_documents[u"x5_readme_dart_nv12_layoutrt_nchw_jpgcal.yaml"_s];
    QVERIFY(findingOf(lint(subjectOf(document, nullptr, folder.path())), u"calibration-pictures"_s));
}

/// The published mistake, and the same line where it is right, ignored and harmless.
void tst_LintCorpus::layoutOnEachMarchAndType()
{
    for (const QString& file :
         {u"x5_mz_yolov8_nchw.yaml"_s, u"x5_mz_yolov10_nchw.yaml"_s, u"x5_mz_yolov8seg_nchw.yaml"_s}) {
        const ConfigDocument onX5 = m_documents[file];
        const auto about = [](const ConfigDocument& document) {
            Diagnostics findings = lint(subjectOf(document));
            findings.removeIf(
                [](const Diagnostic& finding) { return finding.key != u"input_parameters.input_layout_rt"; });
            return findings;
        };
        QCOMPARE(ruleIds(about(onX5)), QStringList{u"layout-rt-nchw-on-bayes"_s});
        QCOMPARE(about(onX5)[0].severity, Severity::Info);
        QVERIFY(!about(onX5)[0].fix);

        const ConfigDocument onX3 = *onX5.with(u"model_parameters.march"_s, u"bernoulli2"_s);
        const Diagnostics wrong = about(onX3);
        QCOMPARE(ruleIds(wrong), QStringList{u"layout-rt-nchw-on-bernoulli2"_s});
        QCOMPARE(wrong[0].severity, Severity::Warning);
        QCOMPARE(wrong[0].fix->value, u"NHWC"_s);
        QVERIFY(about(applyFixes(onX3, wrong)->document).isEmpty());

        const ConfigDocument nv12 = *onX3.with(u"input_parameters.input_type_rt"_s, u"nv12"_s);
        QCOMPARE(ruleIds(about(nv12)), QStringList{u"layout-rt-ignored-for-nv12"_s});

        ConfigDocument gray = *onX3.with(u"input_parameters.input_type_rt"_s, u"gray"_s);
        gray = *gray.with(u"input_parameters.input_type_train"_s, u"gray"_s);
        QCOMPARE(ruleIds(about(gray)), QStringList{u"layout-rt-nchw-of-one-channel"_s});
        QCOMPARE(about(gray)[0].severity, Severity::Info);
    }
}

void tst_LintCorpus::fixesAddNothing()
{
    for (const ConfigDocument& document : std::as_const(m_documents)) {
        const Diagnostics before = lint(subjectOf(document));
        const QStringList known = ruleIds(before);
        for (const Diagnostic& finding : before) {
            if (!finding.fix)
                continue;
            const Result<ConfigDocument> fixed = document.withFix(*finding.fix);
            QVERIFY(fixed);
            QStringList added = ruleIds(lint(subjectOf(*fixed)));
            QVERIFY2(!added.contains(finding.ruleId), qPrintable(document.path() + u' ' + finding.ruleId));
            added.removeIf([&](const QString& rule) { return known.contains(rule); });
            QVERIFY2(added.isEmpty(), qPrintable(document.path() + u' ' + finding.ruleId + u": " + added.join(u' ')));
        }
    }
}

/// All published runs but one were normalised once; that one had no normalisation.
void tst_LintCorpus::publishedLogsAreNormal()
{
    LintSubject subject = subjectOf(m_documents[u"x5_mz_ultralytics_config.yaml"_s]);
    int withNodes = 0;
    for (const QString& name : corpusFolder(u"logs"_s).entryList(QDir::Files)) {
        subject.log = corpusLog(name);
        withNodes += subject.log->nodes.isEmpty() ? 0 : 1;
        const QStringList ids = ruleIds(lint(subject));
        QVERIFY2(!ids.contains(u"log-input-range-tiny"_s) && !ids.contains(u"log-samples-normalised"_s)
                     && !ids.contains(u"log-preprocessing-loss"_s),
                 qPrintable(name + u": "_s + ids.join(u' ')));
        QCOMPARE(ids.contains(u"log-input-range-raw"_s), name.contains(u"lenet"_s));
    }
    QVERIFY2(withNodes > 15, qPrintable(QString::number(withNodes)));
}

void tst_LintCorpus::logsThatBelongToConfigs()
{
    LintSubject own = subjectOf(m_documents[u"x5_ylee007_yolo11_nv12.yaml"_s]);
    own.log = corpusLog(u"x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s);
    const QStringList ids = idsThatStartWith(lint(own), u"log-"_s);
    QVERIFY2(!ids.contains(u"log-config-changed"_s) && !ids.contains(u"log-of-other-march"_s),
             qPrintable(ids.join(u' ')));

    LintSubject other = subjectOf(m_documents[u"x5_mz_yolov8_nchw.yaml"_s]);
    other.log = own.log;
    const Diagnostics findings = lint(other);
    const Diagnostic* changed = findingOf(findings, u"log-config-changed"_s);
    QVERIFY(changed && changed->severity == Severity::Warning);
    QVERIFY2(changed->message.contains(u"input_type_rt is rgb and was nv12"_s), qPrintable(changed->message));

    LintSubject x3 = subjectOf(m_documents[u"x3_mz_yolov10_bernoulli2_nv12.yaml"_s]);
    x3.log = own.log;
    QVERIFY(findingOf(lint(x3), u"log-of-other-march"_s));
}

void tst_LintCorpus::boardFilesThatBelongToConfigs()
{
    const QList<std::pair<QString, QString>> pairs{
        {u"x5_ylee007_yolo11_nv12.yaml"_s, u"x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin"_s},
        {u"x5_osnet_x0_25.yaml"_s, u"x5_osnet_64x128_nv12.bin"_s}};
    for (const auto& [config, file] : pairs) {
        LintSubject subject = subjectOf(m_documents[config]);
        subject.board = corpusBoard(file);
        QVERIFY2(subject.board, qPrintable(file));
        if (config.contains(u"ylee007"_s))
            subject.log = corpusLog(u"x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s);
        const Diagnostics findings = lint(subject);
        for (const Diagnostic& finding : findings)
            QVERIFY2(!finding.ruleId.startsWith(u"board-"_s), qPrintable(config + u": "_s + finding.message));
    }
}

void tst_LintCorpus::boardFilesOfOthers()
{
    LintSubject subject = subjectOf(m_documents[u"x5_osnet_x0_25.yaml"_s]);
    subject.board = corpusBoard(u"x3_mobilenetv2_224x224_nv12.bin"_s);
    const QStringList ids = idsThatStartWith(lint(subject), u"board-"_s);
    QVERIFY2(ids.contains(u"board-of-other-march"_s) && ids.contains(u"board-inputs-differ"_s)
                 && ids.contains(u"board-norm-differs"_s),
             qPrintable(ids.join(u' ')));
    for (const QString& name : {u"x3_lenet_28x28_gray.bin"_s, u"x3_mobilenet_multi_224x224_gray.bin"_s,
                                u"ultra_unet_mobilenet_1024x2048_nv12.bin"_s, u"lpr.binn"_s}) {
        subject.board = corpusBoard(name);
        QVERIFY2(!findingOf(lint(subject), u"board-code-of-other-march"_s), qPrintable(name));
    }
}

/// Measured by `-tickcounter` or `-median`; nothing is asserted of it.
void tst_LintCorpus::wholeCorpus()
{
    QBENCHMARK
    {
        for (const ConfigDocument& document : std::as_const(m_documents))
            (void)lint(subjectOf(document));
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
