// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/ToolField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolField::ToolField(const ToolOption& option, QWidget* parent)
    : QWidget(parent)
    , m_option(option)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    QWidget* editor = makeEditor();
    editor->setToolTip(option.help);
    editor->setAccessibleName(option.label);
    editor->setAccessibleDescription(option.help);
    row->insertWidget(0, editor, 1);
    setFocusProxy(editor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QWidget* ToolField::makeEditor()
{
    switch (m_option.kind) {
    case ToolOptionKind::File:
        return makeLine(true);
    case ToolOptionKind::NewFile:
    case ToolOptionKind::Text:
        return makeLine(false);
    case ToolOptionKind::Choice:
        return makeChoice();
    case ToolOptionKind::Names:
    case ToolOptionKind::Shapes:
        return makeLines();
    case ToolOptionKind::Integer:
        m_number = new QSpinBox(this);
        m_number->setRange(m_option.minimum, m_option.maximum);
        connect(m_number, &QSpinBox::valueChanged, this, &ToolField::edited);
        return m_number;
    case ToolOptionKind::Switch:
        m_switch = new QCheckBox(this);
        connect(m_switch, &QCheckBox::toggled, this, &ToolField::edited);
        return m_switch;
    }
    Q_UNREACHABLE();
}

QWidget* ToolField::makeLine(bool isFile)
{
    m_line = new QLineEdit(this);
    connect(m_line, &QLineEdit::textChanged, this, &ToolField::edited);
    if (isFile) {
        auto* choose = new QPushButton(tr("Choose…"), this);
        choose->setAutoDefault(false);
        choose->setAccessibleName(tr("Choose a file for: %1").arg(m_option.label));
        connect(choose, &QPushButton::clicked, this, &ToolField::chooseFile);
        layout()->addWidget(choose);
    }
    return m_line;
}

QWidget* ToolField::makeChoice()
{
    m_choice = new QComboBox(this);
    if (m_option.preset.isEmpty())
        m_choice->addItem(m_option.isRequired ? tr("choose…") : tr("not set"), QString());
    for (const QString& choice : m_option.choices)
        m_choice->addItem(choice, choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ToolField::edited);
    return m_choice;
}

QWidget* ToolField::makeLines()
{
    constexpr int shownLines = 3;
    m_lines = new QPlainTextEdit(this);
    m_lines->setTabChangesFocus(true);
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setPlaceholderText(tr("One a line"));
    m_lines->setFixedHeight(shownLines * fontMetrics().lineSpacing() + 14);
    connect(m_lines, &QPlainTextEdit::textChanged, this, &ToolField::edited);
    if (!m_option.choices.isEmpty()) {
        auto* add = new QPushButton(tr("Add"), this);
        add->setAutoDefault(false);
        add->setAccessibleName(tr("Add to: %1").arg(m_option.label));
        auto* menu = new QMenu(add);
        for (const QString& choice : m_option.choices)
            menu->addAction(choice, this, [this, choice] { addName(choice); });
        add->setMenu(menu);
        layout()->addWidget(add);
        layout()->setAlignment(add, Qt::AlignTop);
    }
    return m_lines;
}

void ToolField::addName(const QString& name)
{
    QStringList all = values();
    all.append(name);
    m_lines->setPlainText(all.join(u'\n'));
}

void ToolField::chooseFile()
{
    QStringList patterns;
    for (const QString& suffix : m_option.suffixes)
        patterns.append(u"*."_s + suffix);
    const QString filter = patterns.isEmpty() ? QString() : u"%1 (%2)"_s.arg(m_option.label, patterns.join(u' '));
    const QString folder = QFileInfo(m_line->text()).absolutePath();
    const QString file = QFileDialog::getOpenFileName(this, m_option.label, folder, filter);
    if (!file.isEmpty())
        m_line->setText(file);
}

void ToolField::setValues(const QStringList& values)
{
    const QString first = values.value(0);
    if (m_line != nullptr)
        m_line->setText(first);
    else if (m_choice != nullptr)
        m_choice->setCurrentIndex(std::max(0, m_choice->findData(first)));
    else if (m_number != nullptr)
        m_number->setValue(first.toInt());
    else if (m_switch != nullptr)
        m_switch->setChecked(first == "true"_L1);
    else
        m_lines->setPlainText(values.join(u'\n'));
}

QStringList ToolField::values() const
{
    if (m_lines != nullptr)
        return m_lines->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    QString value;
    if (m_line != nullptr)
        value = m_line->text();
    else if (m_choice != nullptr)
        value = m_choice->currentData().toString();
    else if (m_number != nullptr)
        value = QString::number(m_number->value());
    else
        value = m_switch->isChecked() ? u"true"_s : QString();
    return value.trimmed().isEmpty() ? QStringList() : QStringList{value};
}

} // namespace driftscope
