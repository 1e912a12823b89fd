// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace driftscope {

/// What a text may give away, and what must stay although it looks like it.
struct RedactionSubject
{
    QStringList projectFolders; ///< absolute; paths inside become relative to them
    QStringList folders; ///< absolute, other ones that are known: home, temporary folder; they may hold spaces
    QStringList users; ///< names of accounts, here and on boards
    QStringList hosts; ///< names and addresses of machines
    QSet<QString> publicNames; ///< of nodes, tensors and versions
};

/// The account, the machine and the folders of whoever runs this program.
[[nodiscard]] RedactionSubject privateHere();

/// Leaves out of texts what says where and by whom something was made: absolute paths keep their last component (inside
/// the project the path from there), home folders become `~`, accounts `[user]`, machines `[host]`, network addresses
/// `[address]`. Names of nodes and tensors that look like paths, `/features/0/Conv_output_0`, stay.
///
/// It looks at one text at a time and knows nothing of the disk. Relative paths stay. A path with spaces is known by
/// its quotes, by a known folder, or by a slash in the words that follow.
class Redaction
{
public:
    Redaction() = default;
    explicit Redaction(const RedactionSubject& subject);

    [[nodiscard]] QString text(const QString& text) const;

private:
    struct Piece
    {
        QString text;
        bool isSettled = false; ///< what comes later leaves it alone
    };
    using Pieces = QList<Piece>;

    template <typename Replace>
    [[nodiscard]] static Pieces replaced(const Pieces& pieces, const QRegularExpression& pattern, Replace replace);
    [[nodiscard]] Pieces withoutUrls(const Pieces& pieces) const;
    [[nodiscard]] Pieces withoutAccounts(const Pieces& pieces) const;
    [[nodiscard]] Pieces withoutPaths(const Pieces& pieces) const;
    [[nodiscard]] Pieces withoutAddresses(const Pieces& pieces) const;
    [[nodiscard]] Pieces withoutWords(const Pieces& pieces) const;

    void splitPaths(const QString& text, Pieces& pieces) const;
    [[nodiscard]] qsizetype pathEnd(const QString& text, qsizetype start) const;
    [[nodiscard]] qsizetype knownFolderAt(const QString& text, qsizetype start) const; ///< its length; 0: none
    [[nodiscard]] bool isPublic(const QString& path) const;
    [[nodiscard]] QString shortened(const QString& path) const;

    QStringList m_projects; ///< the longest first
    QStringList m_folders;
    QSet<QString> m_names;
    QSet<QString> m_nameRoots; ///< `features` of `/features/0/Conv`
    QRegularExpression m_users; ///< empty pattern: none
    QRegularExpression m_hosts;
};

} // namespace driftscope
