// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MessageBar.h"

#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"
#include "widgets/shell/Language.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

MessageBar::MessageBar(const Language& language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_light(new StatusLight(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setText(u"✕"_s);
    m_close->setAutoRaise(true);
    m_close->setObjectName(u"dismissMessage"_s);
    auto* row = new QHBoxLayout(this);
    m_row = row;
    row->setContentsMargins(spacing::wide, spacing::normal, spacing::normal, spacing::normal);
    row->setSpacing(spacing::wide);
    row->addWidget(m_light, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    retranslate();
    hide();
}

void MessageBar::ask(const QString& sentence, const QList<Answer>& answers)
{
    show(Severity::Warning, sentence);
    for (const Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, this);
        connect(button, &QPushButton::clicked, this, [this, chosen = answer.chosen] {
            dismiss();
            chosen();
        });
        m_row->insertWidget(m_row->count() - 1, button, 0, Qt::AlignVCenter);
        m_answers.append(button);
        m_answerTexts.push_back(m_language.trace(answer.text));
    }
    m_close->setVisible(answers.isEmpty()); // one of the answers it has to be
}

void MessageBar::dropAnswers()
{
    for (QPushButton* button : std::as_const(m_answers)) {
        button->hide();
        button->deleteLater(); // one of them may be what was clicked
    }
    m_answers.clear();
    m_answerTexts.clear();
    m_close->show();
}

void MessageBar::show(Severity severity, const QString& sentence)
{
    dropAnswers();
    m_severity = severity;
    m_light->setStatus(severity == Severity::Error         ? Status::Fail
                           : severity == Severity::Warning ? Status::Warn
                                                           : Status::Pass);
    m_sentence = m_language.trace(sentence);
    say(sentence);
    setVisible(true);
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::say(const QString& sentence)
{
    m_text->setText(sentence);
    setAccessibleName(sentence);
}

void MessageBar::dismiss()
{
    hide();
    m_sentence = {};
    m_text->clear();
    dropAnswers();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::retranslate()
{
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
}

void MessageBar::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    const QColor color = theme.color(m_severity == Severity::Error         ? ThemeColor::Fail
                                         : m_severity == Severity::Warning ? ThemeColor::Warn
                                                                           : ThemeColor::Accent);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color);
    painter.setBrush(mixed(theme.color(ThemeColor::Canvas), color, 0.12));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cornerRadius,
                            spacing::cornerRadius);
}

void MessageBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    say(m_sentence.text());
    for (qsizetype i = 0; i < m_answers.size(); ++i)
        m_answers[i]->setText(m_answerTexts[static_cast<size_t>(i)].text());
}

void MessageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_answers.isEmpty())
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

} // namespace driftscope
