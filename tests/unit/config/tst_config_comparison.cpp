// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigComparison.h"

#include "ConfigCorpus.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ConfigComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meanings_data();
    void meanings();
    void defaultsCountForTheMarch();
    void unknownKeysAndEntriesOfMapsAreCompared();
    void aConfigIsLikeItself();
    void everyCorpusFileIsLikeItselfAndMirrored();
};

namespace {

const ConfigSchema& schema()
{
    static const ConfigSchema loaded = *ConfigSchema::load();
    return loaded;
}

QList<ConfigDifference> compared(const QByteArray& before, const QByteArray& after)
{
    return compareConfigs(*ConfigDocument::fromText(before), *ConfigDocument::fromText(after), schema());
}

using Kind = ConfigDifference::Kind;

} // namespace

void tst_ConfigComparison::meanings_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("kind"); // -1: no difference
    const auto row = [](const char* name, const char* before, const char* after, int kind) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << kind;
    };
    const int same = static_cast<int>(Kind::SameMeaning);
    const int changed = static_cast<int>(Kind::Changed);
    row("quotes", "input_parameters:\n  norm_type: 'data_scale'\n", "input_parameters:\n  norm_type: data_scale\n", -1);
    row("numbers", "input_parameters:\n  scale_value: 0.10;\n", "input_parameters:\n  scale_value: 1e-1\n", same);
    row("other numbers", "input_parameters:\n  scale_value: 0.1\n", "input_parameters:\n  scale_value: 0.11\n",
        changed);
    row("booleans", "compiler_parameters:\n  debug: True\n", "compiler_parameters:\n  debug: 'true'\n", same);
    row("paths", "model_parameters:\n  onnx_model: ./a.onnx\n", "model_parameters:\n  onnx_model: a.onnx\n", same);
    row("names keep their case", "model_parameters:\n  output_model_file_prefix: On\n",
        "model_parameters:\n  output_model_file_prefix: true\n", changed);
    row("None and nothing", "input_parameters:\n  mean_value: 1;None\n", "input_parameters:\n  mean_value: '1;'\n",
        same);
}

void tst_ConfigComparison::meanings()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, kind);
    const QList<ConfigDifference> found = compared(before, after);
    QCOMPARE(found.isEmpty() ? -1 : static_cast<int>(found.first().kind), kind);
    QVERIFY(found.size() <= 1);
}

void tst_ConfigComparison::defaultsCountForTheMarch()
{
    const QByteArray without("model_parameters:\n  march: bernoulli2\n");
    const QList<ConfigDifference> same = compared(without, without + "  working_dir: model_output\n");
    QCOMPARE(same.size(), 1);
    QCOMPARE(same[0].kind, Kind::SameMeaning);
    QVERIFY(!same[0].isBeforeWritten && same[0].isAfterWritten);
    QCOMPARE(same[0].before, u"model_output"_s);
    const QList<ConfigDifference> added = compared(without, without + "  working_dir: out\n");
    QCOMPARE(added.size(), 1);
    QCOMPARE(added[0].kind, Kind::Added);
    QCOMPARE(compared(without + "  working_dir: out\n", without)[0].kind, Kind::Removed);
}

void tst_ConfigComparison::unknownKeysAndEntriesOfMapsAreCompared()
{
    const QList<ConfigDifference> found = compared("model_parameters:\n  what: 1\n  node_info: {a: {'ON': CPU}}\n",
                                                   "model_parameters:\n  what: 2\n  node_info: {a: {'ON': BPU}}\n");
    QStringList keys;
    for (const ConfigDifference& each : found)
        keys.append(each.key);
    QVERIFY(keys.contains(u"model_parameters.what"_s));
    QVERIFY2(std::ranges::any_of(keys, [](const QString& key) { return key.endsWith(u"ON"_s); }),
             qPrintable(keys.join(u' ')));
}

void tst_ConfigComparison::aConfigIsLikeItself()
{
    QVERIFY(compared("", "").isEmpty());
    QVERIFY(compared("model_parameters:\n", "model_parameters:\n").isEmpty());
}

void tst_ConfigComparison::everyCorpusFileIsLikeItselfAndMirrored()
{
    const QList<CorpusFile> files = configCorpus();
    if (files.isEmpty())
        QSKIP("the corpus is not here");
    const ConfigDocument first = *ConfigDocument::fromText(files.first().text);
    for (const CorpusFile& file : files) {
        const ConfigDocument document = *ConfigDocument::fromText(file.text);
        QVERIFY(compareConfigs(document, document, schema()).isEmpty());
        const QList<ConfigDifference> there = compareConfigs(first, document, schema());
        QList<ConfigDifference> back = compareConfigs(document, first, schema());
        QCOMPARE(back.size(), there.size());
        for (const ConfigDifference& each : there) {
            const auto mirrored = std::ranges::find(back, each.key, &ConfigDifference::key);
            QVERIFY(mirrored != back.end());
            QCOMPARE(mirrored->before, each.after);
            QCOMPARE(mirrored->kind == Kind::SameMeaning, each.kind == Kind::SameMeaning);
        }
    }
}

QTEST_GUILESS_MAIN(tst_ConfigComparison)
#include "tst_config_comparison.moc"
