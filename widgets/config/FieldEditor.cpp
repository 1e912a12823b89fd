// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/FieldEditor.h"

#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isChosen(const ConfigKeyInfo& info)
{
    return info.kind == ConfigValueKind::Boolean || (info.kind == ConfigValueKind::Choice && !info.choices.isEmpty());
}

} // namespace

FieldEditor::FieldEditor(const ConfigKeyInfo& info, QWidget* parent)
    : QWidget(parent)
    , m_info(info)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    if (isChosen(info)) {
        m_combo = new QComboBox(this);
        m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_combo->setMinimumContentsLength(6);
        m_combo->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the form
        row->addWidget(m_combo);
        connect(m_combo, &QComboBox::activated, this, [this] {
            m_shown = value();
            Q_EMIT committed(m_shown);
        });
    } else {
        m_line = new QLineEdit(this);
        row->addWidget(m_line);
        connect(m_line, &QLineEdit::editingFinished, this, [this] {
            m_line->setModified(false);
            if (value() == m_shown)
                return;
            m_shown = value();
            Q_EMIT committed(m_shown);
        });
    }
    QWidget* editor = m_combo != nullptr ? static_cast<QWidget*>(m_combo) : m_line;
    editor->setFont(Theme::fromPalette(palette()).monoFont());
    editor->installEventFilter(this);
    setFocusProxy(editor);
}

QString FieldEditor::value() const
{
    return m_combo != nullptr ? m_combo->currentData().toString() : m_line->text().trimmed();
}

void FieldEditor::fillCombo(const QString& value, const QStringList& choices, const QString& fallback)
{
    const QSignalBlocker blocker(m_combo);
    m_combo->clear();
    m_combo->addItem(fallback.isEmpty() ? tr("(not written)") : tr("(%1)").arg(fallback), QString());
    m_combo->setItemData(0, tr("Not written: the toolchain's default holds."), Qt::ToolTipRole);
    QStringList items = choices;
    if (m_info.kind == ConfigValueKind::Boolean)
        items = QStringList{u"True"_s, u"False"_s};
    for (const QString& item : items)
        m_combo->addItem(item, item);
    int index = 0;
    for (int i = 1; i < m_combo->count(); ++i) {
        if (m_combo->itemData(i).toString().compare(value, Qt::CaseInsensitive) == 0)
            index = i;
    }
    if (!value.isEmpty() && index == 0) {
        m_combo->addItem(value, value);
        index = m_combo->count() - 1;
    } else if (index > 0) {
        m_combo->setItemText(index, value);
        m_combo->setItemData(index, value);
    }
    m_combo->setCurrentIndex(index);
}

void FieldEditor::setValue(const QString& value, const QStringList& choices, const QString& fallback)
{
    m_shown = value;
    if (m_combo != nullptr) {
        fillCombo(value, choices, fallback);
        return;
    }
    m_line->setPlaceholderText(fallback.isEmpty() ? m_info.example : fallback);
    if (!m_line->isModified() && m_line->text() != value) {
        const int cursor = m_line->cursorPosition();
        m_line->setText(value);
        m_line->setCursorPosition(m_line->hasFocus() ? cursor : 0);
    }
}

void FieldEditor::setLocked(bool isLocked)
{
    if (m_line == nullptr || isLocked == (m_inText != nullptr))
        return;
    m_line->setHidden(isLocked);
    if (!isLocked) {
        m_inText->deleteLater();
        m_inText = nullptr;
        setFocusProxy(m_line);
        return;
    }
    m_inText = new QPushButton(tr("Several lines: edit in the text"), this);
    m_inText->setAccessibleName(tr("Edit %1 in the text").arg(m_info.key));
    layout()->addWidget(m_inText);
    m_inText->show(); // the form around it may be seen already
    setFocusProxy(m_inText);
    connect(m_inText, &QPushButton::clicked, this, &FieldEditor::textRequested);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel && m_combo != nullptr && !m_combo->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && m_line != nullptr && !m_line->isModified()) {
        // Nothing is half typed: undo is that of the whole config.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace driftscope
