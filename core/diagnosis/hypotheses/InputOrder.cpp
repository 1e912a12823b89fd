// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs exchanged between names.
#include "core/diagnosis/hypotheses/Families.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct InputOrders
{
    Q_DECLARE_TR_FUNCTIONS(InputOrders)
};

Hypothesis exchanged(const QList<InputPort>& ports, int a, int b)
{
    Hypothesis hypothesis;
    hypothesis.id = u"inputs-swapped"_s;
    hypothesis.title = InputOrders::tr("The inputs “%1” and “%2” are exchanged").arg(ports[a].name, ports[b].name);
    hypothesis.sentence
        = InputOrders::tr("The inputs are exchanged: what is meant for “%1” is fed as “%2”, and the other way round.")
              .arg(ports[a].name, ports[b].name);
    hypothesis.advice = InputOrders::tr("Assign the inputs by the names that model_info prints, not by their order in "
                                        "the training program.");
    hypothesis.disprove = InputOrders::tr("Feed the same data with the two inputs exchanged: if the board is still "
                                          "wrong, this is not the cause.");
    hypothesis.ports = {a, b};
    for (int i = 0; i < ports.size(); ++i)
        hypothesis.inputOrder.append(i == a ? b : i == b ? a : i);
    return hypothesis;
}

} // namespace

void addInputOrderHypotheses(Hypotheses& all, const QList<InputPort>& ports)
{
    for (int a = 0; a < ports.size(); ++a) {
        for (int b = a + 1; b < ports.size(); ++b) {
            if (ports[a].byteCount() == ports[b].byteCount())
                all.push_back(exchanged(ports, a, b));
        }
    }
}

} // namespace driftscope
