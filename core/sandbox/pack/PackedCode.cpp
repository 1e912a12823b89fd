// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/PackedCode.h"

#include "core/onnx/OnnxWriter.h"

#include <QtEndian>

namespace driftscope {

using namespace Qt::StringLiterals;

QByteArray codeMagic(March march)
{
    switch (march) {
    case March::Bernoulli2:
        return "#X2Ahbm#";
    case March::Bayes:
        return "#B25hbm#";
    case March::BayesE:
        return "#B2Ehbm#";
    case March::Unknown:
        break;
    }
    return {};
}

Result<QByteArray> packCode(const GraphDraft& part, March march)
{
    const auto model = toOnnx(part);
    if (!model)
        return forward(model);
    QByteArray length(sizeof(quint64), '\0');
    qToLittleEndian(static_cast<quint64>(model->size()), length.data());
    return codeMagic(march) + "driftscope-sandbox 1\n" + length + *model + sandboxVersion().toUtf8();
}

QString sandboxVersion()
{
    return u"driftscope-sandbox %1"_s.arg(QLatin1StringView(DRIFTSCOPE_VERSION));
}

} // namespace driftscope
