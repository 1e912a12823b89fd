// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"
#include "SchemaTexts.h"

#include "core/config/ConfigDocument.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ConfigSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesEveryKeyWhole();
    void namesEveryKeyOfTheManuals();
    void everyStatementHasASource();
    void saysWhatTheFactsRestOn();
    void valuesDefaultsAndExamplesAgree();
    void knowsWhichEditionsKnowAKey();
    void chineseIsComplete();
    void chineseSaysTheSame();
    void nothingIsTranslatedThatDoesNotExist();
    void valuesDependOnTheMarch();
    void explainsForeignKeys();
    void namesWhatToWriteInstead();
    void knowsTheKeysOfPublishedConfigs();
    void unknownLanguageIsAnError();
};

namespace {

const QList<March> marches{March::Bernoulli2, March::Bayes, March::BayesE};

const ConfigSchema& english()
{
    static const ConfigSchema schema = *ConfigSchema::load();
    return schema;
}

const ConfigSchema& chinese()
{
    static const ConfigSchema schema = *ConfigSchema::load(u"zh_CN"_s);
    return schema;
}

bool isSentence(const QString& text)
{
    return text.endsWith(u'.') || text.endsWith(u"”."_s) || text.endsWith(u".”"_s);
}

bool isWithin(const QString& number, const ConfigRange& range)
{
    bool isNumber = false;
    const double value = number.toDouble(&isNumber);
    return isNumber && (range.low.isEmpty() || value >= range.low.toDouble())
        && (range.high.isEmpty() || value <= range.high.toDouble());
}

/// Every object below, with the name it has in its parent.
void collectNames(const QJsonValue& json, const QString& path, QSet<QString>& names)
{
    if (json.isObject()) {
        const QJsonObject object = json.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            collectNames(entry.value(), path + u'/' + entry.key(), names);
    } else if (json.isString()) {
        names.insert(path);
    }
}

} // namespace

void tst_ConfigSchema::describesEveryKeyWhole()
{
    QSet<QString> seen;
    for (const ConfigKeyInfo& info : english().keys()) {
        QVERIFY2(!seen.contains(info.key), qPrintable(info.key));
        seen.insert(info.key);
        QVERIFY2(english().isKnownGroup(info.key.section(u'.', 0, 0)), qPrintable(info.key));
        QVERIFY2(isSentence(info.explanation()), qPrintable(info.key));
        QVERIFY2(!info.example.isEmpty(), qPrintable(info.key));
        QVERIFY2(!info.pitfalls.isEmpty(), qPrintable(info.key));
        QSet<QString> ids;
        for (const ConfigPitfall& pitfall : info.pitfalls) {
            QVERIFY2(isSentence(pitfall.mistake) && isSentence(pitfall.consequence),
                     qPrintable(info.key + u": "_s + pitfall.consequence));
            QVERIFY2(!ids.contains(pitfall.id), qPrintable(pitfall.id));
            ids.insert(pitfall.id);
        }
        QCOMPARE(english().find(info.key)->key, info.key);
    }
    QVERIFY(english().find(u"model_parameters.std_value"_s) == nullptr);
    QVERIFY(!english().isKnownGroup(u"quant_config"_s));
}

/// The tables of parameters in the manuals, and log_level, which only artifacts show.
void tst_ConfigSchema::namesEveryKeyOfTheManuals()
{
    const QMap<QString, QString> manuals{
        {u"model_parameters"_s,
         u"onnx_model caffe_model prototxt march output_model_file_prefix working_dir layer_out_dump output_nodes "
         "remove_node_type remove_node_name set_node_data_type node_info debug_mode log_level"_s},
        {u"input_parameters"_s,
         u"input_name input_type_train input_layout_train input_type_rt input_layout_rt input_space_and_range "
         "input_shape input_batch norm_type mean_value scale_value"_s},
        {u"calibration_parameters"_s,
         u"cal_data_dir cal_data_type preprocess_on calibration_type max_percentile per_channel run_on_cpu run_on_bpu "
         "optimization"_s},
        {u"compiler_parameters"_s,
         u"compile_mode balance_factor debug core_num optimize_level input_source max_time_per_fc jobs advice"_s},
        {u"custom_op"_s, u"custom_op_method op_register_files custom_op_dir"_s}};
    QStringList wanted;
    for (auto group = manuals.begin(); group != manuals.end(); ++group) {
        for (const QString& name : group->split(u' '))
            wanted.append(group.key() + u'.' + name);
    }
    QStringList known;
    for (const ConfigKeyInfo& info : english().keys())
        known.append(info.key);
    wanted.sort();
    known.sort();
    QCOMPARE(known, wanted);
}

void tst_ConfigSchema::everyStatementHasASource()
{
    const auto check = [](const QString& place, const QStringList& sources) {
        QVERIFY2(!sources.isEmpty(), qPrintable(place));
        for (const QString& source : sources)
            QVERIFY2(!english().sourceName(source).isEmpty(), qPrintable(place + u": "_s + source));
    };
    QSet<QString> cited;
    const auto cite = [&](const QStringList& sources) { cited.unite(QSet<QString>(sources.begin(), sources.end())); };
    for (const ConfigKeyInfo& info : english().keys()) {
        for (const ConfigStatement& statement : info.facts) {
            check(info.key, statement.sources);
            cite(statement.sources);
        }
        for (const ConfigPitfall& pitfall : info.pitfalls) {
            check(info.key + u' ' + pitfall.id, pitfall.sources);
            cite(pitfall.sources);
        }
    }
    for (const ForeignKey& foreign : english().foreignKeys()) {
        check(foreign.name, foreign.statement.sources);
        cite(foreign.statement.sources);
    }
    for (const ConfigEdition& edition : english().editions())
        check(edition.id, edition.sources);
    QVERIFY(english().sourceName(u"hearsay"_s).isEmpty());
    for (const ConfigSource& source : english().sources())
        QVERIFY2(cited.contains(source.id), qPrintable(source.id + u" is cited nowhere"_s));
}

/// Where a fact is given, something must be said of where it is from.
void tst_ConfigSchema::saysWhatTheFactsRestOn()
{
    for (const ConfigKeyInfo& info : english().keys()) {
        const auto needs = [&](bool isGiven, ConfigFact fact) {
            QVERIFY2(!isGiven || info.facts.contains(fact),
                     qPrintable(u"%1, fact %2"_s.arg(info.key).arg(static_cast<int>(fact))));
        };
        for (const ConfigFact fact :
             {ConfigFact::Meaning, ConfigFact::Values, ConfigFact::Default, ConfigFact::Required, ConfigFact::Marches})
            needs(true, fact);
        needs(info.perInput, ConfigFact::Inputs);
        needs(!info.deprecatedBy.isEmpty(), ConfigFact::Deprecation);
        QVERIFY2(info.deprecatedBy.isEmpty() || english().find(info.deprecatedBy) != nullptr, qPrintable(info.key));
        QCOMPARE(info.deprecatedBy.isEmpty(), info.deprecatedOn.isEmpty());
        for (const QString& march : info.marches + info.requiredOn + info.deprecatedOn)
            QVERIFY2(marchFromName(march) != March::Unknown, qPrintable(info.key));
        for (const ConfigPitfall& pitfall : info.pitfalls) {
            for (const QString& march : pitfall.marches)
                QVERIFY2(info.existsOn(marchFromName(march)) || info.key.endsWith(u"set_node_data_type"_s),
                         qPrintable(info.key + u' ' + pitfall.id));
        }
    }
}

void tst_ConfigSchema::valuesDefaultsAndExamplesAgree()
{
    for (const ConfigKeyInfo& info : english().keys()) {
        QVERIFY2(info.kind != ConfigValueKind::Choice || !info.choices.isEmpty(), qPrintable(info.key));
        for (const QStringList& narrower : info.choicesByMarch) {
            for (const QString& choice : narrower)
                QVERIFY2(info.choices.contains(choice), qPrintable(info.key));
        }
        for (const March march : marches) {
            const QString fallback = english().defaultFor(info.key, march);
            const QStringList choices = english().choicesFor(info.key, march);
            const ConfigRange range = english().rangeFor(info.key, march);
            if (!info.existsOn(march))
                continue;
            QStringList values{info.example};
            if (!fallback.isEmpty())
                values.append(fallback);
            for (const QString& value : values) {
                const QString where = u"%1: %2 on %3"_s.arg(info.key, value, marchName(march));
                const bool isMarchItself = info.key == "model_parameters.march"_L1;
                if (info.kind == ConfigValueKind::Choice && !isMarchItself)
                    QVERIFY2(choices.contains(value), qPrintable(where));
                if (info.kind == ConfigValueKind::Boolean)
                    QVERIFY2(value == "True"_L1 || value == "False"_L1, qPrintable(where));
                if (info.kind == ConfigValueKind::Integer || info.kind == ConfigValueKind::Number)
                    QVERIFY2(isWithin(value, range), qPrintable(where));
            }
        }
    }
}

void tst_ConfigSchema::knowsWhichEditionsKnowAKey()
{
    QStringList ids;
    for (const ConfigEdition& edition : english().editions())
        ids.append(edition.id);
    for (const ConfigKeyInfo& info : english().keys()) {
        QVERIFY2(!info.knownTo.isEmpty(), qPrintable(info.key));
        for (const QString& id : info.knownTo)
            QVERIFY2(ids.contains(id), qPrintable(info.key + u' ' + id));
        // Each edition of a march of the key is either known to know it, or named as one of which nothing is known.
        const qsizetype knowing = english().knowingEditions(info, March::Unknown).size();
        const qsizetype silent = english().silentEditions(info, March::Unknown).size();
        QVERIFY2(knowing > 0 && knowing + silent <= ids.size(), qPrintable(info.key));
    }
    const auto names = [](const QList<ConfigEdition>& editions) {
        QStringList list;
        for (const ConfigEdition& edition : editions)
            list.append(edition.id);
        return list;
    };
    const ConfigKeyInfo& jobs = *english().find(u"compiler_parameters.jobs"_s);
    QCOMPARE(names(english().knowingEditions(jobs, March::Bernoulli2)), QStringList{u"manual-x3"_s});
    QVERIFY(names(english().silentEditions(jobs, March::Bernoulli2)).contains(u"mapper-1.1.58"_s));
    const ConfigKeyInfo& balance = *english().find(u"compiler_parameters.balance_factor"_s);
    QVERIFY(english().knowingEditions(balance, March::Bernoulli2).isEmpty());
    QVERIFY(english().silentEditions(balance, March::Bernoulli2).isEmpty()); // the key does not exist there
}

void tst_ConfigSchema::chineseIsComplete()
{
    const QMap<QString, QString> original = textsOf(english());
    const QMap<QString, QString> translated = textsOf(chinese());
    QCOMPARE(translated.keys(), original.keys());
    QVERIFY(original.size() > 400);
    const auto isChinese = [](QChar c) { return c.script() == QChar::Script_Han; };
    for (auto text = translated.begin(); text != translated.end(); ++text) {
        QVERIFY2(std::ranges::any_of(*text, isChinese), qPrintable(text.key()));
        QVERIFY2(text->trimmed() == *text && !original[text.key()].contains(u"  "_s), qPrintable(text.key()));
        QVERIFY2(!std::ranges::any_of(original[text.key()], isChinese), qPrintable(text.key()));
        if (isSentence(original[text.key()]))
            QVERIFY2(text->endsWith(u"。"_s), qPrintable(text.key() + *text));
    }
}

void tst_ConfigSchema::chineseSaysTheSame()
{
    const QMap<QString, QString> original = textsOf(english());
    const QMap<QString, QString> translated = textsOf(chinese());
    for (auto text = translated.begin(); text != translated.end(); ++text) {
        const QString both = u"%1\n%2\n%3"_s.arg(text.key(), original[text.key()], *text);
        QVERIFY2(fixedParts(*text) == fixedParts(original[text.key()]), qPrintable(both));
    }
    QCOMPARE(fixedParts(u"Write 1/(255·s) in scale_value, never NHWC: “no such key”."_s),
             (QStringList{u"1"_s, u"255"_s, u"NHWC"_s, u"no such key"_s, u"scale_value"_s}));
}

void tst_ConfigSchema::nothingIsTranslatedThatDoesNotExist()
{
    QDirIterator files(u":/schema"_s, {u"*.zh_CN.json"_s});
    qsizetype texts = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> names;
        collectNames(QJsonDocument::fromJson(file.readAll()).object(), {}, names);
        texts += names.size();
    }
    QCOMPARE(texts, textsOf(english()).size()); // all of them are used: chineseIsComplete()
}

void tst_ConfigSchema::valuesDependOnTheMarch()
{
    const ConfigSchema& schema = english();
    QVERIFY(schema.choicesFor(u"compiler_parameters.compile_mode"_s, March::BayesE).contains(u"balance"_s));
    QVERIFY(!schema.choicesFor(u"compiler_parameters.compile_mode"_s, March::Bernoulli2).contains(u"balance"_s));
    QCOMPARE(schema.defaultFor(u"compiler_parameters.optimize_level"_s, March::BayesE), u"O0"_s);
    QVERIFY(schema.defaultFor(u"compiler_parameters.optimize_level"_s, March::Bernoulli2).isEmpty());
    QCOMPARE(schema.defaultFor(u"model_parameters.working_dir"_s, March::Unknown), u"model_output"_s);
    QVERIFY(schema.choicesFor(u"no.such"_s, March::Bayes).isEmpty());
    QCOMPARE(schema.rangeFor(u"input_parameters.input_batch"_s, March::Bernoulli2).high, u"128"_s);
    QCOMPARE(schema.rangeFor(u"input_parameters.input_batch"_s, March::BayesE).high, u"4096"_s);
    QVERIFY(schema.rangeFor(u"no.such"_s, March::Bayes).isEmpty());
    const ConfigKeyInfo& norm = *schema.find(u"input_parameters.norm_type"_s);
    QVERIFY(norm.isRequiredOn(March::Bernoulli2) && !norm.isRequiredOn(March::BayesE));
    const ConfigKeyInfo& cpu = *schema.find(u"calibration_parameters.run_on_cpu"_s);
    QVERIFY(cpu.isDeprecatedOn(March::BayesE) && !cpu.isDeprecatedOn(March::Bernoulli2));
}

void tst_ConfigSchema::explainsForeignKeys()
{
    const QString layout = english().foreignKeyExplanation(u"compiler_parameters.input-layout"_s);
    QVERIFY(layout.contains(u"input_parameters.input_layout_rt"_s));
    QVERIFY(layout.contains(u"hbdk-cc"_s));
    QVERIFY(english().foreignKeyExplanation(u"std_value"_s).contains(u"1/std"_s));
    QVERIFY(english().foreignKeyExplanation(u"input_parameters.input_layout_rt"_s).isEmpty());
    QVERIFY(english().findForeign(u"input_parameters.input_layout_rt"_s) == nullptr);
    for (const QString& name : {u"std_value"_s, u"separate_batch"_s, u"separate_name"_s, u"quant_config"_s,
                                u"cache_path"_s, u"extra_params"_s}) {
        const ForeignKey* foreign = english().findForeign(u"input_parameters."_s + name);
        QVERIFY2(foreign != nullptr && foreign->family == ForeignFamily::LaterToolchain, qPrintable(name));
    }
}

/// Each says what it means there and what to write here: a key that exists, and named in the text.
void tst_ConfigSchema::namesWhatToWriteInstead()
{
    QSet<QString> seen;
    for (const ForeignKey& foreign : english().foreignKeys()) {
        QVERIFY2(!seen.contains(foreign.name), qPrintable(foreign.name));
        seen.insert(foreign.name);
        QVERIFY2(isSentence(foreign.statement.text) && foreign.statement.text.contains(foreign.name),
                 qPrintable(foreign.name));
        for (const ConfigKeyInfo& info : english().keys())
            QVERIFY2(info.key.section(u'.', 1) != foreign.name, qPrintable(foreign.name));
        if (foreign.instead.isEmpty())
            continue;
        QVERIFY2(english().find(foreign.instead) != nullptr, qPrintable(foreign.name));
        QVERIFY2(foreign.statement.text.contains(foreign.instead.section(u'.', 1)), qPrintable(foreign.name));
    }
    QVERIFY(seen.size() >= 35);
}

void tst_ConfigSchema::knowsTheKeysOfPublishedConfigs()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    QSet<QString> seen;
    for (const CorpusFile& file : files) {
        const QStringList keys = ConfigDocument::fromText(file.text)->keys();
        for (const QString& key : keys) {
            const qsizetype dots = key.count(u'.');
            const bool known = dots == 0 ? english().isKnownGroup(key)
                                         : english().find(key.section(u'.', 0, 1)) != nullptr
                    || english().findForeign(key.section(u'.', 0, 1)) != nullptr;
            QVERIFY2(known, qPrintable(file.name + u": "_s + key));
            seen.insert(key.section(u'.', 0, 1));
        }
    }
    QVERIFY(seen.size() > 35);
}

void tst_ConfigSchema::unknownLanguageIsAnError()
{
    QCOMPARE(ConfigSchema::load(u"xx"_s).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(tst_ConfigSchema)
#include "tst_config_schema.moc"
