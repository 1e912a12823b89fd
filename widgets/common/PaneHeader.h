// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace driftscope {

class ElidedLabel;

/// The line at the top of a pane: title, what it shows in muted text, and its actions as flat buttons at the right.
class PaneHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHeader(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    /// The button takes text, icon, tooltip, shortcut and checked state from the action, which is in the header's
    /// context menu too: buttons with a single glyph give way where the title needs the room.
    void addHeaderAction(QAction* action);
    /// Any other widget at the right.
    void addHeaderWidget(QWidget* widget);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateFonts();
    void showWhatFits();

    QHBoxLayout* m_layout = nullptr;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_subtitle = nullptr;
    QString m_subtitleText;
    QList<QToolButton*> m_glyphs;
};

} // namespace driftscope
