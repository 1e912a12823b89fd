// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a new config from a model is worth: lint finds nothing in it but what only a person can supply.
#include "core/base/Files.h"
#include "core/lint/Linter.h"
#include "core/session/TemplateModel.h"
#include "tests/support/TemplateNetworks.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_TemplateLint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsNothingToBlame_data();
    void findsNothingToBlame();
    void guesses_data();
    void guesses();
    void anOpenBatchIsOne();
    void aModelThatNormalizesIsLeftAlone();
    void noFixWritesALayoutThatIsRefused();
    void saysWhatIsNoModel();

private:
    QTemporaryDir m_folder;
    QList<TemplateNetwork> m_networks = templateNetworks();
    ConfigSchema m_schema = *ConfigSchema::load();
};

void tst_TemplateLint::initTestCase()
{
    for (qsizetype i = 0; i < m_networks.size(); ++i)
        QVERIFY(writeOnnx(m_folder.filePath(u"net%1.onnx"_s.arg(i)), m_networks[i].draft));
}

void tst_TemplateLint::findsNothingToBlame_data()
{
    QTest::addColumn<int>("network");
    QTest::addColumn<QString>("march");
    for (qsizetype i = 0; i < m_networks.size(); ++i) {
        for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s})
            QTest::addRow("%s on %s", m_networks[i].name, qPrintable(march)) << static_cast<int>(i) << march;
    }
}

void tst_TemplateLint::findsNothingToBlame()
{
    QFETCH(int, network);
    QFETCH(QString, march);
    const QString model = m_folder.filePath(u"net%1.onnx"_s.arg(network));
    const auto guessed = readTemplateInputs(model);
    QVERIFY2(guessed, guessed ? "" : qPrintable(guessed.error().message));
    const auto graph = Graph::fromDraft(m_networks[network].draft);
    TemplateRequest request{model, m_folder.path(), marchFromName(march), *guessed};
    const auto choices = templateChoices(*guessed, request.march);
    if (request.march == March::Bernoulli2 && guessed->first().shape.rank() != 4) {
        QVERIFY(choices.isEmpty());
        const auto refused = configFromTemplate(request);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"four axes"_s), qPrintable(refused.error().message));
        return;
    }
    QVERIFY(!choices.isEmpty());
    for (const QList<TemplateInput>& inputs : choices) {
        request.inputs = inputs;
        const auto text = configFromTemplate(request);
        QVERIFY2(text, text ? "" : qPrintable(text.error().message));
        const auto document = ConfigDocument::fromText(*text, m_folder.filePath(u"new.yaml"_s));
        QVERIFY2(document, document ? "" : qPrintable(document.error().message));
        const LintSubject subject{*document, readConversionConfig(*document), &m_schema, graph, {}};
        QCOMPARE(subject.config.onnxModel, model);
        const Diagnostics findings = lint(subject);
        int missing = 0;
        for (const Diagnostic& finding : findings) {
            const bool isForThePerson = finding.ruleId == "calibration-folder"_L1;
            missing += isForThePerson ? 1 : 0;
            const QByteArray what = templateLabel(inputs) + ": " + finding.ruleId.toUtf8() + ": "
                + finding.message.toUtf8() + '\n' + *text;
            QVERIFY2(isForThePerson || finding.severity == Severity::Info, what.constData());
        }
        QVERIFY2(missing > 0, *text); // the placeholder is named
    }
}

void tst_TemplateLint::guesses_data()
{
    QTest::addColumn<int>("network");
    QTest::addColumn<QByteArray>("expected");
    const QList<QByteArray> expected{"gray unit",       "rgb unit",        "rgb unit",
                                     "featuremap none", "featuremap none", "rgb unit; gray unit; featuremap none"};
    for (qsizetype i = 0; i < m_networks.size(); ++i)
        QTest::newRow(m_networks[i].name) << static_cast<int>(i) << expected[i];
}

void tst_TemplateLint::guesses()
{
    QFETCH(int, network);
    QFETCH(QByteArray, expected);
    const QList<TemplateInput> inputs = templateInputs(*Graph::fromDraft(m_networks[network].draft));
    QCOMPARE(templateLabel(inputs), expected);
    const bool isNhwc = QByteArray(m_networks[network].name).contains("NHWC");
    QCOMPARE(inputs.first().layout, isNhwc ? TensorLayout::NHWC : TensorLayout::NCHW);
}

void tst_TemplateLint::anOpenBatchIsOne()
{
    GraphDraft draft = m_networks[1].draft;
    draft.inputs.first().shape = Shape{-1, 3, -1, 16};
    const TemplateInput input = templateInputs(*Graph::fromDraft(draft)).first();
    QCOMPARE(input.shape, (Shape{1, 3, -1, 16}));
    QCOMPARE(input.caseId, u"rgb"_s);
    const auto refused = configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, March::BayesE, {input}});
    QVERIFY(!refused && refused.error().message.contains(u"shape"_s));
}

void tst_TemplateLint::aModelThatNormalizesIsLeftAlone()
{
    GraphDraft draft = m_networks[1].draft;
    draft.nodes.first().inputs[0] = u"normed"_s;
    addConstant(draft, u"k"_s, Tensor::scalar(255.0F));
    draft.nodes.prepend(makeNode(u"Div"_s, u"div"_s, {u"data"_s, u"k"_s}, {u"normed"_s}));
    QCOMPARE(templateLabel(templateInputs(*Graph::fromDraft(draft))), QByteArray("rgb none"));
}

/// The layout of nv12 has no effect, but the toolchain takes no None in its place.
void tst_TemplateLint::noFixWritesALayoutThatIsRefused()
{
    QList<TemplateInput> inputs = templateInputs(*Graph::fromDraft(m_networks.last().draft));
    inputs.first().caseId = u"nv12"_s;
    const auto text = configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, March::BayesE, inputs});
    QVERIFY(text);
    const auto document = ConfigDocument::fromText(*text, u"/m/new.yaml"_s);
    const Diagnostics findings = lint({*document, readConversionConfig(*document), &m_schema, nullptr, {}});
    const auto found = std::ranges::find(findings, u"layout-rt-ignored-for-nv12"_s, &Diagnostic::ruleId);
    QVERIFY(found != findings.end());
    QVERIFY(!found->fix);
}

void tst_TemplateLint::saysWhatIsNoModel()
{
    QVERIFY(writeFileAtomically(m_folder.filePath(u"text.onnx"_s), "no model"));
    for (const QString& name : {u"text.onnx"_s, u"absent.onnx"_s, u"."_s}) {
        const auto read = readTemplateInputs(m_folder.filePath(name));
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(name == "."_L1 ? m_folder.path() : name),
                 qPrintable(read.error().message));
    }
}

QTEST_GUILESS_MAIN(tst_TemplateLint)
#include "tst_template_lint.moc"
