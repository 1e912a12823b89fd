// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QueryKeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <vector>

namespace driftscope {

namespace {

constexpr std::array keys{
    QueryKey{QueryField::Type, "type", QueryValueKind::Text, QT_TRANSLATE_NOOP("QueryKeys", "Operator type"), "op"},
    QueryKey{QueryField::Name, "name", QueryValueKind::Text, QT_TRANSLATE_NOOP("QueryKeys", "Part of the name")},
    QueryKey{QueryField::Cosine, "cos", QueryValueKind::Number,
             QT_TRANSLATE_NOOP("QueryKeys", "Cosine against the reference"), "cosine"},
    QueryKey{QueryField::Device, "on", QueryValueKind::Choice, QT_TRANSLATE_NOOP("QueryKeys", "Device: BPU or CPU"),
             "device"},
    QueryKey{QueryField::Inserted, "inserted", QueryValueKind::YesNo,
             QT_TRANSLATE_NOOP("QueryKeys", "Has no origin in the stage before")},
    QueryKey{QueryField::Removed, "removed", QueryValueKind::YesNo,
             QT_TRANSLATE_NOOP("QueryKeys", "Has no successor in the stage after")},
    QueryKey{QueryField::Changed, "changed", QueryValueKind::YesNo,
             QT_TRANSLATE_NOOP("QueryKeys", "Became another operator")},
    QueryKey{QueryField::Fused, "fused", QueryValueKind::YesNo,
             QT_TRANSLATE_NOOP("QueryKeys", "Several became one, or one several")},
    QueryKey{QueryField::Family, "family", QueryValueKind::Choice,
             QT_TRANSLATE_NOOP("QueryKeys", "Family of the operator")},
    QueryKey{QueryField::DataType, "dtype", QueryValueKind::Choice,
             QT_TRANSLATE_NOOP("QueryKeys", "Data type of an output")},
    QueryKey{QueryField::Shape, "shape", QueryValueKind::Shape,
             QT_TRANSLATE_NOOP("QueryKeys", "Shape of an output, as in 1x3x*")},
    QueryKey{QueryField::Layout, "layout", QueryValueKind::Choice,
             QT_TRANSLATE_NOOP("QueryKeys", "Layout of a tensor: NCHW or NHWC")},
    QueryKey{QueryField::Scope, "scope", QueryValueKind::Text,
             QT_TRANSLATE_NOOP("QueryKeys", "Beginning of the name, up to a slash or dot")},
    QueryKey{QueryField::Input, "in", QueryValueKind::Text, QT_TRANSLATE_NOOP("QueryKeys", "Name of a tensor read"),
             "input"},
    QueryKey{QueryField::Output, "out", QueryValueKind::Text,
             QT_TRANSLATE_NOOP("QueryKeys", "Name of a tensor written"), "output"},
    QueryKey{QueryField::Attribute, "attr", QueryValueKind::Text,
             QT_TRANSLATE_NOOP("QueryKeys", "Attribute, as in attr:perm or attr:group=1"), "attribute"},
    QueryKey{QueryField::Error, "error", QueryValueKind::Number, QT_TRANSLATE_NOOP("QueryKeys", "One minus cosine")},
    QueryKey{QueryField::Threshold, "threshold", QueryValueKind::Number,
             QT_TRANSLATE_NOOP("QueryKeys", "Threshold of calibration")},
    QueryKey{QueryField::Latency, "latency", QueryValueKind::Number,
             QT_TRANSLATE_NOOP("QueryKeys", "Milliseconds on the device")},
    QueryKey{QueryField::Bookmarked, "bookmarked", QueryValueKind::YesNo,
             QT_TRANSLATE_NOOP("QueryKeys", "Has a bookmark"), "bookmark"},
};

/// How many letters must be added, taken away or replaced.
int editDistance(QStringView first, QStringView second)
{
    std::vector<int> row(static_cast<std::size_t>(second.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<int>(j);
    for (qsizetype i = 0; i < first.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i) + 1;
        for (qsizetype j = 0; j < second.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const int replaced = diagonal + (first[i] == second[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, diagonal + 1, row[at] + 1});
        }
    }
    return row.back();
}

} // namespace

std::span<const QueryKey> queryKeys()
{
    return keys;
}

const QueryKey* findQueryKey(QStringView word)
{
    const auto is = [word](const char* key) {
        return key != nullptr && word.compare(QLatin1StringView(key), Qt::CaseInsensitive) == 0;
    };
    const auto* found
        = std::find_if(keys.begin(), keys.end(), [&](const QueryKey& each) { return is(each.key) || is(each.alias); });
    return found == keys.end() ? nullptr : found;
}

const QueryKey& queryKey(QueryField field)
{
    const auto* found
        = std::find_if(keys.begin(), keys.end(), [&](const QueryKey& each) { return each.field == field; });
    Q_ASSERT(found != keys.end());
    return *found;
}

QString nearestQueryKey(const QString& word)
{
    if (word.size() < 2 || word.size() > 20)
        return {};
    QString nearest;
    int least = word.size() > 3 ? 3 : 2; // so many letters wrong are too many
    for (const QueryKey& each : keys) {
        const QString key = QString::fromLatin1(each.key);
        const int distance = editDistance(word.toLower(), key);
        if (distance < least) {
            least = distance;
            nearest = key;
        }
    }
    return nearest;
}

QString queryKeyMeaning(const QueryKey& key)
{
    return QCoreApplication::translate("QueryKeys", key.meaning);
}

} // namespace driftscope
