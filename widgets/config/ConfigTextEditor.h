// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "widgets/config/EditorText.h"

#include <QPlainTextEdit>

namespace driftscope {

class YamlHighlighter;

/// The config's text with line numbers, highlighting, and findings underlined and marked at the line. What is typed
/// comes out as a change of bytes; undo belongs to whoever holds the text.
class ConfigTextEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ConfigTextEditor(QWidget* parent = nullptr);

    /// Shows the bytes, changing as little as it can: cursor, selection and scrolling stay.
    void setBytes(const QByteArray& bytes);
    void setFindings(const Diagnostics& findings);
    /// Puts the cursor on a place and shows it.
    void goTo(const SourceRange& range);

    [[nodiscard]] int gutterWidth() const;
    void paintGutter(QPaintEvent* event);
    /// Line under a point of the gutter, from one; 0 when none.
    [[nodiscard]] int gutterLineAt(int y) const;
    [[nodiscard]] QString findingTextOfLine(int line) const;

Q_SIGNALS:
    void bytesEdited(const QByteArray& bytes);

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tellEdit();
    void updateMarks();
    void updateGutter();
    void updateLook();
    [[nodiscard]] QString findingTextAt(int position) const;

    EditorText m_source;
    QByteArray m_bytes;
    Diagnostics m_findings;
    YamlHighlighter* m_highlighter = nullptr;
    QWidget* m_gutter = nullptr;
    bool m_isUpdating = false;
};

} // namespace driftscope
