// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace driftscope {

/// The code of one BPU part as the sandbox packs it into a container: the march's magic, a marker line, the length as
/// 64-bit little endian, a serialized ONNX model, and the version of the runtime. The toolchain's own code begins with
/// the same magic, cannot be opened, and never carries the marker.
struct PackedCode
{
    QString magic; ///< `#X2Ahbm#`, `#B25hbm#`, `#B2Ehbm#`
    QByteArray onnx;
    QString runtimeVersion;
};

[[nodiscard]] QByteArray packCode(const PackedCode& code);
/// Nothing for code of the toolchain, damaged or cut code.
[[nodiscard]] std::optional<PackedCode> unpackCode(const QByteArray& bytes);

/// Magic of a march and back; empty for what is unknown. Source: published .bin files of the three marches.
[[nodiscard]] QString magicOfMarch(const QString& march);
[[nodiscard]] QString marchOfMagic(const QString& magic);

/// The magic at the beginning of code, sandbox's or not; empty when it has none.
[[nodiscard]] QString magicOfCode(const QByteArray& bytes);

} // namespace driftscope
