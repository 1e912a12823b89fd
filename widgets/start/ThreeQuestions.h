// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/StatusLight.h"

#include <array>

namespace driftscope {

/// One of the questions that lead from a float model to a working board, and how far it is answered.
struct Question
{
    QString text; ///< the question
    QString explanation; ///< what it means and how it is answered
    QString answer; ///< what is known so far
    Status status = Status::Unknown;
};

/// Is the float model right? Does the quantized model agree? Does the board agree?
[[nodiscard]] std::array<Question, 3> threeQuestions(const Session& session);

} // namespace driftscope
