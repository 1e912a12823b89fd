// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace driftscope {

/// What every function returns that depends on the world outside the program.
template <typename T> using Result = tl::expected<T, Error>;

/// `return failure(ErrorKind::NotFound, tr("…"));`
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorKind kind, QString message)
{
    return tl::make_unexpected(Error{kind, std::move(message)});
}

/// Hands an error on to a caller that returns another type.
template <typename T> [[nodiscard]] tl::unexpected<Error> forward(const Result<T>& result)
{
    return tl::make_unexpected(result.error());
}

} // namespace driftscope
