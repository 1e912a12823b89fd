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

QString link(const QString& target, const QString& text, ThemeColor color, const Theme& theme)
{
    return u" <a href='%1' style='color:%3'>%2</a>"_s.arg(target, text.toHtmlEscaped(), theme.color(color).name());
}

QString coloured(const QString& text, ThemeColor color, const Theme& theme)
{
    return u"<span style='color:%2'>%1</span>"_s.arg(text.toHtmlEscaped(), theme.color(color).name());
}

} // namespace

QString FindingLabel::html() const
{
    const Theme theme = Theme::fromPalette(palette());
    const QString place = m_isBesideField || m_finding.key.isEmpty()
        ? QString()
        : link(u"place"_s, m_finding.key, ThemeColor::Accent, theme);
    if (m_acceptedNote) {
        const QString sentence = m_acceptedNote->isEmpty()
            ? tr("Accepted: %1").arg(m_finding.message)
            : tr("Accepted (%1): %2").arg(*m_acceptedNote, m_finding.message);
        return coloured(sentence, ThemeColor::MutedText, theme) % place
            % link(u"withdraw"_s, tr("Take Back"), ThemeColor::Accent, theme);
    }
    const ThemeColor role = m_finding.severity == Severity::Error ? ThemeColor::Fail
        : m_finding.severity == Severity::Warning                 ? ThemeColor::Inserted
                                                                  : ThemeColor::MutedText;
    QString text = coloured(m_finding.message, role, theme);
    if (!m_finding.why.isEmpty())
        text += u"<br/>"_s % coloured(m_finding.why, ThemeColor::MutedText, theme);
    return text % place % link(u"accept"_s, tr("Accept…"), ThemeColor::MutedText, theme);
}

FindingLabel::FindingLabel(const Diagnostic& finding, bool isBesideField, QWidget* parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_isBesideField(isBesideField)
{
    setUp();
    if (finding.fix)
        addFixButton();
}

FindingLabel::FindingLabel(const Diagnostic& finding, const QString& acceptedNote, bool isBesideField, QWidget* parent)
    : QWidget(parent)
    , m_finding(finding)
    , m_acceptedNote(acceptedNote)
    , m_isBesideField(isBesideField)
{
    setUp();
}

void FindingLabel::setUp()
{
    m_text = new QLabel(this);
    auto* light = new StatusLight(this);
    light->setStatus(m_acceptedNote                                ? Status::Unknown
                         : m_finding.severity == Severity::Error   ? Status::Fail
                         : m_finding.severity == Severity::Warning ? Status::Warn
                                                                   : Status::Unknown);
    m_text->setText(html());
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setFont(Theme::fromPalette(palette()).smallFont());
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setToolTip(m_finding.source);
    connect(m_text, &QLabel::linkActivated, this, &FindingLabel::follow);
    setAccessibleName(
        u"%1: %2 %3"_s.arg(FindingsModel::severityText(m_finding.severity), m_finding.message, m_finding.why));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::normal);
    row->addWidget(light, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
}

void FindingLabel::addFixButton()
{
    const Fix& fix = *m_finding.fix;
    m_fix = new QPushButton(m_isBesideField || fix.remove ? FindingsModel::fixText(fix)
                                                          : tr("Set to %1").arg(FindingsModel::fixText(fix)),
                            this);
    m_fix->setObjectName(u"fix:"_s % fix.key);
    m_fix->setToolTip(fix.description);
    m_fix->setAccessibleName(tr("Fix %1: %2").arg(fix.key, m_fix->text()));
    connect(m_fix, &QPushButton::clicked, this, [this] { Q_EMIT fixRequested(*m_finding.fix); });
    layout()->addWidget(m_fix);
    layout()->setAlignment(m_fix, Qt::AlignTop);
}

QList<QWidget*> FindingLabel::stops() const
{
    return m_fix == nullptr ? QList<QWidget*>{m_text} : QList<QWidget*>{m_text, m_fix};
}

void FindingLabel::follow(const QString& link)
{
    if (link == "accept"_L1)
        Q_EMIT acceptRequested(m_finding);
    else if (link == "withdraw"_L1)
        Q_EMIT withdrawRequested(m_finding);
    else
        Q_EMIT activated(m_finding);
}

void FindingLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_text->setText(html());
}

} // namespace driftscope
