// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/InputsTable.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ChoiceDelegate.h"

#include <QEvent>
#include <QHeaderView>

namespace driftscope {

namespace {

/// Mutes what is not written.
class InputDelegate : public ChoiceDelegate
{
public:
    explicit InputDelegate(QObject* parent)
        : ChoiceDelegate(true, parent)
    { }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(StatusRole).toInt() == 0) {
            option->palette.setColor(QPalette::Text, Theme::fromPalette(option->palette).color(ThemeColor::MutedText));
            option->font.setItalic(true);
        }
    }
};

} // namespace

InputsTable::InputsTable(Session& session, QWidget* parent)
    : PaneTable(parent)
    , m_session(session)
{
    setModel(&m_model);
    setItemDelegate(new InputDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectItems);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                    | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    setTabKeyNavigation(true);
    setShowGrid(true);
    verticalHeader()->show();
    connect(
        &m_model, &PerInputModel::valueEdited, this,
        [this](const QString& key, const QString& list) {
            if (list.isEmpty()) {
                m_session.removeConfigKey(key);
            } else {
                m_session.setConfigValue(key, list);
            }
        },
        Qt::QueuedConnection); // the editor is still open: the model must not be filled anew under it
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && hasFocus()) {
            Q_EMIT keyEntered(current.data(KeyRole).toString());
        }
    });
    connect(&session, &Session::configChanged, this, &InputsTable::refresh);
    connect(&session, &Session::stagesChanged, this, &InputsTable::refresh);
    connect(&session, &Session::languageChanged, this, &InputsTable::refresh);
    refresh();
}

void InputsTable::refresh()
{
    setAccessibleName(tr("What the config says of each input"));
    const QModelIndex current = currentIndex();
    const LoadedStage* model = m_session.chain().find(Stage::Float);
    m_model.setConfig(m_session.config(), m_session.schema(), model != nullptr ? model->graph.get() : nullptr);
    fitColumns();
    if (current.isValid()) {
        setCurrentIndex(m_model.index(current.row(), current.column()));
    }
}

void InputsTable::showKey(const QString& key)
{
    const int column = m_model.columnOf(key);
    if (column >= 0 && m_model.rowCount() > 0 && currentIndex().column() != column) {
        setCurrentIndex(m_model.index(std::max(0, currentIndex().row()), column));
    }
}

} // namespace driftscope
