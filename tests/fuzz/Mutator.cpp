// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mutator.h"

#include <algorithm>
#include <array>

namespace driftscope::fuzz {

qsizetype Mutator::below(qsizetype limit)
{
    return limit <= 0 ? 0 : static_cast<qsizetype>(m_random() % static_cast<quint64>(limit));
}

QByteArray Mutator::mutated(QByteArray content)
{
    for (qsizetype times = 1 + below(4); times > 0; --times)
        damage(content);
    return content;
}

void Mutator::damage(QByteArray& content)
{
    constexpr std::array<char, 6> telling{'\x00', '\x01', '\x7f', '\x80', '\xff', '9'};
    const qsizetype at = below(content.size());
    const qsizetype length = 1 + below(std::min<qsizetype>(content.size() - at, 16));
    switch (below(6)) {
    case 0:
        content.truncate(at);
        break;
    case 1:
        if (!content.isEmpty())
            content[at] = static_cast<char>(content[at] ^ (1 << below(8)));
        break;
    case 2:
        if (!content.isEmpty())
            content[at] = telling.at(static_cast<std::size_t>(below(telling.size())));
        break;
    case 3:
        content.insert(below(content.size()), content.mid(at, length));
        break;
    case 4:
        content.remove(at, length);
        break;
    default: {
        const QByteArray piece = content.mid(at, length);
        content.replace(below(content.size()), piece.size(), piece);
        break;
    }
    }
}

} // namespace driftscope::fuzz
