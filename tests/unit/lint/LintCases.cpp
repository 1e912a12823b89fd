// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

using Changes = QList<std::pair<QString, QString>>;

QString longKey(const QString& key)
{
    static const QHash<QChar, QString> groups{{u'm', u"model_parameters"_s},
                                              {u'i', u"input_parameters"_s},
                                              {u'c', u"calibration_parameters"_s},
                                              {u'k', u"compiler_parameters"_s},
                                              {u'o', u"custom_op"_s}};
    const QString name = key.sliced(2);
    return name.isEmpty() ? groups[key.front()] : groups[key.front()] + u'.' + name;
}

Changes parseChanges(const char* text)
{
    Changes changes;
    const QStringList parts = QString::fromUtf8(text).split(u'|', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        changes.append({longKey(part.section(u'=', 0, 0)), part.section(u'=', 1)});
    return changes;
}

} // namespace

QList<LintCase> lintCases()
{
    return configCases() + settingCases() + modelCases() + nodeCases() + logCases() + boardCases();
}

ConfigDocument changed(const Changes& changes)
{
    ConfigDocument document = *ConfigDocument::fromText(cleanConfig, u"/nowhere/c.yaml"_s);
    for (const auto& [key, value] : changes) {
        const Result<ConfigDocument> next = value == u"-"_s ? document.without(key) : document.with(key, value);
        if (!next)
            qFatal("%s", qPrintable(next.error().message));
        document = *next;
    }
    return document;
}

LintSubject subjectFor(const char* changes, const SubjectChange& change, const QString& march)
{
    LintSubject subject = subjectOf(changed(parseChanges(changes)));
    if (change)
        change(subject);
    if (!march.isEmpty())
        replaceDocument(subject, *subject.document.with(u"model_parameters.march"_s, march));
    return subject;
}

void replaceDocument(LintSubject& subject, const ConfigDocument& document)
{
    subject.document = document;
    subject.config = readConversionConfig(document);
}

} // namespace driftscope::test
