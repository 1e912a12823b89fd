// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/ToolForm.h"

#include "widgets/tools/ToolField.h"

#include <QFormLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolForm::ToolForm(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

void ToolForm::setTool(const ToolDescription& tool, const ToolValues& values)
{
    auto* page = new QWidget;
    page->setAutoFillBackground(false);
    auto* form = new QFormLayout(page);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(0, 0, 8, 0);
    m_fields.clear();
    for (const ToolOption& option : tool.options) {
        auto* field = new ToolField(option, page);
        field->setValues(values.value(option.key));
        const bool isPlain = option.isRequired || option.kind == ToolOptionKind::Switch;
        auto* label = new QLabel(isPlain ? option.label : tr("%1 (optional)").arg(option.label), page);
        label->setBuddy(field);
        label->setToolTip(option.generation.isEmpty()
                              ? option.help
                              : tr("%1 Known to versions of %2.").arg(option.help, option.generation));
        form->addRow(label, field);
        connect(field, &ToolField::edited, this, &ToolForm::edited);
        m_fields.append(field);
    }
    setWidget(page); // and the one before goes
}

ToolValues ToolForm::values() const
{
    ToolValues values;
    for (const ToolField* field : m_fields) {
        if (const QStringList filled = field->values(); !filled.isEmpty())
            values.insert(field->option().key, filled);
    }
    return values;
}

ToolField* ToolForm::field(const QString& key) const
{
    for (ToolField* field : m_fields) {
        if (field->option().key == key)
            return field;
    }
    return nullptr;
}

} // namespace driftscope
