// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/stages/InsertedNode.h"
#include "core/stages/StageInput.h"

#include <optional>

namespace driftscope {

/// Where something is said about an input, in the order in which the data goes.
enum class ContractPlace
{
    Training, ///< the float model and what the config says of it
    CalibrationFiles,
    Config, ///< what the config promises for run time
    BuildParameters, ///< what the log says the build was called with
    Stage, ///< an ONNX stage
    CompilerFlags,
    BuildSummary, ///< what the log repeats of the config at its end
    BoardFile, ///< the .bin
    BoardProgram
};

[[nodiscard]] QString contractPlaceName(ContractPlace place); ///< `training`, `calibration_files`, …: used in JSON

/// The part of a row that contradicts what was said before.
enum class ContractField
{
    None,
    Type,
    Shape,
    Layout,
    Colour,
    Range,
    Normalization
};

[[nodiscard]] QString contractFieldName(ContractField field); ///< `dtype`, `layout`, …: used in JSON; empty for None

/// What one place says of one input. Empty strings: it says nothing.
struct ContractRow
{
    ContractPlace place = ContractPlace::Training;
    QString title; ///< for people: `Quantized model`
    QString type; ///< `int8`
    QString shape;
    QString layout; ///< `NCHW`
    QString colour; ///< `rgb`
    QString range; ///< `0…255`
    QString normalization; ///< `mean 0, scale 0.00392157`, `none`
    QString source; ///< where this is from: a file, keys with their lines, flags
    QString note; ///< what one should know; an internal flag that is no contradiction says so here
    QString contradiction; ///< one sentence when this contradicts a row above; empty normally
    ContractField contradictedField = ContractField::None;
    QString contradictedKey; ///< the config's key that says otherwise; empty where none does
};

struct InputContract
{
    QString input;
    QList<ContractRow> rows;
    int firstContradiction = -1; ///< index of the first row that contradicts what was said above it
};

/// How the board program really feeds an input, where that is known.
struct BoardFeed
{
    TensorLayout layout = TensorLayout::Unknown;
    InputType type = InputType::Unknown;
    DataType dataType = DataType::Undefined;
};

struct ContractSubject
{
    const ConfigDocument* document = nullptr;
    QList<StageGraph> stages; ///< Float first, as far as there are
    QList<InsertedNode> inserted;
    const MakertbinLog* log = nullptr;
    const BoardModel* board = nullptr;
    QHash<QString, BoardFeed> fed; ///< by input
};

/// One contract for each input of the float model (of the first stage there is). Reads the name, the size and the
/// values of the first calibration file of each input.
[[nodiscard]] QList<InputContract> inputContracts(const ContractSubject& subject);

/// A file or folder that the config names otherwise than it is, or than a report of the build names it. No
/// contradiction: conversions run in containers and their results are moved about.
struct NameDifference
{
    QString key; ///< of the config
    QString inConfig;
    QString found;
    QString where; ///< `the log`, `the .bin`, `this computer`
    QString text; ///< one sentence
};

[[nodiscard]] QList<NameDifference> nameDifferences(const ContractSubject& subject);

} // namespace driftscope
