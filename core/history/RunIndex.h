// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/history/RunQuery.h"
#include "core/history/RunSummary.h"

#include <memory>

namespace driftscope {

inline constexpr QLatin1StringView runIndexFile{"index.sqlite"};

/// The runs of one folder, to be searched. An SQLite file beside them holds what their folders say; it is made anew
/// when it is lost, damaged or of another version, and kept in memory where the folder cannot be written. To be used by
/// the thread that opened it.
class RunIndex
{
public:
    /// Fails only where SQLite itself is not there.
    [[nodiscard]] static Result<std::unique_ptr<RunIndex>> open(const QString& runsFolder);
    ~RunIndex();
    Q_DISABLE_COPY_MOVE(RunIndex)

    /// Reads the runs that came or changed, forgets those that went. Returns how many were read. A run whose record is
    /// damaged is left out.
    [[nodiscard]] Result<int> refresh(const CancelToken& cancel, Progress& progress);
    [[nodiscard]] QList<RunSummary> find(const RunQuery& query) const;
    [[nodiscard]] int count() const;
    [[nodiscard]] qint64 totalBytes() const; ///< on disk, of all runs
    [[nodiscard]] QStringList metrics() const; ///< names that any run has

private:
    class Store;
    explicit RunIndex(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace driftscope
