// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/StatusLight.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace driftscope {

class EvidenceView;

/// The verdict as one sentence with its confidence, and on request its evidence. Hidden while there is none.
class VerdictBanner : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBanner(const Session& session, QWidget* parent = nullptr);

    [[nodiscard]] QPushButton* fixButton() const { return m_fix; }
    [[nodiscard]] QToolButton* evidenceButton() const { return m_more; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void fixRequested();
    void keyActivated(const QString& key); ///< the person wants to see the setting that causes it

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void setExpanded(bool isExpanded);

    const Session& m_session;
    StatusLight* m_light = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_fix = nullptr;
    QToolButton* m_more = nullptr;
    EvidenceView* m_evidence = nullptr;
};

} // namespace driftscope
