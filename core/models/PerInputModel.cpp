// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/PerInputModel.h"

#include "core/config/ConversionConfig.h"
#include "core/config/PerInputList.h"
#include "core/models/ModelRoles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QString nameKey = u"input_parameters.input_name"_s;
const QString shapeKey = u"input_parameters.input_shape"_s;

/// As the config writes it; empty where a dimension is not known.
QString configShape(const std::optional<Shape>& shape)
{
    QStringList sizes;
    for (int axis = 0; shape && axis < shape->rank(); ++axis) {
        if ((*shape)[axis] < 1)
            return {};
        sizes.append(QString::number((*shape)[axis]));
    }
    return sizes.join(u'x');
}

} // namespace

void PerInputModel::setConfig(const ConfigDocument* document, const ConfigSchema& schema, const Graph* model)
{
    beginResetModel();
    m_columns.clear();
    m_inputs.clear();
    const ConversionConfig config = document != nullptr ? readConversionConfig(*document) : ConversionConfig();
    const qsizetype modelInputs = model != nullptr ? static_cast<qsizetype>(model->inputs().size()) : 0;
    for (qsizetype i = 0; document != nullptr && i < std::max(config.inputs.size(), modelInputs); ++i) {
        Input input{i < config.inputs.size() ? config.inputs[i].name : QString(), {}};
        ValueId value = i < modelInputs ? model->inputs()[static_cast<std::size_t>(i)] : ValueId();
        if (model != nullptr && !input.name.isEmpty())
            value = model->findValue(input.name);
        if (value.isValid())
            input = {model->value(value).name, configShape(model->value(value).shape)};
        m_inputs.append(input);
    }
    for (const ConfigKeyInfo& info : schema.keys()) {
        if (!info.perInput || document == nullptr)
            continue;
        Column column{info.key,
                      info.explanation(),
                      schema.choicesFor(info.key, config.march),
                      schema.defaultFor(info.key, config.march),
                      {},
                      document->scalar(info.key)};
        for (qsizetype i = 0; i < m_inputs.size(); ++i)
            column.items.append(perInputItem(column.list, i));
        m_columns.append(column);
    }
    endResetModel();
}

int PerInputModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_inputs.size());
}

int PerInputModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

int PerInputModel::columnOf(const QString& key) const
{
    const auto found = std::ranges::find(m_columns, key, &Column::key);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

/// What the toolchain will take where nothing is written.
QString PerInputModel::placeholder(const Column& column, int row) const
{
    if (column.key == nameKey)
        return m_inputs[row].name;
    if (column.key == shapeKey)
        return m_inputs[row].shape;
    return column.fallback;
}

QVariant PerInputModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column& column = m_columns[index.column()];
    const QString& item = column.items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.isEmpty() ? placeholder(column, index.row()) : item;
    case Qt::EditRole:
        return item;
    case Qt::ToolTipRole:
        return item.isEmpty() ? tr("%1\nNot written: the toolchain decides.").arg(column.explanation)
                              : column.explanation;
    case ChoicesRole:
        return column.choices;
    case KeyRole:
        return column.key;
    case StatusRole:
        return item.isEmpty() ? 0 : 1;
    default:
        return {};
    }
}

QVariant PerInputModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isColumn = orientation == Qt::Horizontal;
    if (section < 0 || section >= (isColumn ? columnCount() : rowCount()))
        return {};
    if (role == Qt::DisplayRole) {
        if (isColumn)
            return m_columns[section].key.section(u'.', -1);
        return m_inputs[section].name.isEmpty() ? tr("Input %1").arg(section + 1) : m_inputs[section].name;
    }
    return role == Qt::ToolTipRole && isColumn ? QVariant(m_columns[section].explanation) : QVariant();
}

Qt::ItemFlags PerInputModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

/// Types and layouts of one input are no guess for another, and None is no type: the first input's stands in.
QString PerInputModel::fillerFor(const Column& column) const
{
    if (column.choices.isEmpty())
        return u"None"_s;
    const auto written = std::ranges::find_if(column.items, [](const QString& item) { return !item.isEmpty(); });
    if (written != column.items.end())
        return *written;
    return column.fallback;
}

bool PerInputModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Column& column = m_columns[index.column()];
    const QString item = value.toString().trimmed();
    if (item == column.items[index.row()] || item.contains(u';'))
        return false;
    QString list = withPerInputItem(column.list, index.row(), rowCount(), item,
                                    fillerFor(column).isEmpty() ? item : fillerFor(column));
    if (column.key == nameKey) { // the master list: all names or none
        QStringList names;
        for (qsizetype i = 0; i < m_inputs.size(); ++i)
            names.append(i == index.row() ? item : column.items[i].isEmpty() ? m_inputs[i].name : column.items[i]);
        list = item.isEmpty() ? QString() : names.join(u';');
    }
    Q_EMIT valueEdited(column.key, list);
    return true;
}

} // namespace driftscope
