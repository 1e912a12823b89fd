// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/BoardForm.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int largestPort = 65535;

QStringList linesOf(const QPlainTextEdit* edit)
{
    return edit->toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

BoardForm::BoardForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_program(new QLineEdit(this))
    , m_arguments(new QPlainTextEdit(this))
    , m_environment(new QPlainTextEdit(this))
    , m_ssh(new QLineEdit(this))
    , m_options(new QPlainTextEdit(this))
    , m_folder(new QLineEdit(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // rows stand together at the top
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_port->setRange(0, largestPort);
    for (const BoardPlace place : {BoardPlace::Here, BoardPlace::Ssh})
        m_place->addItem(QString(), static_cast<int>(place));
    for (QWidget* field : QList<QWidget*>{m_name, m_place, m_host, m_port, m_user, m_program, m_arguments,
                                          m_environment, m_ssh, m_options, m_folder})
        addRow(field);
    for (QLineEdit* edit : {m_name, m_host, m_user, m_program, m_ssh, m_folder})
        connect(edit, &QLineEdit::textEdited, this, &BoardForm::edited);
    for (QPlainTextEdit* edit : {m_arguments, m_environment, m_options}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(2 * fontMetrics().lineSpacing() + 2 * edit->frameWidth() + 8);
        connect(edit, &QPlainTextEdit::textChanged, this, &BoardForm::edited);
    }
    connect(m_port, &QSpinBox::valueChanged, this, &BoardForm::edited);
    connect(m_place, &QComboBox::activated, this, [this] {
        adaptToPlace();
        Q_EMIT edited();
    });
    retranslate();
    adaptToPlace();
}

void BoardForm::addRow(QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_form->addRow(label, field);
}

BoardPlace BoardForm::chosenPlace() const
{
    return static_cast<BoardPlace>(m_place->currentData().toInt());
}

void BoardForm::adaptToPlace()
{
    const bool isFar = chosenPlace() == BoardPlace::Ssh;
    for (QWidget* field : QList<QWidget*>{m_host, m_port, m_user, m_ssh, m_options, m_folder}) {
        field->setVisible(isFar);
        m_form->labelForField(field)->setVisible(isFar);
    }
}

void BoardForm::setBoard(const BoardProfile& board)
{
    const QSignalBlocker quiet(this);
    m_given = board;
    m_name->setText(board.name);
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(board.place)));
    m_host->setText(board.host);
    m_port->setValue(board.port);
    m_user->setText(board.user);
    m_program->setText(board.program);
    m_arguments->setPlainText(board.arguments.join(u'\n'));
    QStringList variables;
    for (auto it = board.environment.cbegin(); it != board.environment.cend(); ++it)
        variables.append(it.key() + u'=' + it.value());
    m_environment->setPlainText(variables.join(u'\n'));
    m_ssh->setText(board.ssh);
    m_options->setPlainText(board.options.join(u'\n'));
    m_folder->setText(board.folderThere);
    adaptToPlace();
    setEnabled(!board.isSandbox);
}

Result<BoardProfile> BoardForm::board() const
{
    BoardProfile typed;
    typed.name = m_name->text().trimmed();
    typed.place = chosenPlace();
    typed.program = m_program->text().trimmed();
    typed.arguments = linesOf(m_arguments);
    for (const QString& line : linesOf(m_environment))
        typed.environment.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed());
    if (typed.place == BoardPlace::Ssh) {
        typed.host = m_host->text().trimmed();
        typed.port = m_port->value();
        typed.user = m_user->text().trimmed();
        typed.ssh = m_ssh->text().trimmed();
        typed.options = linesOf(m_options);
        typed.folderThere = m_folder->text().trimmed();
    }
    if (auto checked = checkBoard(typed); !checked)
        return forward(checked);
    BoardProfile same = m_given;
    same.name = typed.name;
    same.capabilities = {};
    if (typed == same)
        typed.capabilities = m_given.capabilities;
    return typed;
}

void BoardForm::retranslate()
{
    m_place->setItemText(0, tr("This machine"));
    m_place->setItemText(1, tr("A board, by ssh"));
    const auto name = [this](QWidget* field, const QString& text) {
        static_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(QString(text).remove(u'&'));
    };
    name(m_name, tr("&Name"));
    name(m_place, tr("Runs &on"));
    name(m_host, tr("&Host"));
    name(m_port, tr("Por&t"));
    name(m_user, tr("&User"));
    name(m_program, tr("&Program"));
    name(m_arguments, tr("&Arguments, one a line"));
    name(m_environment, tr("&Environment, NAME=value"));
    name(m_ssh, tr("Reached &by"));
    name(m_options, tr("Options, one a &line"));
    name(m_folder, tr("&Folder there"));
    m_host->setPlaceholderText(tr("name, address or entry of your ssh config"));
    m_port->setSpecialValueText(tr("as your ssh config says"));
    m_user->setPlaceholderText(tr("as your ssh config says"));
    m_ssh->setPlaceholderText(u"ssh"_s);
    m_folder->setPlaceholderText(u"/tmp"_s);
}

void BoardForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
