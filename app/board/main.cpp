// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-board: the sandbox board, answers to the command line of hrt_model_exec.
#include "core/sandbox/execution/BoardProgram.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("driftscope-board"));
    const auto print = [](std::FILE* stream, const QString& text) {
        const QByteArray bytes = text.toUtf8();
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
        std::fflush(stream);
    };
    const driftscope::BoardConsole console{[&](const QString& text) { print(stdout, text); },
                                           [&](const QString& text) { print(stderr, text); }};
    return driftscope::runBoardProgram(QCoreApplication::arguments().mid(1), console);
}
