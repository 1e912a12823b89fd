// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigField.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"
#include "widgets/config/FindingLabels.h"
#include "widgets/config/KeyHelp.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

ConfigField::ConfigField(const ConfigSchema& schema, const ConfigKeyInfo& info, QWidget* parent)
    : QWidget(parent)
    , m_schema(schema)
    , m_info(info)
    , m_name(new ElidedLabel(this))
    , m_editor(new FieldEditor(info, this))
    , m_helpButton(new QToolButton(this))
    , m_column(new QVBoxLayout(this))
{
    const Theme theme = Theme::fromPalette(palette());
    const QString shortName = info.key.section(u'.', 1);
    m_name->setText(shortName.isEmpty() ? info.key : shortName);
    m_name->setFont(theme.monoFont());
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setToolTip(info.key);
    m_editor->setObjectName(u"field:"_s % info.key);
    m_editor->focusProxy()->setAccessibleName(info.key);
    m_editor->focusProxy()->setAccessibleDescription(info.explanation());
    m_editor->focusProxy()->setToolTip(info.explanation());
    m_editor->focusProxy()->installEventFilter(this);
    setUpHelpButton();
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    row->addWidget(m_name, 5);
    row->addWidget(m_editor, 6);
    row->addWidget(m_helpButton);
    m_column->setContentsMargins(spacing::normal, 3, spacing::tight, 3);
    m_column->setSpacing(spacing::tight);
    m_column->addLayout(row);
    m_labels = new FindingLabels(m_column, 1, true, m_helpButton, this); // behind the row of the editor
    connect(m_labels, &FindingLabels::fixRequested, this, &ConfigField::fixRequested);
    connect(m_labels, &FindingLabels::acceptRequested, this, &ConfigField::acceptRequested);
    connect(m_labels, &FindingLabels::withdrawRequested, this, &ConfigField::withdrawRequested);
    connect(m_editor, &FieldEditor::committed, this,
            [this](const QString& value) { Q_EMIT valueCommitted(m_info.key, value); });
}

void ConfigField::setUpHelpButton()
{
    m_helpButton->setObjectName(u"help:"_s % m_info.key);
    m_helpButton->setText(u"?"_s);
    m_helpButton->setAutoRaise(true);
    m_helpButton->setCheckable(true);
    m_helpButton->setAccessibleName(tr("Explain %1").arg(m_info.key));
    m_helpButton->setToolTip(tr("What it means, what goes wrong with it, and where that is known from"));
    connect(m_helpButton, &QToolButton::toggled, this, &ConfigField::showHelp);
    connect(m_helpButton, &QToolButton::clicked, this, [this](bool isOpen) {
        if (isOpen)
            Q_EMIT helpOpened();
    });
}

/// The help is written when it is first asked for: a form has some fifty of them.
void ConfigField::showHelp(bool isWanted)
{
    if (m_help == nullptr && isWanted) {
        m_help = new KeyHelp(m_schema, m_info, this);
        m_help->setMarch(m_march);
        m_column->addWidget(m_help); // below the findings, which come first
        setTabOrder(m_helpButton, m_help->text());
        setTabOrder(m_help->text(), m_help->sourcesButton());
        setTabOrder(m_help->sourcesButton(), m_help->sources());
    }
    if (m_help != nullptr)
        m_help->setVisible(isWanted);
}

void ConfigField::setValue(const QString& value, bool isWritten, March march)
{
    m_isWritten = isWritten;
    m_march = march;
    m_name->setMuted(!isWritten);
    m_editor->setValue(value, m_schema.choicesFor(m_info.key, march), m_schema.defaultFor(m_info.key, march));
    if (m_help != nullptr)
        m_help->setMarch(march);
}

void ConfigField::setFindings(const Diagnostics& findings, const QList<SettledFinding>& accepted)
{
    m_hasFindings = !findings.isEmpty();
    m_labels->show(findings, accepted);
    update();
}

void ConfigField::setHighlighted(bool isHighlighted)
{
    m_isHighlighted = isHighlighted;
    update();
}

void ConfigField::setExplained(bool isExplained)
{
    m_helpButton->setChecked(isExplained);
}

bool ConfigField::isExplained() const
{
    return m_helpButton->isChecked();
}

void ConfigField::paintEvent(QPaintEvent* /*event*/)
{
    const bool isFlagged = std::ranges::any_of(m_labels->labels(), [](const FindingLabel* label) {
        return !label->acceptedNote() && label->finding().severity != Severity::Info;
    });
    if (!isFlagged && !m_isHighlighted)
        return;
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_isHighlighted ? QPen(theme.color(ThemeColor::Accent), 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isFlagged ? theme.color(ThemeColor::InsertedTint) : theme.color(ThemeColor::SelectionTint));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), spacing::cornerRadius, spacing::cornerRadius);
}

bool ConfigField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        Q_EMIT entered(m_info.key);
    return QWidget::eventFilter(watched, event);
}

} // namespace driftscope
