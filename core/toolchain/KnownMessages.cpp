// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/KnownMessages.h"

#include "core/toolchain/KnownMessagesReader.h"
#include "core/toolchain/LogLimits.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr auto rulePrefix = "toolchain-log/"_L1;

QString sentences(const KnownMessage& message)
{
    QStringList parts{message.meaning, message.cause, message.action};
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

Result<KnownMessages> KnownMessages::load(const QString& language)
{
    return KnownMessagesReader().read(language);
}

const KnownMessages& KnownMessages::english()
{
    static const KnownMessages messages = load(u"en"_s).value_or(KnownMessages());
    return messages;
}

const KnownMessage* KnownMessages::match(const QString& message) const
{
    const QString head = messageHead(message);
    for (const KnownMessage& known : m_messages) {
        if (head.contains(known.anchor) && known.pattern.match(head).hasMatch())
            return &known;
    }
    return nullptr;
}

const KnownMessage* KnownMessages::find(const QString& id) const
{
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &m_messages[*found];
}

QString logRuleId(const KnownMessage* message)
{
    return message == nullptr ? u"toolchain-log"_s : rulePrefix + message->id;
}

const KnownMessage* messageOf(const Diagnostic& finding, const KnownMessages& messages)
{
    return finding.ruleId.startsWith(rulePrefix) ? messages.find(finding.ruleId.sliced(rulePrefix.size())) : nullptr;
}

Diagnostics worded(Diagnostics findings, const KnownMessages& messages)
{
    for (Diagnostic& finding : findings) {
        if (const KnownMessage* known = messageOf(finding, messages)) {
            finding.why = sentences(*known);
            finding.key = known->keys.value(0);
            finding.source = known->sources.join(u"; "_s);
        }
    }
    return findings;
}

} // namespace driftscope
