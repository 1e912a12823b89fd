// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/Report.h"

namespace driftscope::test {

/// Names that break what is put together carelessly.
inline const QStringList hostileNames{QStringLiteral("<script>alert('x')</script>"),
                                      QStringLiteral("$(touch x)"),
                                      QStringLiteral("a \"quoted\" & 'other' ]]> name"),
                                      QStringLiteral("line one\nline two\r\nline three"),
                                      QStringLiteral("卷积,第一层"),
                                      QStringLiteral("</style></title><img src=x onerror=y>"),
                                      QStringLiteral("\u0001\u000b control \ufffe"),
                                      QStringLiteral("=1+1")};

/// A report with something in every part, of a classifier with the layers named; the second drifts.
[[nodiscard]] Report sampleReport(const QStringList& layers
                                  = {QStringLiteral("/conv1/Conv"), QStringLiteral("/conv2/Conv"),
                                     QStringLiteral("/fc/Gemm")});

} // namespace driftscope::test
