// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SweepPlan.h"

#include "core/lint/CalibrationCache.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SweepPlans
{
    Q_DECLARE_TR_FUNCTIONS(SweepPlans)
};

tl::unexpected<Error> unfit(const QString& message)
{
    return failure(ErrorKind::InvalidArgument, message);
}

Result<void> checkKeys(const QList<SweepKey>& keys)
{
    if (keys.isEmpty())
        return unfit(SweepPlans::tr("A sweep needs a key to vary; choose one."));
    if (keys.size() > mostSweepKeys)
        return unfit(SweepPlans::tr("A sweep varies one key or two, not %1; leave some out.").arg(keys.size()));
    if (keys.size() == 2 && keys[0].key == keys[1].key)
        return unfit(SweepPlans::tr("%1 is varied twice; choose another second key.").arg(keys[0].key));
    qsizetype runs = 1;
    for (const SweepKey& each : keys) {
        if (each.values.isEmpty())
            return unfit(SweepPlans::tr("No value is given for %1; name at least one.").arg(each.key));
        for (qsizetype i = 0; i < each.values.size(); ++i) {
            if (each.values.indexOf(each.values[i]) != i)
                return unfit(SweepPlans::tr("The value “%1” of %2 is given twice; take one away.")
                                 .arg(each.values[i], each.key));
        }
        runs *= each.values.size();
    }
    if (runs > mostSweepRuns)
        return unfit(SweepPlans::tr("The sweep would make %1 runs; more than %2 are not made at once.")
                         .arg(runs)
                         .arg(mostSweepRuns));
    return {};
}

Result<ConfigDocument> withValue(const ConfigDocument& document, const QString& key, const QString& value)
{
    if (!value.isEmpty())
        return document.with(key, value);
    return document.contains(key) ? document.without(key) : Result<ConfigDocument>(document);
}

/// Every combination, the first key's values outermost.
Result<QList<SweepVariant>> variantsOf(const ConfigDocument& document, const QList<SweepKey>& keys)
{
    QList<SweepVariant> variants{{{}, document, {}, {}}};
    for (const SweepKey& each : keys) {
        QList<SweepVariant> next;
        for (const SweepVariant& variant : std::as_const(variants)) {
            for (const QString& value : each.values) {
                auto edited = withValue(variant.document, each.key, value);
                if (!edited)
                    return forward(edited);
                next.append({variant.values + QStringList{value}, *std::move(edited), {}, {}});
            }
        }
        variants = std::move(next);
    }
    return variants;
}

bool isSame(const Diagnostic& one, const Diagnostic& other)
{
    return one.ruleId == other.ruleId && one.key == other.key && one.message == other.message;
}

/// Checks variants against the config that they were made of: what is wrong with that one already is no fault of a
/// value.
class VariantChecks
{
public:
    VariantChecks(const SweepSubject& subject, const QList<SweepKey>& keys, const CancelToken& cancel)
        : m_subject(subject)
        , m_keys(keys)
        , m_cancel(cancel)
    {
        m_subject.lint.schema = subject.schema.get();
        m_subject.lint.log.reset();
        m_subject.lint.board.reset();
        if (!m_subject.lint.calibrationCache)
            m_subject.lint.calibrationCache = std::make_shared<CalibrationCache>();
        m_before = findings(m_subject.lint.document);
    }

    void check(SweepVariant& variant) const
    {
        for (const Diagnostic& finding : findings(variant.document)) {
            const bool isOfValue = isVaried(finding.key);
            const bool isNew
                = std::ranges::none_of(m_before, [&](const Diagnostic& before) { return isSame(before, finding); });
            if (finding.severity == Severity::Error && (isOfValue || isNew))
                variant.refusals.append(finding);
            else if (finding.severity == Severity::Warning && isOfValue && isNew)
                variant.warnings.append(finding);
        }
    }

private:
    [[nodiscard]] bool isVaried(const QString& key) const
    {
        return std::ranges::any_of(m_keys, [&](const SweepKey& each) { return each.key == key; });
    }

    [[nodiscard]] Diagnostics findings(const ConfigDocument& document) const
    {
        LintSubject subject = m_subject.lint;
        subject.document = document;
        subject.config = readConversionConfig(document);
        if (subject.config.onnxModel != m_subject.lint.config.onnxModel) {
            subject.model.reset(); // of another model nothing is known
            subject.modelProblem.clear();
        }
        subject.calibration.reset();
        Diagnostics found = lint(subject, m_cancel);
        found.removeIf([&](const Diagnostic& finding) {
            return m_subject.accepted.find(finding, document.scalar(finding.key)) != nullptr;
        });
        return found;
    }

    SweepSubject m_subject;
    const QList<SweepKey>& m_keys;
    const CancelToken& m_cancel;
    Diagnostics m_before;
};

/// Values that are refused wherever they stand, each with the first reason that names its key, else the first one.
QList<SweepValueProblem> problemsOf(const QList<SweepKey>& keys, const QList<SweepVariant>& variants)
{
    QList<SweepValueProblem> problems;
    for (qsizetype key = 0; key < keys.size(); ++key) {
        for (const QString& value : keys[key].values) {
            const SweepVariant* first = nullptr;
            bool isUsable = false;
            for (const SweepVariant& variant : variants) {
                if (variant.values[key] != value)
                    continue;
                isUsable = isUsable || variant.refusals.isEmpty();
                first = first == nullptr ? &variant : first;
            }
            if (isUsable || first == nullptr)
                continue;
            const auto named = std::ranges::find(first->refusals, keys[key].key, &Diagnostic::key);
            // A combination that fails because of the other key alone is that key's problem.
            const bool isOfAnother
                = named == first->refusals.end() && std::ranges::all_of(first->refusals, [&](const Diagnostic& each) {
                      return std::ranges::any_of(keys, [&](const SweepKey& other) { return other.key == each.key; });
                  });
            if (!isOfAnother)
                problems.append({key, value, named != first->refusals.end() ? *named : first->refusals.first()});
        }
    }
    return problems;
}

} // namespace

Result<ConfigDocument> withSweepValues(const ConfigDocument& document, const QList<SweepKey>& keys,
                                       const QStringList& values)
{
    Result<ConfigDocument> edited = document;
    for (qsizetype i = 0; i < keys.size() && edited; ++i)
        edited = withValue(*edited, keys[i].key, values.value(i));
    return edited;
}

Result<SweepPlan> planSweep(const SweepSubject& subject, const QList<SweepKey>& keys, const CancelToken& cancel,
                            Progress& progress)
{
    if (auto checked = checkKeys(keys); !checked)
        return forward(checked);
    auto variants = variantsOf(subject.lint.document, keys);
    if (!variants)
        return forward(variants);
    SweepPlan plan{subject.lint.document.path(), keys, *std::move(variants), {}};
    const VariantChecks checks(subject, keys, cancel);
    for (qsizetype i = 0; i < plan.variants.size(); ++i) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, SweepPlans::tr("The check of the sweep was stopped."));
        checks.check(plan.variants[i]);
        progress.report(i + 1, plan.variants.size(), SweepPlans::tr("Checking the variants"));
    }
    plan.problems = problemsOf(keys, plan.variants);
    return plan;
}

} // namespace driftscope
