// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/SampleReader.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype longestName = 512;

bool startsNumber(QStringView text, qsizetype at)
{
    if (text[at].isDigit())
        return true;
    return (text[at] == u'-' || text[at] == u'+') && at + 1 < text.size() && text[at + 1].isDigit();
}

bool isNumberPart(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    const bool isExponentSign = (c == u'-' || c == u'+') && (text[at - 1] == u'e' || text[at - 1] == u'E');
    return c.isDigit() || c == u'.' || c == u'e' || c == u'E' || isExponentSign;
}

void add(LogInput& input, double number)
{
    input.samplesLeast = input.sampleNumbers == 0 ? number : std::min(input.samplesLeast, number);
    input.samplesMost = input.sampleNumbers == 0 ? number : std::max(input.samplesMost, number);
    ++input.sampleNumbers;
    input.samplesMean += (number - input.samplesMean) / static_cast<double>(input.sampleNumbers);
    if (number != std::floor(number))
        ++input.sampleFractions;
}

} // namespace

void SampleReader::open()
{
    m_isOpen = true;
    m_input.clear();
    m_hasArray = false;
}

void SampleReader::close()
{
    m_isOpen = false;
    m_input.clear();
    m_hasArray = false;
}

void SampleReader::read(QStringView text, const std::function<LogInput&(const QString&)>& inputNamed)
{
    LogInput* input = nullptr;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == u'\'') {
            at = readQuoted(text, at);
            input = nullptr;
        } else if (text[at].isLetter() || text[at] == u'_') {
            at = readWord(text, at);
        } else if (startsNumber(text, at)) {
            if (input == nullptr && !m_input.isEmpty())
                input = &inputNamed(m_input);
            if (input != nullptr && m_hasArray)
                ++input->sampleArrays;
            m_hasArray = m_hasArray && input == nullptr;
            at = readNumber(text, at, input);
        } else {
            ++at;
        }
    }
}

/// `array` begins the excerpt of a sample; `dtype=float32` ends it, digits and all.
qsizetype SampleReader::readWord(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_' || text[end] == u'='))
        ++end;
    if (text.sliced(at, end - at) == u"array")
        m_hasArray = true;
    return end;
}

/// `'images': [array(` names the input whose arrays follow; any other word in quotes stands behind the arrays.
qsizetype SampleReader::readQuoted(QStringView text, qsizetype at)
{
    const qsizetype end = text.indexOf(u'\'', at + 1);
    if (end < 0)
        return text.size();
    QStringView behind = text.sliced(end + 1, std::min<qsizetype>(16, text.size() - end - 1));
    const bool isKey = behind.startsWith(u':');
    while (!behind.isEmpty() && (behind[0] == u':' || behind[0] == u' ' || behind[0] == u'['))
        behind = behind.sliced(1);
    m_input = isKey && behind.startsWith(u"array") ? text.sliced(at + 1, std::min(end - at - 1, longestName)).toString()
                                                   : QString();
    return end + 1;
}

qsizetype SampleReader::readNumber(QStringView text, qsizetype at, LogInput* input) const
{
    qsizetype end = at + 1;
    while (end < text.size() && isNumberPart(text, end))
        ++end;
    bool ok = false;
    QStringView digits = text.sliced(at, end - at);
    const double number = digits.toDouble(&ok);
    if (ok && input != nullptr)
        add(*input, number);
    return end;
}

} // namespace driftscope
