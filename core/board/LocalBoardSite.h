// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardSite.h"

namespace driftscope {

/// Runs on this machine, in the folder that gets the results. Files are links there.
class LocalBoardSite final : public BoardSite
{
public:
    explicit LocalBoardSite(const BoardProfile& board);

    [[nodiscard]] Result<BoardCapabilities> open(const CancelToken& cancel) override;
    [[nodiscard]] Result<QString> bringModel(const QString& file, const CancelToken& cancel,
                                             Progress& progress) override;
    [[nodiscard]] Result<void> begin(const QList<TarEntry>& files, qint64 bytes, const QString& folder,
                                     const CancelToken& cancel, Progress& progress) override;
    [[nodiscard]] Result<BoardScriptEnd> run(const std::function<void(const BoardReport&)>& onReport,
                                             const CancelToken& cancel, int timeoutMilliseconds) override;
    [[nodiscard]] Result<void> fetch(qint64 bytes, const CancelToken& cancel, Progress& progress) override;
    void end() override { }

private:
    QString m_model; ///< absolute
    QString m_folder; ///< of the run
};

} // namespace driftscope
