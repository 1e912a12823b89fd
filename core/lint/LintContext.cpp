// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include "core/config/PerInputList.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Lint
{
    Q_DECLARE_TR_FUNCTIONS(Lint)
};

} // namespace

LintContext::LintContext(const LintSubject& subject, QString ruleId, Diagnostics& findings)
    : m_subject(subject)
    , m_ruleId(std::move(ruleId))
    , m_findings(findings)
{ }

bool LintContext::isGiven(const QString& key) const
{
    return config().givenKeys.contains(key);
}

bool LintContext::isOn(const QString& key) const
{
    static const QStringList words{u"true"_s, u"yes"_s, u"on"_s};
    return words.contains(document().scalar(key).trimmed().toLower());
}

QStringList LintContext::list(const QString& key) const
{
    QStringList items = splitPerInput(document().scalar(key));
    items.removeIf(
        [](const QString& item) { return item.isEmpty() || item.compare(u"none"_s, Qt::CaseInsensitive) == 0; });
    return items;
}

QString LintContext::item(const QString& key, qsizetype input) const
{
    return perInputItem(document().scalar(key), input);
}

std::optional<Shape> LintContext::shapeOf(qsizetype input) const
{
    if (input < config().inputs.size() && config().inputs[input].shape)
        return config().inputs[input].shape;
    const ValueId value = modelInput(input);
    return value.isValid() ? m_subject.model->value(value).shape : std::nullopt;
}

ValueId LintContext::modelInput(qsizetype input) const
{
    if (!m_subject.model)
        return {};
    const Graph& model = *m_subject.model;
    const QString name = input < config().inputs.size() ? config().inputs[input].name : QString();
    if (!name.isEmpty())
        return model.findValue(name);
    const auto at = static_cast<std::size_t>(input);
    return at < model.inputs().size() ? model.inputs()[at] : ValueId();
}

QString LintContext::existingCalibrationFolder(qsizetype input) const
{
    const bool single = config().inputs.size() == 1;
    const QString folder = single && !m_subject.calibrationFolder.isEmpty() ? m_subject.calibrationFolder
                                                                            : config().inputs[input].calibrationFolder;
    return !folder.isEmpty() && QFileInfo(folder).isDir() ? folder : QString();
}

bool LintContext::hasCalibrationFolders() const
{
    for (qsizetype i = 0; i < config().inputs.size(); ++i) {
        if (existingCalibrationFolder(i).isEmpty())
            return false;
    }
    return true;
}

QString LintContext::inputLabel(qsizetype input) const
{
    const QString name = config().inputs.value(input).name;
    if (!name.isEmpty())
        return Lint::tr("input “%1”").arg(name);
    return config().inputs.size() > 1 ? Lint::tr("input %1").arg(input + 1) : Lint::tr("the input");
}

Fix LintContext::set(const QString& key, const QString& value) const
{
    return {key, value, false, Lint::tr("Set %1 to %2.").arg(key, value)};
}

Fix LintContext::setItem(const QString& key, qsizetype input, const QString& value) const
{
    QStringList items = splitPerInput(document().scalar(key));
    if (items.size() <= 1 && config().inputs.size() <= 1)
        return set(key, value);
    while (items.size() <= input)
        items.append(u"None"_s);
    items[input] = value;
    const bool closed = document().scalar(key).trimmed().endsWith(u';');
    return set(key, closed ? QString(items.join(u';') + u';') : items.join(u';'));
}

Fix LintContext::remove(const QString& key) const
{
    return {key, {}, true, Lint::tr("Remove %1.").arg(key)};
}

std::optional<Fix> LintContext::removeForSingleInput(const QString& key) const
{
    return config().inputs.size() == 1 ? std::optional(remove(key)) : std::nullopt;
}

SourceRange LintContext::rangeOf(const QString& key) const
{
    for (QString place = key; !place.isEmpty(); place = place.section(u'.', 0, -2)) {
        if (const std::optional<ConfigValue> value = document().value(place)) {
            const bool showValue = place == key && value->isScalar && value->valueRange.length > 0;
            return showValue ? value->valueRange : value->keyRange;
        }
    }
    SourceRange file;
    file.file = document().path();
    return file;
}

void LintContext::reportAt(Severity severity, const SourceRange& range, const QString& key, const QString& message,
                           const QString& why, QLatin1StringView source, std::optional<Fix> fix) const
{
    m_findings.append({severity, m_ruleId, key, range, message, why, source, std::move(fix)});
}

void LintContext::report(Severity severity, const QString& key, const QString& message, const QString& why,
                         QLatin1StringView source, std::optional<Fix> fix) const
{
    reportAt(severity, rangeOf(key), key, message, why, source, std::move(fix));
}

} // namespace driftscope
