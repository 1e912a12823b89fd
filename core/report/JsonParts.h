// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QJsonArray>
#include <QJsonObject>

namespace driftscope {

/// A number as JSON; null for NaN and infinities.
[[nodiscard]] QJsonValue numberJson(double value);
[[nodiscard]] QJsonArray shapeJson(const Shape& shape);
[[nodiscard]] QJsonArray stringsJson(const QStringList& strings);

} // namespace driftscope
