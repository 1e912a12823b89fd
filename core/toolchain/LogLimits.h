// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"

#include <QStringView>

namespace driftscope {

/// How much of a log is kept. Real logs stay far below; output without end must not take the memory.
namespace logLimit {
inline constexpr qsizetype rows = 200'000; ///< of the node table
inline constexpr qsizetype records = 10'000; ///< of any other kind
inline constexpr qsizetype diagnostics = 2'000;
inline constexpr qsizetype names = 256; ///< of inputs and tools, which are looked up again and again
inline constexpr qsizetype unparsed = 5;
inline constexpr qsizetype text = 4'096; ///< characters of one text
inline constexpr qsizetype longText = 65'536; ///< scales of a tensor's channels are longer
} // namespace logLimit

/// The part of a message that patterns look at: no message of interest is longer, and no pattern is slow on so little.
[[nodiscard]] inline QString messageHead(const QString& message)
{
    return message.size() <= logLimit::text ? message : message.first(logLimit::text);
}

/// Appends unless enough of the kind is kept; counts what is left out.
template <typename List, typename Item>
void keep(List& list, Item&& item, MakertbinLog& log, qsizetype limit = logLimit::records)
{
    if (list.size() < limit)
        list.append(std::forward<Item>(item));
    else
        ++log.droppedRecords;
}

} // namespace driftscope
