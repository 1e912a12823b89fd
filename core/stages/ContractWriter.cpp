// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What training, calibration files, config and board program say; stages and reports are in files of their own.
#include "core/stages/ContractWriter.h"

#include "core/base/Files.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Calibration files larger than this are not opened; their size is judged all the same.
constexpr qint64 largestSample = 64 * 1024 * 1024;

QString shapeText(const std::optional<Shape>& shape)
{
    return shape ? shape->toString() : QString();
}

} // namespace

ContractWriter::ContractWriter(const ContractSubject& subject, InputConfig config, QString input, qsizetype position)
    : m_subject(subject)
    , m_config(std::move(config))
    , m_position(position)
{
    m_contract.input = std::move(input);
}

InputContract ContractWriter::write()
{
    addTraining();
    addCalibrationFiles();
    addConfig();
    addBuildParameters();
    for (const StageGraph& stage : m_subject.stages) {
        if (stage.stage != Stage::Float && stage.stage != Stage::Board)
            addStage(stage);
    }
    addCompilerFlags();
    addBuildSummary();
    addBoardFile();
    addBoardProgram();
    const auto first
        = std::ranges::find_if(m_contract.rows, [](const ContractRow& row) { return !row.contradiction.isEmpty(); });
    if (first != m_contract.rows.end())
        m_contract.firstContradiction = static_cast<int>(first - m_contract.rows.begin());
    return std::move(m_contract);
}

void ContractWriter::contradict(ContractRow& row, ContractField field, const QString& key, const QString& sentence)
{
    if (!row.contradiction.isEmpty())
        return;
    row.contradiction = sentence;
    row.contradictedField = field;
    row.contradictedKey = key;
}

QString ContractWriter::keySource(const QString& key) const
{
    const auto value = m_subject.document != nullptr ? m_subject.document->value(key) : std::nullopt;
    if (!value || value->isNull)
        return tr("%1 (not written)").arg(key);
    return tr("%1 (line %2)").arg(key).arg(value->keyRange.line);
}

const Value* ContractWriter::inputOf(const StageGraph& stage) const
{
    const ValueId id = stage.graph->findValue(m_contract.input);
    return id.isValid() && stage.graph->value(id).isInput ? &stage.graph->value(id) : nullptr;
}

const Value* ContractWriter::floatInput() const
{
    const auto stage = std::ranges::find(m_subject.stages, Stage::Float, &StageGraph::stage);
    return stage == m_subject.stages.end() ? nullptr : inputOf(*stage);
}

void ContractWriter::addTraining()
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
            contradict(row, ContractField::Layout, u"input_parameters.input_layout_train"_s,
                       tr("The config says that the float model takes %1, but its input %2 is %3; correct "
                          "input_layout_train.")
                           .arg(row.layout, row.shape, layoutName(format.layout)));
    }
    m_contract.rows.append(row);
}

void ContractWriter::addCalibrationFiles()
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
        checkSample(row, files.first().absoluteFilePath());
    m_contract.rows.append(row);
}

void ContractWriter::checkSample(ContractRow& row, const QString& path) const
{
    const QFileInfo file(path);
    const std::optional<Shape> shape = modelShape();
    const auto type = dataTypeFromName(m_config.calibrationDataType);
    row.shape = shapeText(shape);
    if (!shape || !type || shape->elementCount() <= 0)
        return;
    const qint64 expected = shape->elementCount() * elementSize(*type);
    if (file.size() != expected) {
        contradict(row, ContractField::Shape, u"calibration_parameters.cal_data_dir"_s,
                   tr("%1 has %2 bytes, but %3 values of type %4 are %5 bytes.")
                       .arg(file.fileName(), QString::number(file.size()), shape->toString(), dataTypeName(*type),
                            QString::number(expected)));
        return;
    }
    const auto content = readFile(path, largestSample);
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
        contradict(row, ContractField::Range, u"input_parameters.norm_type"_s,
                   tr("The values of %1 look normalized already, and the config normalizes once more (norm_type).")
                       .arg(file.fileName()));
}

void ContractWriter::addConfig()
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
    row.shape = shapeText(m_config.shape);
    row.layout = layoutName(m_config.layoutRt);
    row.normalization = normOf(m_config).toString();
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

QString ContractWriter::boardProgramShape(TensorLayout layout) const
{
    const std::optional<Shape> shape = modelShape();
    if (!shape || shape->rank() != 4 || !isImageType(m_config.typeRt))
        return shapeText(shape);
    const int channels = channelCount(m_config.typeTrain);
    const TensorLayout train = layoutOfShape(*shape, channels, m_config.layoutTrain);
    const int rowAxis = train == TensorLayout::NHWC ? 1 : 2;
    const qint64 height = (*shape)[rowAxis];
    const qint64 width = (*shape)[rowAxis + 1];
    if (height <= 0 || width <= 0)
        return {};
    if (m_config.typeRt == InputType::Nv12)
        return tr("Y %1x%2, UV %3x%2")
            .arg(QString::number(height), QString::number(width), QString::number(height / 2));
    const qint64 fedChannels = channelCount(m_config.typeRt);
    return layout == TensorLayout::NCHW ? Shape{(*shape)[0], fedChannels, height, width}.toString()
                                        : Shape{(*shape)[0], height, width, fedChannels}.toString();
}

void ContractWriter::addBoardProgram()
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
    const TensorLayout layout = isKnown && fed->layout != TensorLayout::Unknown ? fed->layout : expected;
    if (hasLayout)
        row.layout = layoutName(layout);
    row.shape = boardProgramShape(layout);
    row.range = isImage ? u"0…255"_s : u"as trained"_s;
    row.source = isKnown ? tr("as it was fed") : tr("as the config asks for; what your program does is not known");
    if (isKnown && hasLayout && fed->layout != TensorLayout::Unknown && expected != TensorLayout::Unknown
        && fed->layout != expected)
        contradict(row, ContractField::Layout, u"input_parameters.input_layout_rt"_s,
                   tr("The program feeds %1, but the board model was built for %2.")
                       .arg(layoutName(fed->layout), layoutName(expected)));
    if (isKnown && fed->type != InputType::Unknown && m_config.typeRt != InputType::Unknown
        && fed->type != m_config.typeRt)
        contradict(row, ContractField::Colour, u"input_parameters.input_type_rt"_s,
                   tr("The program feeds %1, but the board model was built for %2.")
                       .arg(inputTypeName(fed->type), inputTypeName(m_config.typeRt)));
    if (isKnown && isImage && isFloatingPoint(fed->dataType))
        contradict(row, ContractField::Type, u"input_parameters.input_type_rt"_s,
                   tr("The program feeds floats, but a picture input takes bytes from 0 to 255."));
    m_contract.rows.append(row);
}

} // namespace driftscope
