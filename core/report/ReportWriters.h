// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/report/Report.h"

#include <QJsonObject>

namespace driftscope {

struct ReportOptions
{
    bool keepPrivate = false; ///< with the paths, accounts and machines that redaction leaves out
    QString language = QStringLiteral("en"); ///< that the program's texts are in: `en`, `zh_CN`
};

/// One page that needs nothing else: no script, nothing loaded, light and dark as the reader's system is. It is XML
/// too.
[[nodiscard]] QString reportHtml(const Report& report, const ReportOptions& options = {});

/// Everything the page shows, for programs. Names are snake_case; what is missing is null and has its sentence in
/// `missing`.
[[nodiscard]] QJsonObject reportJson(const Report& report, const ReportOptions& options = {});

/// The layers as a table, RFC 4180: a head, commas, CR LF; a head alone where no layers were compared. Numbers that
/// were not compared are empty; infinities are `inf`.
[[nodiscard]] QByteArray reportCsv(const Report& report, const ReportOptions& options = {});

enum class ReportFormat
{
    Html,
    Json,
    Csv
};

/// By the file's suffix. Errors: InvalidArgument.
[[nodiscard]] Result<ReportFormat> reportFormatOf(const QString& file);

/// Replaces the file in the format of its suffix.
[[nodiscard]] Result<void> writeReport(const Report& report, const QString& file, const ReportOptions& options = {});

} // namespace driftscope
