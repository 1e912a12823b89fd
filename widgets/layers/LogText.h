// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace driftscope {

/// The log itself. Follows new lines unless the person has scrolled away.
class LogText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LogText(QWidget* parent = nullptr);
    void setLines(const QStringList& lines);
    void appendLines(const QStringList& lines);
    void goToLine(int line); ///< from one

Q_SIGNALS:
    void lineSelected(int line);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;
};

} // namespace driftscope
