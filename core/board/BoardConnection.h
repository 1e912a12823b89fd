// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/board/BoardProfile.h"
#include "core/board/ModelInfo.h"
#include "core/tensor/Capture.h"

#include <functional>
#include <memory>

namespace driftscope {

/// One sample: what each input is fed, in order (pictures, raw bytes as the board takes them, or npy), and where its
/// dumps go.
struct BoardSampleFiles
{
    QStringList inputFiles;
    QString dumpFolder; ///< created; dumps in it stay as they are until all of the new ones are here
};

/// Samples of one model that are run together: sent at once, run one after the other, fetched at once.
struct BoardJob
{
    QString modelFile;
    QString modelName{}; ///< of a pack; empty: the only one
    bool layers = false; ///< dump every layer, not only the outputs
    QList<BoardSampleFiles> samples{};
    int timeoutMilliseconds = 120000; ///< for each sample
    std::function<void(const QString&)> onWarning{}; ///< sentences: what the runtime warns of
};

/// A board that is used for a while: what was sent to it once is there until this goes. Nothing is left behind, also
/// after failures and cancelling. One job at a time; not thread safe.
class BoardConnection
{
public:
    /// Fails with what is wrong: not reached, not let in, no program, no room, …
    [[nodiscard]] static Result<std::unique_ptr<BoardConnection>> open(const BoardProfile& board,
                                                                       const CancelToken& cancel, Progress& progress);
    ~BoardConnection();
    BoardConnection(const BoardConnection&) = delete;
    BoardConnection& operator=(const BoardConnection&) = delete;

    [[nodiscard]] const BoardProfile& board() const; ///< with what it was found to be
    /// What the board says of each model in the file: of one, or of all of a pack. Asks anew each time.
    [[nodiscard]] Result<QList<BoardModelInfo>> describe(const QString& modelFile, const CancelToken& cancel,
                                                         Progress& progress);
    /// A capture for each sample, in their order.
    [[nodiscard]] Result<QList<Capture>> run(const BoardJob& job, const CancelToken& cancel, Progress& progress);

private:
    struct Private;
    explicit BoardConnection(std::unique_ptr<Private> d);

    std::unique_ptr<Private> m_d;
};

} // namespace driftscope
