// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/CapturesPage.h"

#include "core/base/MachineMemory.h"

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace driftscope {

namespace {

constexpr qint64 mebibyte = qint64(1) << 20;
constexpr qint64 gibibyte = qint64(1) << 30;

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1);
}

void setQuietly(QSpinBox& box, qint64 value)
{
    const QSignalBlocker quiet(box);
    box.setValue(static_cast<int>(std::clamp<qint64>(value, box.minimum(), box.maximum())));
}

} // namespace

CapturesPage::CapturesPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_form(new QFormLayout)
    , m_memory(new QSpinBox(this))
    , m_machine(new QLabel(this))
    , m_disk(new QSpinBox(this))
    , m_days(new QSpinBox(this))
    , m_used(new QLabel(this))
    , m_empty(new QPushButton(this))
    , m_note(new QLabel(this))
{
    m_memory->setRange(256, 1 << 20);
    m_memory->setSingleStep(256);
    m_disk->setRange(0, 1 << 14);
    m_days->setRange(1, 3650);
    m_empty->setAutoDefault(false);
    m_empty->setEnabled(false); // until it is known that there is something
    lay();
    for (QSpinBox* box : {m_memory, m_disk, m_days}) {
        box->setKeyboardTracking(false); // half a number is no limit
        connect(box, &QSpinBox::valueChanged, this, &CapturesPage::takeSettings);
    }
    connect(m_empty, &QPushButton::clicked, this, &CapturesPage::emptyCache);
    connect(&m_session, &Session::captureSettingsChanged, this, &CapturesPage::showSettings);
    retranslate();
    showSettings();
}

void CapturesPage::lay()
{
    const auto row = [this](QWidget* field, QWidget* beside) {
        auto* line = new QHBoxLayout;
        line->addWidget(field);
        line->addWidget(beside, 1);
        auto* label = new QLabel(this);
        label->setBuddy(field);
        m_form->addRow(label, line);
    };
    row(m_memory, m_machine);
    row(m_disk, new QLabel(this));
    row(m_days, new QLabel(this));
    auto* column = new QVBoxLayout(this);
    column->addLayout(m_form);
    column->addWidget(m_used);
    column->addWidget(m_empty, 0, Qt::AlignLeft);
    column->addWidget(m_note);
    column->addStretch(1);
    for (QLabel* text : {m_used, m_note}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
}

void CapturesPage::showSettings()
{
    const CaptureSettings& settings = m_session.captureSettings();
    setQuietly(*m_memory, settings.limits.memory / mebibyte);
    setQuietly(*m_disk, settings.cache.bytes / gibibyte);
    setQuietly(*m_days, settings.cache.days);
    const qint64 has = machineMemory();
    m_machine->setText(has <= 0                           ? QString()
                           : settings.limits.memory > has ? tr("This machine has only %1.").arg(sizeText(has))
                                                          : tr("This machine has %1.").arg(sizeText(has)));
}

void CapturesPage::takeSettings()
{
    CaptureSettings settings = m_session.captureSettings();
    settings.limits.memory = m_memory->value() * mebibyte;
    settings.cache.bytes = m_disk->value() * gibibyte;
    settings.cache.days = m_days->value();
    m_session.setCaptureSettings(settings);
}

void CapturesPage::count()
{
    m_counting.start<qint64>(
        [folder = m_session.captureSettings().cacheFolder](const CancelToken& /*cancel*/) {
            return folder.isEmpty() ? 0 : CaptureCache(folder, {}).byteCount();
        },
        [this](qint64 bytes) { tellUsed(bytes); });
}

void CapturesPage::tellUsed(qint64 bytes)
{
    const QString& folder = m_session.captureSettings().cacheFolder;
    m_empty->setEnabled(bytes > 0 && !m_emptying.isBusy());
    m_used->setText(folder.isEmpty() ? tr("No captures are kept.")
                                     : tr("Captures take %1 in “%2”.").arg(sizeText(bytes), folder));
}

/// What was used since the program was started may be on display, and is read when it is looked at.
void CapturesPage::emptyCache()
{
    m_empty->setEnabled(false);
    m_note->setText(tr("Emptying the cache…"));
    m_emptying.start<Emptied>(
        [folder = m_session.captureSettings().cacheFolder, since = m_session.startedAt()](const CancelToken& cancel) {
            const CaptureCache cache(folder, {});
            const qint64 freed = cache.evictUsedBefore(since, cancel);
            return Emptied{freed, cache.byteCount()};
        },
        [this](const Emptied& emptied) {
            m_note->setText(
                emptied.left == 0
                    ? tr("%1 were freed.").arg(sizeText(emptied.freed))
                    : tr("%1 were freed; %2 stay, which were used since the program was started or are being written.")
                          .arg(sizeText(emptied.freed), sizeText(emptied.left)));
            tellUsed(emptied.left);
        });
}

void CapturesPage::retranslate()
{
    const QStringList labels{tr("&Memory"), tr("&Disk for captures"), tr("&Kept for")};
    const QList<QSpinBox*> boxes{m_memory, m_disk, m_days};
    for (int row = 0; row < labels.size(); ++row) {
        static_cast<QLabel*>(m_form->itemAt(row, QFormLayout::LabelRole)->widget())->setText(labels[row]);
        boxes[row]->setAccessibleName(QString(labels[row]).remove(u'&'));
    }
    m_memory->setSuffix(tr(" MiB"));
    m_memory->setToolTip(tr("What the program may take while it captures; models are cut into parts that fit"));
    m_disk->setSuffix(tr(" GiB"));
    m_disk->setToolTip(tr("Beyond this, the captures that were not used for longest are removed"));
    m_days->setSuffix(tr(" days"));
    m_days->setToolTip(tr("Captures that were not used for longer are removed"));
    for (QSpinBox* box : {m_disk, m_days})
        box->setMinimumWidth(m_memory->sizeHint().width());
    m_empty->setText(tr("&Empty the Cache"));
}

void CapturesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    count();
}

void CapturesPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showSettings();
        count();
    }
}

} // namespace driftscope
