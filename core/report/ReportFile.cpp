// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportWriters.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ReportFile
{
    Q_DECLARE_TR_FUNCTIONS(ReportFile)
};

QByteArray contentOf(const Report& report, ReportFormat format, const ReportOptions& options)
{
    switch (format) {
    case ReportFormat::Html:
        return reportHtml(report, options).toUtf8();
    case ReportFormat::Json:
        return QJsonDocument(reportJson(report, options)).toJson(QJsonDocument::Indented);
    case ReportFormat::Csv:
        break;
    }
    return reportCsv(report, options);
}

} // namespace

Result<ReportFormat> reportFormatOf(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == "html"_L1 || suffix == "htm"_L1)
        return ReportFormat::Html;
    if (suffix == "json"_L1)
        return ReportFormat::Json;
    if (suffix == "csv"_L1)
        return ReportFormat::Csv;
    return failure(ErrorKind::InvalidArgument,
                   ReportFile::tr("“%1” says no format of a report; end its name in .html, .json or .csv.").arg(file));
}

Result<void> writeReport(const Report& report, const QString& file, const ReportOptions& options)
{
    const auto format = reportFormatOf(file);
    if (!format)
        return forward(format);
    return writeFileAtomically(file, contentOf(report, *format, options));
}

} // namespace driftscope
