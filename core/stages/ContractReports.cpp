// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the log and the .bin say of the config that they come from.
#include "core/stages/ContractWriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Numbers as logs print them have eight digits.
constexpr double printedTolerance = 1e-4;

std::optional<InputType> typeFromText(const QString& text)
{
    const QString name = text.trimmed().toLower().remove(u'_');
    return name.isEmpty() ? std::nullopt : inputTypeFromName(name);
}

/// `None` and nothing: recorded as not written.
std::optional<TensorLayout> layoutFromText(const QString& text)
{
    const QString name = text.trimmed();
    return name.isEmpty() || name == "None"_L1 ? TensorLayout::Unknown : layoutFromName(name);
}

std::optional<Shape> shapeFromText(const QString& text)
{
    const auto shape = Shape::fromString(text);
    return shape && shape->rank() > 0 ? std::optional(*shape) : std::nullopt;
}

} // namespace

const LogInput* ContractWriter::logInput() const
{
    if (m_subject.log == nullptr)
        return nullptr;
    const auto found = std::ranges::find(m_subject.log->inputs, m_contract.input, &LogInput::name);
    return found == m_subject.log->inputs.end() ? nullptr : &*found;
}

std::optional<Shape> ContractWriter::modelShape() const
{
    if (m_config.shape)
        return m_config.shape;
    if (const Value* value = floatInput(); value != nullptr && value->shape)
        return value->shape;
    if (const LogInput* input = logInput(); input != nullptr && !input->shape.isEmpty())
        return shapeFromText(input->shape);
    if (m_subject.board == nullptr)
        return std::nullopt;
    const auto info = std::ranges::find(m_subject.board->inputs, m_contract.input, &BoardTensorInfo::name);
    return info == m_subject.board->inputs.end() ? std::nullopt : recordedIn(*m_subject.board, *info).shape;
}

void ContractWriter::checkRecorded(ContractRow& row, const Recorded& recorded) const
{
    if (m_subject.document == nullptr)
        return;
    const auto differs = [&](ContractField field, const QString& key, const QString& there, const QString& here) {
        const QString full = u"input_parameters."_s + key;
        contradict(row, field, full,
                   tr("%1 %2 %3, but the config says %4 (%5); it was made from another config.")
                       .arg(recorded.what, key, there, here, keySource(full)));
    };
    if (recorded.typeTrain && m_config.typeTrain != InputType::Unknown && *recorded.typeTrain != m_config.typeTrain)
        differs(ContractField::Colour, u"input_type_train"_s, inputTypeName(*recorded.typeTrain),
                inputTypeName(m_config.typeTrain));
    if (recorded.typeRt && m_config.typeRt != InputType::Unknown && *recorded.typeRt != m_config.typeRt)
        differs(ContractField::Colour, u"input_type_rt"_s, inputTypeName(*recorded.typeRt),
                inputTypeName(m_config.typeRt));
    if (recorded.layoutTrain && *recorded.layoutTrain != TensorLayout::Unknown
        && m_config.layoutTrain != TensorLayout::Unknown && *recorded.layoutTrain != m_config.layoutTrain)
        differs(ContractField::Layout, u"input_layout_train"_s, layoutName(*recorded.layoutTrain),
                layoutName(m_config.layoutTrain));
    checkRecordedLayoutRt(row, recorded);
    if (recorded.shape && m_config.shape && *recorded.shape != *m_config.shape)
        differs(ContractField::Shape, u"input_shape"_s, recorded.shape->toString(), m_config.shape->toString());
    if (recorded.videoRange && *recorded.videoRange != m_config.videoRange)
        differs(ContractField::Range, u"input_space_and_range"_s,
                *recorded.videoRange ? u"bt601_video"_s : u"regular"_s,
                m_config.videoRange ? u"bt601_video"_s : u"regular"_s);
    checkRecordedNorm(row, recorded);
}

void ContractWriter::checkRecordedNorm(ContractRow& row, const Recorded& recorded) const
{
    const ContractNorm wanted = normOf(m_config);
    const QString part = recorded.norm ? differingPart(*recorded.norm, wanted, {printedTolerance}) : QString();
    if (part.isEmpty())
        return;
    const QString key = u"input_parameters."_s + part;
    contradict(row, ContractField::Normalization, key,
               tr("%1 the normalization %2, but the config says %3 (%4); it was made from another config.")
                   .arg(recorded.what, recorded.norm->toString(), wanted.toString(), keySource(key)));
}

void ContractWriter::checkRecordedLayoutRt(ContractRow& row, const Recorded& recorded) const
{
    if (!recorded.layoutRt || *recorded.layoutRt == m_config.layoutRt)
        return;
    const bool isNv12 = m_config.typeRt == InputType::Nv12;
    // What neither of them writes is NHWC; planes have no layout to leave open.
    const bool isDefault = m_config.layoutRt == TensorLayout::Unknown
        && (isNv12 || !isImageType(m_config.typeRt) || *recorded.layoutRt == TensorLayout::NHWC);
    if (isDefault)
        return;
    const QString key = u"input_parameters.input_layout_rt"_s;
    const auto name
        = [](TensorLayout layout) { return layout == TensorLayout::Unknown ? tr("not written") : layoutName(layout); };
    const QString sentence
        = tr("%1 input_layout_rt %2, but in the config it is %3 (%4); it was made from another config.")
              .arg(recorded.what, name(*recorded.layoutRt), name(m_config.layoutRt), keySource(key));
    contradict(row, ContractField::Layout, key,
               isNv12 ? tr("%1 For nv12 the key has no effect.").arg(sentence) : sentence);
}

void ContractWriter::addBuildParameters()
{
    const LogInput* input = logInput();
    if (input == nullptr || input->buildLine == 0)
        return;
    ContractRow row;
    row.place = ContractPlace::BuildParameters;
    row.title = tr("Build parameters in the log");
    row.shape = input->shape;
    row.layout = input->originalLayout;
    row.colour = input->originalType.toLower();
    const ContractNorm norm{input->means, input->scales};
    row.normalization = norm.toString();
    row.source = tr("call build params (line %1 of the log)").arg(input->buildLine);
    row.note = tr("The stages take %1.").arg(input->expectedType);
    Recorded recorded;
    recorded.what = tr("The build was given");
    recorded.typeTrain = typeFromText(input->originalType);
    if (!input->originalLayout.isEmpty())
        recorded.layoutTrain = layoutFromText(input->originalLayout);
    recorded.norm = norm;
    recorded.shape = shapeFromText(input->shape);
    checkRecorded(row, recorded);
    const InputType fed = fedTypeOf(input->expectedType);
    const InputType expected = m_config.typeRt == InputType::Nv12 ? InputType::Yuv444 : m_config.typeRt;
    if (m_subject.document != nullptr && expected != InputType::Unknown && fed != InputType::Unknown && fed != expected)
        contradict(
            row, ContractField::Colour, u"input_parameters.input_type_rt"_s,
            tr("The stages were built to take %1, but with %2 they would take %3; the log is of another config.")
                .arg(inputTypeName(fed), keySource(u"input_parameters.input_type_rt"_s), inputTypeName(expected)));
    m_contract.rows.append(row);
}

void ContractWriter::addBuildSummary()
{
    const LogInput* input = logInput();
    if (input == nullptr || input->summaryLine == 0)
        return;
    ContractRow row;
    row.place = ContractPlace::BuildSummary;
    row.title = tr("Summary at the end of the log");
    row.shape = input->shape;
    row.colour = input->typeRt;
    if (typeFromText(input->typeRt) != InputType::Nv12)
        row.layout = input->layoutRt == "None"_L1 ? QString() : input->layoutRt;
    row.source = tr("input info (line %1 of the log)").arg(input->summaryLine);
    Recorded recorded;
    recorded.what = tr("The log repeats");
    recorded.typeRt = typeFromText(input->typeRt);
    recorded.typeTrain = typeFromText(input->typeTrain);
    recorded.layoutTrain = layoutFromText(input->layoutTrain);
    if (!input->layoutRt.isEmpty())
        recorded.layoutRt = layoutFromText(input->layoutRt);
    if (!input->range.isEmpty())
        recorded.videoRange = input->range == "bt601_video"_L1;
    if (!input->normType.isEmpty()) {
        recorded.norm = normFromTexts(input->normType, input->meanValue, input->scaleValue);
        row.normalization = recorded.norm->toString();
    }
    recorded.shape = shapeFromText(input->shape);
    checkRecorded(row, recorded);
    m_contract.rows.append(row);
}

void ContractWriter::addCompilerFlags()
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

ContractWriter::Recorded ContractWriter::recordedIn(const BoardModel& board, const BoardTensorInfo& info) const
{
    const QStringList names = board.metadata.perInput(u"INPUT_NAMES"_s);
    const qsizetype place = names.contains(info.name) ? names.indexOf(info.name) : m_position;
    const auto text = [&](const QString& key) { return board.metadata.perInput(key).value(place); };
    const auto isWritten = [&](const QString& key) { return !board.metadata.perInput(key).isEmpty(); };
    Recorded recorded;
    recorded.what = tr("The file says");
    if (info.inputType != InputType::Unknown)
        recorded.typeRt = info.inputType;
    recorded.typeTrain = typeFromText(text(u"INPUT_TYPE_TRAIN"_s));
    recorded.layoutTrain = layoutFromText(text(u"INPUT_LAYOUT_TRAIN"_s));
    // The code in the container is how the library reports the input; what was configured is in the metadata.
    if (isWritten(u"INPUT_LAYOUT_RT"_s))
        recorded.layoutRt = layoutFromText(text(u"INPUT_LAYOUT_RT"_s));
    else if (info.inputType != InputType::Nv12 && m_config.layoutRt != TensorLayout::Unknown)
        recorded.layoutRt = info.layout;
    if (isWritten(u"INPUT_SPACE_AND_RANGE"_s))
        recorded.videoRange = text(u"INPUT_SPACE_AND_RANGE"_s) == "bt601_video"_L1;
    if (isWritten(u"NORM_TYPE"_s))
        recorded.norm = normFromTexts(text(u"NORM_TYPE"_s), text(u"MEAN_VALUE"_s), text(u"SCALE_VALUE"_s));
    recorded.shape = shapeFromText(text(u"INPUT_SHAPE"_s));
    return recorded;
}

void ContractWriter::addBoardFile()
{
    if (m_subject.board == nullptr)
        return;
    const QList<BoardTensorInfo>& inputs = m_subject.board->inputs;
    const auto info = std::ranges::find(inputs, m_contract.input, &BoardTensorInfo::name);
    if (info == inputs.end())
        return;
    const Recorded recorded = recordedIn(*m_subject.board, *info);
    ContractRow row;
    row.place = ContractPlace::BoardFile;
    row.title = tr("Board model");
    row.type = dataTypeName(info->type);
    row.shape = info->shape.toString();
    row.colour = inputTypeName(info->inputType);
    row.range = isImageType(info->inputType) ? u"0…255"_s : u"as trained"_s;
    row.source = m_subject.board->name;
    const TensorLayout written = recorded.layoutRt.value_or(TensorLayout::Unknown);
    if (info->inputType != InputType::Nv12)
        row.layout = layoutName(written == TensorLayout::Unknown ? info->layout : written);
    if (recorded.norm)
        row.normalization = recorded.norm->toString();
    checkRecorded(row, recorded);
    for (const InsertedNode& node : m_subject.inserted) {
        const bool isHere = node.stage == Stage::Board && node.name.contains(m_contract.input);
        if (isHere && !node.contradiction.isEmpty())
            contradict(row, ContractField::Layout, u"input_parameters.input_layout_rt"_s,
                       tr("The node %1 in the file: %2").arg(node.name, node.contradiction));
    }
    m_contract.rows.append(row);
}

} // namespace driftscope
