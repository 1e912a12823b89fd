// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/ProcessIdentity.h"

#include <QFile>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

QString processIdentity(qint64 pid)
{
    constexpr qsizetype startTimeField = 19; // of those behind the name; see proc(5)
    QFile status(u"/proc/%1/stat"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = status.readAll();
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    if (fields.size() <= startTimeField || fields.first() == "Z")
        return {};
    return u"%1:%2:%3"_s.arg(QString::fromLatin1(QSysInfo::bootUniqueId()))
        .arg(pid)
        .arg(QString::fromLatin1(fields.at(startTimeField)));
}

bool isProcessAlive(const QString& identity)
{
    bool isNumber = false;
    const qint64 pid = identity.section(u':', 1, 1).toLongLong(&isNumber);
    return isNumber && pid > 0 && processIdentity(pid) == identity;
}

} // namespace driftscope
