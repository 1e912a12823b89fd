// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigTextEditor.h"

#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"
#include "widgets/config/YamlHighlighter.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

ThemeColor severityColor(Severity severity)
{
    return severity == Severity::Error  ? ThemeColor::Fail
        : severity == Severity::Warning ? ThemeColor::Warn
                                        : ThemeColor::Accent;
}

Status severityStatus(Severity severity)
{
    return severity == Severity::Error ? Status::Fail : severity == Severity::Warning ? Status::Warn : Status::Unknown;
}

/// The strip at the left: the editor paints it.
class Gutter : public QWidget
{
public:
    explicit Gutter(ConfigTextEditor* editor)
        : QWidget(editor)
        , m_editor(editor)
    { }
    [[nodiscard]] QSize sizeHint() const override { return {m_editor->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintGutter(event); }
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::ToolTip) {
            const auto* help = static_cast<QHelpEvent*>(event);
            const QString text = m_editor->findingTextOfLine(m_editor->gutterLineAt(help->pos().y()));
            QToolTip::showText(help->globalPos(), text, this);
            return true;
        }
        return QWidget::event(event);
    }

private:
    ConfigTextEditor* m_editor;
};

} // namespace

ConfigTextEditor::ConfigTextEditor(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new YamlHighlighter(document()))
    , m_gutter(new Gutter(this))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true); // a tab cannot indent YAML anyway, and the keyboard gets out again
    setAccessibleName(tr("Config as text"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &ConfigTextEditor::updateGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::textChanged, this, &ConfigTextEditor::tellEdit);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { m_gutter->update(); });
    updateLook();
    updateGutter();
}

void ConfigTextEditor::setBytes(const QByteArray& bytes)
{
    if (bytes == m_bytes)
        return;
    m_bytes = bytes;
    m_source = EditorText(bytes);
    const EditorText shown(toPlainText().toUtf8());
    if (shown.text() == m_source.text())
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    // Only the characters that differ are replaced, so that the cursor stays where the person left it.
    const TextEdit edit = shown.editTo(m_source.text());
    QTextCursor cursor(document());
    cursor.setPosition(shown.positionOf(edit.offset));
    cursor.setPosition(shown.positionOf(edit.offset + edit.removedLength), QTextCursor::KeepAnchor);
    cursor.insertText(QString::fromUtf8(edit.inserted));
}

void ConfigTextEditor::tellEdit()
{
    if (m_isUpdating)
        return;
    const QString text = toPlainText();
    if (text == m_source.text())
        return; // highlighting counts as a change, too
    m_bytes = applied(m_source.editTo(text), m_bytes);
    m_source = EditorText(m_bytes);
    Q_EMIT bytesEdited(m_bytes);
}

void ConfigTextEditor::setFindings(const Diagnostics& findings)
{
    m_findings = findings;
    updateMarks();
    m_gutter->update();
}

void ConfigTextEditor::updateMarks()
{
    const Theme theme = Theme::fromPalette(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (const Diagnostic& finding : m_findings) {
        if (!finding.range.isValid() || finding.range.length == 0)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        const int last = document()->characterCount() - 1;
        mark.cursor.setPosition(std::min(last, m_source.positionOf(finding.range.offset)));
        mark.cursor.setPosition(std::min(last, m_source.positionOf(finding.range.offset + finding.range.length)),
                                QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(theme.color(severityColor(finding.severity)));
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void ConfigTextEditor::goTo(const SourceRange& range)
{
    if (!range.isValid())
        return;
    QTextCursor cursor(document()->findBlockByNumber(range.line - 1));
    if (range.length > 0) {
        const int last = document()->characterCount() - 1;
        cursor.setPosition(std::min(last, m_source.positionOf(range.offset)));
        cursor.setPosition(std::min(last, m_source.positionOf(range.offset + range.length)), QTextCursor::KeepAnchor);
    }
    setTextCursor(cursor);
    centerCursor();
}

int ConfigTextEditor::gutterWidth() const
{
    const int digits = std::max(2, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + fontMetrics().height() + 2 * spacing::tight;
}

void ConfigTextEditor::updateGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

int ConfigTextEditor::gutterLineAt(int y) const
{
    return cursorForPosition(QPoint(0, y)).blockNumber() + 1;
}

QString ConfigTextEditor::findingTextOfLine(int line) const
{
    QStringList texts;
    for (const Diagnostic& finding : m_findings) {
        if (finding.range.line == line)
            texts.append(finding.message);
    }
    return texts.join(u'\n');
}

QString ConfigTextEditor::findingTextAt(int position) const
{
    for (const Diagnostic& finding : m_findings) {
        if (finding.range.isValid() && position >= m_source.positionOf(finding.range.offset)
            && position <= m_source.positionOf(finding.range.offset + finding.range.length))
            return finding.message % u'\n' % finding.why;
    }
    return {};
}

void ConfigTextEditor::paintGutter(QPaintEvent* event)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), theme.color(ThemeColor::Window));
    painter.setFont(font());
    const int mark = fontMetrics().height() - 4;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        const int line = block.blockNumber() + 1;
        painter.setPen(theme.color(block == textCursor().block() ? ThemeColor::Text : ThemeColor::MutedText));
        painter.drawText(QRectF(0, rect.top(), m_gutter->width() - spacing::tight, rect.height()), Qt::AlignRight,
                         QString::number(line));
        const auto found
            = std::ranges::find_if(m_findings, [line](const Diagnostic& d) { return d.range.line == line; });
        if (found != m_findings.end())
            StatusLight::paint(painter, QRectF(2, rect.top() + 2, mark, mark), severityStatus(found->severity), theme);
    }
}

bool ConfigTextEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Undo and redo go over form and text together: the window's actions get these keys.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = findingTextAt(cursorForPosition(viewport()->mapFromParent(help->pos())).position());
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void ConfigTextEditor::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    updateGutter();
}

void ConfigTextEditor::updateLook()
{
    const Theme theme = Theme::fromPalette(palette());
    setFont(theme.monoFont());
    const QScopedValueRollback guard(m_isUpdating, true);
    m_highlighter->setTheme(theme);
    updateMarks();
}

void ConfigTextEditor::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter != nullptr)
        updateLook();
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Config as text"));
}

} // namespace driftscope
