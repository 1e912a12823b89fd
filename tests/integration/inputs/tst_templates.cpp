// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every config that a template makes is converted by the built-in toolchain once its calibration folders are filled.
#include "Workbench.h"
#include "core/session/TemplateModel.h"
#include "tests/support/TemplateNetworks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_Templates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void converts_data();
    void converts();

private:
    QList<TemplateNetwork> m_networks = templateNetworks();
};

namespace {

Result<void> writeSamples(const Workbench& bench, const TemplateInput& input, const QString& folder)
{
    const bool isPicture = input.caseId != "featuremap"_L1;
    for (unsigned i = 0; i < 4; ++i) {
        const Tensor values = noise(input.shape, 70 + i, isPicture ? 0.0F : -1.0F, isPicture ? 255.0F : 1.0F);
        QByteArray bytes = values.bytes();
        if (isPicture) {
            bytes.clear();
            for (const float value : values.toFloats())
                bytes.append(static_cast<char>(static_cast<quint8>(value)));
        }
        if (auto written = bench.writeFile(u"%1/%2.raw"_s.arg(folder).arg(i), bytes); !written)
            return written;
    }
    return {};
}

} // namespace

void tst_Templates::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
}

void tst_Templates::converts_data()
{
    QTest::addColumn<int>("network");
    QTest::addColumn<QString>("march");
    QTest::addColumn<QList<TemplateInput>>("inputs");
    for (qsizetype i = 0; i < m_networks.size(); ++i) {
        const QList<TemplateInput> guessed = templateInputs(*Graph::fromDraft(m_networks[i].draft));
        for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s}) {
            for (const QList<TemplateInput>& inputs : templateChoices(guessed, marchFromName(march))) {
                // One normalization of each case: the arithmetic has tests of its own.
                const bool isFirst = std::ranges::all_of(inputs, [](const TemplateInput& input) {
                    return input.norm == TemplateNorm::Unit || input.caseId == "featuremap"_L1;
                });
                if (isFirst)
                    QTest::addRow("%s, %s, %s", m_networks[i].name, qPrintable(march),
                                  templateLabel(inputs).constData())
                        << static_cast<int>(i) << march << inputs;
            }
        }
    }
}

void tst_Templates::converts()
{
    QFETCH(int, network);
    QFETCH(QString, march);
    QFETCH(QList<TemplateInput>, inputs);
    Workbench bench;
    QVERIFY(bench.writeModel(m_networks[network].draft));
    TRY_VALUE(text, configFromTemplate({bench.path(u"model.onnx"_s), bench.path({}), marchFromName(march), inputs}));
    QVERIFY(bench.writeFile(u"new.yaml"_s, text));
    const QStringList folders = templateCalibrationFolders(inputs);
    for (qsizetype i = 0; i < inputs.size(); ++i)
        QVERIFY(writeSamples(bench, inputs[i], folders[i]));
    const Workbench::Outcome outcome = bench.convertFile(u"new.yaml"_s);
    const QByteArray all = outcome.output + text;
    QVERIFY2(outcome.status == 0, all.constData());
    QVERIFY2(QFileInfo::exists(bench.path(u"model_output/model.bin"_s)), outcome.output.constData());
}

QTEST_GUILESS_MAIN(tst_Templates)
#include "tst_templates.moc"
