// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"

namespace driftscope {

/// The facts of a key in words, for one march or for all (March::Unknown): what the schema holds as data, and what its
/// statements add to it. Empty where there is nothing to say.
class ConfigKeyText
{
public:
    ConfigKeyText(const ConfigSchema& schema, const ConfigKeyInfo& info, March march);

    [[nodiscard]] QString values() const;
    [[nodiscard]] QString defaultValue() const;
    [[nodiscard]] QString required() const;
    [[nodiscard]] QString inputs() const;
    [[nodiscard]] QString marches() const;
    [[nodiscard]] QString deprecation() const;
    /// Editions of the tools that know the key, and those of which nothing is known.
    [[nodiscard]] QString versions() const;

private:
    [[nodiscard]] QString withAddition(const QString& sentence, ConfigFact fact) const;
    [[nodiscard]] QString valuesOn(March march) const;
    [[nodiscard]] QString byMarch(QString (ConfigKeyText::*text)(March) const) const;
    [[nodiscard]] QString defaultOn(March march) const;

    const ConfigSchema& m_schema;
    const ConfigKeyInfo& m_info;
    March m_march;
};

} // namespace driftscope
