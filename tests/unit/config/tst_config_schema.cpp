// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ConfigCorpus.h"

#include "core/config/ConfigSchema.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesEveryKeyWhole();
    void chineseIsComplete();
    void valuesDependOnTheMarch();
    void explainsForeignKeys();
    void knowsTheKeysOfPublishedConfigs();
    void unknownLanguageIsAnError();
};

void tst_ConfigSchema::describesEveryKeyWhole()
{
    const ConfigSchema schema = *ConfigSchema::load();
    QVERIFY(schema.keys().size() >= 45);
    QSet<QString> seen;
    for (const ConfigKeyInfo& info : schema.keys()) {
        QVERIFY2(!seen.contains(info.key), qPrintable(info.key));
        seen.insert(info.key);
        QVERIFY2(schema.isKnownGroup(info.key.section(u'.', 0, 0)), qPrintable(info.key));
        QVERIFY2(info.explanation.endsWith(u'.') && !info.source.isEmpty() && !info.example.isEmpty(),
                 qPrintable(info.key));
        QVERIFY2(info.kind != ConfigValueKind::Choice || !info.choices.isEmpty(), qPrintable(info.key));
        for (const QStringList& narrower : info.choicesByMarch) {
            for (const QString& choice : narrower)
                QVERIFY2(info.choices.contains(choice), qPrintable(info.key));
        }
        if (info.kind == ConfigValueKind::Choice)
            QVERIFY2(info.choices.contains(info.example), qPrintable(info.key));
        QVERIFY(info.deprecatedBy.isEmpty() || schema.find(info.deprecatedBy) != nullptr);
        QCOMPARE(schema.find(info.key)->key, info.key);
    }
    QVERIFY(schema.find(u"model_parameters.std_value"_s) == nullptr);
    QVERIFY(!schema.isKnownGroup(u"quant_config"_s));
}

void tst_ConfigSchema::chineseIsComplete()
{
    const ConfigSchema english = *ConfigSchema::load(u"en"_s);
    const ConfigSchema chinese = *ConfigSchema::load(u"zh_CN"_s);
    QCOMPARE(chinese.keys().size(), english.keys().size());
    const auto isChinese = [](const QString& text) {
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Han; });
    };
    for (qsizetype i = 0; i < english.keys().size(); ++i) {
        QCOMPARE(chinese.keys()[i].key, english.keys()[i].key);
        QVERIFY2(isChinese(chinese.keys()[i].explanation), qPrintable(english.keys()[i].key));
    }
    QCOMPARE(chinese.foreignKeys().size(), english.foreignKeys().size());
    for (const QString& key : english.foreignKeys())
        QVERIFY2(isChinese(chinese.foreignKeyExplanation(key)), qPrintable(key));
    QFile file(u":/schema/keys.zh_CN.json"_s); // nothing translated that does not exist
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(json["keys"_L1].toObject().size(), english.keys().size());
    QCOMPARE(json["foreign"_L1].toObject().size(), english.foreignKeys().size());
}

void tst_ConfigSchema::valuesDependOnTheMarch()
{
    const ConfigSchema schema = *ConfigSchema::load();
    QVERIFY(schema.choicesFor(u"compiler_parameters.compile_mode"_s, March::BayesE).contains(u"balance"_s));
    QVERIFY(!schema.choicesFor(u"compiler_parameters.compile_mode"_s, March::Bernoulli2).contains(u"balance"_s));
    QCOMPARE(schema.defaultFor(u"compiler_parameters.optimize_level"_s, March::BayesE), u"O0"_s);
    QVERIFY(schema.defaultFor(u"compiler_parameters.optimize_level"_s, March::Bernoulli2).isEmpty());
    QCOMPARE(schema.defaultFor(u"model_parameters.working_dir"_s, March::Unknown), u"model_output"_s);
    QVERIFY(schema.choicesFor(u"no.such"_s, March::Bayes).isEmpty());
}

void tst_ConfigSchema::explainsForeignKeys()
{
    const ConfigSchema schema = *ConfigSchema::load();
    const QString layout = schema.foreignKeyExplanation(u"compiler_parameters.input-layout"_s);
    QVERIFY(layout.contains(u"input_parameters.input_layout_rt"_s));
    QVERIFY(layout.contains(u"hbdk-cc"_s));
    QVERIFY(schema.foreignKeyExplanation(u"std_value"_s).contains(u"1/std"_s));
    QVERIFY(schema.foreignKeyExplanation(u"input_parameters.input_layout_rt"_s).isEmpty());
}

void tst_ConfigSchema::knowsTheKeysOfPublishedConfigs()
{
    const QList<test::CorpusFile> files = test::configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    const ConfigSchema schema = *ConfigSchema::load();
    for (const test::CorpusFile& file : files) {
        const QStringList keys = ConfigDocument::fromText(file.text)->keys();
        for (const QString& key : keys) {
            const qsizetype dots = key.count(u'.');
            const bool known = dots == 0 ? schema.isKnownGroup(key) : schema.find(key.section(u'.', 0, 1)) != nullptr;
            QVERIFY2(known, qPrintable(file.name + u": "_s + key));
        }
    }
}

void tst_ConfigSchema::unknownLanguageIsAnError()
{
    QCOMPARE(ConfigSchema::load(u"xx"_s).error().kind, ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(tst_ConfigSchema)
#include "tst_config_schema.moc"
