// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProfileCommands.h"

using namespace Qt::StringLiterals;

namespace driftscope::cli {

tl::unexpected<Error> noProfile(const QString& noun, const QString& name)
{
    return failure(ErrorKind::NotFound, u"There is no %1 “%2”; “driftscope-cli %1s” lists them."_s.arg(noun, name));
}

tl::unexpected<Error> profileIsThere(const QString& noun, const QString& name)
{
    return failure(ErrorKind::InvalidArgument,
                   u"There is a %1 “%2” already; give --replace to change it."_s.arg(noun, name));
}

} // namespace driftscope::cli
