// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ToolchainForm.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QStringList linesOf(const QPlainTextEdit* edit)
{
    return edit->toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

/// Text before and behind the first “=”.
std::pair<QString, QString> halves(const QString& line)
{
    return {line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed()};
}

} // namespace

ToolchainForm::ToolchainForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_program(new QLineEdit(this))
    , m_arguments(new QPlainTextEdit(this))
    , m_engine(new QComboBox(this))
    , m_target(new QLineEdit(this))
    , m_options(new QPlainTextEdit(this))
    , m_mounts(new QPlainTextEdit(this))
    , m_environment(new QPlainTextEdit(this))
    , m_folder(new QLineEdit(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // rows stand together at the top
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_engine->setEditable(true);
    for (const ToolchainPlace place : allToolchainPlaces)
        m_place->addItem(QString(), static_cast<int>(place));
    for (QWidget* field : QList<QWidget*>{m_name, m_place, m_program, m_arguments, m_engine, m_target, m_options,
                                          m_mounts, m_environment, m_folder})
        addRow(field);
    for (QLineEdit* edit : {m_name, m_program, m_target, m_folder})
        connect(edit, &QLineEdit::textEdited, this, &ToolchainForm::edited);
    for (QPlainTextEdit* edit : {m_arguments, m_options, m_mounts, m_environment}) {
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(2 * fontMetrics().lineSpacing() + 2 * edit->frameWidth() + 8);
        connect(edit, &QPlainTextEdit::textChanged, this, &ToolchainForm::edited);
    }
    connect(m_engine, &QComboBox::editTextChanged, this, &ToolchainForm::edited);
    connect(m_place, &QComboBox::activated, this, [this] {
        adaptToPlace();
        Q_EMIT edited();
    });
    retranslate();
    adaptToPlace();
}

QLabel* ToolchainForm::addRow(QWidget* field)
{
    auto* label = new QLabel(this);
    label->setBuddy(field);
    m_form->addRow(label, field);
    return label;
}

ToolchainPlace ToolchainForm::chosenPlace() const
{
    return static_cast<ToolchainPlace>(m_place->currentData().toInt());
}

void ToolchainForm::adaptToPlace()
{
    const ToolchainPlace place = chosenPlace();
    const bool isLocal = place == ToolchainPlace::Local;
    const QSignalBlocker quiet(m_engine);
    const QString engine = m_engine->currentText();
    m_engine->clear();
    if (place == ToolchainPlace::Host)
        m_engine->addItem(u"ssh"_s);
    else
        m_engine->addItems({u"docker"_s, u"podman"_s});
    const bool fits = !engine.isEmpty() && (engine == u"ssh"_s) == (place == ToolchainPlace::Host);
    m_engine->setCurrentText(fits || engine.contains(u'/') ? engine : m_engine->itemText(0));
    for (QWidget* field : QList<QWidget*>{m_engine, m_target, m_options, m_mounts, m_folder}) {
        field->setVisible(!isLocal);
        m_form->labelForField(field)->setVisible(!isLocal);
    }
    retranslate();
}

void ToolchainForm::setToolchain(const ToolchainProfile& toolchain)
{
    const QSignalBlocker quiet(this);
    m_given = toolchain;
    m_name->setText(toolchain.name);
    m_place->setCurrentIndex(m_place->findData(static_cast<int>(toolchain.place)));
    m_program->setText(toolchain.program);
    m_arguments->setPlainText(toolchain.arguments.join(u'\n'));
    adaptToPlace();
    if (!toolchain.engine.isEmpty())
        m_engine->setCurrentText(toolchain.engine);
    m_target->setText(toolchain.target);
    m_options->setPlainText(toolchain.options.join(u'\n'));
    QStringList mounts;
    for (const PathMount& mount : toolchain.mounts)
        mounts.append(mount.here + u'=' + mount.there);
    m_mounts->setPlainText(mounts.join(u'\n'));
    QStringList variables;
    for (auto it = toolchain.environment.cbegin(); it != toolchain.environment.cend(); ++it)
        variables.append(it.key() + u'=' + it.value());
    m_environment->setPlainText(variables.join(u'\n'));
    m_folder->setText(toolchain.folderThere);
    setEnabled(!toolchain.isSandbox);
}

Result<ToolchainProfile> ToolchainForm::toolchain() const
{
    ToolchainProfile typed;
    typed.name = m_name->text().trimmed();
    typed.place = chosenPlace();
    typed.program = m_program->text().trimmed();
    typed.arguments = linesOf(m_arguments);
    if (typed.place != ToolchainPlace::Local) {
        typed.engine = m_engine->currentText().trimmed();
        typed.target = m_target->text().trimmed();
        typed.options = linesOf(m_options);
        typed.folderThere = m_folder->text().trimmed();
        for (const QString& line : linesOf(m_mounts)) {
            const auto [here, there] = halves(line);
            typed.mounts.append({here, there});
        }
    }
    for (const QString& line : linesOf(m_environment)) {
        const auto [variable, value] = halves(line);
        typed.environment.insert(variable, value);
    }
    if (auto checked = checkToolchain(typed); !checked)
        return forward(checked);
    ToolchainProfile same = m_given;
    same.name = typed.name;
    same.capabilities = {};
    if (typed == same)
        typed.capabilities = m_given.capabilities;
    return typed;
}

void ToolchainForm::retranslate()
{
    const QList<QString> places{tr("This machine"), tr("A new container of an image"), tr("A running container"),
                                tr("Another machine, by ssh")};
    for (int i = 0; i < m_place->count(); ++i)
        m_place->setItemText(i, places[i]);
    const ToolchainPlace place = chosenPlace();
    const auto name = [this](QWidget* field, const QString& text) {
        static_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setAccessibleName(QString(text).remove(u'&'));
    };
    name(m_name, tr("&Name"));
    name(m_place, tr("Runs &on"));
    name(m_program, tr("&Program"));
    name(m_arguments, tr("&Arguments, one a line"));
    name(m_engine, tr("Reached &by"));
    name(m_target,
         place == ToolchainPlace::Image           ? tr("&Image")
             : place == ToolchainPlace::Container ? tr("&Container")
                                                  : tr("&Host"));
    name(m_options, tr("Options, one a &line"));
    name(m_mounts, tr("&Mounts, here=there"));
    name(m_environment, tr("&Environment, NAME=value"));
    name(m_folder, tr("&Folder there"));
    m_folder->setPlaceholderText(place == ToolchainPlace::Image ? u"/driftscope"_s : u"/tmp"_s);
    m_target->setPlaceholderText(place == ToolchainPlace::Host ? tr("user@host") : QString());
}

void ToolchainForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
