// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/Json.h"

#include "core/report/JsonParts.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QJsonObject rowJson(const ContractRow& row)
{
    return {{u"place"_s, contractPlaceName(row.place)},
            {u"title"_s, row.title},
            {u"dtype"_s, row.type},
            {u"shape"_s, row.shape},
            {u"layout"_s, row.layout},
            {u"colour"_s, row.colour},
            {u"range"_s, row.range},
            {u"normalization"_s, row.normalization},
            {u"source"_s, row.source},
            {u"note"_s, row.note},
            {u"contradiction"_s, row.contradiction},
            {u"contradicted_field"_s, contractFieldName(row.contradictedField)},
            {u"contradicted_key"_s, row.contradictedKey}};
}

QJsonObject inputJson(const InputContract& contract)
{
    QJsonArray rows;
    for (const ContractRow& row : contract.rows)
        rows.append(rowJson(row));
    QJsonObject object{{u"name"_s, contract.input}, {u"rows"_s, rows}, {u"first_contradiction"_s, QJsonValue::Null}};
    if (contract.firstContradiction >= 0) {
        QJsonObject first = rows[contract.firstContradiction].toObject();
        first.insert("row"_L1, contract.firstContradiction);
        object.insert("first_contradiction"_L1, first);
    }
    return object;
}

} // namespace

QJsonObject contractJson(const QList<InputContract>& contracts, const QList<NameDifference>& names)
{
    QJsonArray inputs;
    for (const InputContract& contract : contracts)
        inputs.append(inputJson(contract));
    QJsonArray differences;
    for (const NameDifference& name : names) {
        differences.append(QJsonObject{{u"key"_s, name.key},
                                       {u"in_config"_s, name.inConfig},
                                       {u"found"_s, name.found},
                                       {u"where"_s, name.where},
                                       {u"text"_s, name.text}});
    }
    return {{u"inputs"_s, inputs}, {u"name_differences"_s, differences}};
}

} // namespace driftscope
