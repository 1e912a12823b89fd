// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/hypotheses/Families.h"

#include <QCoreApplication>

#include <algorithm>

namespace driftscope {

namespace {

struct Registry
{
    Q_DECLARE_TR_FUNCTIONS(Registry)
};

Hypotheses hypothesesOf(const InputPort& port, March march)
{
    Hypotheses all;
    if (!port.isPicture()) {
        addFeaturemapHypotheses(all, port);
        return all;
    }
    addLayoutHypotheses(all, port, march);
    addColourHypotheses(all, port);
    addRangeHypotheses(all, port);
    addGeometryHypotheses(all);
    addPaddingHypotheses(all, port);
    addPreparationHypotheses(all);
    return all;
}

bool areAlike(const InputPort& a, const InputPort& b)
{
    return a.config.typeRt == b.config.typeRt && a.declared == b.declared && a.isPicture() == b.isPicture();
}

/// One program usually prepares all inputs of a kind, so that what it does wrong it does to all of them.
void addForAlikePorts(Hypotheses& all, const QList<InputPort>& ports, March march)
{
    for (qsizetype first = 0; first < ports.size(); ++first) {
        QList<int> alike;
        for (qsizetype i = first; i < ports.size(); ++i) {
            if (areAlike(ports[first], ports[i]))
                alike.append(static_cast<int>(i));
        }
        const bool isCovered = std::any_of(ports.begin(), ports.begin() + first,
                                           [&](const InputPort& earlier) { return areAlike(earlier, ports[first]); });
        if (alike.size() < 2 || isCovered)
            continue;
        for (Hypothesis& hypothesis : hypothesesOf(ports[first], march)) {
            hypothesis.ports = alike;
            all.push_back(std::move(hypothesis));
        }
    }
}

} // namespace

std::vector<Hypothesis> allHypotheses(const QList<InputPort>& ports, March march)
{
    Hypotheses all;
    for (qsizetype i = 0; i < ports.size(); ++i) {
        for (Hypothesis& hypothesis : hypothesesOf(ports[i], march)) {
            hypothesis.ports = {static_cast<int>(i)};
            if (ports.size() > 1) {
                hypothesis.title = Registry::tr("%1 (input “%2”)").arg(hypothesis.title, ports[i].name);
                hypothesis.sentence = Registry::tr("Input “%1”: %2").arg(ports[i].name, hypothesis.sentence);
            }
            all.push_back(std::move(hypothesis));
        }
    }
    addForAlikePorts(all, ports, march);
    addInputOrderHypotheses(all, ports);
    addOutputHypotheses(all);
    return all;
}

} // namespace driftscope
