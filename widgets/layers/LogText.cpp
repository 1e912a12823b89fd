// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/LogText.h"

#include "widgets/common/Theme.h"

#include <QTextBlock>

namespace driftscope {

LogText::LogText(QWidget* parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Log of the compilation"));
    setFont(Theme::fromPalette(palette()).monoFont());
}

void LogText::setLines(const QStringList& lines)
{
    setPlainText(lines.join(QChar::LineFeed));
    moveCursor(QTextCursor::End);
}

void LogText::appendLines(const QStringList& lines)
{
    const QString text = lines.join(QChar::LineFeed);
    if (document()->isEmpty())
        setPlainText(text);
    else
        appendPlainText(text); // keeps the place unless it shows the end
}

void LogText::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
}

void LogText::mouseReleaseEvent(QMouseEvent* event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    if (!textCursor().hasSelection())
        Q_EMIT lineSelected(textCursor().blockNumber() + 1);
}

void LogText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Log of the compilation"));
}

} // namespace driftscope
