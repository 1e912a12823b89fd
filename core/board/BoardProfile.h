// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace driftscope {

/// Where a board's program runs.
enum class BoardPlace
{
    Here, ///< this machine: the sandbox, or Driftscope on the board itself
    Ssh
};

[[nodiscard]] QString boardPlaceKey(BoardPlace place); ///< `here`, `ssh`
[[nodiscard]] std::optional<BoardPlace> boardPlaceFromKey(const QString& key);

/// What a probe found; nothing in it where none was made.
struct BoardCapabilities
{
    QString version; ///< of the runtime: `1.24.5`
    QString versionLine; ///< as the tool wrote it
    QString architecture; ///< as `uname -m` says it: `aarch64`
    qint64 freeBytes = -1; ///< where runs are kept; -1 where it is not known

    friend bool operator==(const BoardCapabilities&, const BoardCapabilities&) = default;
};

/// A command that answers to hrt_model_exec, and where it runs.
struct BoardProfile
{
    QString name; ///< `sandbox`, or what the person called it
    QString program; ///< `driftscope-board`, `hrt_model_exec`
    QStringList arguments{}; ///< put before the sub-command
    bool isSandbox = false;
    BoardPlace place = BoardPlace::Here;
    QString host{}; ///< name, address or entry of the person's ssh config
    int port = 0; ///< 0: what ssh's config says
    QString user{}; ///< empty: what ssh's config says
    QString ssh{}; ///< the client; empty: `ssh`
    QStringList options{}; ///< for it: `-i`, `/home/me/.ssh/board`
    QMap<QString, QString> environment{}; ///< of the program: `LD_LIBRARY_PATH`
    QString folderThere{}; ///< under which runs are kept; empty: /tmp
    BoardCapabilities capabilities{};

    friend bool operator==(const BoardProfile&, const BoardProfile&) = default;
};

[[nodiscard]] BoardProfile sandboxBoard();

/// Why the profile cannot be used, in one sentence; for what a person typed and for files.
[[nodiscard]] Result<void> checkBoard(const BoardProfile& board);

/// Where it is, for people: `root@192.168.1.10:2222`; empty for this machine.
[[nodiscard]] QString boardWhere(const BoardProfile& board);

/// Words for the ssh client in front of the host, and the host: port, user and options of the person.
[[nodiscard]] QStringList boardSshOptions(const BoardProfile& board);

} // namespace driftscope
