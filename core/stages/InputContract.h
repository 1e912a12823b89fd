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
    Stage, ///< an ONNX stage
    CompilerFlags,
    BoardFile, ///< the .bin
    BoardProgram
};

[[nodiscard]] QString contractPlaceName(ContractPlace place); ///< `training`, `calibration_files`, …: used in JSON

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
    QString source; ///< where this is from: a file, keys with their lines, flags
    QString note; ///< what one should know; an internal flag that is no contradiction says so here
    QString contradiction; ///< one sentence when this contradicts a row above; empty normally
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

} // namespace driftscope
