// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace driftscope::test {

/// A file with one rule, `mine`; `more` are further lines of it.
inline QByteArray ruleWith(const QByteArray& when, const QByteArray& more = {}, const QByteArray& severity = "warning")
{
    return "rules:\n- id: mine\n  severity: " + severity + "\n  when: " + when + "\n  message: It happens.\n" + more;
}

} // namespace driftscope::test
