// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace driftscope {

/// A bound on one of a run's metrics; a run without the metric does not meet it.
struct MetricCondition
{
    enum class Relation
    {
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal
    };

    QString metric;
    Relation relation = Relation::Less;
    double value = 0.0;

    bool operator==(const MetricCondition&) const = default;
};

/// Which runs are wanted, and in which order.
struct RunQuery
{
    QStringList words; ///< each must occur, in any case: in id, note, config text, toolchain, march, status,
                       ///< layer or sweep
    QList<MetricCondition> conditions;
    QString orderBy; ///< a metric; empty: by time
    bool isAscending = false; ///< newest (or highest) first unless set
    int limit = 0; ///< 0: all
};

/// Reads what a person types: words, "several words", and bounds such as `top1.board<0.5` or `top1.board<50%`. Never
/// fails: what is no bound is a word.
[[nodiscard]] RunQuery parseRunQuery(const QString& text);

} // namespace driftscope
