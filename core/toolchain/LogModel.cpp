// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a log says of the model, its calibration and the files that were written, and the commands that it repeats.
#include "core/toolchain/LogLimits.h"
#include "core/toolchain/LogMessages.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Older: `images, [1, 3, 640, 640]`.
LogModelDescription::Tensor oldTensor(const QString& value)
{
    return {value.section(u',', 0, 0).trimmed(), value.section(u',', 1).trimmed(), {}};
}

} // namespace

bool ModelParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    if (!line.hasEnvelope && line.text.startsWith("ONNX IR version:"_L1))
        m_inDescription = true; // an excerpt begins here
    if (!line.hasEnvelope)
        return m_inDescription && readDescription(messageHead(line.text), log);
    m_inDescription = line.message.startsWith("Input ONNX Model Information:"_L1)
        || line.message.startsWith("Input ONNX model infomation:"_L1);
    if (m_inDescription) {
        log.model = {};
        return true;
    }
    return readCalibration(messageHead(line.message).trimmed(), log);
}

bool ModelParser::readDescription(const QString& text, MakertbinLog& log)
{
    static const QRegularExpression entry(u"^([A-Z][A-Za-z ]{1,40}): *(.*)$"_s);
    static const QRegularExpression tensor(u"^ +(.{1,512}?): +shape=(\\[[^\\]]*\\]), dtype=(\\w+) *$"_s);
    LogModelDescription& model = log.model;
    if (const auto match = tensor.match(text); match.hasMatch()) {
        keep(m_inOutputs ? model.outputs : model.inputs,
             LogModelDescription::Tensor{match.captured(1).trimmed(), match.captured(2), match.captured(3)}, log);
        return true;
    }
    const auto match = entry.match(text);
    if (!match.hasMatch())
        return false;
    const QString key = match.captured(1);
    const QString value = match.captured(2).trimmed();
    if (key == "ONNX IR version"_L1)
        model.irVersion = value;
    else if (key == "Opset version"_L1)
        model.opsets = value;
    else if (key == "Producer"_L1)
        model.producer = value;
    else if (key == "Input name"_L1)
        keep(model.inputs, oldTensor(value), log);
    else if (key == "Output name"_L1)
        keep(model.outputs, oldTensor(value), log);
    else
        m_inOutputs = key == "Graph output"_L1;
    return true;
}

bool ModelParser::readCalibration(const QString& message, MakertbinLog& log)
{
    static const QRegularExpression samples(
        u"^(?:There are (\\d{1,9}) samples in the|number of calibration data samples: (\\d{1,9}))"_s);
    static const QRegularExpression method(u"^Run calibration model with (.+?)(?: calibration)? method"_s);
    static const QRegularExpression selected(u"^Select (.+) method"_s);
    static const QRegularExpression saved(u"^Saving (?:the )?(?:[\\w ]{1,40} )?model(?: to)?: (.+?)\\.?$"_s);
    LogCalibration& calibration = log.calibration;
    if (const auto count = samples.match(message); count.hasMatch())
        calibration.samples = QString(count.captured(1) + count.captured(2)).toInt();
    else if (const auto run = method.match(message); run.hasMatch())
        calibration.method = run.captured(1);
    else if (const auto choice = selected.match(message); choice.hasMatch())
        calibration.selected = choice.captured(1);
    else if (const auto file = saved.match(message); file.hasMatch())
        keep(log.savedFiles, file.captured(1), log);
    else if (message.startsWith("Perchannel quantization is enabled"_L1))
        calibration.perChannel = true;
    else if (message.startsWith("Asymmetric quantization is enabled"_L1))
        calibration.asymmetric = true;
    else
        return false;
    return true;
}

bool CommandLineParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression command(
        u"^(?:[\\w@.:~/-]{0,80}[$#] +)?(hb_(?:mapper|perf|model_modifier|model_info|verifier|model_verifier|pack)|"
        "hrt_model_exec) +(\\S.*)$"_s);
    static const QRegularExpression action(u"^(makertbin|checker|infer|model_info|perf)\\b"_s);
    if (line.hasEnvelope) {
        m_continues = false;
        return false;
    }
    const QString text = messageHead(line.text).trimmed();
    const bool continued = m_continues && !log.commandLines.isEmpty();
    const auto match = command.match(text);
    if (!continued && !match.hasMatch())
        return false;
    m_continues = text.endsWith(u'\\');
    const QString words = m_continues ? text.chopped(1).trimmed() : text;
    if (continued) {
        QString& last = log.commandLines.last();
        last = QString(last + u' ' + words).left(logLimit::longText);
        return true;
    }
    keep(log.commandLines, words.sliced(match.capturedStart(1)), log);
    if (log.tool.isEmpty())
        log.tool = match.captured(1);
    if (const auto said = action.match(match.captured(2)); said.hasMatch())
        log.command = said.captured(1);
    return true;
}

} // namespace driftscope
