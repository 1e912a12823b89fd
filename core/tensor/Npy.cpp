// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Npy.h"

#include "core/base/FileBytes.h"
#include "core/base/FileOnDemand.h"
#include "core/base/Files.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Npy
{
    Q_DECLARE_TR_FUNCTIONS(Npy)
};

constexpr QByteArrayView magic("\x93NUMPY");

struct Header
{
    DataType type = DataType::Undefined;
    bool swapped = false; ///< stored big endian
    bool fortranOrder = false;
    Shape shape;
    qsizetype dataOffset = 0;
};

struct Code
{
    QLatin1StringView code;
    DataType type;
};

constexpr std::array codes{
    Code{QLatin1StringView("f4"), DataType::Float32},   Code{QLatin1StringView("f8"), DataType::Float64},
    Code{QLatin1StringView("f2"), DataType::Float16},   Code{QLatin1StringView("i1"), DataType::Int8},
    Code{QLatin1StringView("u1"), DataType::UInt8},     Code{QLatin1StringView("i2"), DataType::Int16},
    Code{QLatin1StringView("u2"), DataType::UInt16},    Code{QLatin1StringView("i4"), DataType::Int32},
    Code{QLatin1StringView("u4"), DataType::UInt32},    Code{QLatin1StringView("i8"), DataType::Int64},
    Code{QLatin1StringView("u8"), DataType::UInt64},    Code{QLatin1StringView("b1"), DataType::Bool},
    Code{QLatin1StringView("c8"), DataType::Complex64}, Code{QLatin1StringView("c16"), DataType::Complex128},
};

tl::unexpected<Error> malformed(const QString& name, const QString& reason)
{
    return failure(ErrorKind::Malformed, Npy::tr("“%1” is not a readable .npy file: %2").arg(name, reason));
}

/// Text of the header dictionary and where the data begins.
Result<std::pair<QString, qsizetype>> headerText(const QByteArray& content, const QString& name)
{
    if (!content.startsWith(magic))
        return malformed(name, Npy::tr("it does not begin with the signature of numpy; save it with numpy.save()."));
    if (content.size() < 10)
        return malformed(name, Npy::tr("it ends inside its header; copy or save it again."));
    const int version = static_cast<quint8>(content[6]);
    if (version < 1 || version > 3)
        return malformed(name, Npy::tr("its format version %1 is unknown.").arg(version));
    const qsizetype lengthSize = version == 1 ? 2 : 4;
    const qsizetype start = 8 + lengthSize;
    if (content.size() < start)
        return malformed(name, Npy::tr("it ends inside its header; copy or save it again."));
    const qsizetype length = version == 1 ? qFromLittleEndian<quint16>(content.constData() + 8)
                                          : qFromLittleEndian<quint32>(content.constData() + 8);
    if (length > content.size() - start)
        return malformed(name, Npy::tr("it ends inside its header; copy or save it again."));
    const QByteArray text = content.mid(start, length);
    return std::pair(version == 3 ? QString::fromUtf8(text) : QString::fromLatin1(text), start + length);
}

Result<Shape> shapeFrom(const QString& text, const QString& name)
{
    std::vector<qint64> sizes;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        QString digits = part.trimmed();
        if (digits.endsWith(u'L')) // written by Python 2
            digits.chop(1);
        if (digits.isEmpty())
            continue;
        bool ok = false;
        const qint64 size = digits.toLongLong(&ok);
        if (!ok || size < 0)
            return malformed(name, Npy::tr("“%1” is not the size of an axis.").arg(digits));
        sizes.push_back(size);
    }
    Shape shape(std::move(sizes));
    if (shape.elementCount() < 0)
        return malformed(name, Npy::tr("its shape %1 is impossibly large.").arg(shape.toString()));
    return shape;
}

Result<Header> parseHeader(const QByteArray& content, const QString& name)
{
    const auto text = headerText(content, name);
    if (!text)
        return forward(text);
    static const QRegularExpression descr(uR"(['"]descr['"]\s*:\s*['"]([<>=|]?)([a-zA-Z]\d+)['"])"_s);
    static const QRegularExpression order(uR"(['"]fortran_order['"]\s*:\s*(True|False))"_s);
    static const QRegularExpression shapeOf(uR"(['"]shape['"]\s*:\s*\(([^)]*)\))"_s);
    const auto typeMatch = descr.match(text->first);
    const auto orderMatch = order.match(text->first);
    const auto shapeMatch = shapeOf.match(text->first);
    if (!orderMatch.hasMatch() || !shapeMatch.hasMatch())
        return malformed(name, Npy::tr("its header has no shape or no element order."));
    const auto code = std::ranges::find(codes, typeMatch.captured(2), &Code::code);
    if (!typeMatch.hasMatch() || code == codes.end()) {
        return failure(ErrorKind::Unsupported,
                       Npy::tr("“%1” holds elements of a type that is no plain number; save it as float32 or as an "
                               "integer type.")
                           .arg(name));
    }
    auto shape = shapeFrom(shapeMatch.captured(1), name);
    if (!shape)
        return forward(shape);
    return Header{code->type, typeMatch.captured(1) == ">"_L1, orderMatch.captured(1) == "True"_L1, *shape,
                  text->second};
}

/// Complex numbers are two words each.
qsizetype wordSize(DataType type)
{
    const qsizetype size = elementSize(type);
    return type == DataType::Complex64 || type == DataType::Complex128 ? size / 2 : size;
}

void swapWords(QByteArray& bytes, qsizetype size)
{
    for (qsizetype at = 0; at + size <= bytes.size(); at += size)
        std::reverse(bytes.data() + at, bytes.data() + at + size);
}

/// Fortran order is the row-major order of the reversed shape; one pass puts it right.
QByteArray fromFortranOrder(const QByteArray& bytes, const Shape& shape, qsizetype size)
{
    QByteArray result(bytes.size(), Qt::Uninitialized);
    std::vector<qint64> index(static_cast<std::size_t>(shape.rank()), 0);
    for (qint64 at = 0; at < bytes.size(); at += size) {
        qint64 target = 0;
        for (int axis = 0; axis < shape.rank(); ++axis)
            target = target * shape[axis] + index[static_cast<std::size_t>(axis)];
        std::memcpy(result.data() + target * size, bytes.constData() + at, static_cast<std::size_t>(size));
        for (int axis = 0; axis < shape.rank(); ++axis) {
            if (++index[static_cast<std::size_t>(axis)] < shape[axis])
                break;
            index[static_cast<std::size_t>(axis)] = 0;
        }
    }
    return result;
}

QString shapeText(const Shape& shape)
{
    QString text;
    for (const qint64 size : shape.sizes())
        text += QString::number(size) + ", "_L1;
    if (shape.rank() > 1)
        text.chop(2);
    else if (shape.rank() == 1)
        text.chop(1);
    return text;
}

} // namespace

Result<Tensor> parseNpy(const QByteArray& content, const QString& name)
{
    const auto header = parseHeader(content, name);
    if (!header)
        return forward(header);
    const qsizetype size = elementSize(header->type);
    const qint64 count = header->shape.elementCount();
    const qsizetype available = content.size() - header->dataOffset;
    if (count > available / size) {
        return malformed(name,
                         Npy::tr("its shape %1 needs %2 elements but only %3 bytes follow; copy or save it again.")
                             .arg(header->shape.toString())
                             .arg(count)
                             .arg(available));
    }
    QByteArray bytes = content.mid(header->dataOffset, count * size);
    if (header->swapped)
        swapWords(bytes, wordSize(header->type));
    if (header->fortranOrder && header->shape.rank() > 1)
        bytes = fromFortranOrder(bytes, header->shape, size);
    return Tensor(header->type, header->shape, std::move(bytes));
}

Result<Tensor> readNpy(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    return parseNpy(*content, path);
}

Result<Tensor> openNpy(const QString& path)
{
    // Headers are some hundred bytes; of a longer one the file is read whole.
    constexpr qint64 longestHeader = 4096;
    const auto file = FileBytes::open(path);
    if (!file)
        return forward(file);
    const qint64 size = (*file)->size();
    const auto beginning = (*file)->read(0, std::min(size, longestHeader));
    if (!beginning)
        return forward(beginning);
    const auto header = parseHeader(*beginning, path);
    if (!header || header->swapped || (header->fortranOrder && header->shape.rank() > 1))
        return readNpy(path);
    const qint64 count = header->shape.elementCount();
    if (count > (size - header->dataOffset) / elementSize(header->type))
        return readNpy(path); // which says what is missing
    return Tensor::deferred(header->type, header->shape,
                            std::make_shared<const DeferredBytes>(std::make_shared<const FileOnDemand>(path, size),
                                                                  header->dataOffset,
                                                                  count * elementSize(header->type)));
}

std::optional<QByteArray> npyHeader(DataType type, const Shape& shape)
{
    const auto code = std::ranges::find(codes, type, &Code::type);
    if (code == codes.end())
        return {};
    const QLatin1StringView order = elementSize(type) == 1 ? "|"_L1 : "<"_L1;
    QByteArray text
        = u"{'descr': '%1%2', 'fortran_order': False, 'shape': (%3), }"_s.arg(order, code->code, shapeText(shape))
              .toLatin1();
    constexpr qsizetype prefix = 10;
    constexpr qsizetype alignment = 64;
    const qsizetype padding = (alignment - (prefix + text.size() + 1) % alignment) % alignment;
    text += QByteArray(padding, ' ') + '\n';
    QByteArray length(2, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint16>(text.size()), length.data());
    return magic.toByteArray() + QByteArray("\x01\x00", 2) + length + text;
}

QByteArray toNpy(const Tensor& tensor)
{
    if (tensor.dataType() == DataType::BFloat16)
        return toNpy(Tensor::fromValues<float>(tensor.shape(), tensor.toFloats()));
    if (const auto header = npyHeader(tensor.dataType(), tensor.shape()))
        return *header + tensor.bytes();
    // no numpy type of its own: the bytes as they are
    return toNpy(Tensor(DataType::UInt8, Shape{tensor.bytes().size()}, tensor.bytes()));
}

Result<void> writeNpy(const QString& path, const Tensor& tensor)
{
    return writeFileAtomically(path, toNpy(tensor));
}

} // namespace driftscope
