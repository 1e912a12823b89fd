// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

#include <QList>

namespace driftscope {

/// A key of which two configs say something else.
struct ConfigDifference
{
    enum class Kind
    {
        Changed, ///< both write it
        Added, ///< the later one alone writes it, and it is not what held without
        Removed, ///< the earlier one alone does
        SameMeaning ///< written differently, or written out where it holds anyway
    };

    QString key; ///< full
    Kind kind = Kind::Changed;
    QString before; ///< as written; where it is not, what holds without it
    QString after;
    bool isBeforeWritten = false;
    bool isAfterWritten = false;

    bool operator==(const ConfigDifference&) const = default;
};

/// Compares by what the toolchain would understand: spelling of numbers, booleans, quotes and closing semicolons do not
/// count, a key that is left out has its default for the config's march. In the order of the schema, unknown keys
/// behind.
[[nodiscard]] QList<ConfigDifference> compareConfigs(const ConfigDocument& before, const ConfigDocument& after,
                                                     const ConfigSchema& schema);

} // namespace driftscope
