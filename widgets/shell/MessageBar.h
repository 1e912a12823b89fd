// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace driftscope {

class StatusLight;

/// One sentence about what went wrong, in the window and never in front of it. Stays until it is dismissed or until the
/// next one.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);
    void show(Severity severity, const QString& sentence);
    void dismiss();
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    Severity m_severity = Severity::Error;
    StatusLight* m_light = nullptr;
    QLabel* m_text = nullptr;
    QToolButton* m_close = nullptr;
};

} // namespace driftscope
