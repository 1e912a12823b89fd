// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/KnownMessages.h"

#include <QJsonObject>

namespace driftscope {

/// Reads resources/messages: `<part>.en.json` with patterns and English words, `<part>.<language>.json` with the words
/// alone, `sources.<language>.json` with the names of the sources.
class KnownMessagesReader
{
public:
    [[nodiscard]] Result<KnownMessages> read(const QString& language);
    /// Of one message; for tests of the reader alone.
    [[nodiscard]] static Result<KnownMessage> readMessage(const QJsonObject& object, const QJsonObject& sources);

private:
    [[nodiscard]] Result<void> readPart(const QString& part, const QString& language, const QJsonObject& sources);

    KnownMessages m_messages;
};

} // namespace driftscope
