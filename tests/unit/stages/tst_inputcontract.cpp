// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/InputContract.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_InputContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceHasARow();
    void compilerFlagIsNoContradiction();
    void wrongPermutationIsMarkedAtTheBoard();
    void fileOfAnotherConfig();
    void programThatFeedsTheOtherLayout();
    void trainLayoutAgainstTheModel();
    void calibrationFiles_data();
    void calibrationFiles();
    void shapeFromTheLogAlone();
    void buildOfAnotherConfig_data();
    void buildOfAnotherConfig();
    void withoutAnything();
};

namespace {

BoardModel boardModel(TensorLayout layout)
{
    BoardTensorInfo input;
    input.name = u"image"_s;
    input.type = DataType::Int8;
    input.shape = Shape{1, 3, 4, 4};
    input.inputType = InputType::Rgb;
    input.layout = layout;
    BoardModel board;
    board.name = u"sample.bin"_s;
    board.inputs = {input};
    return board;
}

const ContractRow* rowOf(const InputContract& contract, ContractPlace place)
{
    const auto found = std::ranges::find(contract.rows, place, &ContractRow::place);
    return found == contract.rows.end() ? nullptr : &*found;
}

InputContract contractOf(const ContractSubject& subject)
{
    const QList<InputContract> contracts = inputContracts(subject);
    Q_ASSERT(contracts.size() == 1);
    return contracts.front();
}

} // namespace

void tst_InputContract::everyPlaceHasARow()
{
    const ConfigDocument document = configOf();
    const BoardModel board = boardModel(TensorLayout::NCHW);
    MakertbinLog log;
    log.compilerFlags = {u"--O3"_s, u"--input-layout"_s, u"NHWC"_s};
    const InputContract contract = contractOf({&document, allStageGraphs(), {}, &log, &board, {}});
    QCOMPARE(contract.input, u"image"_s);
    QStringList places;
    for (const ContractRow& row : contract.rows)
        places.append(contractPlaceName(row.place));
    QCOMPARE(places,
             (QStringList{u"training"_s, u"config"_s, u"stage"_s, u"stage"_s, u"stage"_s, u"stage"_s,
                          u"compiler_flags"_s, u"board_file"_s, u"board_program"_s}));
    QCOMPARE(contract.firstContradiction, -1);
    const ContractRow& quantized = contract.rows[5];
    QCOMPARE(quantized.type, u"int8"_s);
    QCOMPARE(quantized.layout, u"NHWC"_s);
    QCOMPARE(quantized.range, u"-128…127"_s);
    QVERIFY(!quantized.note.isEmpty());
    QVERIFY(rowOf(contract, ContractPlace::Config)->source.contains(u"line 12"_s));
}

void tst_InputContract::compilerFlagIsNoContradiction()
{
    const ConfigDocument document = configOf();
    MakertbinLog log;
    log.compilerFlags = {u"--input-layout"_s, u"NHWC"_s};
    const InputContract contract = contractOf({&document, allStageGraphs(), {}, &log, nullptr, {}});
    const ContractRow* row = rowOf(contract, ContractPlace::CompilerFlags);
    QVERIFY(row != nullptr);
    QCOMPARE(row->layout, u"NHWC"_s);
    QVERIFY(row->contradiction.isEmpty());
    QVERIFY(!row->note.isEmpty());
}

void tst_InputContract::wrongPermutationIsMarkedAtTheBoard()
{
    const ConfigDocument document = configOf();
    const QList<StageGraph> stages = allStageGraphs({0, 3, 1, 2});
    const BoardModel board = boardModel(TensorLayout::NCHW);
    const auto inserted = explainInsertedNodes({stages, matchesOf(stages), &document, nullptr});
    const InputContract contract = contractOf({&document, stages, inserted, nullptr, &board, {}});
    QVERIFY(contract.firstContradiction >= 0);
    const ContractRow& row = contract.rows[contract.firstContradiction];
    QCOMPARE(row.place, ContractPlace::BoardFile);
    QVERIFY(row.contradiction.contains(u"LayoutConvert"_s));
}

void tst_InputContract::fileOfAnotherConfig()
{
    const ConfigDocument document = configOf(u"NHWC"_s);
    const BoardModel board = boardModel(TensorLayout::NCHW);
    const InputContract contract = contractOf({&document, {floatStage()}, {}, nullptr, &board, {}});
    QCOMPARE(contract.rows[contract.firstContradiction].place, ContractPlace::BoardFile);
}

void tst_InputContract::programThatFeedsTheOtherLayout()
{
    const ConfigDocument document = configOf(u"NHWC"_s);
    ContractSubject subject{&document, {floatStage()}, {}, nullptr, nullptr, {}};
    subject.fed.insert(u"image"_s, {TensorLayout::NCHW, InputType::Unknown, DataType::UInt8});
    const InputContract wrong = contractOf(subject);
    QCOMPARE(wrong.rows[wrong.firstContradiction].place, ContractPlace::BoardProgram);
    subject.fed.insert(u"image"_s, {TensorLayout::NHWC, InputType::Rgb, DataType::UInt8});
    QCOMPARE(contractOf(subject).firstContradiction, -1);
    subject.fed.insert(u"image"_s, {TensorLayout::NHWC, InputType::Rgb, DataType::Float32});
    QVERIFY(contractOf(subject).firstContradiction >= 0);
}

void tst_InputContract::trainLayoutAgainstTheModel()
{
    const ConfigDocument document = configOf();
    const auto wrong = ConfigDocument::fromText(
        QByteArray(document.text()).replace("input_layout_train: 'NCHW'", "input_layout_train: 'NHWC'"));
    const InputContract contract = contractOf({&*wrong, {floatStage()}, {}, nullptr, nullptr, {}});
    QCOMPARE(contract.firstContradiction, 0);
    QVERIFY(contract.rows[0].contradiction.contains(u"input_layout_train"_s));
}

void tst_InputContract::calibrationFiles_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<float>("value");
    QTest::addColumn<bool>("contradicts");
    QTest::newRow("pixels") << 48 << 200.0F << false;
    QTest::newRow("normalized already") << 48 << 2.0F << true;
    QTest::newRow("wrong size") << 47 << 200.0F << true;
}

void tst_InputContract::calibrationFiles()
{
    QFETCH(int, count);
    QFETCH(float, value);
    QFETCH(bool, contradicts);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"0.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::vector<float> values(static_cast<std::size_t>(count), value);
    file.write(reinterpret_cast<const char*>(values.data()), count * qint64{sizeof(float)});
    file.close();
    const ConfigDocument document = configOf();
    const auto with = document.with(u"calibration_parameters.cal_data_dir"_s, folder.path());
    QVERIFY(with.has_value());
    const InputContract contract = contractOf({&*with, {floatStage()}, {}, nullptr, nullptr, {}});
    const ContractRow* row = rowOf(contract, ContractPlace::CalibrationFiles);
    QVERIFY(row != nullptr);
    QCOMPARE(!row->contradiction.isEmpty(), contradicts);
}

void tst_InputContract::shapeFromTheLogAlone()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"0.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::vector<float> values(48, 2.0F);
    file.write(reinterpret_cast<const char*>(values.data()), 48 * qint64{sizeof(float)});
    file.close();
    const auto document = configOf().with(u"calibration_parameters.cal_data_dir"_s, folder.path());
    QVERIFY(document.has_value());
    MakertbinLog log;
    LogInput input;
    input.name = u"image"_s;
    input.shape = u"1x3x4x4"_s;
    log.inputs = {input};
    const InputContract contract = contractOf({&*document, {}, {}, &log, nullptr, {}});
    QCOMPARE(contract.input, u"image"_s);
    const ContractRow* row = rowOf(contract, ContractPlace::CalibrationFiles);
    QVERIFY(row != nullptr);
    QCOMPARE(row->shape, u"1x3x4x4"_s);
    QCOMPARE(row->contradictedField, ContractField::Range);
}

void tst_InputContract::buildOfAnotherConfig_data()
{
    // configOf: rgb, NCHW everywhere, mean 120 and scale 1/64.
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<ContractField>("field");
    QTest::newRow("the same") << u"input_type_rt"_s << u"rgb"_s << ContractField::None;
    QTest::newRow("colour") << u"input_type_rt"_s << u"bgr"_s << ContractField::Colour;
    QTest::newRow("train layout") << u"input_layout_train"_s << u"NHWC"_s << ContractField::Layout;
    QTest::newRow("layout") << u"input_layout_rt"_s << u"NHWC"_s << ContractField::Layout;
    QTest::newRow("layout not written") << u"input_layout_rt"_s << u"None"_s << ContractField::Layout;
    QTest::newRow("scale") << u"scale_value"_s << u"0.5,"_s << ContractField::Normalization;
    QTest::newRow("mean") << u"mean_value"_s << u"121,"_s << ContractField::Normalization;
    QTest::newRow("none") << u"norm_type"_s << u"no_preprocess"_s << ContractField::Normalization;
    QTest::newRow("range") << u"range"_s << u"bt601_video"_s << ContractField::Range;
}

void tst_InputContract::buildOfAnotherConfig()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(ContractField, field);
    LogInput input;
    input.name = u"image"_s;
    input.summaryLine = 7;
    QHash<QString, QString*> fields{
        {u"input_type_rt"_s, &input.typeRt},           {u"input_layout_rt"_s, &input.layoutRt},
        {u"input_type_train"_s, &input.typeTrain},     {u"norm_type"_s, &input.normType},
        {u"input_layout_train"_s, &input.layoutTrain}, {u"mean_value"_s, &input.meanValue},
        {u"scale_value"_s, &input.scaleValue},         {u"range"_s, &input.range}};
    input.typeRt = input.typeTrain = u"rgb"_s;
    input.layoutRt = input.layoutTrain = u"NCHW"_s;
    input.normType = u"data_mean_and_scale"_s;
    input.meanValue = u"120,"_s;
    input.scaleValue = u"0.015625,"_s;
    input.range = u"regular"_s;
    *fields[key] = value;
    MakertbinLog log;
    log.inputs = {input};
    const ConfigDocument document = configOf();
    const InputContract contract = contractOf({&document, {floatStage()}, {}, &log, nullptr, {}});
    const ContractRow* row = rowOf(contract, ContractPlace::BuildSummary);
    QVERIFY(row != nullptr);
    QCOMPARE(row->contradictedField, field);
    QCOMPARE(row->contradiction.isEmpty(), field == ContractField::None);
    QVERIFY(row->contradictedKey.isEmpty() || document.value(row->contradictedKey)
            || row->contradictedKey.endsWith(u"space_and_range"_s));
}

void tst_InputContract::withoutAnything()
{
    QVERIFY(inputContracts({}).isEmpty());
    const InputContract contract = contractOf({nullptr, {floatStage()}, {}, nullptr, nullptr, {}});
    QCOMPARE(contract.rows.front().shape, u"1x3x4x4"_s);
    QCOMPARE(contract.firstContradiction, -1);
}

QTEST_GUILESS_MAIN(tst_InputContract)
#include "tst_inputcontract.moc"
