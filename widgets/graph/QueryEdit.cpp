// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/QueryEdit.h"

#include "widgets/common/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextCharFormat>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int meaningRole = Qt::UserRole + 1;
constexpr qsizetype longestHistory = 30;
constexpr qsizetype offeredHistory = 8;

/// What is inserted at the left, what it means at the right.
class OfferDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -spacing::normal, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(meaningRole).toString());
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize own = QStyledItemDelegate::sizeHint(option, index);
        const int meaning = option.fontMetrics.horizontalAdvance(index.data(meaningRole).toString());
        return {own.width() + meaning + 3 * spacing::wide, own.height() + spacing::tight};
    }
};

} // namespace

QueryEdit::QueryEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this))
{
    setClearButtonEnabled(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this); // not setCompleter(): a word is completed, not the line
    m_completer->popup()->setItemDelegate(new OfferDelegate(m_completer->popup()));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &QueryEdit::accept);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_browsed = -1;
        offer(false);
    });
}

void QueryEdit::setProblems(const QList<QueryProblem>& problems, const QColor& errorColor, const QColor& hintColor)
{
    // A line edit has no formats of its own; those of an input method stay until the next one comes.
    QList<QInputMethodEvent::Attribute> attributes;
    for (const QueryProblem& problem : problems) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(problem.isHint ? hintColor : errorColor);
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(problem.from) - cursorPosition(),
                           static_cast<int>(problem.length), format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(this, &event);
}

void QueryEdit::setHistory(const QStringList& history)
{
    m_history = history.mid(0, longestHistory);
    m_browsed = -1;
}

void QueryEdit::remember()
{
    const QString written = text().trimmed();
    if (written.isEmpty() || m_history.value(0) == written) {
        return;
    }
    m_history.removeAll(written);
    m_history.prepend(written);
    m_history = m_history.mid(0, longestHistory);
    m_browsed = -1;
}

bool QueryEdit::isOffering() const
{
    return m_completer->popup()->isVisible();
}

bool QueryEdit::isChoosing() const
{
    return isOffering() && m_completer->popup()->currentIndex().isValid();
}

void QueryEdit::offer(bool isAsked)
{
    m_completions = completeQuery(text(), cursorPosition(), m_vocabulary);
    if (text().isEmpty()) {
        QList<QueryCompletion> earlier;
        for (const QString& each : m_history.mid(0, offeredHistory)) {
            earlier.append({each, each, tr("searched before")});
        }
        m_completions.items = earlier + m_completions.items;
    }
    const bool isNew
        = std::any_of(m_completions.items.cbegin(), m_completions.items.cend(), [this](const QueryCompletion& item) {
              return item.text.trimmed() != text().mid(m_completions.from, m_completions.length);
          });
    if (!isNew || (!isAsked && m_completions.length == 0)) {
        m_completer->popup()->hide();
        return;
    }
    m_offers->clear();
    for (const QueryCompletion& item : m_completions.items) {
        auto* row = new QStandardItem(item.label);
        row->setData(item.meaning, meaningRole);
        row->setEditable(false);
        m_offers->appendRow(row);
    }
    QAbstractItemView* popup = m_completer->popup();
    const int width = std::max(260, popup->sizeHintForColumn(0) + 2 * spacing::wide);
    m_completer->complete(QRect(0, 0, width, height()));
    popup->setCurrentIndex({}); // Return searches unless one is chosen
}

void QueryEdit::accept(const QModelIndex& index)
{
    const QueryCompletion chosen = m_completions.items.value(index.row());
    if (chosen.text.isEmpty()) {
        return;
    }
    QString all = text();
    all.replace(m_completions.from, m_completions.length, chosen.text);
    setText(all);
    setCursorPosition(static_cast<int>(m_completions.from + chosen.text.size()));
    Q_EMIT textEdited(all); // values are offered after a key
}

void QueryEdit::browse(int step)
{
    const qsizetype next = std::clamp<qsizetype>(m_browsed + step, -1, m_history.size() - 1);
    if (next == m_browsed) {
        return;
    }
    if (m_browsed < 0) {
        m_written = text();
    }
    m_browsed = next;
    setText(next < 0 ? m_written : m_history[next]);
}

bool QueryEdit::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) { // before Tab moves the focus
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && isOffering()) {
            const QModelIndex marked = m_completer->popup()->currentIndex();
            const QModelIndex taken = marked.isValid() ? marked : m_offers->index(0, 0);
            m_completer->popup()->hide();
            accept(taken);
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void QueryEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isChoosing() && (isReturn || event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        event->ignore(); // for the list of offers
    } else if (isReturn) {
        m_completer->popup()->hide();
        remember();
        if (event->modifiers().testFlag(Qt::ShiftModifier)) {
            Q_EMIT previousRequested();
        } else {
            Q_EMIT nextRequested();
        }
    } else if (event->key() == Qt::Key_Escape) {
        if (isOffering()) {
            m_completer->popup()->hide();
        } else {
            Q_EMIT closed();
        }
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
    } else if (!isOffering() && event->key() == Qt::Key_Up) {
        browse(1);
    } else if (!isOffering() && event->key() == Qt::Key_Down) {
        if (m_browsed >= 0) {
            browse(-1);
        } else {
            offer(true);
        }
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void QueryEdit::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        remember();
    }
    QLineEdit::focusOutEvent(event);
}

} // namespace driftscope
