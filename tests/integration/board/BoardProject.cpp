// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BoardProject.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace driftscope::test {

QByteArray boardTool(const QByteArray& body)
{
    return "#!/bin/sh\n" + body;
}

QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        const QString path = found.next();
        files.insert(path, contentOf(path));
    }
    return files;
}

BoardProject::Problem BoardProject::make()
{
    m_board = std::make_unique<BoardAccount>();
    if (!m_board->problem().isEmpty())
        return {m_board->problem(), {}};
    if (!copySampleTo(m_folder.path()))
        return {{}, "The sample cannot be copied."};
    CliRunner cli = m_board->cli();
    cli.folder = m_folder.path();
    const CliResult compiled = cli.run({u"compile"_s, u"as_published.yaml"_s, u"--json"_s});
    if (compiled.status != 0)
        return {{}, compiled.all()};
    m_model = artifactsOf(compiled.json).value(u"board"_s);
    m_picture = m_folder.filePath(u"heldout/animals_1f400_google.png"_s);
    m_output = m_folder.filePath(u"kept"_s);
    const CliResult added = m_board->add(m_board->profile(u"far"_s));
    if (added.status != 0)
        return {{}, added.all()};
    const CliResult first = run(u"sandbox"_s, {u"--layers"_s});
    noteOutput();
    return {{}, first.status == 0 && m_earlier.size() > 50 ? QByteArray() : first.all()};
}

CliResult BoardProject::run(const QString& board, const QStringList& more, const QString& output) const
{
    const QString folder = output.isEmpty() ? m_output : output;
    return m_board->cli().run(
        QStringList{u"run"_s, m_model, u"--input"_s, m_picture, u"--board"_s, board, u"-o"_s, folder, u"--json"_s}
        + more);
}

QByteArray BoardProject::wrongAfter(const CliResult& result, const QString& said) const
{
    if (result.status != 2 || !QString::fromUtf8(result.errors).contains(said))
        return result.all();
    if (filesOf(m_output) != m_earlier)
        return "Files of the run before were changed.";
    return m_board->left().join(u'\n').toUtf8();
}

void BoardProject::noteOutput()
{
    m_earlier = filesOf(m_output);
}

} // namespace driftscope::test
