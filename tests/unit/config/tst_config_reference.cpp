// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigKeyReference.h"
#include "core/config/ConfigKeyText.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// What the schema knows, in words.
class tst_ConfigReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreToldForAMarch();
    void factsAreToldForAllMarches();
    void whatIsNotKnownIsSaid();
    void everyKeyHasWords();
    void referenceHoldsEveryText();
    void referenceIsInTheDocumentation();
};

namespace {

const ConfigSchema& schema()
{
    static const ConfigSchema loaded = *ConfigSchema::load();
    return loaded;
}

ConfigKeyText textOf(const QString& key, March march)
{
    return {schema(), *schema().find(key), march};
}

} // namespace

void tst_ConfigReference::factsAreToldForAMarch()
{
    const QString mode = u"compiler_parameters.compile_mode"_s;
    QCOMPARE(textOf(mode, March::Bernoulli2).values(), u"latency, bandwidth. balance exists on X5 only."_s);
    QCOMPARE(textOf(mode, March::Bernoulli2).required(), u"It must be written."_s);
    QCOMPARE(textOf(mode, March::BayesE).required(), u"It may be left out."_s);
    const QString debug = u"compiler_parameters.debug"_s;
    QCOMPARE(textOf(debug, March::BayesE).defaultValue(), u"True."_s);
    QCOMPARE(textOf(debug, March::Bayes).defaultValue(), u"False."_s);
    const QString batch = u"input_parameters.input_batch"_s;
    QCOMPARE(textOf(batch, March::BayesE).values(), u"A number from 1 to 4096."_s);
    const QString cpu = u"calibration_parameters.run_on_cpu"_s;
    QVERIFY(textOf(cpu, March::Bernoulli2).deprecation().isEmpty());
    QVERIFY(textOf(cpu, March::BayesE)
                .deprecation()
                .startsWith(u"Deprecated on bayes, bayes-e; write model_parameters.node_info."_s));
    QCOMPARE(textOf(u"compiler_parameters.balance_factor"_s, March::BayesE).marches(), u"bayes-e."_s);
    const QString inputs = textOf(u"input_parameters.input_type_rt"_s, March::BayesE).inputs();
    QVERIFY2(inputs.contains(u"semicolons"_s) && inputs.contains(u"One value does not stand for all inputs."_s),
             qPrintable(inputs));
}

void tst_ConfigReference::factsAreToldForAllMarches()
{
    QCOMPARE(textOf(u"compiler_parameters.debug"_s, March::Unknown).defaultValue(),
             u"bernoulli2: False. bayes: False. bayes-e: True."_s);
    QCOMPARE(textOf(u"model_parameters.working_dir"_s, March::Unknown).defaultValue(), u"model_output."_s);
    QCOMPARE(textOf(u"input_parameters.input_batch"_s, March::Unknown).values(),
             u"bernoulli2: A number from 1 to 128. bayes: A number from 1 to 128. bayes-e: A number from 1 to 4096."_s);
    QCOMPARE(textOf(u"compiler_parameters.max_time_per_fc"_s, March::Unknown).values(), u"0, or 1000 to 4294967295."_s);
    QCOMPARE(textOf(u"input_parameters.norm_type"_s, March::Unknown).required(),
             u"It must be written on bernoulli2, bayes."_s);
    QCOMPARE(textOf(u"compiler_parameters.balance_factor"_s, March::Unknown).values(), u"A number from 0 to 100."_s);
}

void tst_ConfigReference::whatIsNotKnownIsSaid()
{
    QCOMPARE(textOf(u"model_parameters.output_nodes"_s, March::Bayes).defaultValue(), u"None is documented."_s);
    const QString range = textOf(u"input_parameters.input_space_and_range"_s, March::BayesE).inputs();
    QVERIFY(range.contains(u"Whether one value may stand for all inputs is not known."_s));
    const QString jobs = textOf(u"compiler_parameters.jobs"_s, March::Bernoulli2).versions();
    QVERIFY2(jobs.contains(u"Known to: manual of X3"_s) && jobs.contains(u"Not stated for: hb_mapper 1.1.58"_s),
             qPrintable(jobs));
}

void tst_ConfigReference::everyKeyHasWords()
{
    for (const ConfigKeyInfo& info : schema().keys()) {
        for (const March march : {March::Unknown, March::Bernoulli2, March::Bayes, March::BayesE}) {
            const ConfigKeyText text(schema(), info, march);
            QVERIFY2(!text.values().isEmpty() && !text.marches().isEmpty(), qPrintable(info.key));
            QVERIFY2(!info.existsOn(march) || (!text.defaultValue().isEmpty() && !text.versions().isEmpty()),
                     qPrintable(info.key));
            for (const QString& sentence : {text.values(), text.defaultValue(), text.required(), text.inputs(),
                                            text.marches(), text.deprecation(), text.versions()})
                QVERIFY2(sentence.isEmpty() || sentence.endsWith(u'.'), qPrintable(info.key + u": "_s + sentence));
        }
    }
}

void tst_ConfigReference::referenceHoldsEveryText()
{
    const QString text = configKeyReference(schema());
    for (const ConfigKeyInfo& info : schema().keys()) {
        QVERIFY2(text.contains(u"### `%1`"_s.arg(info.key)), qPrintable(info.key));
        for (const ConfigStatement& statement : info.facts)
            QVERIFY2(text.contains(statement.text) && text.contains(statement.doubt), qPrintable(info.key));
        for (const ConfigPitfall& pitfall : info.pitfalls)
            QVERIFY2(text.contains(pitfall.consequence) && text.contains(pitfall.doubt), qPrintable(info.key));
    }
    for (const ForeignKey& foreign : schema().foreignKeys())
        QVERIFY2(text.contains(foreign.statement.text), qPrintable(foreign.name));
    for (const ConfigSource& source : schema().sources())
        QVERIFY2(text.contains(u"| %1 | %2 |"_s.arg(source.id, source.name)), qPrintable(source.id));
}

void tst_ConfigReference::referenceIsInTheDocumentation()
{
    QFile file(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/docs/config-keys.md"));
    QVERIFY2(file.open(QIODevice::ReadOnly), "docs/config-keys.md is missing");
    const QString text = QString::fromUtf8(file.readAll());
    const QString reference = configKeyReference(schema());
    const qsizetype start = text.indexOf(u"## model_parameters"_s);
    QVERIFY(start >= 0);
    if (qEnvironmentVariableIsSet("DRIFTSCOPE_WRITE_DOCS")) {
        file.close();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QString(text.first(start) + reference).toUtf8());
        return;
    }
    QVERIFY2(text.sliced(start) == reference, "run this test with DRIFTSCOPE_WRITE_DOCS=1 to write the reference anew");
}

QTEST_GUILESS_MAIN(tst_ConfigReference)
#include "tst_config_reference.moc"
