// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Hypothesis.h"

#include <QCoreApplication>

namespace driftscope {

void addLayoutHypotheses(std::vector<Hypothesis>& all, const InputConfig& config, TensorLayout declared, March march);
void addColourHypotheses(std::vector<Hypothesis>& all, const InputConfig& config);
void addRangeHypotheses(std::vector<Hypothesis>& all, const InputConfig& config);

} // namespace driftscope
