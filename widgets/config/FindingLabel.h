// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace driftscope {

/// One finding in words: severity as glyph, what will happen and why, and the button that applies its fix.
class FindingLabel : public QWidget
{
    Q_OBJECT

public:
    /// `isBesideField`: the fix button says the new value alone, since the key stands beside it.
    FindingLabel(const Diagnostic& finding, bool isBesideField, QWidget* parent = nullptr);
    /// One that a person accepted, with the note; muted, to be taken back.
    FindingLabel(const Diagnostic& finding, const QString& acceptedNote, bool isBesideField, QWidget* parent = nullptr);
    [[nodiscard]] const Diagnostic& finding() const { return m_finding; }
    [[nodiscard]] const std::optional<QString>& acceptedNote() const { return m_acceptedNote; }
    /// Other lines of the text came or went; the words stay.
    void setRange(const SourceRange& range) { m_finding.range = range; }
    /// What Tab stops at, in order.
    [[nodiscard]] QList<QWidget*> stops() const;
    [[nodiscard]] QPushButton* fixButton() const { return m_fix; } ///< null when there is no fix

Q_SIGNALS:
    void fixRequested(const driftscope::Fix& fix);
    void activated(const driftscope::Diagnostic& finding); ///< the place is to be shown
    void acceptRequested(const driftscope::Diagnostic& finding);
    void withdrawRequested(const driftscope::Diagnostic& finding);

protected:
    void changeEvent(QEvent* event) override; ///< the words carry the theme's colours

private:
    void setUp();
    void addFixButton();
    [[nodiscard]] QString html() const;
    void follow(const QString& link);

    Diagnostic m_finding;
    std::optional<QString> m_acceptedNote;
    bool m_isBesideField = false;
    QLabel* m_text = nullptr;
    QPushButton* m_fix = nullptr;
};

} // namespace driftscope
