// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Result.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace driftscope {

/// One of several causes of a message, and what tells it from the others.
struct MessageCheck
{
    QString cause; ///< one sentence
    QString check; ///< a command to run; words in capitals are to be filled in
    QString tells; ///< what it shows when this is the cause, and what to do then
};

/// A message of the tools that is known, with what it means in the language that was loaded.
struct KnownMessage
{
    QString id; ///< `calibration-size`
    QString tool; ///< that says it: `hb_mapper`, `hrt_model_exec`, `onnxruntime`, …
    QString anchor; ///< words that are in it always, as written; looked for before the pattern
    QRegularExpression pattern; ///< of the message without its envelope
    Severity severity = Severity::Warning; ///< where the log gives no level
    QStringList keys; ///< of the config, the most likely one first; may be empty
    QStringList sources; ///< where it is documented or was seen, as sentences
    QString meaning; ///< one sentence
    QString cause; ///< the likely one
    QString action; ///< what to do
    QList<MessageCheck> checks; ///< where several causes are as likely, in the order in which to look; else empty
    QStringList examples; ///< lines that match
    QStringList nearMisses; ///< lines that must not
};

/// What is known of the tools' messages, read from resources/messages.
class KnownMessages
{
public:
    /// `en` or `zh_CN`. What a language does not say is said in English.
    [[nodiscard]] static Result<KnownMessages> load(const QString& language);
    /// In English, loaded once; empty should the program's own data be unreadable, which a test rules out.
    [[nodiscard]] static const KnownMessages& english();

    [[nodiscard]] const QList<KnownMessage>& all() const { return m_messages; }
    /// The first message that fits, in the order of the data, or null. Only the beginning of a long line is looked at.
    [[nodiscard]] const KnownMessage* match(const QString& message) const;
    [[nodiscard]] const KnownMessage* find(const QString& id) const; ///< null where there is none

private:
    friend class KnownMessagesReader;
    QList<KnownMessage> m_messages;
    QHash<QString, qsizetype> m_byId;
};

/// `toolchain-log`, or `toolchain-log/<id>` for a message that is known.
[[nodiscard]] QString logRuleId(const KnownMessage* message);

/// The findings of a log with `why` in the language of `messages`: what is known of each.
[[nodiscard]] Diagnostics worded(Diagnostics findings, const KnownMessages& messages);
/// The message that a finding of a log is an instance of, or null.
[[nodiscard]] const KnownMessage* messageOf(const Diagnostic& finding, const KnownMessages& messages);

} // namespace driftscope
