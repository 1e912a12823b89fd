// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Parsers.h"
#include "Seeds.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;
using namespace driftscope::fuzz;

int main(int argc, char* argv[])
{
    if (argc != 2) {
        qWarning("usage: fuzz_seeds FOLDER");
        return 2;
    }
    const QDir root(QString::fromLocal8Bit(argv[1]));
    for (const NamedParser& parser : parsers()) {
        const QDir folder(root.filePath(QString::fromLatin1(parser.name)));
        if (!folder.mkpath(u"."_s))
            return 1;
        int number = 0;
        for (const QByteArray& seed : seeds(parser.name)) {
            QFile file(folder.filePath(u"made_%1"_s.arg(number++)));
            if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
                return 1;
        }
    }
    return 0;
}
