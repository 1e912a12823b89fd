// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintFixture.h"

#include "core/base/Files.h"
#include "core/lint/OwnRule.h"
#include "core/lint/OwnRuleReader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
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
    void refusals_data();
    void refusals();
    void boundsHold();
    void filesTogether();
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

QByteArray ruleWith(const QByteArray& when, const QByteArray& more = {}, const QByteArray& severity = "warning")
{
    return "rules:\n- id: mine\n  severity: " + severity + "\n  when: " + when + "\n  message: It happens.\n" + more;
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

void tst_OwnRules::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QByteArray& text, const char* says) {
        QTest::newRow(name) << text << QString::fromUtf8(says);
    };
    const QByteArray good = "{key: custom_op, present: true}";
    row("nothing", "", "map");
    row("a list", "- a\n", "map");
    row("no rules", "rule: []\n", "no “rule”");
    row("rules no list", "rules: {}\n", "rules:");
    row("no map", "rules: [a]\n", "line 1");
    row("no id", "rules:\n- severity: error\n", "line 2");
    row("id", QByteArray(ruleWith(good)).replace("mine", "Mine"), "small letters");
    row("built-in id", QByteArray(ruleWith(good)).replace("mine", "unknown-key"), "built-in");
    row("twice", ruleWith(good) + ruleWith(good).mid(7), "line 6");
    row("severity", ruleWith(good, {}, "fatal"), "info, warning or error");
    row("march", ruleWith(good, {}, "{x5: error}"), "bernoulli2, bayes, bayes-e");
    row("no march", ruleWith(good, {}, "{}"), "no march");
    row("no when", "rules:\n- {id: a, severity: info, message: m}\n", "when");
    row("no message", "rules:\n- {id: a, severity: info, when: " + good + "}\n", "message");
    row("unknown field", ruleWith(good, "  reason: x\n"), "“reason”");
    row("field twice", ruleWith(good, "  why: x\n  why: y\n"), "twice");
    row("empty when", ruleWith(""), "map");
    row("two tests", ruleWith("{key: custom_op, present: true, equals: x}"), "exactly one");
    row("no test", ruleWith("{key: custom_op}"), "exactly one");
    row("no key", ruleWith("{equals: x}"), "“key”");
    row("group", ruleWith("{key: input_parameter.norm_type, equals: x}"), "input_parameters.norm_type");
    row("unknown test", ruleWith("{key: custom_op, like: x}"), "“like”");
    row("not alone", ruleWith("{not: " + good + ", key: custom_op}"), "alone");
    row("empty all", ruleWith("{all: []}"), "list of tests");
    row("all no list", ruleWith("{all: " + good + "}"), "list of tests");
    row("regular expression", ruleWith("{key: custom_op, matches: 'a('}"), "character");
    row("options", ruleWith("{key: custom_op, matches: '(*LIMIT_MATCH=9)a'}"), "options");
    row("number", ruleWith("{key: custom_op, less: few}"), "number");
    row("infinite", ruleWith("{key: custom_op, less: inf}"), "number");
    row("inputs", ruleWith("{key: custom_op, greater: inputs}"), "number");
    row("present", ruleWith("{key: custom_op, present: false}"), "present: true");
    row("one_of", ruleWith("{key: custom_op, one_of: x}"), "list of texts");
    row("of_items", ruleWith("{key: custom_op, equals: x, of_items: some}"), "any or all");
    row("of_items of counts", ruleWith("{key: custom_op, item_count: 1, of_items: all}"), "any or all");
    row("about", ruleWith(good, "  about: nothing\n"), "no key");
    row("placeholder", ruleWith(good, "  why: '%{norm_type}'\n"), "no key");
    row("open placeholder", ruleWith(good, "  why: '%{custom_op'\n"), "closed");
    row("fix without key", ruleWith(good, "  fix: {set: 1}\n"), "needs “key”");
    row("fix of both", ruleWith(good, "  fix: {key: custom_op.a, set: 1, remove: true}\n"), "either");
    row("fix of none", ruleWith(good, "  fix: {key: custom_op.a}\n"), "either");
    row("fix of a group", ruleWith(good, "  fix: {key: custom_op, remove: true}\n"), "whole group");
    row("alias", "rules:\n- &r {id: a}\n- *r\n", "alias");
    row("odd key", "rules:\n- {[a]: b}\n", "key");
    row("tab", "rules:\n\t- a\n", "tab");
    row("two documents", ruleWith(good) + "---\na: b\n", "more than one");
    row("not UTF-8", "rules: \xff\n", "UTF-8");
}

void tst_OwnRules::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    const auto rules = parseOwnRules(text, u"/p/rules.yaml"_s);
    QVERIFY(!rules);
    const QString sentence = rules.error().message;
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u'\n') && sentence.endsWith(u'.'), qPrintable(sentence));
    if (!QByteArrayView(QTest::currentDataTag()).startsWith("two"))
        QVERIFY2(sentence.contains(u"/p/rules.yaml, line "_s), qPrintable(sentence));
}

void tst_OwnRules::boundsHold()
{
    const QByteArray good = "{key: custom_op, present: true}";
    QByteArray many = "rules:\n";
    for (int i = 0; i < 501; ++i)
        many += "- {id: r" + QByteArray::number(i) + ", severity: info, message: m, when: " + good + "}\n";
    QVERIFY(!parseOwnRules(many, {}));
    QByteArray wide = "{any: [" + good;
    for (int i = 0; i < 100; ++i)
        wide += ", " + good;
    QVERIFY(!parseOwnRules(ruleWith(wide + "]}"), {}));
    QVERIFY(!parseOwnRules(ruleWith("{key: custom_op, matches: '" + QByteArray(201, 'a') + "'}"), {}));
    QVERIFY(!parseOwnRules(ruleWith(good, "  why: " + QByteArray(2001, 'a') + '\n'), {}));
    QByteArray deep = good;
    for (int i = 0; i < 80; ++i)
        deep = "{not: " + deep + "}";
    const auto refused = parseOwnRules(ruleWith(deep), {});
    QVERIFY(!refused && refused.error().message.contains(u"deep"_s));
    QVERIFY(!parseOwnRules("rules: " + QByteArray(100000, '['), {}));
    QVERIFY(!parseOwnRules(QByteArray(5 << 20, ' '), {}));
}

void tst_OwnRules::filesTogether()
{
    const QTemporaryDir folder;
    const auto write = [&](const QString& name, const QByteArray& text) {
        return bool(writeFileAtomically(folder.filePath(name), text));
    };
    const QByteArray good = "{key: custom_op, present: true}";
    QVERIFY(ownRuleFilesBeside(folder.path()).isEmpty());
    QVERIFY(write(u"driftscope-rules.yaml"_s, ruleWith(good)));
    QVERIFY(write(u"driftscope-rules.json"_s, ruleWith(good, {}, "error")));
    QVERIFY(write(u"b.yml"_s, QByteArray(ruleWith(good)).replace("mine", "other")));
    QVERIFY(write(u"a.yaml"_s, "rules: 3\n"));
    QVERIFY(write(u"readme.txt"_s, "no rules"));
    QCOMPARE(ownRuleFilesBeside(folder.path()).size(), 2);
    QCOMPARE(ownRuleFilesIn(folder.path()).size(), 4);
    QVERIFY(ownRuleFilesIn({}).isEmpty());
    const OwnRuleSet set = readOwnRuleFiles(ownRuleFilesBeside(folder.path()) + ownRuleFilesIn(folder.path()));
    QCOMPARE(set.rules.size(), 2);
    QCOMPARE(set.rules[0].severityOn(March::Bayes), Severity::Warning); // the earlier file's
    QCOMPARE(set.rules[1].id, u"other"_s);
    QCOMPARE(set.problems.size(), 1);
    QVERIFY(set.problems[0].message.contains(u"a.yaml, line 1"_s));
    QVERIFY(!loadOwnRules(folder.filePath(u"absent.yaml"_s)));
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
