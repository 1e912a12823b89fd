// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dumps/DeclarationForm.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString join(const std::vector<float>& values)
{
    QStringList parts;
    for (const float value : values)
        parts.append(QString::number(static_cast<double>(value), 'g', 9));
    return parts.join(u',');
}

/// The types in the order in which they are met.
const QStringList& typeNames()
{
    static const QStringList names{u"float32"_s, u"int8"_s,    u"uint8"_s,   u"int16"_s, u"uint16"_s, u"int32"_s,
                                   u"uint32"_s,  u"float16"_s, u"float64"_s, u"int64"_s, u"uint64"_s, u"nv12"_s};
    return names;
}

} // namespace

DeclarationForm::DeclarationForm(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_name(new QLineEdit(this))
    , m_type(new QComboBox(this))
    , m_shape(new QLineEdit(this))
    , m_layout(new QComboBox(this))
    , m_aligned(new QComboBox(this))
    , m_offset(new QLineEdit(this))
    , m_scale(new QLineEdit(this))
    , m_axis(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    lay();
    retranslate();
    for (QLineEdit* field : {m_name, m_shape, m_offset, m_scale, m_axis})
        connect(field, &QLineEdit::textEdited, this, &DeclarationForm::take);
    for (QComboBox* field : {m_type, m_layout, m_aligned})
        connect(field, &QComboBox::currentTextChanged, this, &DeclarationForm::take);
}

void DeclarationForm::lay()
{
    m_type->addItems(typeNames());
    m_layout->addItem({}, u"none"_s);
    m_layout->addItem(u"NCHW"_s, u"NCHW"_s);
    m_layout->addItem(u"NHWC"_s, u"NHWC"_s);
    m_aligned->setEditable(true);
    for (const AlignmentRule rule : alignmentRules)
        m_aligned->addItem(alignmentRuleName(rule));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_form->setContentsMargins(0, 0, 0, 0);
    for (QWidget* field :
         std::initializer_list<QWidget*>{m_name, m_type, m_shape, m_layout, m_aligned, m_offset, m_scale, m_axis})
        m_form->addRow(QString(u" "_s), field);
    m_form->addRow(m_problem);
}

void DeclarationForm::retranslate()
{
    const auto label = [this](QWidget* field, const QString& text, const QString& help) {
        qobject_cast<QLabel*>(m_form->labelForField(field))->setText(text);
        field->setToolTip(help);
        field->setAccessibleName(QString(text).remove(u'&'));
    };
    label(m_name, tr("&Tensor:"), tr("The name that the tensor has in the model."));
    label(m_type, tr("T&ype:"), tr("What one element is; nv12 is a picture of two planes of bytes."));
    label(m_shape, tr("&Shape:"), tr("Of the valid data, in the order of the layout, such as 1x32x32x8."));
    label(m_layout, tr("&Layout:"), tr("Which axes are channels, height and width."));
    label(m_aligned, tr("&Padding:"),
          tr("A rule of the board's runtime, or the padded shape itself, such as 1x32x32x16."));
    label(m_offset, tr("&Offset:"), tr("Bytes in front of the data."));
    label(m_scale, tr("S&cale:"), tr("One number, or one for each index of the axis, separated by commas."));
    label(m_axis, tr("&Axis of the scales:"), tr("From 0; empty when there is one scale."));
    m_layout->setItemText(0, tr("none"));
}

void DeclarationForm::setDeclaration(const DumpDeclaration& declaration)
{
    m_isFilling = true;
    m_shown = declaration;
    m_name->setText(declaration.name);
    m_type->setCurrentText(declaration.isNv12 ? u"nv12"_s : dataTypeName(declaration.type));
    m_shape->setText(declaration.shape.toString());
    m_layout->setCurrentIndex(std::max(0, m_layout->findData(layoutName(declaration.layout))));
    m_aligned->setCurrentText(declaration.aligned.rank() == 0 ? alignmentRuleName(AlignmentRule::None)
                                                              : declaration.aligned.toString());
    m_offset->setText(QString::number(declaration.offset));
    m_scale->setText(join(declaration.scales));
    m_axis->setText(declaration.axis < 0 ? QString() : QString::number(declaration.axis));
    m_problem->hide();
    m_isFilling = false;
}

Result<DumpDeclaration> DeclarationForm::declaration() const
{
    QJsonObject object{{u"name"_s, m_name->text()},
                       {u"dtype"_s, m_type->currentText()},
                       {u"shape"_s, m_shape->text()},
                       {u"layout"_s, m_layout->currentData().toString()},
                       {u"aligned"_s, m_aligned->currentText()}};
    for (const auto& [key, field] : {std::pair(u"offset"_s, m_offset), {u"scale"_s, m_scale}, {u"axis"_s, m_axis}}) {
        if (!field->text().trimmed().isEmpty())
            object.insert(key, field->text());
    }
    auto read = declarationFromJson(object);
    if (!read)
        return read;
    read->file = m_shown.file;
    read->zeroPoints = m_shown.zeroPoints.size() == read->scales.size() ? m_shown.zeroPoints : std::vector<qint32>();
    if (read->type == m_shown.type && read->shape == m_shown.shape && read->aligned == m_shown.aligned)
        read->strides = m_shown.strides;
    return read;
}

void DeclarationForm::take()
{
    if (m_isFilling)
        return;
    const auto read = declaration();
    m_problem->setText(read ? QString() : read.error().message);
    m_problem->setVisible(!read);
    if (!read)
        return;
    m_shown = *read;
    Q_EMIT declarationChanged(*read);
}

void DeclarationForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
