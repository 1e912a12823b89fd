// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ExportDialog.h"

#include "widgets/graph/PictureTiles.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>

namespace driftscope {

using namespace Qt::StringLiterals;

ExportDialog::ExportDialog(QSizeF seen, QSizeF all, QWidget* parent)
    : QDialog(parent)
    , m_seenSize(seen)
    , m_allSize(all)
    , m_seen(new QRadioButton(tr("What is &seen"), this))
    , m_all(new QRadioButton(tr("&All of the graphs"), this))
    , m_scale(new QSpinBox(this))
    , m_legend(new QCheckBox(tr("With &legend"), this))
    , m_page(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_outcome(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Export Picture"));
    m_all->setChecked(true);
    m_legend->setChecked(true);
    m_scale->setRange(1, 800);
    m_scale->setValue(100);
    m_scale->setSuffix(tr(" %"));
    m_page->addItem(tr("One page as large as the picture"), -1);
    for (const auto id : {QPageSize::A4, QPageSize::A3, QPageSize::Letter}) {
        m_page->addItem(tr("Several pages of %1").arg(QPageSize::name(id)), id);
    }
    m_file->setMinimumWidth(320);
    m_file->setPlaceholderText(tr("Name of an .svg, .png or .pdf"));
    m_outcome->setWordWrap(true);
    auto* browse = new QPushButton(tr("&Choose…"), this);
    auto* fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browse);
    auto* form = new QFormLayout(this);
    form->addRow(tr("Picture of:"), m_seen);
    form->addRow(QString(), m_all);
    form->addRow(tr("Si&ze:"), m_scale);
    form->addRow(QString(), m_legend);
    form->addRow(tr("&Paper (PDF):"), m_page);
    auto* fileLabel = new QLabel(tr("&File:"), this);
    fileLabel->setBuddy(m_file);
    form->addRow(fileLabel, fileRow);
    form->addRow(m_outcome);
    form->addRow(m_buttons);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::update);
    connect(m_scale, &QSpinBox::valueChanged, this, &ExportDialog::update);
    connect(m_seen, &QRadioButton::toggled, this, &ExportDialog::update);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    update();
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.onlySeen = m_seen->isChecked();
    choice.scale = m_scale->value() / 100.0;
    choice.showLegend = m_legend->isChecked();
    if (const int page = m_page->currentData().toInt(); page >= 0) {
        choice.page = static_cast<QPageSize::PageSizeId>(page);
    }
    choice.fileName = m_file->text().trimmed();
    return choice;
}

void ExportDialog::setFileName(const QString& fileName)
{
    m_file->setText(fileName);
}

void ExportDialog::chooseFile()
{
    const QString name
        = QFileDialog::getSaveFileName(this, tr("Export Picture"), m_file->text(), tr("Pictures (*.svg *.png *.pdf)"));
    if (!name.isEmpty()) {
        m_file->setText(name);
    }
}

void ExportDialog::update()
{
    const QString suffix = QFileInfo(m_file->text().trimmed()).suffix().toLower();
    const bool isKnown = suffix == u"svg"_s || suffix == u"png"_s || suffix == u"pdf"_s;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(isKnown);
    m_page->setEnabled(suffix == u"pdf"_s);
    const QSizeF size = (m_seen->isChecked() ? m_seenSize : m_allSize) * (m_scale->value() / 100.0);
    const QString outcome = tr("%L1 × %L2 pixels.").arg(qRound(size.width())).arg(qRound(size.height()));
    const bool isTiled = suffix == u"png"_s && !fitsIntoOneRaster(size);
    const auto tiles = static_cast<int>(tilesOf(size, QSizeF(rasterTileSide, rasterTileSide), 0).size());
    m_outcome->setText(isTiled ? outcome + u' '
                               + tr("That is too large for one PNG: %n numbered files are written, and a page that "
                                    "shows them together.",
                                    nullptr, tiles)
                               : outcome);
}

} // namespace driftscope
