// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/FindingLabel.h"

#include "core/models/FindingsModel.h"
#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString findingHtml(const Diagnostic& finding, bool isBesideField, const Theme& theme)
{
    const ThemeColor role = finding.severity == Severity::Error ? ThemeColor::Fail
        : finding.severity == Severity::Warning                 ? ThemeColor::Inserted
                                                                : ThemeColor::MutedText;
    QString html = u"<span style='color:%2'>%1</span>"_s.arg(finding.message.toHtmlEscaped(), theme.color(role).name());
    if (!finding.why.isEmpty())
        html += u"<br/><span style='color:%2'>%1</span>"_s.arg(finding.why.toHtmlEscaped(),
                                                               theme.color(ThemeColor::MutedText).name());
    if (!isBesideField && !finding.key.isEmpty())
        html += u" <a href='#' style='color:%2'>%1</a>"_s.arg(finding.key.toHtmlEscaped(),
                                                              theme.color(ThemeColor::Accent).name());
    return html;
}

} // namespace

FindingLabel::FindingLabel(const Diagnostic& finding, bool isBesideField, QWidget* parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_isBesideField(isBesideField)
    , m_text(new QLabel(this))
{
    const Theme theme = Theme::fromPalette(palette());
    auto* light = new StatusLight(this);
    light->setStatus(finding.severity == Severity::Error         ? Status::Fail
                         : finding.severity == Severity::Warning ? Status::Warn
                                                                 : Status::Unknown);
    m_text->setText(findingHtml(finding, isBesideField, theme));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setFont(theme.smallFont());
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setToolTip(finding.source);
    connect(m_text, &QLabel::linkActivated, this, [this] { Q_EMIT activated(m_finding); });
    setAccessibleName(u"%1: %2 %3"_s.arg(FindingsModel::severityText(finding.severity), finding.message, finding.why));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(light, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    if (!finding.fix)
        return;
    m_fix = new QPushButton(isBesideField ? FindingsModel::fixText(*finding.fix)
                                          : tr("Set to %1").arg(FindingsModel::fixText(*finding.fix)),
                            this);
    if (!isBesideField && finding.fix->remove)
        m_fix->setText(FindingsModel::fixText(*finding.fix));
    m_fix->setObjectName(u"fix:"_s % finding.fix->key);
    m_fix->setToolTip(finding.fix->description);
    m_fix->setAccessibleName(tr("Fix %1: %2").arg(finding.fix->key, m_fix->text()));
    connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixRequested(*m_finding.fix); });
    row->addWidget(m_fix, 0, Qt::AlignTop);
}

void FindingLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_text->setText(findingHtml(m_finding, m_isBesideField, Theme::fromPalette(palette())));
}

} // namespace driftscope
