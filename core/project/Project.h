// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/project/AcceptedFindings.h"
#include "core/project/Bookmarks.h"
#include "core/stages/MatchCorrections.h"
#include "core/stages/Tolerances.h"

#include <QJsonObject>
#include <QString>

namespace driftscope {

/// What belongs together: a conversion config, labelled data to evaluate with, and where runs are kept. Paths are
/// absolute here and relative to the project file on disk. Keys of the file that this version does not know are kept.
struct Project
{
    QString file; ///< empty for a config opened on its own
    QString folder;
    QString name;
    QString configFile;
    QString dataFolder; ///< labelled pictures; may be empty
    QString runsFolder; ///< `runs` beside the config unless the file says otherwise
    QString toolchain = QStringLiteral("sandbox");
    QString board = QStringLiteral("sandbox");
    QJsonObject raw; ///< the file as read
    MatchCorrections corrections; ///< which nodes of two stages belong together, as a person said
    Bookmarks bookmarks; ///< nodes to come back to
    AcceptedFindings accepted; ///< what a person lives with in the config
    Tolerances tolerances; ///< beyond which a layer drifts
};

/// Opens a project file, a folder that holds one (or a single YAML), or a conversion YAML on its own: with the project
/// file projectFileBeside() where that names this YAML.
[[nodiscard]] Result<Project> openProject(const QString& path);

/// Where a project that was opened by its YAML is kept: `<name>.driftscope.json` beside it.
[[nodiscard]] QString projectFileBeside(const QString& configFile);

/// Writes the file; keys that are not ours stay as they were.
[[nodiscard]] Result<void> saveProject(const Project& project);

} // namespace driftscope
