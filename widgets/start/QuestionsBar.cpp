// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/QuestionsBar.h"

#include "widgets/common/Theme.h"
#include "widgets/start/ThreeQuestions.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace driftscope {

QuestionsBar::QuestionsBar(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    row->setSpacing(2 * spacing::wide);
    for (Column& column : m_columns) {
        column = {new StatusLight(this), new QLabel(this), new QLabel(this)};
        auto* texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(column.question);
        texts->addWidget(column.answer);
        row->addWidget(column.light, 0, Qt::AlignVCenter);
        row->addLayout(texts, 1);
        column.question->setWordWrap(true);
        column.answer->setWordWrap(true);
    }
    connect(&session, &Session::evaluationsChanged, this, &QuestionsBar::refresh);
    connect(&session, &Session::stagesChanged, this, &QuestionsBar::refresh);
    connect(&session, &Session::verdictChanged, this, &QuestionsBar::refresh);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    refresh();
}

Status QuestionsBar::status(int question) const
{
    return m_columns[static_cast<std::size_t>(question)].light->status();
}

void QuestionsBar::refresh()
{
    setVisible(!m_session.verdict().has_value());
    const Theme theme = Theme::fromPalette(palette());
    const auto questions = threeQuestions(m_session);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        m_columns[i].light->setStatus(questions[i].status);
        m_columns[i].question->setText(questions[i].text);
        m_columns[i].question->setFont(theme.titleFont());
        m_columns[i].question->setToolTip(questions[i].explanation);
        m_columns[i].answer->setText(questions[i].answer);
        m_columns[i].answer->setFont(theme.smallFont());
        m_columns[i].answer->setForegroundRole(QPalette::PlaceholderText);
    }
}

void QuestionsBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(ThemeColor::Border));
    painter.setBrush(theme.color(ThemeColor::Canvas));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cornerRadius,
                            spacing::cornerRadius);
}

void QuestionsBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace driftscope
