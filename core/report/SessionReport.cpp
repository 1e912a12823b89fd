// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/SessionReport.h"

#include <QCoreApplication>

namespace driftscope {

ReportSources sourcesOf(const Session& session)
{
    ReportSources sources;
    sources.project = session.project();
    if (session.config() != nullptr) {
        sources.document = *session.config();
        sources.findings.content = session.findings();
    } else {
        sources.findings.missing = session.configError();
    }
    sources.chain = session.chain();
    sources.board = session.boards().value(session.currentBoard());
    sources.toolchain = session.toolchains().value(session.currentToolchain());
    sources.verdict.content = session.verdict();
    sources.comparison = session.comparison();
    sources.layersRequest = session.layersRequest();
    sources.pictures = session.comparedPictures();
    if (!session.evaluations().isEmpty())
        sources.evaluations.content = session.evaluations();
    sources.program = QStringLiteral("Driftscope ") % QCoreApplication::applicationVersion();
    sources.now = QDateTime::currentDateTimeUtc();
    return sources;
}

} // namespace driftscope
