// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/YamlTree.h"

#include <QStringView>

namespace driftscope {

/// Whether `text` may stand without quotes and still mean itself: not null, no indicator in front, nothing that reads
/// as a comment or a key, and in braces no comma or bracket.
[[nodiscard]] bool canBePlain(QStringView text, bool insideFlow);

/// Whether `text` holds control characters or line breaks, which only double quotes can express.
[[nodiscard]] bool needsEscapes(QStringView text);

/// `text` in the wanted style, or in the nearest one that can express it (plain → single quotes → double quotes).
/// Block styles are written as quotes.
[[nodiscard]] QByteArray writeScalar(const QString& text, ScalarStyle wanted, bool insideFlow);

/// The style that a new value gets beside neighbours that use `neighbours`: numbers and booleans stand bare, texts are
/// quoted where the neighbours are.
[[nodiscard]] ScalarStyle styleForNewValue(const QString& text, ScalarStyle neighbours);

} // namespace driftscope
