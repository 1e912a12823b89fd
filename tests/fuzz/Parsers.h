// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace driftscope::fuzz {

/// Feeds bytes to one parser and uses what comes out as the program would. Gives the error's message, or nothing when
/// the bytes were accepted.
using Parser = std::optional<QString> (*)(const QByteArray& content);

struct NamedParser
{
    const char* name;
    Parser parse;
    bool isLenient = false; ///< takes nearly everything and says what it did not understand
};

/// Every loader of the program, by the names that the fuzz programs carry.
[[nodiscard]] std::span<const NamedParser> parsers();

[[nodiscard]] std::optional<QString> parseCaptureManifest(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseDumpSidecar(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseProjectFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseOnnxWithFiles(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseNpzFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseDeclaredDump(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseVerifierLog(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseConfig(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseRules(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseLog(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseLogInPieces(const QByteArray& content);
[[nodiscard]] std::optional<QString> matchMessages(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseProfilerFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseBoardInfo(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseQuantInfoFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseSubgraphFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parsePerfGraphFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseToolRecordFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseHorizonResultFile(const QByteArray& content);
[[nodiscard]] std::optional<QString> parseProfiles(const QByteArray& content);

} // namespace driftscope::fuzz
