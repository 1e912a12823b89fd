// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "BoardAccount.h"

#include <QMap>

#include <memory>

namespace driftscope::test {

/// The sample, compiled, with a board `far` behind sshd, and what a run with layers in the sandbox made of it.
class BoardProject
{
public:
    BoardProject() = default;

    /// Why there is none: of a machine that cannot have one, or of a test that has failed already.
    struct Problem
    {
        QString missing;
        QByteArray failed;
    };
    [[nodiscard]] Problem make();

    [[nodiscard]] BoardAccount& board() { return *m_board; }
    [[nodiscard]] const QTemporaryDir& folder() const { return m_folder; }
    [[nodiscard]] const QString& model() const { return m_model; }
    [[nodiscard]] const QString& picture() const { return m_picture; }
    [[nodiscard]] const QString& output() const { return m_output; } ///< of that run
    /// The same into another folder, or into that one again.
    [[nodiscard]] CliResult run(const QString& board, const QStringList& more = {}, const QString& output = {}) const;
    /// What is wrong after a run that had to fail with that sentence: the sentence, something half-done here or there,
    /// or dumps of the run before that are not as they were. Empty when nothing is.
    [[nodiscard]] QByteArray wrongAfter(const CliResult& result, const QString& said) const;
    /// Takes the files of the output folder as they are for those of the run before.
    void noteOutput();
    [[nodiscard]] const QMap<QString, QByteArray>& noted() const { return m_earlier; }

private:
    std::unique_ptr<BoardAccount> m_board;
    QTemporaryDir m_folder;
    QString m_model;
    QString m_picture;
    QString m_output;
    QMap<QString, QByteArray> m_earlier;
};

/// A script in the place of hrt_model_exec.
[[nodiscard]] QByteArray boardTool(const QByteArray& body);
[[nodiscard]] QMap<QString, QByteArray> filesOf(const QString& folder);

} // namespace driftscope::test
