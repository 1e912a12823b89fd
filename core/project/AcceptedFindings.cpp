// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/AcceptedFindings.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

AcceptedFindings AcceptedFindings::fromJson(const QJsonArray& json)
{
    AcceptedFindings result;
    for (const QJsonValue& each : json) {
        const QJsonObject object = each.toObject();
        const AcceptedFinding finding{object["rule"_L1].toString(), object["key"_L1].toString(),
                                      object["value"_L1].toString(), object["note"_L1].toString()};
        if (!finding.rule.isEmpty())
            result.add(finding);
    }
    return result;
}

QJsonArray AcceptedFindings::toJson() const
{
    QJsonArray json;
    for (const AcceptedFinding& each : m_list) {
        json.append(QJsonObject{
            {u"rule"_s, each.rule}, {u"key"_s, each.key}, {u"value"_s, each.value}, {u"note"_s, each.note}});
    }
    return json;
}

void AcceptedFindings::add(const AcceptedFinding& finding)
{
    remove(finding.rule, finding.key);
    m_list.append(finding);
}

void AcceptedFindings::remove(const QString& rule, const QString& key)
{
    m_list.removeIf([&](const AcceptedFinding& each) { return each.rule == rule && each.key == key; });
}

const AcceptedFinding* AcceptedFindings::find(const Diagnostic& finding, const QString& value) const
{
    const auto found = std::ranges::find_if(m_list, [&](const AcceptedFinding& each) {
        return each.rule == finding.ruleId && each.key == finding.key && each.value == value;
    });
    return found == m_list.end() ? nullptr : &*found;
}

} // namespace driftscope
