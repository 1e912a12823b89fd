// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardSite.h"

#include <QMap>

namespace driftscope {

struct StreamListeners;
struct StreamLimits;

/// Runs on a board that is reached by ssh, in a folder of its own there. A model is sent once, known by its hash. What
/// is safe to repeat is tried again when the connection is lost, and goes on where it broke off.
class SshBoardSite final : public BoardSite
{
public:
    explicit SshBoardSite(const BoardProfile& board);
    ~SshBoardSite() override;
    Q_DISABLE_COPY_MOVE(SshBoardSite)

    [[nodiscard]] Result<BoardCapabilities> open(const CancelToken& cancel) override;
    [[nodiscard]] Result<QString> bringModel(const QString& file, const CancelToken& cancel,
                                             Progress& progress) override;
    [[nodiscard]] Result<void> begin(const QList<TarEntry>& files, qint64 bytes, const QString& folder,
                                     const CancelToken& cancel, Progress& progress) override;
    [[nodiscard]] Result<BoardScriptEnd> run(const std::function<void(const BoardReport&)>& onReport,
                                             const CancelToken& cancel, int timeoutMilliseconds) override;
    [[nodiscard]] Result<void> fetch(qint64 bytes, const CancelToken& cancel, Progress& progress) override;
    void end() override;

private:
    /// What one connection gave.
    struct Answer
    {
        ProcessResult result;
        QByteArray output;
        QStringList errors;

        [[nodiscard]] bool isLost() const; ///< the connection, which may well come back
    };

    [[nodiscard]] Command launched(const Command& command) const;
    [[nodiscard]] Command remote(const QString& script, const QStringList& arguments) const;
    [[nodiscard]] Answer ask(const Command& command, StreamListeners listeners, const CancelToken& cancel) const;
    /// `doing` is a phrase: what could not be done.
    [[nodiscard]] Error errorOf(const Answer& answer, const QString& doing, const CancelToken& cancel) const;
    [[nodiscard]] static BoardReport reportOf(const Answer& answer);
    [[nodiscard]] Result<void> checkRoom(qint64 bytes) const;
    [[nodiscard]] Result<void> sendFile(const QString& file, const QString& there, const CancelToken& cancel,
                                        Progress& progress);
    [[nodiscard]] Answer sendFrom(qint64 offset, const QString& file, const QString& there, const CancelToken& cancel,
                                  Progress& progress) const;
    [[nodiscard]] Answer sendRun(const QList<TarEntry>& files, QString& problem, const CancelToken& cancel,
                                 Progress& progress) const;
    void removeThere(const QString& folder) const;

    QString m_root; ///< there
    QString m_runThere; ///< folder of the run; empty while there is none
    int m_runs = 0;
    QString m_incoming; ///< here
    QMap<QString, QString> m_models; ///< path there by hash
    qint64 m_room = -1; ///< bytes; -1 where it is not known
    bool m_isOpen = false;
};

} // namespace driftscope
