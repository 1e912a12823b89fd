// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogMessages.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LogProblems
{
    Q_DECLARE_TR_FUNCTIONS(LogProblems)
};

struct KnownText
{
    const char16_t* text;
    Severity severity;
    const char* cause;
};

/// Texts of hb_mapper whose cause is documented: the toolchain manuals' lists of frequent errors (X3 "common
/// questions", X5 OE 1.2.8) and published logs. The log file carries no level, so the severity is here too.
constexpr std::array knownTexts{
    KnownText{u"which has dimensions of 0", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The model's input shape is dynamic; give it in input_shape.")},
    KnownText{u"HorizonRT not support these cpu operators", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems",
                                "The board's runtime has no implementation of an operator that stayed on the CPU.")},
    KnownText{u"are specified as domain:", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The model holds custom operators that the parser does not know.")},
    KnownText{u"There is an error in pass: constant_folding", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "An operator has no implementation in the tool's own ONNX Runtime.")},
    KnownText{u"threshold on conv", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The preprocessing is wrong, or weights are extremely small or large.")},
    KnownText{u"compile hbir model failed", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The compiler of the BPU code failed.")},
    KnownText{u"There is no node can execute on BPU", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "No operator of the model can run on the BPU.")},
    KnownText{u"No guantifiable nodes were found", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The model has no operator that can be quantized.")},
    KnownText{u"only model with opset_version", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "Export the model with opset 10 or 11.")},
    KnownText{u"tool limits for max output num", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The model has more than 32 outputs.")},
    KnownText{
        u"cannot reshape array of size", Severity::Error,
        QT_TRANSLATE_NOOP("LogProblems", "A calibration file's size does not fit the input's shape and data type.")},
    KnownText{
        u"load cal data for input", Severity::Error,
        QT_TRANSLATE_NOOP("LogProblems", "A calibration file's size does not fit the input's shape and data type.")},
    KnownText{u"BAYES-E not support execute one model on 2core", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "core_num 2 is not supported on bayes-e; set it to 1.")},
    KnownText{u"wrong input name:", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "input_name names an input that the model does not have.")},
    KnownText{u"yaml file parse failed", Severity::Error,
              QT_TRANSLATE_NOOP("LogProblems", "The configuration cannot be read.")},
    KnownText{u"exception in command:", Severity::Error, nullptr},
    KnownText{u"Can not find the scale for node", Severity::Warning,
              QT_TRANSLATE_NOOP("LogProblems", "An inserted layout conversion has no scale of its own.")},
    KnownText{u"The calibration dir name suffix is not the same", Severity::Info,
              QT_TRANSLATE_NOOP("LogProblems", "cal_data_type is used, whatever the folder is called.")},
    KnownText{u"ir_version is inconsistent", Severity::Warning, nullptr},
    KnownText{u"Unsupported op ", Severity::Warning, QT_TRANSLATE_NOOP("LogProblems", "The operator runs on the CPU.")},
    KnownText{u"will be executed on CPU", Severity::Warning,
              QT_TRANSLATE_NOOP("LogProblems", "The layer is beyond a limit of the BPU.")},
    KnownText{u"advice: Layer", Severity::Info,
              QT_TRANSLATE_NOOP("LogProblems", "The compiler says why a layer is slower than it could be.")},
};

const KnownText* findKnownText(const QString& message)
{
    for (const KnownText& known : knownTexts) {
        if (message.contains(QStringView(known.text)))
            return &known;
    }
    return nullptr;
}

std::optional<Severity> severityOfLevel(const QString& level)
{
    if (level == u"WARNING")
        return Severity::Warning;
    if (level == u"ERROR" || level == u"CRITICAL" || level == u"FATAL")
        return Severity::Error;
    return {};
}

void append(MakertbinLog& log, const LogLine& line, Severity severity, const char* cause = nullptr)
{
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.ruleId = u"toolchain-log"_s;
    diagnostic.range.line = line.number;
    diagnostic.range.column = 1;
    diagnostic.message = line.message.trimmed();
    if (cause != nullptr)
        diagnostic.why = LogProblems::tr(cause);
    diagnostic.source = LogProblems::tr("log of the toolchain");
    log.diagnostics.append(diagnostic);
}

} // namespace

bool ProblemParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    if (line.message.startsWith(u"Traceback (most recent call last)")) {
        m_inTraceback = true;
        return true;
    }
    if (m_inTraceback && !line.hasEnvelope) {
        if (line.text.startsWith(u' ') || line.text.isEmpty())
            return true;
        m_inTraceback = false; // the exception itself: `ValueError: …`
        append(log, line, Severity::Error);
        return true;
    }
    m_inTraceback = false;
    const auto severity = severityOfLevel(line.level);
    const KnownText* known = findKnownText(line.message);
    // Without an envelope only what begins like a message counts: the configuration or an array may hold any words.
    const bool isBareError = !line.hasEnvelope && line.text.startsWith(u"ERROR");
    if (!severity && !isBareError && (known == nullptr || line.text.startsWith(u' ')))
        return false;
    const Severity fallback = isBareError ? Severity::Error : Severity::Info;
    append(log, line, severity.value_or(known != nullptr ? known->severity : fallback),
           known != nullptr ? known->cause : nullptr);
    return true;
}

} // namespace driftscope
