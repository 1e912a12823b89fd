// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Verdict.h"

using namespace Qt::StringLiterals;

namespace driftscope {

QString verdictKindName(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Fault:
        return u"fault"_s;
    case VerdictKind::NoFault:
        return u"no_fault"_s;
    case VerdictKind::Unexplained:
        return u"unexplained"_s;
    }
    Q_UNREACHABLE();
}

} // namespace driftscope
