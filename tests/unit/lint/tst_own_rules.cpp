// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"
#include "OwnRuleText.h"

#include "core/lint/OwnRule.h"
#include "core/lint/OwnRuleReader.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_OwnRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conditions_data();
    void conditions();
    void severityFollowsTheMarch();
    void findingIsLikeABuiltInOne();
    void placesOfFindings();
    void fixes_data();
    void fixes();
    void countsTheModelsInputs();
    void searchesThatTakeTooLongAreGivenUp();
    void searchesOfAllRulesAreCounted();
    void jsonIsReadToo();
    void exampleOfTheDocumentation();
};

namespace {

ConfigDocument document(const QByteArray& text)
{
    auto read = ConfigDocument::fromText(text, u"/p/net.yaml"_s);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

const QByteArray config = "model_parameters:\n  march: 'bayes-e'\n  output_model_file_prefix: 'net_v2'\n"
                          "  layer_out_dump: yes\n"
                          "input_parameters:\n  input_name: 'a;b'\n  input_type_rt: 'nv12;rgb'\n  norm_type: ''\n"
                          "compiler_parameters:\n  core_num: 2\n";

QList<OwnRule> rulesOf(const QByteArray& text)
{
    auto rules = parseOwnRules(text, u"rules.yaml"_s);
    if (!rules)
        qFatal("%s", qPrintable(rules.error().message));
    return *rules;
}

Diagnostics findingsOf(const QByteArray& rules, const QByteArray& text = config)
{
    LintSubject subject = subjectOf(document(text));
    subject.ownRules = std::make_shared<const QList<OwnRule>>(rulesOf(rules));
    Diagnostics findings;
    checkOwnRules(subject, findings, {});
    return findings;
}

} // namespace

void tst_OwnRules::conditions_data()
{
    QTest::addColumn<QByteArray>("when");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* when, bool holds) { QTest::newRow(when) << QByteArray(when) << holds; };
    row("{key: model_parameters.output_model_file_prefix, equals: net_v2}", true);
    row("{key: model_parameters.output_model_file_prefix, equals: NET_V2}", false);
    row("{key: model_parameters.layer_out_dump, equals: 'True'}", true);
    row("{key: model_parameters.layer_out_dump, equals: off}", false);
    row("{key: model_parameters.march, one_of: [bayes, bayes-e]}", true);
    row("{key: model_parameters.march, one_of: [bayes, bernoulli2]}", false);
    row("{key: model_parameters.output_model_file_prefix, matches: '_v\\d$'}", true);
    row("{key: model_parameters.output_model_file_prefix, matches: '^v\\d$'}", false);
    row("{key: input_parameters.input_name, present: true}", true);
    row("{key: input_parameters.norm_type, present: true}", false);
    row("{key: input_parameters.norm_type, missing: true}", true);
    row("{key: input_parameters.nothing, missing: true}", true);
    row("{key: custom_op, missing: true}", true);
    row("{key: compiler_parameters, present: true}", true);
    row("{key: compiler_parameters.core_num, greater: 1}", true);
    row("{key: compiler_parameters.core_num, greater: 2}", false);
    row("{key: compiler_parameters.core_num, less: 2.5}", true);
    row("{key: compiler_parameters.core_num, less: -1e3}", false);
    row("{key: model_parameters.march, greater: 0}", false);
    row("{key: input_parameters.nothing, equals: x}", false);
    row("{key: input_parameters.nothing, item_count: 0}", false);
    row("{key: input_parameters.input_type_rt, equals: nv12}", false);
    row("{key: input_parameters.input_type_rt, equals: nv12, of_items: any}", true);
    row("{key: input_parameters.input_type_rt, equals: nv12, of_items: all}", false);
    row("{key: input_parameters.input_type_rt, one_of: [nv12, rgb], of_items: all}", true);
    row("{key: input_parameters.input_type_rt, matches: b$, of_items: any}", true);
    row("{key: input_parameters.input_type_rt, item_count: 2}", true);
    row("{key: input_parameters.input_type_rt, item_count: inputs}", true);
    row("{key: model_parameters.march, item_count: inputs}", false);
    row("{key: model_parameters.march, fewer_items_than: inputs}", true);
    row("{key: input_parameters.input_type_rt, more_items_than: 1}", true);
    row("{key: input_parameters.input_type_rt, more_items_than: inputs}", false);
    row("{not: {key: compiler_parameters.core_num, equals: 1}}", true);
    row("{all: [{key: compiler_parameters.core_num, equals: 2}, {key: model_parameters.march, equals: bayes}]}", false);
    row("{any: [{key: compiler_parameters.core_num, equals: 1}, {key: model_parameters.march, equals: bayes-e}]}",
        true);
    row("{any: [{not: {all: [{key: custom_op, present: true}]}}]}", true);
}

void tst_OwnRules::conditions()
{
    QFETCH(QByteArray, when);
    QFETCH(bool, holds);
    QCOMPARE(findingsOf(ruleWith(when)).size(), holds ? 1 : 0);
}

void tst_OwnRules::severityFollowsTheMarch()
{
    const QByteArray rule
        = ruleWith("{key: compiler_parameters.core_num, equals: 2}", {}, "{bernoulli2: error, bayes-e: info}");
    const auto on
        = [&](const QByteArray& march) { return findingsOf(rule, QByteArray(config).replace("bayes-e", march)); };
    QCOMPARE(on("bernoulli2").value(0).severity, Severity::Error);
    QCOMPARE(on("bayes-e").value(0).severity, Severity::Info);
    QCOMPARE(on("bayes").size(), 0);
    QCOMPARE(on("nash-e").value(0).severity, Severity::Error); // not known: the worst of all
}

void tst_OwnRules::findingIsLikeABuiltInOne()
{
    LintSubject subject = subjectOf(document(config));
    subject.ownRules = std::make_shared<const QList<OwnRule>>(
        rulesOf(ruleWith("{key: compiler_parameters.core_num, greater: 1}",
                         "  why: Because %{model_parameters.march} has %{ compiler_parameters.jobs }.\n"
                         "  source: handbook\n  fix: {key: compiler_parameters.core_num, set: 1}\n")));
    const Diagnostics findings = lint(subject);
    const Diagnostic* own = findingOf(findings, u"mine"_s);
    QVERIFY(own != nullptr);
    QVERIFY(findings.size() > 1); // among built-in ones
    QCOMPARE(own->message, u"It happens."_s);
    QCOMPARE(own->why, u"Because bayes-e has (not written)."_s);
    QCOMPARE(own->source, u"handbook"_s);
    QCOMPARE(own->key, u"compiler_parameters.core_num"_s);
    QVERIFY(own->fix && own->fix->value == "1"_L1 && !own->fix->description.isEmpty());
}

void tst_OwnRules::placesOfFindings()
{
    const auto lineOf = [](const QByteArray& key, const QByteArray& about = {}) {
        const QByteArray more = about.isEmpty() ? QByteArray() : "  about: " + about + '\n';
        const QByteArray when = "{not: {key: " + key + ", equals: none}}";
        return findingsOf(ruleWith(when, more)).value(0).range.line;
    };
    QCOMPARE(lineOf("compiler_parameters.core_num"), 10);
    QCOMPARE(lineOf("compiler_parameters.core_num", "input_parameters.input_name"), 6);
    QCOMPARE(lineOf("compiler_parameters.jobs"), 9); // its group
    QCOMPARE(lineOf("custom_op.method"), 0); // the whole file
}

void tst_OwnRules::fixes_data()
{
    QTest::addColumn<QByteArray>("fix");
    QTest::addColumn<QByteArray>("removed");
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("set") << QByteArray("{key: compiler_parameters.core_num, set: 1}") << QByteArray("core_num: 2")
                         << QByteArray("core_num: 1");
    QTest::newRow("remove") << QByteArray("{key: compiler_parameters.core_num, remove: true, say: Out.}")
                            << QByteArray("core_num: 2") << QByteArray();
    QTest::newRow("insert") << QByteArray("{key: compiler_parameters.jobs, set: 4}") << QByteArray()
                            << QByteArray("jobs: 4");
}

void tst_OwnRules::fixes()
{
    QFETCH(QByteArray, fix);
    QFETCH(QByteArray, removed);
    QFETCH(QByteArray, added);
    const QByteArray rule = ruleWith("{key: compiler_parameters.core_num, present: true}", "  fix: " + fix + '\n');
    const auto fixed = applyFixes(document(config), findingsOf(rule));
    QVERIFY(fixed);
    QCOMPARE(fixed->applied.size(), 1);
    QVERIFY(removed.isEmpty() || !fixed->document.text().contains(removed));
    QVERIFY(fixed->document.text().contains(added));
    // What would change nothing is not offered.
    for (const Diagnostic& finding : findingsOf(rule, fixed->document.text()))
        QVERIFY(!finding.fix);
}

void tst_OwnRules::countsTheModelsInputs()
{
    LintSubject subject = subjectOf(document(config));
    subject.ownRules = std::make_shared<const QList<OwnRule>>(
        rulesOf(ruleWith("{key: input_parameters.input_name, fewer_items_than: inputs}")));
    Diagnostics findings;
    checkOwnRules(subject, findings, {});
    QVERIFY(findings.isEmpty());
    GraphDraft draft;
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s})
        draft.inputs.append({name, DataType::Float32, Shape{1}});
    subject.model = Graph::fromDraft(draft);
    checkOwnRules(subject, findings, {});
    QCOMPARE(findings.size(), 1);
}

void tst_OwnRules::searchesThatTakeTooLongAreGivenUp()
{
    const QByteArray slow = QByteArray(config).replace("net_v2", QByteArray(40, 'a').append('!'));
    const QByteArray test = "{key: model_parameters.output_model_file_prefix, matches: '^(a+)+$'}";
    QCOMPARE(findingsOf(ruleWith(test), slow).size(), 0);
    QCOMPARE(findingsOf(ruleWith("{not: " + test + "}"), slow).size(), 0); // neither yes nor no
    QCOMPARE(findingsOf(ruleWith("{any: [" + test + ", {key: model_parameters.march, present: true}]}"), slow).size(),
             1);
    const QByteArray plain = "{key: model_parameters.output_model_file_prefix, matches: 'a+'}";
    QCOMPARE(findingsOf(ruleWith(plain), slow).size(), 1);
    const QByteArray far = QByteArray(config).replace("net_v2", QByteArray(5000, 'a'));
    QCOMPARE(findingsOf(ruleWith(plain), far).size(), 0);
}

void tst_OwnRules::searchesOfAllRulesAreCounted()
{
    const QByteArray items = QByteArray(config).replace("a;b", QByteArray("x;").repeated(1500));
    const auto twice = [](const QByteArray& first) {
        const QByteArray second = QByteArray("rules:\n- id: second\n  severity: info\n  when: {key: "
                                             "input_parameters.input_name, matches: x, of_items: all}\n  message: m\n");
        return QByteArray(first + second.mid(7));
    };
    // 1,500 searches each, and no more than 2,000 in all: the second rule is silent, the first is not.
    const QByteArray all = "{key: input_parameters.input_name, matches: x, of_items: all}";
    QCOMPARE(ruleIds(findingsOf(twice(ruleWith(all)), items)), QStringList{u"mine"_s});
    const QByteArray any = "{key: input_parameters.input_name, matches: x, of_items: any}";
    QCOMPARE(ruleIds(findingsOf(twice(ruleWith(any)), items)), (QStringList{u"mine"_s, u"second"_s}));
}

void tst_OwnRules::jsonIsReadToo()
{
    const QByteArray json = R"({"rules": [{"id": "mine", "severity": {"bayes-e": "error"},
        "when": {"key": "compiler_parameters.core_num", "greater": 1},
        "message": "\u00c4 \"%{compiler_parameters.core_num}\""}]})";
    const Diagnostics findings = findingsOf(json);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings[0].message, u"Ä \"2\""_s);
    QVERIFY(rulesOf("rules: []\n").isEmpty());
}

void tst_OwnRules::exampleOfTheDocumentation()
{
    QFile file(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/docs/own-rules.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("```yaml\n") + 8;
    const QList<OwnRule> rules = rulesOf(text.sliced(begin, text.indexOf("```", begin) - begin));
    QCOMPARE(rules.size(), 4);
    const auto ids = [&](const QByteArray& changed) {
        LintSubject subject = subjectOf(document(changed));
        subject.ownRules = std::make_shared<const QList<OwnRule>>(rules);
        Diagnostics findings;
        checkOwnRules(subject, findings, {});
        return findings;
    };
    const QByteArray clean
        = QByteArray(cleanConfig).replace("prefix: 'net'", "prefix: 'acme_net'").replace("rt: 'rgb'", "rt: 'nv12'");
    QCOMPARE(ruleIds(ids(clean)), QStringList());
    const Diagnostics found = ids(QByteArray(cleanConfig).replace("'./nowhere'", "a;b") + "  jobs: 9\n");
    QCOMPARE(ruleIds(found), (QStringList{u"team-prefix"_s, u"camera-gives-nv12"_s, u"few-parallel-jobs"_s}));
    QVERIFY(found[0].message.contains(u"“net”"_s));
    QVERIFY(found[1].message.endsWith(u"to rgb."_s));
    QCOMPARE(found[2].fix->description, u"Leave the number to the toolchain."_s);
    const QByteArray two = QByteArray(clean).replace("input_name: ''", "input_name: 'a;b'");
    QCOMPARE(ruleIds(ids(two)), QStringList{u"a-folder-for-each-input"_s});
}

QTEST_GUILESS_MAIN(tst_OwnRules)
#include "tst_own_rules.moc"
