// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ConfigForm.h"

#include "core/config/ConversionConfig.h"
#include "core/config/WrittenValue.h"
#include "widgets/common/Theme.h"
#include "widgets/config/AcceptFinding.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/FieldEditor.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

ConfigForm::ConfigForm(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_filter(new QLineEdit(this))
    , m_all(new QCheckBox(this))
    , m_broken(new QLabel(this))
    , m_scroll(new QScrollArea(this))
{
    m_filter->setClearButtonEnabled(true);
    m_broken->setWordWrap(true);
    m_broken->hide();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    top->addWidget(m_filter, 1);
    top->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_broken);
    column->addWidget(m_scroll, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ConfigForm::updateVisibility);
    connect(m_all, &QCheckBox::toggled, this, &ConfigForm::updateVisibility);
    connect(&session, &Session::configChanged, this, &ConfigForm::refresh);
    connect(&session, &Session::findingsChanged, this, &ConfigForm::showFindings);
    connect(&session, &Session::languageChanged, this, &ConfigForm::rebuild);
    rebuild();
}

/// A field that someone still types in commits its text when it loses the keyboard, and then there is no form any more.
ConfigForm::~ConfigForm()
{
    for (ConfigField* field : std::as_const(m_fields))
        disconnect(field, nullptr, this, nullptr);
}

ConfigField* ConfigForm::field(const QString& key) const
{
    return m_fields.value(key);
}

void ConfigForm::addGroup(const QString& group)
{
    QList<ConfigField*> fields;
    auto* column = qobject_cast<QVBoxLayout*>(m_content->layout());
    auto* heading = new QLabel(group, m_content);
    heading->setFont(Theme::fromPalette(palette()).titleFont());
    heading->setContentsMargins(spacing::normal, spacing::normal, 0, 0);
    column->addWidget(heading);
    for (const ConfigKeyInfo& info : m_session.schema().keys()) {
        if (info.key.section(u'.', 0, 0) != group || !info.key.contains(u'.'))
            continue;
        auto* field = new ConfigField(m_session.schema(), info, m_content);
        connect(field, &ConfigField::valueCommitted, this, &ConfigForm::commit);
        connect(field, &ConfigField::fixRequested, &m_session, &Session::applyFix);
        connect(field, &ConfigField::acceptRequested, this,
                [this](const Diagnostic& finding) { askToAccept(finding, m_session, this); });
        connect(field, &ConfigField::withdrawRequested, &m_session, &Session::withdrawAcceptance);
        connect(field, &ConfigField::entered, this, &ConfigForm::keyEntered);
        // Later: the help gets its height when the form is laid out.
        connect(
            field, &ConfigField::helpOpened, this, [this, field] { showWhole(*field); }, Qt::QueuedConnection);
        connect(field->editor(), &FieldEditor::textRequested, this,
                [this, key = info.key] { Q_EMIT textRequested(key); });
        column->addWidget(field);
        fields.append(field);
        m_fields.insert(info.key, field);
    }
    m_groups.append({heading, fields});
}

void ConfigForm::rebuild()
{
    QStringList explained;
    for (const ConfigField* field : std::as_const(m_fields)) {
        if (field->isExplained())
            explained.append(field->info().key);
    }
    const int position = m_scroll->verticalScrollBar()->value();
    m_fields.clear();
    m_groups.clear();
    m_content = new QWidget;
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(spacing::tight, 0, spacing::tight, spacing::normal);
    column->setSpacing(0);
    QStringList groups;
    for (const ConfigKeyInfo& info : m_session.schema().keys()) {
        const QString group = info.key.section(u'.', 0, 0);
        if (info.key.contains(u'.') && !groups.contains(group))
            groups.append(group);
    }
    for (const QString& group : groups)
        addGroup(group);
    for (const QString& key : std::as_const(explained))
        m_fields[key]->setExplained(true);
    column->addStretch(1);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(m_content);
    m_filter->setPlaceholderText(tr("Find a parameter"));
    m_filter->setAccessibleName(tr("Find a parameter"));
    m_all->setText(tr("All parameters"));
    refresh();
    QMetaObject::invokeMethod(
        this, [this, position] { m_scroll->verticalScrollBar()->setValue(position); }, Qt::QueuedConnection);
}

void ConfigForm::commit(const QString& key, const QString& value)
{
    if (value.isEmpty())
        m_session.removeConfigKey(key);
    else
        m_session.setConfigValue(key, value);
}

void ConfigForm::refresh()
{
    const ConfigDocument* document = m_session.config();
    const bool isReadable = document != nullptr && m_session.configError().isEmpty();
    m_broken->setVisible(document != nullptr && !isReadable);
    m_broken->setText(tr("The text cannot be read, so the form is locked: %1").arg(m_session.configError()));
    m_broken->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    m_content->setEnabled(isReadable);
    if (!isReadable)
        return;
    const March march = readConversionConfig(*document).march;
    for (ConfigField* field : std::as_const(m_fields)) {
        const QString& key = field->info().key;
        const std::optional<QString> written = writtenValue(*document, key);
        const bool isThere = document->contains(key);
        field->setValue(written.value_or(QString()), isThere, march);
        field->editor()->setLocked(isThere && !written);
    }
    showFindings();
}

/// Leaves the values alone: findings also come while someone types.
void ConfigForm::showFindings()
{
    for (ConfigField* field : std::as_const(m_fields)) {
        Diagnostics own;
        for (const Diagnostic& finding : m_session.findings()) {
            if (finding.key == field->info().key)
                own.append(finding);
        }
        QList<SettledFinding> accepted = m_session.acceptedFindings();
        accepted.removeIf([&](const SettledFinding& each) { return each.finding.key != field->info().key; });
        field->setFindings(own, accepted);
    }
    updateVisibility();
}

bool ConfigForm::isWanted(const ConfigField& field) const
{
    const QString wanted = m_filter->text().trimmed();
    if (!wanted.isEmpty()) {
        return field.info().key.contains(wanted, Qt::CaseInsensitive)
            || field.info().explanation().contains(wanted, Qt::CaseInsensitive);
    }
    return m_all->isChecked() || field.isWritten() || field.info().required || field.hasFindings()
        || field.isExplained() || field.info().key == m_highlighted || field.editor()->focusProxy()->hasFocus();
}

void ConfigForm::updateVisibility()
{
    for (const auto& [heading, fields] : std::as_const(m_groups)) {
        bool isAnyShown = false;
        for (ConfigField* field : fields) {
            const bool isShown = isWanted(*field);
            field->setVisible(isShown);
            isAnyShown = isAnyShown || isShown;
        }
        heading->setVisible(isAnyShown);
    }
    // At once: a form rebuilt for another language would otherwise show one frame of the heights before.
    m_content->layout()->activate();
}

/// As much of it as there is room for, from its top.
void ConfigForm::showWhole(const ConfigField& field)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    const int top = field.mapTo(m_content, QPoint()).y();
    const int least = std::min(top, top + field.height() - m_scroll->viewport()->height());
    bar->setValue(std::clamp(bar->value(), least, top));
}

void ConfigForm::showKey(const QString& key, bool takeFocus)
{
    if (ConfigField* old = field(m_highlighted))
        old->setHighlighted(false);
    m_highlighted = key;
    ConfigField* found = field(key);
    if (found == nullptr)
        return;
    found->setHighlighted(true);
    m_filter->clear();
    updateVisibility();
    m_content->layout()->activate();
    m_scroll->ensureWidgetVisible(found, 0, spacing::wide);
    if (takeFocus)
        found->editor()->setFocus(Qt::OtherFocusReason);
}

void ConfigForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        // Later: whoever sends such events to all widgets must not find some of them deleted.
        QMetaObject::invokeMethod(this, &ConfigForm::rebuild, Qt::QueuedConnection);
    }
}

} // namespace driftscope
