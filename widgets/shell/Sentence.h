// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace driftscope {

/// What the program asked a translator for.
struct TextRequest
{
    QByteArray context;
    QByteArray source; ///< UTF-8
    QByteArray comment;
    int count = -1; ///< of %n; -1 where there is none

    friend bool operator==(const TextRequest&, const TextRequest&) = default;
};

/// A text for people together with how it was made, so that it can be said again in another language.
struct Sentence
{
    QString asIs; ///< what is no text of the program: a path, a number, what a tool said
    TextRequest request; ///< with an empty source where the text is `asIs`
    QList<int> places; ///< %1 is 1
    std::vector<Sentence> arguments; ///< one for each of the places

    [[nodiscard]] bool isOfProgram() const { return !request.source.isEmpty(); }
    [[nodiscard]] QString text() const; ///< in the language of now
};

/// A text with places for arguments (%1, %L2), taken apart.
class TextTemplate
{
public:
    explicit TextTemplate(const QString& text);

    [[nodiscard]] const QList<int>& places() const { return m_places; }
    /// Letters outside of the places: the more there are, the less likely a match by chance.
    [[nodiscard]] int letters() const { return m_letters; }
    /// What stands at the places, one for each of them, where the text was made from this; otherwise nothing.
    [[nodiscard]] QList<QString> match(const QString& text) const;
    [[nodiscard]] bool matches(const QString& text) const;
    [[nodiscard]] QString filled(const QList<int>& places, const std::vector<Sentence>& arguments) const;

private:
    QList<int> m_places;
    QList<QString> m_between; ///< one more than places
    int m_letters = 0;
};

} // namespace driftscope
