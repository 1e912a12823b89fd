// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/LogInputs.h"

#include "core/toolchain/LogLimits.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

LogInput& inputNamed(MakertbinLog& log, const QString& name)
{
    const auto found = std::ranges::find(log.inputs, name, &LogInput::name);
    if (found != log.inputs.end())
        return *found;
    LogInput input;
    input.name = name;
    if (log.inputs.size() < logLimit::names)
        return log.inputs.emplaceBack(input);
    ++log.droppedRecords;
    return log.inputs.back();
}

/// `'original_input_type': 'RGB'`
QString textItem(const QString& dictionary, const QString& key)
{
    const QRegularExpression item(u"'%1': '([^']*)'"_s.arg(key));
    return item.match(dictionary).captured(1);
}

/// `'scales': array([0.00392157], dtype=float32)`, also without brackets or without `array`.
std::vector<double> numbersItem(const QString& dictionary, const QString& key)
{
    const QRegularExpression item(u"'%1': (?:array)?\\(?\\[?([-\\d.e+, ]+)"_s.arg(key));
    std::vector<double> numbers;
    for (const QString& word : item.match(dictionary).captured(1).split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        const double number = word.trimmed().toDouble(&ok);
        if (ok)
            numbers.push_back(number);
    }
    return numbers;
}

void setSummary(LogInput& input, const QString& key, const QString& value)
{
    if (key == "input_type_rt"_L1)
        input.typeRt = value;
    else if (key == "input_layout_rt"_L1)
        input.layoutRt = value;
    else if (key == "input_type_train"_L1)
        input.typeTrain = value;
    else if (key == "input_layout_train"_L1)
        input.layoutTrain = value;
    else if (key == "norm_type"_L1)
        input.normType = value;
    else if (key == "mean_value"_L1)
        input.meanValue = value;
    else if (key == "scale_value"_L1)
        input.scaleValue = value;
    else if (key == "input_space&range"_L1 || key == "input_space_and_range"_L1)
        input.range = value;
    else if (key == "input_shape"_L1 && input.shape.isEmpty())
        input.shape = value;
}

} // namespace

bool InputParser::readBuildParameters(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression entry(u"'([^']+)': \\{('input_shape': \\[([^\\]]*)\\][^}]*)\\}"_s);
    if (!line.text.contains("'input_dict'"_L1))
        return false;
    for (auto matches = entry.globalMatch(line.text); matches.hasNext();) {
        const auto match = matches.next();
        const QString dictionary = match.captured(2);
        LogInput& input = inputNamed(log, match.captured(1));
        input.buildLine = line.number;
        input.shape = match.captured(3).remove(u' ').replace(u',', u'x');
        input.expectedType = textItem(dictionary, u"expected_input_type"_s);
        input.originalType = textItem(dictionary, u"original_input_type"_s);
        input.originalLayout = textItem(dictionary, u"original_input_layout"_s);
        input.means = numbersItem(dictionary, u"means"_s);
        input.scales = numbersItem(dictionary, u"scales"_s);
    }
    return true;
}

bool InputParser::readSummary(const LogLine& line, MakertbinLog& log)
{
    static const QRegularExpression heading(u"^-{4,} *input info : (.+?) *-+$"_s);
    static const QRegularExpression entry(u"^-{0,2}([a-z_&]+)\\s*:\\s*(.*)$"_s);
    if (!line.hasEnvelope)
        return false;
    if (const auto match = heading.match(messageHead(line.message)); match.hasMatch()) {
        const QString name = match.captured(1);
        const bool isEnd = name == m_current + u" end"_s;
        m_current = isEnd ? QString() : name;
        if (!isEnd)
            inputNamed(log, name).summaryLine = line.number;
        return true;
    }
    if (line.message.startsWith("####"_L1) || line.message.startsWith("----"_L1))
        m_current.clear();
    const auto match = entry.match(messageHead(line.message));
    if (m_current.isEmpty() || !match.hasMatch())
        return false;
    setSummary(inputNamed(log, m_current), match.captured(1), match.captured(2).trimmed());
    return true;
}

void InputParser::restart()
{
    m_current.clear();
    m_samples.close();
}

/// `'calibration_data': {'images': [array([[[[-1., -1., ...` over many lines, until the next message.
bool InputParser::readSamples(const LogLine& line, MakertbinLog& log)
{
    constexpr auto opener = "'calibration_data': {"_L1;
    if (line.hasEnvelope) {
        m_samples.close();
        return false;
    }
    const qsizetype start = line.text.indexOf(opener);
    if (start >= 0)
        m_samples.open();
    if (!m_samples.isOpen())
        return false;
    m_samples.read(QStringView(line.text).sliced(start < 0 ? 0 : start + opener.size()),
                   [&log](const QString& name) -> LogInput& { return inputNamed(log, name); });
    return true;
}

bool InputParser::handleLine(const LogLine& line, MakertbinLog& log)
{
    const bool isBuild = readBuildParameters(line, log);
    const bool isSample = readSamples(line, log);
    return isBuild || isSample || readSummary(line, log);
}

} // namespace driftscope
