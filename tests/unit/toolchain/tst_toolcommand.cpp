// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/tool/ToolCommand.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

/// Every text of a language by where it stands, such as `/hb_perf/options/pack/help`.
void collectTexts(const QJsonObject& json, const QString& path, QMap<QString, QString>& texts)
{
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const QString place = path + u'/' + entry.key();
        if (entry->isObject())
            collectTexts(entry->toObject(), place, texts);
        else
            texts.insert(place, entry->toString());
    }
}

QMap<QString, QString> textsOf(const QString& language)
{
    QMap<QString, QString> texts;
    QFile file(u":/tools/texts.%1.json"_s.arg(language));
    if (file.open(QIODevice::ReadOnly))
        collectTexts(QJsonDocument::fromJson(file.readAll()).object(), {}, texts);
    return texts;
}

/// What a translation must not touch: file names, processors, words with an underscore, numbers. Sorted, each once.
QStringList fixedParts(const QString& text)
{
    static const QRegularExpression fixed(
        u"[._]?[A-Za-z0-9]+(?:[._][A-Za-z0-9]+)+|\\.[a-z]+|[A-Za-z]*\\d[A-Za-z0-9]*|[A-Z]{2,}"_s);
    QStringList parts;
    for (auto match = fixed.globalMatch(text); match.hasNext();)
        parts.append(match.next().captured());
    parts.sort();
    parts.removeDuplicates();
    return parts;
}

/// Sees every file under /data.
class MovingLauncher final : public Launcher
{
public:
    [[nodiscard]] Command prepare(const Command& command) const override { return command; }
    [[nodiscard]] QString mapped(const QString& path) const override { return u"/data/"_s + path.section(u'/', -1); }
};

} // namespace

class tst_ToolCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyToolIsDescribed();
    void chineseSaysTheSame();
    void argumentsOfEveryTool_data();
    void argumentsOfEveryTool();
    void refusesWhatCannotBeUsed_data();
    void refusesWhatCannotBeUsed();
    void programsOfAFamily_data();
    void programsOfAFamily();
    void formsBeginWithTheProject();
    void aProbeTellsWhatIsMissing();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void tst_ToolCommand::initTestCase()
{
    for (const QString& name :
         {u"net.onnx"_s, u"q.onnx"_s, u"a b;$(touch x).bin"_s, u"net.bin"_s, u"with,comma.bin"_s}) {
        QFile made(file(name));
        QVERIFY(made.open(QIODevice::WriteOnly));
    }
}

void tst_ToolCommand::everyToolIsDescribed()
{
    const auto catalogue = ToolCatalogue::load();
    QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().message));
    QCOMPARE(catalogue->names(),
             (QStringList{u"checker"_s, u"fast_perf"_s, u"hb_perf"_s, u"hb_model_info"_s, u"hb_model_modifier"_s,
                          u"hb_verifier"_s, u"hb_model_verifier"_s}));
    for (const ToolDescription& tool : catalogue->tools()) {
        for (const QString& text : {tool.title, tool.help, tool.reads, tool.writes, tool.source})
            QVERIFY2(text.size() > 3, qPrintable(tool.name));
        QVERIFY(tool.title != tool.name);
        QSet<QString> keys;
        for (const ToolOption& option : tool.options) {
            QVERIFY2(!option.help.isEmpty() && option.label != option.key, qPrintable(tool.name + option.key));
            QVERIFY(!keys.contains(option.key));
            keys.insert(option.key);
            QVERIFY(option.kind != ToolOptionKind::Choice || option.choices.size() > 1);
            QVERIFY(option.kind != ToolOptionKind::Integer || option.maximum > option.minimum);
            QVERIFY(option.choices.isEmpty() || option.preset.isEmpty() || option.choices.contains(option.preset));
            for (const QString& other : option.onlyWith)
                QVERIFY(tool.option(other) != nullptr);
            QVERIFY(option.namedAfter.isEmpty() || tool.option(option.namedAfter) != nullptr);
        }
    }
    QVERIFY(ToolCatalogue::load(u"xx"_s).has_value()); // in English
    QVERIFY(ToolCatalogue::english().tool(u"rm"_s) == nullptr);
}

/// Nothing is left in English, and nothing is translated that does not exist.
void tst_ToolCommand::chineseSaysTheSame()
{
    const auto catalogue = ToolCatalogue::load(u"zh_CN"_s);
    QVERIFY2(catalogue.has_value(), catalogue ? "" : qPrintable(catalogue.error().message));
    QCOMPARE(catalogue->tool(u"hb_perf"_s)->option(u"model"_s)->label, u"板端模型"_s);
    const QMap<QString, QString> original = textsOf(u"en"_s);
    const QMap<QString, QString> translated = textsOf(u"zh_CN"_s);
    QVERIFY(original.size() > 90);
    QCOMPARE(translated.keys(), original.keys());
    const auto isChinese = [](QChar c) { return c.script() == QChar::Script_Han; };
    for (auto text = translated.begin(); text != translated.end(); ++text) {
        const QString& english = original[text.key()];
        const QString both = u"%1\n%2\n%3"_s.arg(text.key(), english, *text);
        QVERIFY2(std::ranges::any_of(*text, isChinese) && !std::ranges::any_of(english, isChinese), qPrintable(both));
        QCOMPARE(text->endsWith(u'。'), english.endsWith(u'.'));
        QVERIFY2(fixedParts(*text) == fixedParts(english), qPrintable(both));
    }
    QCOMPARE(fixedParts(u"The .bin of X5 is a_b.onnx on the BPU, O3: data 1x3."_s),
             (QStringList{u".bin"_s, u"1x3"_s, u"BPU"_s, u"O3"_s, u"X5"_s, u"a_b.onnx"_s}));
}

void tst_ToolCommand::argumentsOfEveryTool_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<ToolValues>("values");
    QTest::addColumn<QStringList>("words");
    const QStringList onnx{file(u"net.onnx"_s)};
    const QStringList bin{file(u"net.bin"_s)};
    QTest::newRow("checker") << u"checker"_s
                             << ToolValues{{u"model"_s, onnx},
                                           {u"model_type"_s, {u"onnx"_s}},
                                           {u"march"_s, {u"bayes-e"_s}},
                                           {u"proto"_s, {u" "_s}},
                                           {u"input_shape"_s, {u"a 1x3x8x8"_s, u"b  1x2"_s}}}
                             << QStringList{u"checker"_s, u"--model"_s, u"/data/net.onnx"_s, u"--model-type"_s,
                                            u"onnx"_s,    u"--march"_s, u"bayes-e"_s,        u"--input-shape"_s,
                                            u"a"_s,       u"1x3x8x8"_s, u"--input-shape"_s,  u"b"_s,
                                            u"1x2"_s};
    QTest::newRow("fast-perf") << u"fast_perf"_s
                               << ToolValues{{u"model"_s, onnx},
                                             {u"model_type"_s, {u"onnx"_s}},
                                             {u"march"_s, {u"bayes"_s}}}
                               << QStringList{u"makertbin"_s,    u"--fast-perf"_s, u"--model"_s, u"/data/net.onnx"_s,
                                              u"--model-type"_s, u"onnx"_s,        u"--march"_s, u"bayes"_s};
    QTest::newRow("perf") << u"hb_perf"_s << ToolValues{{u"model"_s, bin}, {u"pack"_s, {u"true"_s}}}
                          << QStringList{u"/data/net.bin"_s, u"-p"_s};
    QTest::newRow("a switch that is off")
        << u"hb_perf"_s << ToolValues{{u"model"_s, bin}, {u"pack"_s, {u"false"_s}}} << QStringList{u"/data/net.bin"_s};
    QTest::newRow("words of a shell stay one word")
        << u"hb_model_info"_s << ToolValues{{u"model"_s, {file(u"a b;$(touch x).bin"_s)}}, {u"name"_s, {u"`x` & y"_s}}}
        << QStringList{u"/data/a b;$(touch x).bin"_s, u"-m"_s, u"`x` & y"_s};
    QTest::newRow("list what can go") << u"hb_model_modifier"_s
                                      << ToolValues{{u"model"_s, bin}, {u"output"_s, {u"x.bin"_s}}}
                                      << QStringList{u"/data/net.bin"_s};
    QTest::newRow("remove") << u"hb_model_modifier"_s
                            << ToolValues{{u"model"_s, bin},
                                          {u"remove_type"_s, {u"Cast"_s, u"Dequantize"_s}},
                                          {u"remove_node"_s, {u"n1"_s}}}
                            << QStringList{u"/data/net.bin"_s,   u"-a"_s, u"Cast"_s, u"-a"_s,
                                           u"Dequantize"_s,      u"-r"_s, u"n1"_s,   u"-o"_s,
                                           u"net_modified.bin"_s};
    QTest::newRow("two models in one word")
        << u"hb_verifier"_s
        << ToolValues{{u"quantized"_s, {file(u"q.onnx"_s)}},
                      {u"model"_s, bin},
                      {u"board"_s, {u"192.168.1.10"_s}},
                      {u"digits"_s, {u"3"_s}}}
        << QStringList{u"-m"_s, u"/data/q.onnx,/data/net.bin"_s, u"-b"_s, u"192.168.1.10"_s, u"-c"_s, u"3"_s};
    QTest::newRow("older verifier") << u"hb_model_verifier"_s
                                    << ToolValues{{u"quantized"_s, {file(u"q.onnx"_s)}}, {u"model"_s, bin}}
                                    << QStringList{u"-q"_s, u"/data/q.onnx"_s, u"-b"_s, u"/data/net.bin"_s};
}

void tst_ToolCommand::argumentsOfEveryTool()
{
    QFETCH(const QString, tool);
    QFETCH(const ToolValues, values);
    const ToolDescription* description = ToolCatalogue::english().tool(tool);
    QVERIFY(description != nullptr);
    const auto checked = checkToolValues(*description, values);
    QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().message));
    QTEST(toolArguments(*description, values, MovingLauncher()), "words");
}

void tst_ToolCommand::refusesWhatCannotBeUsed_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<ToolValues>("values");
    QTest::addColumn<QString>("word");
    const ToolValues perf{{u"model"_s, {file(u"net.bin"_s)}}};
    const auto with = [](ToolValues values, const QString& key, const QString& value) {
        values.insert(key, {value});
        return values;
    };
    const ToolValues verifier{{u"quantized"_s, {file(u"q.onnx"_s)}}, {u"model"_s, {file(u"net.bin"_s)}}};
    const ToolValues checker{
        {u"model"_s, {file(u"net.onnx"_s)}}, {u"model_type"_s, {u"onnx"_s}}, {u"march"_s, {u"bayes"_s}}};
    QTest::newRow("missing") << u"hb_perf"_s << ToolValues{} << u"Board model is missing"_s;
    QTest::newRow("no such file") << u"hb_perf"_s << with(perf, u"model"_s, u"/nowhere/x.bin"_s) << u"does not exist"_s;
    QTest::newRow("a folder") << u"hb_perf"_s << with(perf, u"model"_s, m_folder.path()) << u"is a folder"_s;
    QTest::newRow("another kind") << u"hb_perf"_s << with(perf, u"model"_s, file(u"net.onnx"_s)) << u".bin"_s;
    QTest::newRow("no such option") << u"hb_perf"_s << with(perf, u"speed"_s, u"1"_s) << u"has no option"_s;
    QTest::newRow("an option in a value")
        << u"hb_perf"_s << with(perf, u"name"_s, u"--help"_s) << u"begins with a dash"_s;
    QTest::newRow("two lines") << u"hb_perf"_s << with(perf, u"name"_s, u"a\nb"_s) << u"more than one line"_s;
    QTest::newRow("march") << u"checker"_s << with(checker, u"march"_s, u"nash-e"_s) << u"is not one of bernoulli2"_s;
    QTest::newRow("shape") << u"checker"_s << with(checker, u"input_shape"_s, u"1x3x8x8"_s) << u"data 1x3x224x224"_s;
    QTest::newRow("commas") << u"checker"_s << with(checker, u"input_shape"_s, u"a 1,3"_s) << u"name and shape"_s;
    QTest::newRow("digits") << u"hb_verifier"_s << with(verifier, u"digits"_s, u"many"_s) << u"from 0 to 12"_s;
    QTest::newRow("too many digits") << u"hb_verifier"_s << with(verifier, u"digits"_s, u"13"_s) << u"from 0 to 12"_s;
    QTest::newRow("comma in a joined path")
        << u"hb_verifier"_s << with(verifier, u"model"_s, file(u"with,comma.bin"_s)) << u"holds a comma"_s;
    ToolValues modifier = with(perf, u"remove_node"_s, u"n"_s);
    QTest::newRow("outside") << u"hb_model_modifier"_s << with(modifier, u"output"_s, u"../x.bin"_s)
                             << u"plain file name"_s;
}

void tst_ToolCommand::refusesWhatCannotBeUsed()
{
    QFETCH(const QString, tool);
    QFETCH(const ToolValues, values);
    QFETCH(const QString, word);
    const auto checked = checkToolValues(*ToolCatalogue::english().tool(tool), values);
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::InvalidArgument);
    QVERIFY2(checked.error().message.contains(word), qPrintable(checked.error().message));
}

void tst_ToolCommand::programsOfAFamily_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QStringList>("line");
    QTest::newRow("on the path") << u"hb_mapper"_s << QStringList{} << u"hb_perf"_s << QStringList{u"hb_perf"_s};
    QTest::newRow("hb_mapper itself") << u"hb_mapper"_s << QStringList{u"-x"_s} << u"checker"_s
                                      << QStringList{u"hb_mapper"_s, u"-x"_s};
    QTest::newRow("beside it") << u"/opt/bin/hb_mapper"_s << QStringList{u"-x"_s} << u"hb_perf"_s
                               << QStringList{u"/opt/bin/hb_perf"_s};
    QTest::newRow("behind a starter") << u"env"_s << QStringList{u"A=1"_s, u"/t/hb_mapper"_s, u"-x"_s} << u"hb_perf"_s
                                      << QStringList{u"env"_s, u"A=1"_s, u"/t/hb_perf"_s};
    QTest::newRow("the sandbox") << u"driftscope-mapper"_s << QStringList{} << u"hb_perf"_s
                                 << QStringList{u"driftscope-mapper"_s, u"hb_perf"_s};
    QTest::newRow("the sandbox's checker")
        << u"driftscope-mapper"_s << QStringList{} << u"checker"_s << QStringList{u"driftscope-mapper"_s};
}

void tst_ToolCommand::programsOfAFamily()
{
    QFETCH(const QString, program);
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, tool);
    ToolchainProfile profile{u"x"_s, program};
    profile.arguments = arguments;
    const Command command = toolProgram(profile, *ToolCatalogue::english().tool(tool));
    QTEST(QStringList{command.program} + command.arguments, "line");
}

void tst_ToolCommand::formsBeginWithTheProject()
{
    const ToolDescription& checker = *ToolCatalogue::english().tool(u"checker"_s);
    QCOMPARE(presetValues(checker), (ToolValues{{u"model_type"_s, {u"onnx"_s}}}));
    const ToolValues filled
        = presetValues(checker, {{ToolFill::FloatModel, u"/a.onnx"_s}, {ToolFill::March, u"bayes"_s}});
    QCOMPARE(filled.value(u"model"_s), QStringList{u"/a.onnx"_s});
    QCOMPARE(filled.value(u"march"_s), QStringList{u"bayes"_s});
    // A processor of another family is no choice of this tool.
    QVERIFY(!presetValues(checker, {{ToolFill::March, u"nash-e"_s}}).contains(u"march"_s));
}

void tst_ToolCommand::aProbeTellsWhatIsMissing()
{
    const ToolCatalogue& tools = ToolCatalogue::english();
    ToolchainProfile profile{u"x"_s, u"hb_mapper"_s};
    QVERIFY(!lacksTool(profile, *tools.tool(u"hb_perf"_s))); // nobody looked
    profile.capabilities.version = u"1.24.3"_s;
    profile.capabilities.tools = {u"hb_mapper"_s, u"hb_perf"_s};
    profile.capabilities.hasChecker = true;
    QVERIFY(!lacksTool(profile, *tools.tool(u"hb_perf"_s)));
    QVERIFY(lacksTool(profile, *tools.tool(u"hb_verifier"_s)));
    QVERIFY(!lacksTool(profile, *tools.tool(u"checker"_s)));
    QVERIFY(lacksTool(profile, *tools.tool(u"fast_perf"_s)));
    profile.program = u"/opt/driftscope-mapper"_s;
    QVERIFY(!lacksTool(profile, *tools.tool(u"hb_verifier"_s)));
}

QTEST_GUILESS_MAIN(tst_ToolCommand)
#include "tst_toolcommand.moc"
