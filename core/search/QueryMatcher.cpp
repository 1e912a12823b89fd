// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/GraphQuery.h"

#include "core/tensor/InputFormat.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

using Relation = QueryTerm::Relation;

bool anyOf(const QList<TextPattern>& patterns, const QString& text)
{
    return std::any_of(patterns.cbegin(), patterns.cend(),
                       [&text](const TextPattern& pattern) { return pattern.matches(text); });
}

bool numberIs(double value, Relation relation, double wanted)
{
    constexpr double shown = 5e-5; // as exact as it is shown
    switch (relation) {
    case Relation::Is:
        return std::abs(value - wanted) < shown;
    case Relation::IsNot:
        return std::abs(value - wanted) >= shown;
    case Relation::Below:
        return value < wanted;
    case Relation::AtMost:
        return value <= wanted;
    case Relation::Above:
        return value > wanted;
    case Relation::AtLeast:
        return value >= wanted;
    }
    return false;
}

std::optional<double> numberOf(QueryField field, const QueryFacts& facts)
{
    switch (field) {
    case QueryField::Cosine:
        return facts.cosine;
    case QueryField::Error:
        return facts.cosine ? std::optional(1 - *facts.cosine) : std::nullopt;
    case QueryField::Threshold:
        return facts.threshold;
    default:
        return facts.latency;
    }
}

bool flagOf(QueryField field, const QueryFacts& facts)
{
    switch (field) {
    case QueryField::Inserted:
        return facts.isInserted;
    case QueryField::Removed:
        return facts.isRemoved;
    case QueryField::Changed:
        return facts.isChanged;
    case QueryField::Bookmarked:
        return facts.isBookmarked;
    default:
        return facts.isFused;
    }
}

/// Whether `test` holds for a tensor that the subject writes; an input or output of the graph is its own.
template <typename Test> bool anyOutput(const QuerySubject& subject, Test test)
{
    if (subject.op() == nullptr)
        return test(subject.graph->value(subject.value));
    const auto outputs = subject.op()->outputs;
    return std::any_of(outputs.begin(), outputs.end(),
                       [&](ValueId id) { return id.isValid() && test(subject.graph->value(id)); });
}

template <typename Test> bool anyInput(const QuerySubject& subject, Test test)
{
    if (subject.op() == nullptr)
        return false;
    const auto inputs = subject.op()->inputs;
    return std::any_of(inputs.begin(), inputs.end(),
                       [&](ValueId id) { return id.isValid() && test(subject.graph->value(id)); });
}

bool textIs(const QList<TextPattern>& patterns, const QuerySubject& subject)
{
    if (anyOf(patterns, subject.name()) || anyOf(patterns, subject.opType()))
        return true;
    const auto isNamed = [&](const Value& value) { return anyOf(patterns, value.name); };
    // Of what it reads only its own weights: else every consumer would be found with its producer.
    const auto isWeightNamed = [&](const Value& value) { return value.isInitializer && isNamed(value); };
    if (subject.op() == nullptr)
        return false;
    if (anyOutput(subject, isNamed) || anyInput(subject, isWeightNamed))
        return true;
    const QList<Attribute>& attributes = subject.op()->attributes;
    return std::any_of(attributes.cbegin(), attributes.cend(), [&](const Attribute& attribute) {
        const auto* text = std::get_if<QString>(&attribute.value);
        // Whole names only: `pad` means the operator, not every convolution that has `pads`.
        return std::any_of(patterns.cbegin(), patterns.cend(), [&](const TextPattern& pattern) {
            return (text != nullptr && pattern.matches(*text))
                || attribute.name.compare(pattern.text, Qt::CaseInsensitive) == 0;
        });
    });
}

bool attributeIs(const QList<TextPattern>& patterns, const Node& node)
{
    return std::any_of(node.attributes.cbegin(), node.attributes.cend(), [&](const Attribute& attribute) {
        return std::any_of(patterns.cbegin(), patterns.cend(), [&](const TextPattern& pattern) {
            const QString candidate = pattern.text.contains(u'=')
                ? attribute.name + u'=' + searchableText(attribute.value)
                : attribute.name;
            return pattern.matches(candidate);
        });
    });
}

/// `backbone/stem` holds `/backbone/stem/conv1` and `backbone/stem.conv`, and not `backbone/stem2`.
bool scopeIs(const QList<TextPattern>& patterns, const QString& name)
{
    const qsizetype start = name.startsWith(u'/') ? 1 : 0;
    for (qsizetype end = start + 1; end <= name.size(); ++end) {
        if (end < name.size() && name[end] != u'/' && name[end] != u'.')
            continue;
        const QString own = name.mid(start, end - start);
        for (const TextPattern& pattern : patterns) {
            const bool isRooted = pattern.kind == TextPattern::Kind::Whole && pattern.text.startsWith(u'/');
            QString wanted = pattern.text;
            while (isRooted && wanted.startsWith(u'/'))
                wanted.remove(0, 1);
            while (pattern.kind == TextPattern::Kind::Whole && wanted.size() > 1 && wanted.endsWith(u'/'))
                wanted.chop(1);
            const bool isWhole = pattern.kind == TextPattern::Kind::Whole;
            if (isWhole ? own.compare(wanted, Qt::CaseInsensitive) == 0 : pattern.matches(own))
                return true;
        }
    }
    return false;
}

/// `?` is one size of any kind, `*` any number of them.
bool sizesAre(QList<QStringView> wanted, std::span<const qint64> sizes)
{
    if (wanted.isEmpty())
        return sizes.empty();
    const QStringView first = wanted.takeFirst();
    if (first == u"*") {
        for (std::size_t skipped = 0; skipped <= sizes.size(); ++skipped) {
            if (sizesAre(wanted, sizes.subspan(skipped)))
                return true;
        }
        return false;
    }
    if (sizes.empty() || (first != u"?" && first.toLongLong() != sizes.front()))
        return false;
    return sizesAre(wanted, sizes.subspan(1));
}

bool shapeIs(const QList<TextPattern>& patterns, const Value& value)
{
    return value.shape && std::any_of(patterns.cbegin(), patterns.cend(), [&](const TextPattern& pattern) {
               QString text = pattern.text.toLower();
               text.replace(u'×', u'x');
               while (text.contains(u"*x*"_s)) // also keeps the search for a fit from branching without end
                   text.replace(u"*x*"_s, u"*"_s);
               return sizesAre(QStringView(text).split(u'x'), value.shape->sizes());
           });
}

QString deviceName(Device device)
{
    return device == Device::Unknown ? QString() : device == Device::Bpu ? u"BPU"_s : u"CPU"_s;
}

bool patternsHold(const QueryTerm& term, const QuerySubject& subject)
{
    const auto isNamed = [&](const Value& value) { return anyOf(term.patterns, value.name); };
    const auto hasLayout = [&](const Value& value) {
        return value.layout != TensorLayout::Unknown && anyOf(term.patterns, layoutName(value.layout));
    };
    switch (term.field) {
    case QueryField::Text:
        return textIs(term.patterns, subject);
    case QueryField::Name:
        return anyOf(term.patterns, subject.name());
    case QueryField::Type:
        return anyOf(term.patterns, subject.opType());
    case QueryField::Family:
        return anyOf(term.patterns, subject.facts.family);
    case QueryField::Scope:
        return scopeIs(term.patterns, subject.name());
    case QueryField::Input:
        return anyInput(subject, isNamed);
    case QueryField::Output:
        return anyOutput(subject, isNamed);
    case QueryField::Attribute:
        return subject.op() != nullptr && attributeIs(term.patterns, *subject.op());
    case QueryField::Shape:
        return anyOutput(subject, [&](const Value& value) { return shapeIs(term.patterns, value); });
    case QueryField::DataType:
        return anyOutput(subject, [&](const Value& value) { return anyOf(term.patterns, dataTypeName(value.type)); });
    case QueryField::Layout:
        return (subject.facts.layout != TensorLayout::Unknown && anyOf(term.patterns, layoutName(subject.facts.layout)))
            || anyOutput(subject, hasLayout) || anyInput(subject, hasLayout);
    default:
        return subject.device() != Device::Unknown && anyOf(term.patterns, deviceName(subject.device()));
    }
}

bool termHolds(const QueryTerm& term, const QuerySubject& subject)
{
    if (term.field != QueryField::Text && queryKey(term.field).kind == QueryValueKind::Number) {
        const std::optional<double> value = numberOf(term.field, subject.facts);
        return value && numberIs(*value, term.relation, term.number);
    }
    if (term.field != QueryField::Text && queryKey(term.field).kind == QueryValueKind::YesNo)
        return flagOf(term.field, subject.facts) == term.isYes;
    return patternsHold(term, subject) != (term.relation == Relation::IsNot);
}

} // namespace

bool GraphQuery::holds(int step, const QuerySubject& subject) const
{
    const Step& each = m_steps[static_cast<std::size_t>(step)];
    switch (each.kind) {
    case Step::Kind::Term:
        return termHolds(m_terms[each.first], subject);
    case Step::Kind::Not:
        return !holds(each.first, subject);
    case Step::Kind::And:
        return holds(each.first, subject) && holds(each.second, subject);
    case Step::Kind::Or:
        break;
    }
    return holds(each.first, subject) || holds(each.second, subject);
}

bool GraphQuery::matches(const QuerySubject& subject) const
{
    return !m_steps.empty() && holds(static_cast<int>(m_steps.size()) - 1, subject);
}

} // namespace driftscope
