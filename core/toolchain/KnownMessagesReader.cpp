// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/KnownMessagesReader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace; a static library's resources are not registered by themselves.
static void registerMessageResources()
{
    Q_INIT_RESOURCE(driftscope_messages);
}

namespace driftscope {

namespace {

struct MessageFile
{
    Q_DECLARE_TR_FUNCTIONS(MessageFile)
};

/// In the order in which they are tried: the special before the general.
const QStringList& parts()
{
    static const QStringList names{u"config"_s,  u"calibration"_s, u"model"_s, u"operators"_s,
                                   u"compile"_s, u"runtime"_s,     u"board"_s, u"tools"_s};
    return names;
}

Result<QJsonObject> readObject(const QString& part, const QString& language)
{
    registerMessageResources();
    QFile file(u":/messages/%1.%2.json"_s.arg(part, language));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(
            ErrorKind::NotFound,
            MessageFile::tr("There is no description of the tools' messages in the language “%1”.").arg(language));
    }
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &problem);
    if (!json.isObject()) {
        return failure(ErrorKind::Internal,
                       MessageFile::tr("The built-in description %1 cannot be read: %2.")
                           .arg(file.fileName(), problem.errorString()));
    }
    return json.object();
}

QStringList strings(const QJsonValue& value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

std::optional<Severity> severityFrom(const QString& name)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (severityName(severity) == name)
            return severity;
    }
    return {};
}

tl::unexpected<Error> invalid(const QString& id, const QString& what)
{
    return failure(ErrorKind::Internal, MessageFile::tr("The built-in message “%1” %2.").arg(id, what));
}

void setWords(KnownMessage& message, const QJsonObject& words)
{
    const auto set = [&words](QString& text, QLatin1StringView key) {
        if (const QString said = words[key].toString(); !said.isEmpty())
            text = said;
    };
    set(message.meaning, "meaning"_L1);
    set(message.cause, "cause"_L1);
    set(message.action, "action"_L1);
    const QJsonArray checks = words["checks"_L1].toArray();
    if (!checks.isEmpty())
        message.checks.clear();
    for (const auto& item : checks) {
        const QJsonObject check = item.toObject();
        message.checks.append(
            {check["cause"_L1].toString(), check["check"_L1].toString(), check["tells"_L1].toString()});
    }
}

} // namespace

Result<KnownMessage> KnownMessagesReader::readMessage(const QJsonObject& object, const QJsonObject& sources)
{
    KnownMessage message;
    message.id = object["id"_L1].toString();
    message.tool = object["tool"_L1].toString();
    message.anchor = object["anchor"_L1].toString();
    if (message.id.isEmpty() || message.anchor.isEmpty())
        return invalid(message.id, MessageFile::tr("has no id or no anchor"));
    message.pattern.setPattern(object["pattern"_L1].toString(QRegularExpression::escape(message.anchor)));
    if (!message.pattern.isValid())
        return invalid(message.id,
                       MessageFile::tr("has a pattern that is none: %1").arg(message.pattern.errorString()));
    message.pattern.optimize();
    const auto severity = severityFrom(object["severity"_L1].toString());
    if (!severity)
        return invalid(message.id, MessageFile::tr("has no severity"));
    message.severity = *severity;
    message.keys = strings(object["keys"_L1]);
    for (const QString& source : strings(object["sources"_L1])) {
        if (!sources.contains(source))
            return invalid(message.id, MessageFile::tr("cites “%1”, which is no source").arg(source));
        message.sources.append(sources[source].toString());
    }
    message.examples = strings(object["examples"_L1]);
    message.nearMisses = strings(object["nearMisses"_L1]);
    setWords(message, object);
    return message;
}

Result<void> KnownMessagesReader::readPart(const QString& part, const QString& language, const QJsonObject& sources)
{
    const auto english = readObject(part, u"en"_s);
    if (!english)
        return forward(english);
    const auto translated = language == "en"_L1 ? Result<QJsonObject>(QJsonObject()) : readObject(part, language);
    if (!translated)
        return forward(translated);
    const QJsonObject words = (*translated)["messages"_L1].toObject();
    const QJsonArray messages = (*english)["messages"_L1].toArray();
    for (const auto& item : messages) {
        auto message = readMessage(item.toObject(), sources);
        if (!message)
            return forward(message);
        if (m_messages.m_byId.contains(message->id))
            return invalid(message->id, MessageFile::tr("is there twice"));
        setWords(*message, words[message->id].toObject());
        m_messages.m_byId.insert(message->id, m_messages.m_messages.size());
        m_messages.m_messages.append(std::move(*message));
    }
    return {};
}

Result<KnownMessages> KnownMessagesReader::read(const QString& language)
{
    const auto sources = readObject(u"sources"_s, language);
    if (!sources)
        return forward(sources);
    for (const QString& part : parts()) {
        if (auto done = readPart(part, language, (*sources)["sources"_L1].toObject()); !done)
            return forward(done);
    }
    return std::move(m_messages);
}

} // namespace driftscope
