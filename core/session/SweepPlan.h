// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/Linter.h"
#include "core/project/AcceptedFindings.h"
#include "core/session/SweepRecord.h"

namespace driftscope {

/// More keys than a table and a plot can show.
inline constexpr qsizetype mostSweepKeys = 2;
/// A slip of the pen is not to fill a disk.
inline constexpr qsizetype mostSweepRuns = 1000;

/// The full name of a key that is given with its group or without. Fails for a key that nobody knows, with the one
/// that is probably meant, and for those that a sweep cannot give a value.
[[nodiscard]] Result<QString> sweepKeyNamed(const QString& name, const ConfigSchema& schema);
/// `max,kl` or `"set_model_output_int8,asymmetric",""`: commas between values, double quotes around a value that holds
/// some, and around nothing for a variant without the key.
[[nodiscard]] Result<QStringList> splitSweepValues(const QString& text);
[[nodiscard]] QString joinSweepValues(const QStringList& values); ///< the reverse

/// What a sweep starts from.
struct SweepSubject
{
    LintSubject lint; ///< the config, its model and own rules; schema as below, no log and no board file
    std::shared_ptr<const ConfigSchema> schema;
    AcceptedFindings accepted; ///< errors that the person lives with refuse nothing
};

/// One combination of values.
struct SweepVariant
{
    QStringList values;
    ConfigDocument document; ///< the config with these values, every other byte as it was
    Diagnostics refusals; ///< why the toolchain would not take it; empty when nothing is known against it
    Diagnostics warnings; ///< that come with these values
};

/// A value that no combination can use.
struct SweepValueProblem
{
    qsizetype key = 0; ///< of the plan's
    QString value;
    Diagnostic finding;
};

struct SweepPlan
{
    QString configFile;
    QList<SweepKey> keys;
    QList<SweepVariant> variants; ///< the first key's values outermost
    QList<SweepValueProblem> problems; ///< nothing may be compiled while there are any
};

/// The config with a value for each key; an empty one takes the key out. Every other byte stays.
[[nodiscard]] Result<ConfigDocument> withSweepValues(const ConfigDocument& document, const QList<SweepKey>& keys,
                                                     const QStringList& values);
/// Makes a config for every combination and checks each by schema and rules, as they hold for its march. Fails where
/// keys or values are no sweep: none or more than two keys, the same one twice, one without values, a value twice, too
/// many combinations, a key that stands as a map in the text.
[[nodiscard]] Result<SweepPlan> planSweep(const SweepSubject& subject, const QList<SweepKey>& keys,
                                          const CancelToken& cancel, Progress& progress);

} // namespace driftscope
