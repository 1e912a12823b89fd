// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/WhatIf.h"

#include "core/stages/foresight/ForecastDifference.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ConfigPreview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The settings that decide what an input becomes; all but the march have an item for each input.
const QStringList& inputSettings()
{
    static const QStringList keys{u"input_parameters.input_layout_rt"_s,
                                  u"input_parameters.input_type_rt"_s,
                                  u"input_parameters.input_type_train"_s,
                                  u"input_parameters.input_layout_train"_s,
                                  u"input_parameters.norm_type"_s,
                                  u"input_parameters.input_space_and_range"_s,
                                  u"model_parameters.march"_s};
    return keys;
}

QComboBox* narrowBox(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    return box;
}

} // namespace

WhatIf::WhatIf(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_keys(narrowBox(this))
    , m_inputs(narrowBox(this))
    , m_values(narrowBox(this))
    , m_apply(new QPushButton(this))
    , m_changes(new QListWidget(this))
{
    m_title->setBuddy(m_keys);
    m_changes->setWordWrap(true);
    m_changes->setSpacing(1);
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_changes->setMaximumHeight(fontMetrics().height() * 8);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    row->addWidget(m_title);
    row->addWidget(m_keys, 2);
    row->addWidget(m_inputs, 1);
    row->addWidget(m_values, 1);
    row->addWidget(m_apply);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    column->addLayout(row);
    column->addWidget(m_changes);
    connect(m_keys, &QComboBox::currentIndexChanged, this, &WhatIf::refreshValues);
    connect(m_inputs, &QComboBox::currentIndexChanged, this, &WhatIf::refreshValues);
    connect(m_values, &QComboBox::currentIndexChanged, this, &WhatIf::showCurrent);
    connect(m_values, &QComboBox::highlighted, this,
            [this](int index) { show(choiceAt(m_keys->currentIndex(), index)); });
    connect(m_keys, &QComboBox::highlighted, this, [this](int index) { show(choiceAt(index, -1)); });
    for (QComboBox* box : {m_keys, m_values})
        box->view()->installEventFilter(this);
    connect(m_apply, &QPushButton::clicked, this, &WhatIf::applyChoice);
    connect(&session, &Session::configChanged, this, &WhatIf::refresh);
    connect(&session, &Session::stagesChanged, this, &WhatIf::refresh);
    retranslate();
    refresh();
}

void WhatIf::chooseKey(const QString& key)
{
    const int index = key.isEmpty() ? -1 : m_keys->findData(key);
    if (index >= 0)
        m_keys->setCurrentIndex(index);
}

void WhatIf::refresh()
{
    const QString chosen = m_keys->currentText();
    {
        const QSignalBlocker quiet(m_keys);
        m_keys->clear();
        for (const QString& key : inputSettings())
            m_keys->addItem(key.section(u'.', 1), key);
        for (const Diagnostic& finding : m_session.findings()) {
            if (finding.fix)
                m_keys->addItem(tr("Fix: %1").arg(finding.fix->description), QVariant());
        }
        m_keys->setCurrentIndex(std::max(0, m_keys->findText(chosen)));
    }
    setEnabled(m_session.config() != nullptr);
    refreshInputs();
    refreshValues();
}

void WhatIf::refreshInputs()
{
    const QSignalBlocker quiet(m_inputs);
    const int chosen = m_inputs->currentIndex();
    m_inputs->clear();
    if (m_session.config() != nullptr) {
        for (const InputForecast& input : sessionForecast(m_session, *m_session.config()).inputs)
            m_inputs->addItem(input.input);
    }
    m_inputs->setCurrentIndex(std::clamp(chosen, 0, std::max(0, m_inputs->count() - 1)));
}

void WhatIf::refreshValues()
{
    const QString key = m_keys->currentData().toString();
    const QString chosen = m_values->currentText();
    const QSignalBlocker quiet(m_values);
    m_values->clear();
    const ConfigDocument* config = m_session.config();
    if (config != nullptr && !key.isEmpty())
        m_values->addItems(m_session.schema().choicesFor(key, readConversionConfig(*config).march));
    m_values->setVisible(!key.isEmpty());
    m_inputs->setVisible(m_inputs->count() > 1 && key.startsWith("input_parameters."_L1));
    m_values->setCurrentIndex(std::max(0, m_values->findText(chosen)));
    showCurrent();
}

QString WhatIf::withItem(const QString& key, const QString& item) const
{
    if (m_inputs->count() <= 1 || !key.startsWith("input_parameters."_L1))
        return item;
    QStringList items = splitPerInput(m_session.config()->scalar(key));
    while (items.size() < m_inputs->count())
        items.append(QString());
    items[m_inputs->currentIndex()] = item;
    // The last item would be taken for the closing semicolon were it empty.
    return items.join(u';') % (items.last().isEmpty() ? u";"_s : QString());
}

std::optional<Fix> WhatIf::choiceAt(int key, int value) const
{
    if (m_session.config() == nullptr || key < 0)
        return std::nullopt;
    if (const QString name = m_keys->itemData(key).toString(); !name.isEmpty()) {
        if (value < 0 || key != m_keys->currentIndex())
            return std::nullopt;
        return Fix{name, withItem(name, m_values->itemText(value)), false, {}};
    }
    qsizetype fixes = key - inputSettings().size();
    for (const Diagnostic& finding : m_session.findings()) {
        if (finding.fix && fixes-- == 0)
            return finding.fix;
    }
    return std::nullopt;
}

void WhatIf::show(const std::optional<Fix>& choice)
{
    m_changes->clear();
    const ConfigDocument* config = m_session.config();
    m_apply->setEnabled(false);
    if (config == nullptr || !choice)
        return;
    const auto changed = config->withFix(*choice);
    if (!changed) {
        m_changes->addItem(changed.error().message);
        return;
    }
    const auto changes = forecastChanges(sessionForecast(m_session, *config), sessionForecast(m_session, *changed));
    m_changes->addItems(changes.isEmpty() ? QStringList{tr("Nothing would change for the inputs.")}
                                          : changeTexts(changes));
    m_apply->setEnabled(changed->text() != config->text());
}

void WhatIf::showCurrent()
{
    show(choiceAt(m_keys->currentIndex(), m_values->currentIndex()));
}

void WhatIf::applyChoice()
{
    if (const auto choice = choiceAt(m_keys->currentIndex(), m_values->currentIndex()))
        m_session.applyFix(*choice);
}

bool WhatIf::eventFilter(QObject* watched, QEvent* event)
{
    // A list that closes without a choice leaves what was chosen before.
    if (event->type() == QEvent::Hide)
        showCurrent();
    return QWidget::eventFilter(watched, event);
}

void WhatIf::retranslate()
{
    m_title->setText(tr("What &if"));
    m_apply->setText(tr("&Set It"));
    m_apply->setToolTip(tr("Write the choice into the config; it can be undone"));
    m_keys->setAccessibleName(tr("Setting or fix to try"));
    m_inputs->setAccessibleName(tr("Input"));
    m_values->setAccessibleName(tr("Value to try"));
    m_changes->setAccessibleName(tr("What would change"));
}

void WhatIf::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
