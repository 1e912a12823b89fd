// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CommandPalette.h"

#include "widgets/common/Theme.h"
#include "widgets/shell/ActionRegistry.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int actionRole = Qt::UserRole;
constexpr int shortcutRole = Qt::UserRole + 1;

/// Text at the left, shortcut at the right.
class CommandDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool isSelected = (option.state & QStyle::State_Selected) != 0;
        painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -spacing::wide, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(shortcutRole).toString());
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, spacing::normal);
    }
};

/// Whether the letters of `wanted` occur in `text` in that order: `rob` finds Run on Board.
bool matches(const QString& text, const QString& wanted)
{
    qsizetype at = 0;
    for (const QChar c : wanted) {
        if (c.isSpace())
            continue;
        at = text.indexOf(c, at, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

} // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QDialog(parent, Qt::Popup)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    column->addWidget(m_edit);
    column->addWidget(m_list, 1);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::popUp(const QList<QAction*>& actions)
{
    m_actions.clear();
    for (QAction* action : actions)
        m_actions.append(action);
    setWindowTitle(tr("Commands"));
    m_edit->setPlaceholderText(tr("Type a command"));
    m_edit->setAccessibleName(tr("Type a command"));
    m_list->setAccessibleName(tr("Commands"));
    m_edit->clear();
    fill();
    const QWidget* window = parentWidget();
    const QSize size(std::min(560, window->width() - 40), std::min(420, window->height() - 80));
    resize(size);
    move(window->mapToGlobal(QPoint((window->width() - size.width()) / 2, 48)));
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::fill()
{
    m_list->clear();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        const QAction* action = m_actions[i];
        if (action == nullptr || !action->isVisible() || !action->isEnabled())
            continue;
        const QString text = plainActionText(*action);
        if (text.isEmpty() || !matches(text, m_edit->text()))
            continue;
        auto* item = new QListWidgetItem(action->isCheckable() && action->isChecked() ? tr("%1 (on)").arg(text) : text,
                                         m_list);
        item->setData(actionRole, i);
        item->setData(shortcutRole, action->shortcut().toString(QKeySequence::NativeText));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    const QPointer<QAction> action
        = item != nullptr ? m_actions[item->data(actionRole).toLongLong()] : QPointer<QAction>();
    hide();
    if (action != nullptr)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentRow();
    if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
        const int step = key->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(std::clamp(row + step, 0, std::max(0, m_list->count() - 1)));
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        run();
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace driftscope
