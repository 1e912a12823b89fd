// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/start/StartPage.h"

#include "widgets/common/Theme.h"

#include <QAction>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace driftscope {

StartPage::StartPage(QAction* openSample, QAction* open, QAction* newConfig, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_introduction(new QLabel(this))
    , m_questions(new QLabel(this))
    , m_recent(new QLabel(this))
{
    auto* buttons = new QHBoxLayout;
    QPushButton* sample = addButton(openSample, u"startOpenSample"_s);
    sample->setDefault(true);
    buttons->addWidget(sample);
    buttons->addWidget(addButton(open, u"startOpen"_s));
    buttons->addWidget(addButton(newConfig, u"startNewConfig"_s));
    buttons->addStretch(1);
    auto* inner = new QWidget(this);
    inner->setMaximumWidth(640);
    m_column = new QVBoxLayout(inner);
    m_column->setSpacing(2 * spacing::wide);
    for (QLabel* label : {m_introduction, m_questions, m_recent})
        label->setWordWrap(true);
    m_recent->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_column->addStretch(1);
    m_column->addWidget(m_title);
    m_column->addWidget(m_introduction);
    m_column->addWidget(m_questions);
    m_column->addLayout(buttons);
    m_column->addWidget(m_recent);
    m_column->addStretch(2);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(inner, 4);
    row->addStretch(1);
    connect(m_recent, &QLabel::linkActivated, this, &StartPage::recentChosen);
    retranslate();
}

QPushButton* StartPage::addButton(QAction* action, const QString& name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    m_buttons.append({button, action});
    return button;
}

void StartPage::setRecent(const QStringList& paths)
{
    m_recentPaths = paths;
    retranslate();
}

void StartPage::retranslate()
{
    for (const auto& [button, action] : m_buttons)
        button->setText(action->text());
    const Theme theme = Theme::fromPalette(palette());
    QFont font = theme.titleFont();
    font.setPixelSize(font.pixelSize() * 7 / 4);
    m_title->setFont(font);
    m_title->setText(tr("Why is the board wrong?"));
    m_introduction->setText(tr("Driftscope follows a network from the trained float model to the board, shows where it "
                               "begins to drift, and names the setting that causes it. Drop a conversion YAML, an "
                               "ONNX file or a .bin here, or begin with the sample: a real failure, solved in five "
                               "steps without a board."));
    const QStringList questions{tr("Is the float model right?"), tr("Does the quantized model agree?"),
                                tr("Does the board agree?")};
    QString list = u"<p style='margin-bottom:4px'>%1</p><ol style='margin-top:0'>"_s.arg(
        tr("Three questions lead to the cause, in this order:"));
    for (const QString& question : questions)
        list += u"<li style='margin-bottom:2px'><b>%1</b></li>"_s.arg(question);
    m_questions->setText(list % u"</ol>"_s);
    m_recent->setVisible(!m_recentPaths.isEmpty());
    QString recent = u"<p style='margin-bottom:4px'>%1</p>"_s.arg(tr("Recent projects"));
    for (const QString& path : m_recentPaths.mid(0, 6)) {
        recent += u"<div style='margin-bottom:2px'><a href='%1' style='color:%3'>%2</a></div>"_s.arg(
            path.toHtmlEscaped(), QDir::toNativeSeparators(path).toHtmlEscaped(),
            theme.color(ThemeColor::Accent).name());
    }
    m_recent->setText(recent);
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void StartPage::paintEvent(QPaintEvent* /*event*/)
{
    QPainter(this).fillRect(rect(), Theme::fromPalette(palette()).color(ThemeColor::Canvas));
}

} // namespace driftscope
