// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LoadedStage.h"
#include "widgets/inspector/HtmlPage.h"

namespace driftscope {

/// What the toolchain's reports say of the node, each number with its source. Nothing where they say nothing.
void addFacts(HtmlPage& page, const LoadedChain& chain, const LoadedStage& stage, NodeId node);

/// An operator of domain `horizon`, or a node of a .bin, in numbers. Nothing for others.
void addDecoded(HtmlPage& page, const LoadedStage& stage, NodeId node);

/// What a .bin says of its input or output besides the type: what is fed, and the scale that is left to the program.
void addBoardTensor(HtmlPage& page, const LoadedStage& stage, const QString& name);

/// Numbers in one line: all when few, else count and range.
[[nodiscard]] QString numbersText(const std::vector<double>& numbers);

/// Scales of a tensor in one line, with the axis when they stand by channel.
[[nodiscard]] QString quantizationText(const Quantization& quantization);

} // namespace driftscope
