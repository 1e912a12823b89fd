// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/VerdictBanner.h"

#include "widgets/common/Theme.h"
#include "widgets/verdict/EvidenceView.h"
#include "widgets/verdict/VerdictText.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Status statusOf(VerdictKind kind)
{
    switch (kind) {
    case VerdictKind::Fault:
        return Status::Warn;
    case VerdictKind::NoFault:
        return Status::Pass;
    case VerdictKind::Unexplained:
        break;
    }
    return Status::Fail;
}

} // namespace

VerdictBanner::VerdictBanner(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_light(new StatusLight(this))
    , m_sentence(new QLabel(this))
    , m_summary(new QLabel(this))
    , m_fix(new QPushButton(this))
    , m_more(new QToolButton(this))
    , m_evidence(new EvidenceView(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_summary->setWordWrap(true);
    m_more->setAutoRaise(true);
    m_more->setCheckable(true);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fix->setObjectName(u"fixAndRunAgain"_s);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_summary);
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing::wide);
    line->addWidget(m_light, 0, Qt::AlignVCenter);
    line->addLayout(texts, 1);
    line->addWidget(m_more, 0, Qt::AlignVCenter);
    line->addWidget(m_fix, 0, Qt::AlignVCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    column->addLayout(line);
    column->addWidget(m_evidence);
    connect(m_more, &QToolButton::toggled, this, &VerdictBanner::setExpanded);
    connect(m_fix, &QPushButton::clicked, this, &VerdictBanner::fixRequested);
    connect(m_sentence, &QLabel::linkActivated, this, &VerdictBanner::keyActivated);
    connect(&session, &Session::verdictChanged, this, &VerdictBanner::refresh);
    connect(&session.jobs(), &JobRunner::stateChanged, this, [this] { m_fix->setEnabled(!m_session.jobs().isBusy()); });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    refresh();
}

QString VerdictBanner::sentence() const
{
    return m_session.verdict() ? m_session.verdict()->sentence : QString();
}

void VerdictBanner::setExpanded(bool isExpanded)
{
    m_evidence->setVisible(isExpanded);
    m_more->setArrowType(isExpanded ? Qt::DownArrow : Qt::RightArrow);
}

void VerdictBanner::refresh()
{
    m_more->setText(tr("Evidence"));
    setExpanded(m_more->isChecked());
    setVisible(m_session.verdict().has_value());
    if (!m_session.verdict())
        return;
    const Verdict& verdict = *m_session.verdict();
    const Theme theme = Theme::fromPalette(palette());
    m_light->setStatus(statusOf(verdict.kind));
    m_sentence->setFont(theme.titleFont());
    // The key in the sentence leads to the form.
    QString text = verdict.sentence.toHtmlEscaped();
    const QString key = verdict.causeKey.section(u'.', -1);
    if (!key.isEmpty() && text.contains(key)) {
        text.replace(text.indexOf(key), key.size(),
                     u"<a href='%1' style='color:%2'>%3</a>"_s.arg(verdict.causeKey,
                                                                   theme.color(ThemeColor::Accent).name(), key));
    }
    m_sentence->setText(text);
    m_sentence->setAccessibleName(verdict.sentence);
    m_summary->setText(verdictSummary(verdict));
    m_summary->setFont(theme.smallFont());
    m_summary->setForegroundRole(QPalette::WindowText);
    m_fix->setVisible(verdict.fix.has_value());
    m_fix->setText(tr("Fix and Run Again"));
    if (verdict.fix) {
        m_fix->setToolTip(verdict.fix->description);
        QPalette colors = palette();
        colors.setColor(QPalette::Button, theme.color(ThemeColor::Inserted));
        colors.setColor(QPalette::ButtonText, theme.color(ThemeColor::PillText));
        m_fix->setPalette(colors);
    }
    m_evidence->setVerdict(verdict);
    update();
}

void VerdictBanner::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    const bool isCalm = m_session.verdict() && m_session.verdict()->kind == VerdictKind::NoFault;
    const QColor line = theme.color(isCalm ? ThemeColor::Pass : ThemeColor::Inserted);
    const QColor fill
        = isCalm ? mixed(theme.color(ThemeColor::Canvas), line, 0.1) : theme.color(ThemeColor::InsertedTint);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cornerRadius,
                            spacing::cornerRadius);
}

void VerdictBanner::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // setPalette() of the fix button raises no change of this widget, so this does not turn in a circle.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace driftscope
