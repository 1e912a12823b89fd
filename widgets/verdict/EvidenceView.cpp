// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/EvidenceView.h"

#include "core/diagnosis/TestPictures.h"
#include "widgets/common/Theme.h"
#include "widgets/verdict/LadderView.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

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
    , m_apart(new QLabel(this))
    , m_text(new QLabel(this))
    , m_savePicture(new QPushButton(this))
    , m_saved(new QLabel(this))
    , m_ladder(new LadderView(this))
{
    m_table->setModel(&m_model);
    for (QLabel* label : {m_apart, m_text, m_saved}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_saved->setTextFormat(Qt::PlainText);
    m_savePicture->setObjectName(u"saveTestPicture"_s);
    m_savePicture->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, spacing::tight, 0, 0);
    layout->setSpacing(2 * spacing::wide);
    layout->addWidget(m_table, 3);
    layout->addWidget(makeTexts(), 2);
    connect(m_savePicture, &QPushButton::clicked, this, &EvidenceView::chooseTestPicture);
    retranslate();
}

QWidget* EvidenceView::makeTexts()
{
    auto* texts = new QWidget(this);
    auto* column = new QVBoxLayout(texts);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_apart);
    column->addWidget(m_savePicture);
    column->addWidget(m_saved);
    column->addWidget(m_ladder);
    column->addWidget(m_text);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this); // a long ladder must not push the graphs away
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(texts);
    scroll->viewport()->setAutoFillBackground(false);
    texts->setAutoFillBackground(false);
    return scroll;
}

void EvidenceView::retranslate()
{
    m_table->setAccessibleName(tr("Tested causes"));
    m_savePicture->setText(tr("Save Test Picture…"));
    m_savePicture->setToolTip(tr("A picture on which the causes that fit equally well give different results"));
}

void EvidenceView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EvidenceView::chooseTestPicture()
{
    auto* dialog = new QFileDialog(this, tr("Save Test Picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->setNameFilters({tr("PNG pictures (*.png)")});
    dialog->selectFile(u"test-picture.png"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &EvidenceView::saveTestPicture);
    dialog->open();
}

void EvidenceView::saveTestPicture(const QString& path)
{
    const auto files = writeTestPictures(m_verdict, path);
    QStringList names;
    for (const QString& file : files.value_or(QStringList()))
        names.append(QDir::toNativeSeparators(file));
    m_saved->setText(files ? tr("Saved as %1.").arg(names.join(tr(", "))) : files.error().message);
    m_saved->show();
}

void EvidenceView::setVerdict(const Verdict& verdict)
{
    m_verdict = verdict;
    m_savePicture->setVisible(!verdict.testPictures.isEmpty());
    m_saved->hide();
    m_model.setEvidence(verdict.evidence);
    m_table->fitColumns();
    m_apart->setText(paragraph(tr("To tell them apart"), verdict.toldApartBy));
    m_apart->setVisible(!verdict.toldApartBy.isEmpty());
    const QString text = paragraph(tr("What would disprove this"), verdict.wouldDisprove)
        % paragraph(tr("In the board program"), verdict.boardAdvice)
        % paragraph(tr("First drifting layer"), breakable(verdict.firstDrift));
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_ladder->setSteps(verdict.ladder);
    const int rows = static_cast<int>(std::min<qsizetype>(verdict.evidence.size(), 7));
    m_table->setVisible(rows > 0);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height()
                              + rows * m_table->verticalHeader()->defaultSectionSize() + 2);
}

} // namespace driftscope
