// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigField.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"
#include "widgets/config/FieldEditor.h"
#include "widgets/config/FindingLabel.h"

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

ConfigField::ConfigField(const ConfigKeyInfo& info, QWidget* parent)
    : QWidget(parent)
    , m_info(info)
    , m_name(new ElidedLabel(this))
    , m_editor(new FieldEditor(info, this))
    , m_help(new QToolButton(this))
    , m_explanation(new QLabel(this))
    , m_column(new QVBoxLayout(this))
{
    const Theme theme = Theme::fromPalette(palette());
    const QString shortName = info.key.section(u'.', 1);
    m_name->setText(shortName.isEmpty() ? info.key : shortName);
    m_name->setFont(theme.monoFont());
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_name->setToolTip(info.key);
    m_help->setText(u"?"_s);
    m_help->setAutoRaise(true);
    m_help->setCheckable(true);
    m_help->setAccessibleName(tr("Explain %1").arg(info.key));
    m_help->setToolTip(explanation());
    m_explanation->setWordWrap(true);
    m_explanation->setFont(theme.smallFont());
    m_explanation->setText(explanation());
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    m_explanation->hide();
    m_editor->setObjectName(u"field:"_s % info.key);
    m_editor->focusProxy()->setAccessibleName(info.key);
    m_editor->focusProxy()->setAccessibleDescription(info.explanation);
    m_editor->focusProxy()->setToolTip(info.explanation);
    m_editor->focusProxy()->installEventFilter(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    row->addWidget(m_name, 5);
    row->addWidget(m_editor, 6);
    row->addWidget(m_help);
    m_column->setContentsMargins(spacing::normal, 3, spacing::tight, 3);
    m_column->setSpacing(spacing::tight);
    m_column->addLayout(row);
    m_column->addWidget(m_explanation);
    connect(m_help, &QToolButton::toggled, m_explanation, &QWidget::setVisible);
    connect(m_editor, &FieldEditor::committed, this,
            [this](const QString& value) { Q_EMIT valueCommitted(m_info.key, value); });
}

QString ConfigField::explanation() const
{
    QStringList lines{m_info.explanation};
    if (!m_info.defaultValue.isEmpty())
        lines.append(tr("Default: %1.").arg(m_info.defaultValue));
    if (m_info.required)
        lines.append(tr("It must be written."));
    if (m_info.perInput)
        lines.append(tr("One value for each input, separated by semicolons."));
    if (!m_info.deprecatedBy.isEmpty())
        lines.append(tr("Deprecated; use %1.").arg(m_info.deprecatedBy));
    if (!m_info.example.isEmpty())
        lines.append(tr("Example: %1").arg(m_info.example));
    if (!m_info.source.isEmpty())
        lines.append(tr("Source: %1").arg(m_info.source));
    return lines.join(u'\n').trimmed();
}

void ConfigField::setValue(const QString& value, bool isWritten, const QStringList& choices)
{
    m_isWritten = isWritten;
    m_name->setMuted(!isWritten);
    m_editor->setValue(value, choices);
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
        m_column->addWidget(label);
        m_findingLabels.append(label);
    }
    for (const SettledFinding& each : accepted) {
        auto* label = new FindingLabel(each.finding, each.note, true, this);
        connect(label, &FindingLabel::withdrawRequested, this, &ConfigField::withdrawRequested, Qt::QueuedConnection);
        m_column->addWidget(label);
        m_findingLabels.append(label);
    }
    update();
}

void ConfigField::setHighlighted(bool isHighlighted)
{
    m_isHighlighted = isHighlighted;
    update();
}

void ConfigField::setExplained(bool isExplained)
{
    m_help->setChecked(isExplained);
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
