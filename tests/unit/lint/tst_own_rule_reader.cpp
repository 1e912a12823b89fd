// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "OwnRuleText.h"

#include "core/base/Files.h"
#include "core/lint/OwnRuleReader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// What is refused, and in which words.
class tst_OwnRuleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void boundsHold();
    void filesTogether();
};

void tst_OwnRuleReader::refusals_data()
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

void tst_OwnRuleReader::refusals()
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

void tst_OwnRuleReader::boundsHold()
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

void tst_OwnRuleReader::filesTogether()
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

QTEST_GUILESS_MAIN(tst_OwnRuleReader)
#include "tst_own_rule_reader.moc"
