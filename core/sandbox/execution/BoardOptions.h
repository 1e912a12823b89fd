// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sandbox/execution/BoardDump.h"

#include <QStringList>

namespace driftscope {

/// The command line of driftscope-board: that of hrt_model_exec, and --input_list.
struct BoardOptions
{
    QString command; ///< model_info, infer, perf; empty for -v and --help
    bool showVersion = false;
    bool showHelp = false;
    QStringList modelFiles;
    QString modelName;
    QStringList inputFiles;
    QString inputList; ///< the sandbox's addition: a file with the inputs of one frame on each line
    int coreId = 0;
    std::optional<int> frameCount;
    int perfMinutes = 0;
    int threads = 1;
    QString profilePath;
    bool classes = false; ///< --enable_cls_post_process
    DumpOptions dump;

    /// gflags' rules: `--name=value` or `--name value`, one dash or two, `--noname` for booleans, the last one wins,
    /// words that belong to no option are ignored.
    [[nodiscard]] static Result<BoardOptions> parse(const QStringList& arguments);
    [[nodiscard]] static QString help();
};

} // namespace driftscope
