// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"

#include <QJsonArray>
#include <QList>

namespace driftscope {

/// A finding that a person has looked at and lives with, and why. It holds for the value that was judged: once the key
/// says something else the finding is back.
struct AcceptedFinding
{
    QString rule; ///< id
    QString key; ///< full; empty for findings about the whole file
    QString value; ///< of the key, when it was accepted
    QString note;

    bool operator==(const AcceptedFinding&) const = default;
};

/// A finding that was accepted, with the person's note.
struct SettledFinding
{
    Diagnostic finding;
    QString note;
};

/// The accepted findings of a project.
class AcceptedFindings
{
public:
    [[nodiscard]] static AcceptedFindings fromJson(const QJsonArray& json); ///< what cannot be read is left out
    [[nodiscard]] QJsonArray toJson() const;

    [[nodiscard]] const QList<AcceptedFinding>& list() const { return m_list; }
    /// In the place of an earlier word on the same rule and key.
    void add(const AcceptedFinding& finding);
    void remove(const QString& rule, const QString& key);
    /// The word that holds for a finding while its key has this value; null when there is none.
    [[nodiscard]] const AcceptedFinding* find(const Diagnostic& finding, const QString& value) const;

private:
    QList<AcceptedFinding> m_list;
};

} // namespace driftscope
