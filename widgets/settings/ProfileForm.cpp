// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ProfileForm.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace driftscope {

ProfileForm::ProfileForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_place(new QComboBox(this))
    , m_program(new QLineEdit(this))
    , m_arguments(new QPlainTextEdit(this))
    , m_environment(new QPlainTextEdit(this))
    , m_options(new QPlainTextEdit(this))
    , m_folder(new QLineEdit(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // rows stand together at the top
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    connect(m_place, &QComboBox::activated, this, [this] {
        adaptToPlace();
        Q_EMIT edited();
    });
}

void ProfileForm::setRows(const QList<QWidget*>& fields)
{
    QWidget* above = nullptr;
    for (QWidget* field : fields) {
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, field);
        if (above != nullptr)
            setTabOrder(above, field);
        above = field;
        if (auto* line = qobject_cast<QLineEdit*>(field)) {
            connect(line, &QLineEdit::textEdited, this, &ProfileForm::edited);
        } else if (auto* text = qobject_cast<QPlainTextEdit*>(field)) {
            text->setTabChangesFocus(true);
            text->setFixedHeight(2 * fontMetrics().lineSpacing() + 2 * text->frameWidth() + 8);
            connect(text, &QPlainTextEdit::textChanged, this, &ProfileForm::edited);
        }
    }
}

void ProfileForm::setRowVisible(QWidget* field, bool isVisible)
{
    field->setVisible(isVisible);
    m_form->labelForField(field)->setVisible(isVisible);
}

void ProfileForm::setRowName(QWidget* field, const QString& text)
{
    static_cast<QLabel*>(m_form->labelForField(field))->setText(text);
    field->setAccessibleName(QString(text).remove(u'&'));
}

QStringList ProfileForm::linesOf(const QPlainTextEdit* edit)
{
    return edit->toPlainText().split(u'\n', Qt::SkipEmptyParts);
}

std::pair<QString, QString> ProfileForm::halves(const QString& line)
{
    return {line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1).trimmed()};
}

void ProfileForm::setVariables(const QMap<QString, QString>& variables)
{
    QStringList lines;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        lines.append(it.key() + u'=' + it.value());
    m_environment->setPlainText(lines.join(u'\n'));
}

QMap<QString, QString> ProfileForm::variables() const
{
    QMap<QString, QString> variables;
    for (const QString& line : linesOf(m_environment)) {
        const auto [variable, value] = halves(line);
        variables.insert(variable, value);
    }
    return variables;
}

void ProfileForm::retranslate()
{
    setRowName(m_name, tr("&Name"));
    setRowName(m_place, tr("Runs &on"));
    setRowName(m_program, tr("&Program"));
    setRowName(m_arguments, tr("&Arguments, one a line"));
    setRowName(m_environment, tr("&Environment, NAME=value"));
    setRowName(m_options, tr("Options, one a &line"));
    setRowName(m_folder, tr("&Folder there"));
}

void ProfileForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
