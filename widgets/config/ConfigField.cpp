// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigField.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"
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

namespace {

bool isSameFinding(const Diagnostic& a, const Diagnostic& b)
{
    return a.ruleId == b.ruleId && a.message == b.message && a.severity == b.severity && a.why == b.why
        && a.fix.has_value() == b.fix.has_value() && (!a.fix || a.fix->value == b.fix->value);
}

bool isSameWord(const SettledFinding& a, const SettledFinding& b)
{
    return a.note == b.note && isSameFinding(a.finding, b.finding);
}

} // namespace

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
    // Labels stay where nothing changed, so that the keyboard's focus on a fix button does.
    if (std::ranges::equal(findings, m_findings, isSameFinding) && std::ranges::equal(accepted, m_accepted, isSameWord))
        return;
    m_findings = findings;
    m_accepted = accepted;
    qDeleteAll(m_findingLabels);
    m_findingLabels.clear();
    for (const Diagnostic& finding : findings) {
        auto* label = new FindingLabel(finding, true, this);
        connect(label, &FindingLabel::fixRequested, this, &ConfigField::fixRequested, Qt::QueuedConnection);
        connect(label, &FindingLabel::acceptRequested, this, &ConfigField::acceptRequested, Qt::QueuedConnection);
        addFindingLabel(label);
    }
    for (const SettledFinding& each : accepted) {
        auto* label = new FindingLabel(each.finding, each.note, true, this);
        connect(label, &FindingLabel::withdrawRequested, this, &ConfigField::withdrawRequested, Qt::QueuedConnection);
        addFindingLabel(label);
    }
    update();
}

void ConfigField::addFindingLabel(QWidget* label)
{
    m_findingLabels.append(label);
    m_column->insertWidget(static_cast<int>(m_findingLabels.size()), label); // behind the row of the editor
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
    const bool isFlagged
        = std::ranges::any_of(m_findings, [](const Diagnostic& d) { return d.severity != Severity::Info; });
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
