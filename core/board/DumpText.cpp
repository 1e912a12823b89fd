// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpedTensor.h"

#include "core/board/StridedBytes.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DumpText
{
    Q_DECLARE_TR_FUNCTIONS(DumpText)
};

bool separates(char character)
{
    return character == ' ' || character == '\n' || character == '\t' || character == '\r' || character == ',';
}

struct Numbers
{
    std::vector<double> values;
    bool allWhole = true;
};

/// Ends with an error at what is no number, and where there are more than anybody asked for.
Result<Numbers> readNumbers(const QByteArray& text, const QString& name, qint64 most)
{
    Numbers numbers;
    const char* at = text.constData();
    const char* const end = at + text.size();
    while (true) {
        while (at < end && separates(*at))
            ++at;
        if (at == end)
            return numbers;
        const char* const begin = at;
        while (at < end && !separates(*at))
            ++at;
        const QByteArrayView word(begin, at - begin);
        bool ok = false;
        const double value = word.toDouble(&ok);
        const bool isNan = word == "-nan" || word == "nan" || word == "-nan(ind)";
        if (!ok && !isNan) {
            return failure(ErrorKind::Malformed,
                           DumpText::tr("The text dump of “%1” holds “%2” where a number was expected; it was written "
                                        "only in part or is no dump.")
                               .arg(name, QString::fromUtf8(word.first(std::min<qsizetype>(word.size(), 40)))));
        }
        numbers.allWhole = numbers.allWhole && ok && std::abs(value) < 1e15 && value == std::trunc(value)
            && !word.contains('.') && !word.contains('e');
        numbers.values.push_back(isNan ? std::numeric_limits<double>::quiet_NaN() : value);
        if (static_cast<qint64>(numbers.values.size()) > most)
            return numbers;
    }
}

template <typename T> bool storeAs(const std::vector<double>& values, QByteArray& bytes)
{
    bytes.resize(static_cast<qsizetype>(values.size() * sizeof(T)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::is_integral_v<
                T> && (values[i] < static_cast<double>(std::numeric_limits<T>::min()) || values[i] > static_cast<double>(std::numeric_limits<T>::max())))
            return false;
        const T value = static_cast<T>(values[i]);
        std::memcpy(bytes.data() + i * sizeof(T), &value, sizeof(T));
    }
    return true;
}

/// The values as elements of an integer type; false when one does not fit.
bool storeAs(DataType type, const std::vector<double>& values, QByteArray& bytes)
{
    switch (type) {
    case DataType::Int8:
        return storeAs<qint8>(values, bytes);
    case DataType::UInt8:
        return storeAs<quint8>(values, bytes);
    case DataType::Int16:
        return storeAs<qint16>(values, bytes);
    case DataType::UInt16:
        return storeAs<quint16>(values, bytes);
    case DataType::Int32:
        return storeAs<qint32>(values, bytes);
    case DataType::UInt32:
        return storeAs<quint32>(values, bytes);
    case DataType::Int64:
        return storeAs<qint64>(values, bytes);
    default:
        return false;
    }
}

} // namespace

Result<Tensor> tensorFromText(const QByteArray& text, const DumpDeclaration& declaration)
{
    const qint64 valid = declaration.shape.elementCount();
    const qint64 elementBytes = std::max<qint64>(1, elementSize(declaration.type));
    const qint64 padded = std::max(valid, paddedBytes(declaration) / elementBytes);
    const auto numbers = readNumbers(text, declaration.name, padded);
    if (!numbers)
        return forward(numbers);
    const auto count = static_cast<qint64>(numbers->values.size());
    if (valid < 0 || declaration.isNv12 || (count != valid && count != padded)) {
        return failure(
            ErrorKind::Malformed,
            DumpText::tr("The text dump of “%1” holds %2 numbers where %3 were expected (%4); it was written "
                         "only in part or belongs to another model.")
                .arg(declaration.name)
                .arg(count > padded ? DumpText::tr("more than %1", "how many numbers").arg(padded)
                                    : QString::number(count))
                .arg(valid)
                .arg(declaration.shape.toString()));
    }
    DumpDeclaration read = declaration;
    read.offset = 0;
    QByteArray bytes;
    if (!numbers->allWhole || !storeAs(declaration.type, numbers->values, bytes)) {
        storeAs<float>(numbers->values, bytes);
        read.type = DataType::Float32;
        for (qint64& stride : read.strides)
            stride = stride / elementBytes * 4;
    }
    return tensorFromDump(bytes, read);
}

} // namespace driftscope
