// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace driftscope::test {

/// What one call of driftscope-cli left behind.
struct CliResult
{
    int status = -1; ///< exit status; -1 where the program crashed or did not end
    QByteArray output;
    QByteArray errors;
    QJsonObject json; ///< empty unless the output is exactly one JSON document

    /// Lines of standard error.
    [[nodiscard]] QStringList errorLines() const;
    /// Everything, for messages of failed tests.
    [[nodiscard]] QByteArray all() const;
};

/// Runs the built driftscope-cli of $DRIFTSCOPE_BIN_DIR.
class CliRunner
{
public:
    QString folder; ///< working folder; empty: the caller's
    QMap<QString, QString> environment; ///< on top of the caller's
    QStringList prefix; ///< a program and its arguments to run the command under

    [[nodiscard]] CliResult run(const QStringList& arguments) const;
};

/// How many of the sample's labelled pictures are copied.
enum class HeldOut
{
    All,
    First ///< one picture: quick, where no more is needed
};
/// The sample project of this source tree, copied to where tests may write.
[[nodiscard]] bool copySampleTo(const QString& folder, HeldOut heldOut = HeldOut::All);
/// Paths of every stage by its key, from what `compile --json` printed.
[[nodiscard]] QMap<QString, QString> artifactsOf(const QJsonObject& compiled);
/// Of `inputs`, which several commands print.
[[nodiscard]] QJsonObject firstInput(const CliResult& answer);
/// A whole file; empty when it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString& path);
/// The element whose `key` is `value`; empty when there is none.
[[nodiscard]] QJsonObject elementWith(const QJsonArray& array, const QString& key, const QString& value);

} // namespace driftscope::test
