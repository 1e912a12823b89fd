// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/GraphQuery.h"

#include "core/search/QueryParser.h"

#include <algorithm>

namespace driftscope {

GraphQuery GraphQuery::parse(const QString& text)
{
    return QueryParser(text).run();
}

bool GraphQuery::hasErrors() const
{
    return std::any_of(m_problems.cbegin(), m_problems.cend(),
                       [](const QueryProblem& problem) { return !problem.isHint; });
}

} // namespace driftscope
