// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/FamilyLog.h"

#include "core/sandbox/tool/BuildInformation.h"

#include <QDir>

namespace driftscope {

using namespace Qt::StringLiterals;

bool runFamilyTool(const QString& tool, const FamilyPlace& place, const std::function<Result<void>(ToolLog&)>& work)
{
    ToolLog log(place.console);
    const QByteArray stem = tool.toUtf8();
    const QString path = QDir(place.folder).absoluteFilePath(tool + u".log"_s);
    auto done = log.openFile(path);
    if (done) {
        log.info({"tool_utils", 77}, u"log will be stored in %1"_s.arg(path));
        log.info({stem.constData(), 63}, u"Start %1...."_s.arg(tool));
        log.info({stem.constData(), 64}, u"%1 version %2"_s.arg(tool, mapperVersion()));
        done = work(log);
    }
    if (!done) {
        log.error({stem.constData(), 90}, done.error().message);
        log.error({stem.constData(), 91}, u"exception in command: %1"_s.arg(tool));
    }
    return done.has_value();
}

} // namespace driftscope
