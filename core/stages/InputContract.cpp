// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InputContract.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Calibration files larger than this are not opened; their size is judged all the same.
constexpr qint64 largestSample = 64 * 1024 * 1024;

QString shapeText(const std::optional<Shape>& shape)
{
    return shape ? shape->toString() : QString();
}

class ContractWriter
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::InputContract)

public:
    ContractWriter(const ContractSubject& subject, InputConfig config, QString input)
        : m_subject(subject)
        , m_config(std::move(config))
    {
        m_contract.input = std::move(input);
    }

    InputContract write()
    {
        addTraining();
        addCalibrationFiles();
        addConfig();
        for (const StageGraph& stage : m_subject.stages) {
            if (stage.stage != Stage::Float && stage.stage != Stage::Board)
                addStage(stage);
        }
        addCompilerFlags();
        addBoardFile();
        addBoardProgram();
        const auto first = std::ranges::find_if(m_contract.rows,
                                                [](const ContractRow& row) { return !row.contradiction.isEmpty(); });
        if (first != m_contract.rows.end())
            m_contract.firstContradiction = static_cast<int>(first - m_contract.rows.begin());
        return std::move(m_contract);
    }

private:
    /// `input_parameters.input_layout_rt (line 12)`, or that it is not written.
    [[nodiscard]] QString keySource(const QString& key) const
    {
        const auto value = m_subject.document != nullptr ? m_subject.document->value(key) : std::nullopt;
        if (!value || value->isNull)
            return tr("%1 (not written)").arg(key);
        return tr("%1 (line %2)").arg(key).arg(value->keyRange.line);
    }

    [[nodiscard]] const Value* inputOf(const StageGraph& stage) const
    {
        const ValueId id = stage.graph->findValue(m_contract.input);
        return id.isValid() && stage.graph->value(id).isInput ? &stage.graph->value(id) : nullptr;
    }

    [[nodiscard]] const Value* floatInput() const
    {
        const auto stage = std::ranges::find(m_subject.stages, Stage::Float, &StageGraph::stage);
        return stage == m_subject.stages.end() ? nullptr : inputOf(*stage);
    }

    void addTraining()
    {
        ContractRow row;
        row.place = ContractPlace::Training;
        row.title = tr("Training and float model");
        row.layout = layoutName(m_config.layoutTrain);
        row.colour = inputTypeName(m_config.typeTrain);
        row.source = keySource(u"input_parameters.input_layout_train"_s);
        if (const Value* value = floatInput()) {
            const StageInputFormat format
                = stageInputFormat(Stage::Float, m_config, value->type, value->shape.value_or(Shape()));
            row.type = dataTypeName(value->type);
            row.shape = shapeText(value->shape);
            row.range = format.range;
            if (format.layout != TensorLayout::Unknown && m_config.layoutTrain != TensorLayout::Unknown
                && format.layout != m_config.layoutTrain)
                row.contradiction = tr("The config says that the float model takes %1, but its input %2 is %3; correct "
                                       "input_layout_train.")
                                        .arg(row.layout, row.shape, layoutName(format.layout));
        }
        m_contract.rows.append(row);
    }

    void addCalibrationFiles()
    {
        if (m_config.calibrationFolder.isEmpty())
            return;
        ContractRow row;
        row.place = ContractPlace::CalibrationFiles;
        row.title = tr("Calibration files");
        row.type = m_config.calibrationDataType;
        row.layout = layoutName(m_config.layoutTrain);
        row.colour = inputTypeName(m_config.typeTrain);
        row.source = m_config.calibrationFolder;
        const QFileInfoList files = QDir(m_config.calibrationFolder).entryInfoList(QDir::Files, QDir::Name);
        if (files.isEmpty())
            row.note = tr("The folder is empty or is not there.");
        else
            checkSample(row, files.first());
        m_contract.rows.append(row);
    }

    void checkSample(ContractRow& row, const QFileInfo& file) const
    {
        const Value* value = floatInput();
        const std::optional<Shape> shape = m_config.shape ? m_config.shape
            : value != nullptr                            ? value->shape
                                                          : std::nullopt;
        const auto type = dataTypeFromName(m_config.calibrationDataType);
        row.shape = shapeText(shape);
        if (!shape || !type || shape->elementCount() <= 0)
            return;
        const qint64 expected = shape->elementCount() * elementSize(*type);
        if (file.size() != expected) {
            row.contradiction = tr("%1 has %2 bytes, but %3 values of type %4 are %5 bytes.")
                                    .arg(file.fileName(), QString::number(file.size()), shape->toString(),
                                         dataTypeName(*type), QString::number(expected));
            return;
        }
        const auto content = readFile(file.absoluteFilePath(), largestSample);
        if (!content) {
            row.note = content.error().message;
            return;
        }
        const auto tensor = Tensor::fromBytes(*type, *shape, *content);
        if (!tensor)
            return;
        float lowest = 0;
        float highest = 0;
        for (const float number : tensor->toFloats()) {
            lowest = std::min(lowest, number);
            highest = std::max(highest, number);
        }
        row.range = tr("%1 to %2").arg(static_cast<double>(lowest)).arg(static_cast<double>(highest));
        // Pixels run to 255; after a normalization a few units are left.
        const bool looksNormalized = std::max(-lowest, highest) < 10.0F && highest != lowest;
        if (looksNormalized && m_config.norm != NormType::NoPreprocess && isFloatingPoint(*type))
            row.contradiction = tr("The values of %1 look normalized already, and the config normalizes once more "
                                   "(norm_type).")
                                    .arg(file.fileName());
    }

    void addConfig()
    {
        if (m_subject.document == nullptr)
            return;
        ContractRow row;
        row.place = ContractPlace::Config;
        row.title = tr("Config, at run time");
        row.colour = inputTypeName(m_config.typeRt);
        const bool isImage = isImageType(m_config.typeRt);
        row.type = isImage ? u"uint8"_s : u"float32"_s;
        row.range = isImage ? u"0…255"_s : u"as trained"_s;
        row.layout = layoutName(m_config.layoutRt);
        row.source = keySource(u"input_parameters.input_layout_rt"_s);
        if (m_config.typeRt == InputType::Nv12) {
            row.layout.clear();
            if (m_config.layoutRt != TensorLayout::Unknown)
                row.note = tr("input_layout_rt has no effect for nv12, which has planes instead of channels.");
        } else if (m_config.layoutRt == TensorLayout::Unknown) {
            row.note = tr("input_layout_rt is not written; the toolchain takes NHWC.");
        }
        m_contract.rows.append(row);
    }

    void addStage(const StageGraph& stage)
    {
        const Value* value = inputOf(stage);
        if (value == nullptr)
            return;
        ContractRow row;
        row.place = ContractPlace::Stage;
        row.title = stageTitle(stage.stage);
        row.source = QFileInfo(stage.file).fileName();
        const StageInputFormat format
            = stageInputFormat(stage.stage, m_config, value->type, value->shape.value_or(Shape()));
        row.type = dataTypeName(value->type);
        row.shape = shapeText(value->shape);
        row.layout = layoutName(format.layout);
        row.colour = inputTypeName(format.colour);
        row.range = format.range;
        const bool keepsTrainLayout = stage.stage != Stage::Quantized;
        if (keepsTrainLayout && m_config.layoutTrain != TensorLayout::Unknown && format.layout != TensorLayout::Unknown
            && format.layout != m_config.layoutTrain)
            row.contradiction = tr("This stage should take the layout of training, %1, but its input %2 is %3.")
                                    .arg(layoutName(m_config.layoutTrain), row.shape, row.layout);
        else if (!keepsTrainLayout && format.layout != m_config.layoutTrain)
            row.note = tr("The quantized model takes %1 whatever the training used; feed it so on the computer. The "
                          "board is another matter.")
                           .arg(row.layout);
        m_contract.rows.append(row);
    }

    static QString stageTitle(Stage stage)
    {
        switch (stage) {
        case Stage::OriginalFloat:
            return tr("Original float model");
        case Stage::OptimizedFloat:
            return tr("Optimized float model");
        case Stage::Calibrated:
            return tr("Calibrated model");
        case Stage::Quantized:
            return tr("Quantized model");
        case Stage::Float:
        case Stage::Board:
            break;
        }
        return stageKey(stage);
    }

    void addCompilerFlags()
    {
        if (m_subject.log == nullptr)
            return;
        const QStringList& flags = m_subject.log->compilerFlags;
        const qsizetype at = flags.indexOf(u"--input-layout"_s);
        if (at < 0 || at + 1 >= flags.size())
            return;
        ContractRow row;
        row.place = ContractPlace::CompilerFlags;
        row.title = tr("Compiler flags");
        row.layout = flags[at + 1];
        row.source = flags.mid(at, 2).join(u' ');
        row.note = tr("This is how the compiled code reads its input inside, behind any conversion. It is not "
                      "input_layout_rt and no contradiction to it.");
        m_contract.rows.append(row);
    }

    void addBoardFile()
    {
        if (m_subject.board == nullptr)
            return;
        const auto info = std::ranges::find(m_subject.board->inputs, m_contract.input, &BoardTensorInfo::name);
        if (info == m_subject.board->inputs.end())
            return;
        ContractRow row;
        row.place = ContractPlace::BoardFile;
        row.title = tr("Board model");
        row.type = dataTypeName(info->type);
        row.shape = info->shape.toString();
        row.layout = info->inputType == InputType::Nv12 ? QString() : layoutName(info->layout);
        row.colour = inputTypeName(info->inputType);
        row.range = isImageType(info->inputType) ? u"0…255"_s : u"as trained"_s;
        row.source = m_subject.board->name;
        if (m_config.typeRt != InputType::Unknown && info->inputType != InputType::Unknown
            && info->inputType != m_config.typeRt)
            row.contradiction = tr("The file takes %1, but the config says %2; it was made from another config.")
                                    .arg(row.colour, inputTypeName(m_config.typeRt));
        else if (!row.layout.isEmpty() && m_config.layoutRt != TensorLayout::Unknown
                 && info->layout != m_config.layoutRt)
            row.contradiction = tr("The file takes %1, but the config says %2; it was made from another config.")
                                    .arg(row.layout, layoutName(m_config.layoutRt));
        for (const InsertedNode& node : m_subject.inserted) {
            const bool isHere = node.stage == Stage::Board && node.name.contains(m_contract.input);
            if (isHere && !node.contradiction.isEmpty() && row.contradiction.isEmpty())
                row.contradiction = tr("The node %1 in the file: %2").arg(node.name, node.contradiction);
        }
        m_contract.rows.append(row);
    }

    void addBoardProgram()
    {
        ContractRow row;
        row.place = ContractPlace::BoardProgram;
        row.title = tr("Board program");
        const bool isImage = isImageType(m_config.typeRt);
        const auto fed = m_subject.fed.constFind(m_contract.input);
        const bool isKnown = fed != m_subject.fed.constEnd();
        const TensorLayout expected
            = m_config.layoutRt == TensorLayout::Unknown && isImage ? TensorLayout::NHWC : m_config.layoutRt;
        const bool hasLayout = m_config.typeRt != InputType::Nv12;
        row.colour = inputTypeName(isKnown && fed->type != InputType::Unknown ? fed->type : m_config.typeRt);
        row.type = isKnown && fed->dataType != DataType::Undefined ? dataTypeName(fed->dataType)
                                                                   : (isImage ? u"uint8"_s : u"float32"_s);
        if (hasLayout)
            row.layout = layoutName(isKnown && fed->layout != TensorLayout::Unknown ? fed->layout : expected);
        row.range = isImage ? u"0…255"_s : u"as trained"_s;
        row.source = isKnown ? tr("as it was fed") : tr("as the config asks for; what your program does is not known");
        if (isKnown && hasLayout && fed->layout != TensorLayout::Unknown && expected != TensorLayout::Unknown
            && fed->layout != expected)
            row.contradiction = tr("The program feeds %1, but the board model was built for %2.")
                                    .arg(layoutName(fed->layout), layoutName(expected));
        else if (isKnown && fed->type != InputType::Unknown && m_config.typeRt != InputType::Unknown
                 && fed->type != m_config.typeRt)
            row.contradiction = tr("The program feeds %1, but the board model was built for %2.")
                                    .arg(inputTypeName(fed->type), inputTypeName(m_config.typeRt));
        else if (isKnown && isImage && isFloatingPoint(fed->dataType))
            row.contradiction = tr("The program feeds floats, but a picture input takes bytes from 0 to 255.");
        m_contract.rows.append(row);
    }

    const ContractSubject& m_subject;
    InputConfig m_config;
    InputContract m_contract;
};

} // namespace

QString contractPlaceName(ContractPlace place)
{
    switch (place) {
    case ContractPlace::Training:
        return u"training"_s;
    case ContractPlace::CalibrationFiles:
        return u"calibration_files"_s;
    case ContractPlace::Config:
        return u"config"_s;
    case ContractPlace::Stage:
        return u"stage"_s;
    case ContractPlace::CompilerFlags:
        return u"compiler_flags"_s;
    case ContractPlace::BoardFile:
        return u"board_file"_s;
    case ContractPlace::BoardProgram:
        return u"board_program"_s;
    }
    Q_UNREACHABLE();
}

QList<InputContract> inputContracts(const ContractSubject& subject)
{
    const ConversionConfig config
        = subject.document != nullptr ? readConversionConfig(*subject.document) : ConversionConfig();
    QStringList names;
    if (!subject.stages.isEmpty()) {
        const Graph& graph = *subject.stages.first().graph;
        for (const ValueId input : graph.inputs())
            names.append(graph.value(input).name);
    } else {
        for (const InputConfig& input : config.inputs)
            names.append(input.name);
    }
    QList<InputContract> contracts;
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto found = std::ranges::find(config.inputs, names[i], &InputConfig::name);
        // A name that the config leaves out is the model's own, in its order.
        if (found == config.inputs.end() && i < config.inputs.size() && config.inputs[i].name.isEmpty())
            found = config.inputs.begin() + i;
        contracts.append(
            ContractWriter(subject, found == config.inputs.end() ? InputConfig() : *found, names[i]).write());
    }
    return contracts;
}

} // namespace driftscope
