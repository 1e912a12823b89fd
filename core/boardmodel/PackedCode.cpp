// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boardmodel/PackedCode.h"

#include <QtEndian>

#include <algorithm>
#include <array>

namespace driftscope {

namespace {

constexpr QByteArrayView marker("driftscope-sandbox 1\n");
constexpr qsizetype magicSize = 8;
constexpr qsizetype lengthSize = 8;

struct March
{
    QLatin1StringView name;
    QLatin1StringView magic;
};

constexpr std::array marches{
    March{QLatin1StringView("bernoulli2"), QLatin1StringView("#X2Ahbm#")},
    March{QLatin1StringView("bayes"), QLatin1StringView("#B25hbm#")},
    March{QLatin1StringView("bayes-e"), QLatin1StringView("#B2Ehbm#")},
};

} // namespace

QByteArray packCode(const PackedCode& code)
{
    QByteArray length(lengthSize, '\0');
    qToLittleEndian(static_cast<quint64>(code.onnx.size()), length.data());
    QByteArray bytes = code.magic.toLatin1();
    bytes.append(marker).append(length).append(code.onnx).append(code.runtimeVersion.toUtf8());
    return bytes;
}

std::optional<PackedCode> unpackCode(const QByteArray& bytes)
{
    const QString magic = magicOfCode(bytes);
    const qsizetype start = magicSize + marker.size() + lengthSize;
    if (magic.isEmpty() || bytes.size() < start || !QByteArrayView(bytes).sliced(magicSize).startsWith(marker))
        return std::nullopt;
    const auto length = qFromLittleEndian<quint64>(bytes.constData() + magicSize + marker.size());
    if (length > static_cast<quint64>(bytes.size() - start))
        return std::nullopt;
    const auto size = static_cast<qsizetype>(length);
    return PackedCode{magic, bytes.mid(start, size), QString::fromUtf8(bytes.mid(start + size))};
}

QString magicOfMarch(const QString& march)
{
    const auto found = std::ranges::find(marches, march, &March::name);
    return found == marches.end() ? QString() : QString(found->magic);
}

QString marchOfMagic(const QString& magic)
{
    const auto found = std::ranges::find(marches, magic, &March::magic);
    return found == marches.end() ? QString() : QString(found->name);
}

QString magicOfCode(const QByteArray& bytes)
{
    const QByteArray head = bytes.first(std::min(magicSize, bytes.size()));
    return head.size() == magicSize && head.startsWith('#') && head.endsWith("hbm#") ? QString::fromLatin1(head)
                                                                                     : QString();
}

} // namespace driftscope
