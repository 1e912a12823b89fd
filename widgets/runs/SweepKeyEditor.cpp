// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SweepKeyEditor.h"

#include "core/session/SweepFigures.h"
#include "core/session/SweepPlan.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int shownValues = 7; ///< lines of the list before it scrolls

/// Those that people vary most stand first.
int rankOf(const QString& key)
{
    static const QStringList groups{u"calibration_parameters"_s, u"compiler_parameters"_s, u"input_parameters"_s,
                                    u"model_parameters"_s, u"custom_op"_s};
    static const QStringList first{u"calibration_parameters.calibration_type"_s,
                                   u"calibration_parameters.per_channel"_s, u"calibration_parameters.optimization"_s,
                                   u"calibration_parameters.max_percentile"_s};
    const qsizetype own = first.indexOf(key);
    return static_cast<int>(own >= 0 ? own : first.size() + groups.indexOf(key.section(u'.', 0, 0)));
}

bool isTrueWord(const QString& text)
{
    return QStringList{u"true"_s, u"yes"_s, u"on"_s}.contains(text.toLower());
}

} // namespace

SweepKeyEditor::SweepKeyEditor(bool isOptional, QWidget* parent)
    : QGroupBox(parent)
    , m_isOptional(isOptional)
    , m_keys(new QComboBox(this))
    , m_values(new QStackedWidget(this))
    , m_list(new QListWidget(this))
    , m_line(new QLineEdit(this))
    , m_hint(new QLabel(this))
    , m_problems(new QLabel(this))
{
    m_keys->setMaxVisibleItems(20);
    auto* typed = new QWidget(this);
    auto* lines = new QVBoxLayout(typed);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_line);
    lines->addWidget(m_hint);
    lines->addStretch(1);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_problems->setWordWrap(true);
    m_problems->hide();
    m_values->addWidget(m_list);
    m_values->addWidget(typed);
    m_values->addWidget(new QWidget(this)); // no key, no values
    m_list->setFixedHeight(shownValues * (m_list->fontMetrics().height() + spacing::tight) + spacing::normal);
    m_values->setFixedHeight(m_list->height());
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_keys);
    column->addWidget(m_problems);
    column->addWidget(m_values);
    column->addStretch(1);
    connect(m_keys, &QComboBox::currentIndexChanged, this, [this] {
        showKey();
        Q_EMIT changed();
    });
    connect(m_list, &QListWidget::itemChanged, this, &SweepKeyEditor::changed);
    connect(m_line, &QLineEdit::textEdited, this, &SweepKeyEditor::changed);
    retranslate();
}

void SweepKeyEditor::setConfig(const ConfigDocument& document, const ConfigSchema& schema)
{
    const ConversionConfig config = readConversionConfig(document);
    const bool isOther = config.march != m_march || m_infos.isEmpty();
    m_document = document;
    m_march = config.march;
    m_inputs = std::max<qsizetype>(1, config.inputs.size());
    if (!isOther)
        return;
    m_infos.clear();
    m_offered.clear();
    for (const ConfigKeyInfo& info : schema.keys()) {
        if (!info.existsOn(m_march) || !sweepKeyNamed(info.key, schema))
            continue;
        m_infos.append(info);
        m_offered.insert(info.key, schema.choicesFor(info.key, m_march));
    }
    std::ranges::stable_sort(m_infos, {}, [](const ConfigKeyInfo& info) { return rankOf(info.key); });
    fillKeys();
}

void SweepKeyEditor::fillKeys()
{
    const QString kept = key();
    const bool hadKeys = m_keys->count() > 0;
    const QSignalBlocker blocker(m_keys);
    m_keys->clear();
    if (m_isOptional)
        m_keys->addItem(tr("(none)"), QString());
    for (const ConfigKeyInfo& info : std::as_const(m_infos)) {
        m_keys->addItem(info.key.section(u'.', 1), info.key);
        m_keys->setItemData(m_keys->count() - 1, QString(info.key + u'\n' + info.explanation()), Qt::ToolTipRole);
    }
    m_keys->setCurrentIndex(hadKeys ? std::max(0, m_keys->findData(kept)) : 0);
    showKey();
}

QStringList SweepKeyEditor::offeredValues(const ConfigKeyInfo& info) const
{
    if (info.perInput && m_inputs > 1)
        return {}; // one item for each input: typed
    if (info.kind == ConfigValueKind::Boolean)
        return {u"True"_s, u"False"_s};
    return info.kind == ConfigValueKind::Choice ? m_offered.value(info.key) : QStringList();
}

void SweepKeyEditor::addValue(const QString& value, bool isChecked)
{
    auto* item = new QListWidgetItem(sweepValueText(value), m_list);
    item->setData(Qt::UserRole, value);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isChecked ? Qt::Checked : Qt::Unchecked);
}

/// The values of the key that is chosen now: what the config says is checked, of a switch both sides.
void SweepKeyEditor::showKey()
{
    const QSignalBlocker first(m_list);
    m_list->clear();
    m_line->clear();
    showProblems({});
    const auto info = std::ranges::find(m_infos, key(), &ConfigKeyInfo::key);
    if (info == m_infos.end()) {
        m_values->setCurrentIndex(2);
        return;
    }
    const QString written = m_document.scalar(info->key);
    const QStringList offered = offeredValues(*info);
    if (offered.isEmpty()) {
        m_values->setCurrentIndex(1);
        m_line->setText(written.isEmpty() ? QString() : joinSweepValues({written}));
        m_line->setPlaceholderText(info->example);
        return;
    }
    m_values->setCurrentIndex(0);
    const bool isSwitch = info->kind == ConfigValueKind::Boolean;
    const QString now = !isSwitch ? written : isTrueWord(written) ? u"True"_s : u"False"_s;
    for (const QString& value : offered)
        addValue(value, isSwitch || value == now);
    addValue({}, !isSwitch && now.isEmpty());
}

void SweepKeyEditor::choose(const QString& key, const QStringList& values)
{
    if (const int at = m_keys->findData(key); at >= 0) {
        m_keys->setCurrentIndex(at);
    }
    if (values.isEmpty())
        return;
    if (m_values->currentIndex() == 1) {
        m_line->setText(joinSweepValues(values));
        Q_EMIT changed();
    }
    for (int i = 0; i < m_list->count(); ++i) {
        const bool isWanted = values.contains(m_list->item(i)->data(Qt::UserRole).toString());
        m_list->item(i)->setCheckState(isWanted ? Qt::Checked : Qt::Unchecked);
    }
}

QString SweepKeyEditor::key() const
{
    return m_keys->currentData().toString();
}

bool SweepKeyEditor::hasKey() const
{
    return !key().isEmpty();
}

Result<SweepKey> SweepKeyEditor::chosen() const
{
    SweepKey chosen{key(), {}};
    if (m_values->currentIndex() == 1) {
        auto values = splitSweepValues(m_line->text());
        if (!values)
            return forward(values);
        chosen.values = *std::move(values);
    } else {
        for (int i = 0; i < m_list->count(); ++i) {
            if (m_list->item(i)->checkState() == Qt::Checked)
                chosen.values.append(m_list->item(i)->data(Qt::UserRole).toString());
        }
    }
    return chosen;
}

void SweepKeyEditor::showProblems(const QStringList& sentences)
{
    m_sentences = sentences;
    const QString color = Theme::fromPalette(palette()).color(ThemeColor::Fail).name();
    QString html;
    for (const QString& sentence : sentences)
        html += u"<div style=\"color:%1\">✕ %2</div>"_s.arg(color, sentence.toHtmlEscaped());
    m_problems->setText(html);
    m_problems->setVisible(!sentences.isEmpty());
    m_problems->setAccessibleName(sentences.join(u' '));
}

void SweepKeyEditor::retranslate()
{
    setTitle(m_isOptional ? tr("&Second key") : tr("&First key"));
    const QString name = m_isOptional ? tr("Second key") : tr("First key");
    m_keys->setAccessibleName(name);
    m_list->setAccessibleName(tr("%1: values").arg(name));
    m_line->setAccessibleName(tr("%1: values with commas between them").arg(name));
    m_hint->setText(tr("Commas between values, quotes around one that holds commas; \"\" leaves the key out."));
}

void SweepKeyEditor::changeEvent(QEvent* event)
{
    QGroupBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showProblems(m_sentences); // their colour is the theme's
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_isOptional && m_keys->count() > 0)
        m_keys->setItemText(0, tr("(none)"));
    for (int i = 0; i < m_list->count(); ++i) {
        const QSignalBlocker blocker(m_list);
        m_list->item(i)->setText(sweepValueText(m_list->item(i)->data(Qt::UserRole).toString()));
    }
}

} // namespace driftscope
