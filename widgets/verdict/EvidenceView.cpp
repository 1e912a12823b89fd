// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/EvidenceView.h"

#include "widgets/common/Theme.h"
#include "widgets/verdict/VerdictText.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString paragraph(const QString& title, const QString& text)
{
    return text.isEmpty() ? QString()
                          : u"<p style='margin:0 0 6px 0'><b>%1</b><br/>%2</p>"_s.arg(title, text.toHtmlEscaped());
}

/// Lets a long node name wrap behind its underscores; it would push the other texts out of sight.
QString breakable(QString name)
{
    return name.replace(u'_', u"_\u200b"_s);
}

} // namespace

EvidenceView::EvidenceView(QWidget* parent)
    : QWidget(parent)
    , m_table(new PaneTable(this))
    , m_text(new QLabel(this))
{
    m_table->setModel(&m_model);
    m_table->setAccessibleName(tr("Tested causes"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, spacing::tight, 0, 0);
    layout->setSpacing(2 * spacing::wide);
    layout->addWidget(m_table, 3);
    auto* scroll = new QScrollArea(this); // a long ladder must not push the graphs away
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_text);
    scroll->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);
    layout->addWidget(scroll, 2);
}

void EvidenceView::setVerdict(const Verdict& verdict)
{
    m_model.setEvidence(verdict.evidence);
    m_table->fitColumns();
    const QString ladder = ladderLines(verdict).join(u'\n').toHtmlEscaped().replace(u'\n', u"<br/>"_s);
    QString text = paragraph(tr("To tell them apart"), verdict.toldApartBy)
        % paragraph(tr("What would disprove this"), verdict.wouldDisprove)
        % paragraph(tr("In the board program"), verdict.boardAdvice)
        % paragraph(tr("First drifting layer"), breakable(verdict.firstDrift));
    if (!ladder.isEmpty())
        text += u"<p style='margin:0'><b>%1</b><br/>%2</p>"_s.arg(tr("From stage to stage"), ladder);
    m_text->setText(text);
    const int rows = static_cast<int>(std::min<qsizetype>(verdict.evidence.size(), 7));
    m_table->setVisible(rows > 0);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height()
                              + rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

} // namespace driftscope
