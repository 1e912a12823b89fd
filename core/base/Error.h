// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope {

/// What kind of thing went wrong, for programs. People read the message.
enum class ErrorKind
{
    NotFound, ///< a file, key, node or tool that should be there is not
    Unreadable, ///< it is there and cannot be read: permissions, a folder in place of a file, I/O
    Malformed, ///< it was read and is not what it should be
    Unsupported, ///< valid, but this program does not do it
    InvalidArgument, ///< the caller (a person at the command line, mostly) asked for something impossible
    Cancelled, ///< stopped on request; never shown as a failure
    Unavailable, ///< an optional part (ONNX Runtime, a tool, a board) is missing
    ProcessFailed, ///< a tool ran and failed, crashed or was killed
    Internal ///< a bug here, reported instead of hidden
};

/// One failure: a kind for programs and one whole sentence for people that says what, where and what to do.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    QString message;
};

} // namespace driftscope
