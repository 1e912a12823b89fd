// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/FirstDrift.h"
#include "core/diagnosis/Trial.h"

namespace driftscope {

/// Everything that was found out, before it is put into words.
struct Findings
{
    InputConfig config;
    TensorLayout declared = TensorLayout::NHWC;
    std::vector<Hypothesis> hypotheses;
    std::vector<PreparedSample> samples;
    Trial trial;
    FirstDrift drift;
    QList<LadderStep> ladder;
    QString contradiction; ///< what the .bin says against itself
};

/// Weighs the findings: the verdict with its evidence, confidence and fix.
[[nodiscard]] Verdict judge(const Findings& findings, const ConfigDocument* document);

} // namespace driftscope
