// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardRun.h"

namespace driftscope {

Result<Capture> runOnBoard(const BoardRunRequest& request, const CancelToken& cancel, Progress& progress)
{
    auto connection = BoardConnection::open(request.board, cancel, progress);
    if (!connection)
        return forward(connection);
    BoardJob job;
    job.modelFile = request.modelFile;
    job.modelName = request.modelName;
    job.layers = request.layers;
    job.samples = {{request.inputFiles, request.dumpFolder}};
    job.timeoutMilliseconds = request.timeoutMilliseconds;
    job.onWarning = request.onWarning;
    auto captures = (*connection)->run(job, cancel, progress);
    if (!captures)
        return forward(captures);
    return captures->first();
}

} // namespace driftscope
