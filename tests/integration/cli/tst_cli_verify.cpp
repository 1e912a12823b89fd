// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-cli verify: the quantized model beside the board, for every input, output and model.
#include "../inputs/Workbench.h"
#include "CliRunner.h"
#include "core/base/Files.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CliVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theGoodConfigAgrees();
    void thePublishedLayoutDiffers();
    void toleranceDecides();
    void filesWithoutAProject();
    void rawBytesAsTheBoardTakesThem();
    void twoInputsAndTwoOutputs();
    void aFolderForEachInput();
    void packOfTwoModels();
    void oneModelOfAPack();
    void unreadable_data();
    void unreadable();
    void badUsage_data();
    void badUsage();

private:
    [[nodiscard]] CliResult verify(const QStringList& arguments) const
    {
        return m_cli.run(QStringList{u"verify"_s} + arguments);
    }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool writePack() const;
    void convertTwoInputs();

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QMap<QString, QString> m_good; ///< stages of fixed.yaml
    Workbench m_two; ///< a model with two inputs and two outputs
};

namespace {

constexpr qint64 height = 12;
constexpr qint64 width = 16;

/// A picture and a featuremap of six channels, added; two outputs.
GraphDraft twoInputModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, height, width});
    draft.inputs.append({u"features"_s, DataType::Float32, Shape{1, 6, height, width}});
    addConv(draft, "conv1", "data", "conv1_out", 3, 8);
    addConv(draft, "conv2", "features", "conv2_out", 6, 8);
    draft.nodes.append(makeNode(u"Add"_s, u"add"_s, {u"conv1_out"_s, u"conv2_out"_s}, {u"sum"_s}));
    addConv(draft, "conv3", "sum", "out", 8, 4);
    addConv(draft, "conv4", "sum", "other", 8, 2);
    draft.outputs.first().shape = Shape{1, 4, height, width};
    draft.outputs.append({u"other"_s, DataType::Float32, Shape{1, 2, height, width}});
    return draft;
}

/// A board that knows a container of several models, which no other program reads.
const QByteArray packBoard = R"SH(#!/bin/sh
for word; do
  shift
  case $word in
    --model_file=*)
      file=${word#*=}
      [ "$(head -c 5 "$file")" != PACK: ] || word=--model_file=$(tail -c +6 "$file")
      ;;
  esac
  set -- "$@" "$word"
done
exec BOARD "$@"
)SH";

} // namespace

void tst_CliVerify::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder));
    for (const QString& config : {u"as_published.yaml"_s, u"fixed.yaml"_s}) {
        const CliResult compiled = m_cli.run({u"compile"_s, config, u"--json"_s});
        QVERIFY2(compiled.status == 0, compiled.all().constData());
        m_good = artifactsOf(compiled.json);
    }
    convertTwoInputs();
}

void tst_CliVerify::convertTwoInputs()
{
    m_two.set("model_parameters.march", u"bernoulli2"_s);
    m_two.set("input_parameters.input_name", u"features;data"_s); // not the model's order
    m_two.set("input_parameters.input_type_train", u"featuremap;rgb"_s);
    m_two.set("input_parameters.input_layout_train", u"NCHW;NCHW"_s);
    m_two.set("input_parameters.input_type_rt", u"featuremap;rgb"_s);
    m_two.set("input_parameters.input_layout_rt", u"NCHW;NHWC"_s);
    m_two.set("input_parameters.norm_type", u"no_preprocess;no_preprocess"_s);
    m_two.set("calibration_parameters.cal_data_dir", u"./features;./data"_s);
    m_two.set("calibration_parameters.cal_data_type", u"float32;uint8"_s);
    QVERIFY(m_two.writeModel(twoInputModel()));
    for (unsigned i = 0; i < 4; ++i) {
        const QString file = u"%1.raw"_s.arg(i);
        QVERIFY(m_two.writeFile(u"features/"_s + file, noise(Shape{1, 6, height, width}, 200 + i).bytes()));
        QVERIFY(m_two.writeFile(u"data/"_s + file, blockPicture(i + 1, height, width).bytes()));
    }
    const Workbench::Outcome outcome = m_two.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
}

void tst_CliVerify::theGoodConfigAgrees()
{
    const CliResult result = verify({u"fixed.yaml"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    QVERIFY(result.json["agrees"_L1].toBool());
    const QJsonObject model = result.json["models"_L1][0].toObject();
    QCOMPARE(model["name"_L1].toString(), u"emoji5"_s);
    QCOMPARE(model["samples"_L1].toArray().size(), 4);
    QCOMPARE(model["outputs"_L1].toArray().size(), 1);
    const QJsonObject output = model["outputs"_L1][0].toObject();
    QCOMPARE(output["result"_L1].toString(), u"equal"_s);
    QCOMPARE(output["equal"_L1].toInt(), 4);
    QCOMPARE(output["max_abs"_L1].toDouble(-1), 0.0);
    for (const QJsonValue& sample : model["samples"_L1].toArray()) {
        QVERIFY(QFile::exists(sample["files"_L1][0].toString()));
        QCOMPARE(sample["outputs"_L1][0]["elements"_L1].toInt(), 5);
        QVERIFY(sample["outputs"_L1][0]["first_difference"_L1].isNull());
    }
    const CliResult text = verify({u"fixed.yaml"_s, u"--samples"_s, u"2"_s});
    QVERIFY2(text.status == 0, text.all().constData());
    QVERIFY2(text.output.startsWith("emoji5: 2 samples, all outputs agree"), text.output.constData());
}

void tst_CliVerify::thePublishedLayoutDiffers()
{
    const CliResult result = verify({u"as_published.yaml"_s, u"--json"_s});
    QVERIFY2(result.status == 1, result.all().constData());
    QVERIFY(!result.json["agrees"_L1].toBool(true));
    const QJsonObject model = result.json["models"_L1][0].toObject();
    const QJsonObject output = model["outputs"_L1][0].toObject();
    QCOMPARE(output["result"_L1].toString(), u"differs"_s);
    QVERIFY(output["max_abs"_L1].toDouble() > 0.1);
    const int worst = output["worst_sample"_L1].toInt(-1);
    const QJsonObject sample = model["samples"_L1][worst]["outputs"_L1][0].toObject();
    QCOMPARE(sample["max_abs"_L1], output["max_abs"_L1]);
    QVERIFY(sample["beyond_tolerance"_L1].toInt() > 0);
    QVERIFY(sample["unequal"_L1].toInt() >= sample["beyond_tolerance"_L1].toInt());
    const QJsonObject first = sample["first_difference"_L1].toObject();
    QVERIFY(first["reference"_L1].toDouble() != first["candidate"_L1].toDouble());
    QVERIFY(!first["place"_L1].toArray().isEmpty());
    const CliResult text = verify({u"as_published.yaml"_s});
    QCOMPARE(text.status, 1);
    QVERIFY2(text.output.contains("1 of 1 outputs do not agree") && text.output.contains(" != "),
             text.output.constData());
}

void tst_CliVerify::toleranceDecides()
{
    const CliResult close = verify({u"as_published.yaml"_s, u"--tolerance"_s, u"1e6"_s, u"--json"_s});
    QVERIFY2(close.status == 0, close.all().constData());
    QCOMPARE(close.json["models"_L1][0]["outputs"_L1][0]["result"_L1].toString(), u"close"_s);
    QCOMPARE(close.json["tolerance"_L1]["absolute"_L1].toDouble(), 1e6);
}

void tst_CliVerify::filesWithoutAProject()
{
    // The .bin says itself how pictures are fed.
    const CliResult result
        = verify({u"--model"_s, m_good[u"quantized"_s], u"--bin"_s, m_good[u"board"_s], u"--input"_s,
                  u"heldout/animals_1f400_google.png"_s, u"heldout/animals_1f402_google.png"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    QCOMPARE(result.json["models"_L1][0]["samples"_L1].toArray().size(), 2);
}

void tst_CliVerify::rawBytesAsTheBoardTakesThem()
{
    const CliResult random = verify({u"fixed.yaml"_s, u"--random"_s, u"--samples"_s, u"3"_s, u"--json"_s});
    QVERIFY2(random.status == 0, random.all().constData());
    QCOMPARE(random.json["models"_L1][0]["outputs"_L1][0]["equal"_L1].toInt(), 3);
    const CliResult wrong = verify({u"as_published.yaml"_s, u"--random"_s, u"--json"_s});
    QCOMPARE(wrong.status, 1);
}

void tst_CliVerify::twoInputsAndTwoOutputs()
{
    const QStringList files{u"--config"_s, m_two.path(u"model.yaml"_s),
                            u"--model"_s,  m_two.path(u"out/m_quantized_model.onnx"_s),
                            u"--bin"_s,    m_two.path(u"out/m.bin"_s)};
    const CliResult result = verify(files + QStringList{u"--samples"_s, u"3"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    const QJsonArray outputs = result.json["models"_L1][0]["outputs"_L1].toArray();
    QCOMPARE(outputs.size(), 2);
    for (const QString& name : {u"out"_s, u"other"_s})
        QCOMPARE(elementWith(outputs, u"name"_s, name)["equal"_L1].toInt(), 3);
    const CliResult odd = verify(files + QStringList{u"--input"_s, m_two.path(u"data/0.raw"_s)});
    QCOMPARE(odd.status, 2);
    QVERIFY2(odd.errors.contains("2 inputs"), odd.all().constData());
}

void tst_CliVerify::aFolderForEachInput()
{
    const QStringList files{u"--config"_s, m_two.path(u"model.yaml"_s),
                            u"--model"_s,  m_two.path(u"out/m_quantized_model.onnx"_s),
                            u"--bin"_s,    m_two.path(u"out/m.bin"_s)};
    const QString folder = QFileInfo(m_two.path(u"model.yaml"_s)).path();
    const CliResult result = verify(files + QStringList{u"--data"_s, folder, u"--samples"_s, u"2"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    const QJsonArray samples = result.json["models"_L1][0]["samples"_L1].toArray();
    QCOMPARE(samples.size(), 2);
    QCOMPARE(samples[0]["files"_L1].toArray().size(), 2);
    const CliResult missing = verify(files + QStringList{u"--data"_s, m_folder.path()});
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.errors.contains("sub-folder"), missing.all().constData());
}

bool tst_CliVerify::writePack() const
{
    QFile board(path(u"pack_board"_s));
    const QString program = QDir(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR")).filePath(u"driftscope-board"_s);
    const QByteArray models = (m_good[u"board"_s] + u',' + m_two.path(u"out/m.bin"_s)).toUtf8();
    return board.open(QIODevice::WriteOnly) && board.write(QByteArray(packBoard).replace("BOARD", program.toUtf8())) > 0
        && board.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)
        && writeFileAtomically(path(u"pack.bin"_s), "PACK:" + models).has_value();
}

void tst_CliVerify::packOfTwoModels()
{
    QVERIFY(writePack());
    const CliResult result = verify({u"--board"_s, path(u"pack_board"_s), u"--bin"_s, u"pack.bin"_s, u"--model"_s,
                                     m_two.path(u"out/m_quantized_model.onnx"_s), m_good[u"quantized"_s],
                                     u"--samples"_s, u"2"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    const QJsonArray models = result.json["models"_L1].toArray();
    QCOMPARE(models.size(), 2);
    const QJsonObject emoji = elementWith(models, u"name"_s, u"emoji5"_s);
    QCOMPARE(emoji["quantized"_L1].toString(), m_good[u"quantized"_s]);
    QCOMPARE(emoji["outputs"_L1][0]["equal"_L1].toInt(), 2);
    const QJsonObject two = elementWith(models, u"name"_s, u"m"_s);
    QCOMPARE(two["outputs"_L1].toArray().size(), 2);
    QCOMPARE(two["samples"_L1][0]["files"_L1].toArray().size(), 2);
}

void tst_CliVerify::oneModelOfAPack()
{
    const QStringList pack{u"--board"_s, path(u"pack_board"_s), u"--bin"_s, u"pack.bin"_s};
    const QStringList emoji{u"--model"_s, m_good[u"quantized"_s]};
    const CliResult one = verify(pack + emoji
                                 + QStringList{u"--model-name"_s, u"emoji5"_s, u"--input"_s,
                                               u"heldout/animals_1f400_google.png"_s, u"--json"_s});
    QVERIFY2(one.status == 0, one.all().constData());
    QCOMPARE(one.json["models"_L1].toArray().size(), 1);
    const CliResult all = verify(pack + emoji); // one model has no quantized one
    QCOMPARE(all.status, 2);
    QVERIFY2(all.errors.contains("“m”") && all.errors.contains("--model-name"), all.all().constData());
    const CliResult unknown = verify(pack + emoji + QStringList{u"--model-name"_s, u"x"_s});
    QCOMPARE(unknown.status, 2);
    QVERIFY2(unknown.errors.contains("emoji5, m"), unknown.all().constData());
}

void tst_CliVerify::unreadable_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("bin");
    QTest::addColumn<QString>("mention");
    QTest::newRow("no .bin") << u"Q"_s << u"none.bin"_s << u"none.bin"_s;
    QTest::newRow("damaged .bin") << u"Q"_s << u"damaged.bin"_s << u"damaged.bin"_s;
    QTest::newRow("no model") << u"none.onnx"_s << u"B"_s << u"none.onnx"_s;
    QTest::newRow("a .bin as model") << u"B"_s << u"B"_s << u"no quantized model"_s;
    QTest::newRow("a model as .bin") << u"Q"_s << u"Q"_s << u"no board model"_s;
    QTest::newRow("another model") << u"T"_s << u"B"_s << u"2 inputs"_s;
}

void tst_CliVerify::unreadable()
{
    QFETCH(QString, model);
    QFETCH(QString, bin);
    QFETCH(QString, mention);
    QVERIFY(writeFileAtomically(path(u"damaged.bin"_s), contentOf(m_good[u"board"_s]).first(2000)).has_value());
    const QMap<QString, QString> files{{u"Q"_s, m_good[u"quantized"_s]},
                                       {u"B"_s, m_good[u"board"_s]},
                                       {u"T"_s, m_two.path(u"out/m_quantized_model.onnx"_s)}};
    const CliResult result = verify({u"--model"_s, files.value(model, model), u"--bin"_s, files.value(bin, bin)});
    QCOMPARE(result.status, 2);
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY2(result.errors.contains(mention.toUtf8()), result.all().constData());
}

void tst_CliVerify::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no .bin") << QStringList{u"--model"_s, u"q.onnx"_s};
    QTest::newRow("project and files") << QStringList{u"fixed.yaml"_s, u"--bin"_s, u"b.bin"_s};
    QTest::newRow("files and random") << QStringList{u"fixed.yaml"_s, u"--random"_s, u"--input"_s, u"a.png"_s};
    QTest::newRow("no samples") << QStringList{u"fixed.yaml"_s, u"--samples"_s, u"0"_s};
    QTest::newRow("below no distance") << QStringList{u"fixed.yaml"_s, u"--tolerance"_s, u"-1"_s};
}

void tst_CliVerify::badUsage()
{
    QFETCH(QStringList, arguments);
    const CliResult result = verify(arguments);
    QVERIFY2(result.status == 2, result.all().constData());
    QCOMPARE(result.errorLines().size(), 1);
}

QTEST_GUILESS_MAIN(tst_CliVerify)
#include "tst_cli_verify.moc"
