// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/CompareLayersDialog.h"

#include "widgets/common/FileListEdit.h"
#include "widgets/stages/StageTitle.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 mebibyte = qint64(1) << 20;
constexpr qint64 gibibyte = qint64(1) << 30;

QSpinBox* numberBox(int least, int most, qint64 value, QWidget* parent)
{
    auto* box = new QSpinBox(parent);
    box->setRange(least, most);
    box->setValue(static_cast<int>(std::clamp<qint64>(value, least, most)));
    return box;
}

} // namespace

CompareLayersDialog::CompareLayersDialog(const QList<Stage>& stages, const LayersRequest& request,
                                         const CaptureSettings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_form(new QFormLayout(this))
    , m_reference(new QComboBox(this))
    , m_candidate(new QComboBox(this))
    , m_pictures(numberBox(1, 1000, request.pictures, this))
    , m_inputs(new FileListEdit(tr("Inputs"), this))
    , m_isolated(new QCheckBox(this))
    , m_memory(numberBox(256, 1 << 20, settings.limits.memory / mebibyte, this))
    , m_cache(numberBox(0, 1 << 14, settings.cache.bytes / gibibyte, this))
    , m_days(numberBox(1, 3650, settings.cache.days, this))
    , m_used(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    m_memory->setSingleStep(256);
    m_isolated->setChecked(request.isolated);
    m_inputs->setFiles(request.files);
    m_used->setWordWrap(true);
    fillStages(*m_reference, stages, request.reference);
    fillStages(*m_candidate, stages, request.candidate);
    for (QWidget* field :
         {static_cast<QWidget*>(m_reference), static_cast<QWidget*>(m_candidate), static_cast<QWidget*>(m_pictures),
          static_cast<QWidget*>(m_inputs), static_cast<QWidget*>(m_isolated), static_cast<QWidget*>(m_memory),
          static_cast<QWidget*>(m_cache), static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_used)})
        m_form->addRow(u" "_s, field);
    m_form->addRow(m_buttons);
    connect(m_reference, &QComboBox::currentIndexChanged, this, &CompareLayersDialog::check);
    connect(m_candidate, &QComboBox::currentIndexChanged, this, &CompareLayersDialog::check);
    connect(m_inputs, &FileListEdit::edited, this, &CompareLayersDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    check();
}

void CompareLayersDialog::fillStages(QComboBox& picker, const QList<Stage>& stages, Stage current) const
{
    for (const Stage stage : stages)
        picker.addItem(stageTitle(stage), static_cast<int>(stage));
    picker.setCurrentIndex(std::max(picker.findData(static_cast<int>(current)), 0));
}

void CompareLayersDialog::check()
{
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(m_reference->count() > 0 && m_reference->currentIndex() != m_candidate->currentIndex());
    m_pictures->setEnabled(m_inputs->files().isEmpty());
}

LayersRequest CompareLayersDialog::request() const
{
    return {static_cast<Stage>(m_reference->currentData().toInt()),
            static_cast<Stage>(m_candidate->currentData().toInt()), m_pictures->value(), m_isolated->isChecked(),
            m_inputs->files()};
}

CaptureSettings CompareLayersDialog::settings() const
{
    CaptureSettings settings = m_settings;
    settings.limits.memory = m_memory->value() * mebibyte;
    settings.cache.bytes = m_cache->value() * gibibyte;
    settings.cache.days = m_days->value();
    return settings;
}

void CompareLayersDialog::retranslate()
{
    setWindowTitle(tr("Compare Layers"));
    const QStringList labels{tr("&Reference"),         tr("&Candidate"), tr("&Pictures"),
                             tr("&Files instead"),     QString(),        tr("&Memory"),
                             tr("&Disk for captures"), tr("Kept for"),   QString()};
    for (int row = 0; row < labels.size(); ++row) {
        if (auto* label = qobject_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget()))
            label->setText(labels[row]);
    }
    m_isolated->setText(tr("&Also compute each layer alone, from the other side's inputs"));
    m_inputs->setToolTip(
        tr("In place of the project's pictures: a file for each input of the model, sample by sample"));
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setToolTip(tr("What the program may take while it captures; models are cut into parts that fit"));
    m_cache->setSuffix(tr(" GiB"));
    m_days->setSuffix(tr(" days"));
    const CaptureCache cache(m_settings.cacheFolder, m_settings.cache);
    m_used->setText(m_settings.cacheFolder.isEmpty()
                        ? QString()
                        : tr("Captures take %1 in “%2”.")
                              .arg(QLocale().formattedDataSize(cache.byteCount(), 1), m_settings.cacheFolder));
}

void CompareLayersDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
