// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

#include <functional>

namespace driftscope {

/// A button with a menu that takes what a view shows out of the program: to the clipboard as text, CSV or a picture, or
/// into a file.
class CopyMenu : public QToolButton
{
    Q_OBJECT

public:
    struct Content
    {
        std::function<QString(QChar separator)> text; ///< a line a row
        std::function<QWidget*()> picture; ///< what is drawn
        std::function<QString()> name; ///< a file name to offer, without its ending
    };
    explicit CopyMenu(Content content, QWidget* parent = nullptr);

    void copyText() const;
    void copyCsv() const;
    void copyPicture() const;
    /// PNG where the name ends so, CSV otherwise; the error in one sentence, empty when it was written.
    [[nodiscard]] QString saveTo(const QString& path) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void askAndSave();

    Content m_content;
    QAction* m_text = nullptr;
    QAction* m_csv = nullptr;
    QAction* m_picture = nullptr;
    QAction* m_save = nullptr;
};

/// A cell as CSV has it: quoted where it holds a comma, a quote or a line's end.
[[nodiscard]] QString csvCell(const QString& text);

} // namespace driftscope
