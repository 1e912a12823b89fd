// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/SampleLook.h"

#include "core/base/FileBytes.h"
#include "core/lint/PictureHeader.h"
#include "core/lint/SampleKernels.h"
#include "core/lint/TypeGuess.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QtEndian>

#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SampleLooks
{
    Q_DECLARE_TR_FUNCTIONS(SampleLooks)
};

constexpr qint64 pieceBytes = 1 << 18; // stays in the processor's cache while it is gone over several times
constexpr qint64 headBytes = 1 << 16;
constexpr qint64 mostChannels = 64; ///< of pictures; feature maps with more have no layout that could be seen
constexpr qint64 smallestSide = 8; ///< below, rows end too often to tell layouts apart
constexpr double sureEnough = 0.9;

/// Reads the text between magic number and numbers, and where the numbers begin.
void readNumpyHeader(QByteArrayView head, SampleStatistics& found)
{
    constexpr qsizetype shortPrefix = 10; // magic number, version, two bytes of length
    constexpr qsizetype longPrefix = 12;
    const bool isLong = head.size() > 6 && head[6] > 1;
    const qsizetype prefix = isLong ? longPrefix : shortPrefix;
    if (head.size() < prefix)
        return;
    const qint64 length
        = isLong ? qFromLittleEndian<quint32>(head.data() + 8) : qFromLittleEndian<quint16>(head.data() + 8);
    found.headerBytes = prefix + length;
    found.numpyHeader = head.sliced(prefix, std::min<qint64>(length, head.size() - prefix)).toByteArray().trimmed();
}

DataType numpyType(const QByteArray& header)
{
    // Not static: several threads look at samples, and matching is documented as safe only on objects of one's own.
    const QRegularExpression pattern(u"'descr'\\s*:\\s*'[<|=]?([a-z]\\d)'"_s);
    static const QHash<QString, DataType> types{{u"f4"_s, DataType::Float32}, {u"f8"_s, DataType::Float64},
                                                {u"u1"_s, DataType::UInt8},   {u"i1"_s, DataType::Int8},
                                                {u"i2"_s, DataType::Int16},   {u"i4"_s, DataType::Int32}};
    return types.value(pattern.match(QString::fromLatin1(header)).captured(1), DataType::Undefined);
}

/// The declared type where the size bears it out, else one that makes the size right, else what the bytes look like.
DataType chooseType(const SampleReading& reading, const SampleStatistics& found, qint64 bytes)
{
    if (found.content == SampleContent::Numpy)
        return numpyType(found.numpyHeader);
    if (reading.elements > 0) {
        for (const DataType type : {reading.type, DataType::Float32, DataType::UInt8}) {
            if (elementSize(type) > 0 && bytes == reading.elements * elementSize(type))
                return type;
        }
    }
    if (found.content == SampleContent::Text)
        return DataType::Undefined;
    const bool isSure = found.guess.confidence >= sureEnough && bytes % elementSize(found.guess.type) == 0;
    return isSure || reading.type == DataType::Undefined ? found.guess.type : reading.type;
}

template <typename T> void convert(const QByteArray& piece, std::vector<float>& numbers)
{
    const qsizetype count = piece.size() / static_cast<qsizetype>(sizeof(T));
    numbers.resize(static_cast<std::size_t>(count));
    for (qsizetype i = 0; i < count; ++i) {
        T value{};
        std::memcpy(&value, piece.constData() + i * static_cast<qsizetype>(sizeof(T)), sizeof(T));
        numbers[static_cast<std::size_t>(i)] = static_cast<float>(value);
    }
}

/// False for types that calibration data cannot have.
bool convertPiece(DataType type, const QByteArray& piece, std::vector<float>& numbers)
{
    switch (type) {
    case DataType::Float32:
        convert<float>(piece, numbers);
        return true;
    case DataType::Float64:
        convert<double>(piece, numbers);
        return true;
    case DataType::UInt8:
        convert<quint8>(piece, numbers);
        return true;
    case DataType::Int8:
        convert<qint8>(piece, numbers);
        return true;
    case DataType::Int16:
        convert<qint16>(piece, numbers);
        return true;
    case DataType::Int32:
        convert<qint32>(piece, numbers);
        return true;
    default:
        return false;
    }
}

/// One look at one file.
class Look
{
public:
    Look(const SampleReading& reading, const CancelToken& cancel)
        : m_reading(reading)
        , m_cancel(cancel)
    { }

    Result<std::shared_ptr<const SampleStatistics>> at(const CalibrationFile& file)
    {
        auto opened = FileBytes::open(file.path);
        Result<void> read = opened ? readAll(**opened) : Result<void>(forward(opened));
        if (!read && read.error().kind == ErrorKind::Cancelled)
            return forward(read);
        if (!read) {
            m_found = {};
            m_found.content = SampleContent::Unreadable;
            m_found.problem = read.error().message;
        }
        return std::make_shared<const SampleStatistics>(std::move(m_found));
    }

private:
    Result<void> readAll(const FileBytes& file);
    void recognize(QByteArrayView head, qint64 size);
    void prepare(qint64 bytes);
    void addNumbers(const QByteArray& piece);
    void conclude();

    const SampleReading& m_reading;
    const CancelToken& m_cancel;
    SampleStatistics m_found;
    NumberSummary m_summary;
    std::optional<ChannelSums> m_channels;
    std::optional<NeighbourDifferences> m_neighbours;
    std::vector<float> m_numbers;
};

Result<void> Look::readAll(const FileBytes& file)
{
    const qint64 size = file.size();
    auto head = file.read(0, std::min(size, headBytes));
    if (!head)
        return forward(head);
    recognize(*head, size);
    const qint64 begin = std::min(size, m_found.headerBytes);
    prepare(size - begin);
    std::size_t hash = qHashBits(head->constData(), static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
    for (qint64 at = begin; at < size;) {
        if (m_cancel.isCancelled())
            return failure(ErrorKind::Cancelled, SampleLooks::tr("Looking at the calibration data was cancelled."));
        auto piece = file.read(at, std::min(size - at, pieceBytes));
        if (!piece)
            return forward(piece);
        hash = qHashBits(piece->constData(), static_cast<std::size_t>(piece->size()), hash);
        if (m_found.type != DataType::Undefined)
            addNumbers(*piece);
        at += piece->size();
    }
    m_found.hash = hash;
    conclude();
    return {};
}

void Look::recognize(QByteArrayView head, qint64 size)
{
    if (head.startsWith("\x93NUMPY")) {
        m_found.content = SampleContent::Numpy;
        readNumpyHeader(head, m_found);
    } else if (startsLikePicture(head)) {
        m_found.content = SampleContent::Picture;
        m_found.picture = pictureDimensionsFrom(head);
    } else {
        const bool fits = m_reading.elements > 0 && size == m_reading.elements * elementSize(m_reading.type);
        if (!fits && looksLikeText(head))
            m_found.content = SampleContent::Text;
        m_found.guess = guessType(head);
    }
}

/// Decides how the `bytes` behind the header are read.
void Look::prepare(qint64 bytes)
{
    if (m_found.content == SampleContent::Picture)
        return;
    const DataType type = chooseType(m_reading, m_found, bytes);
    if (!convertPiece(type, {}, m_numbers))
        return;
    m_found.type = type;
    const std::optional<SampleGeometry>& geometry = m_reading.geometry;
    if (!geometry || geometry->channels > mostChannels || bytes != geometry->elementCount() * elementSize(type))
        return;
    m_channels.emplace(geometry->channels, geometry->height * geometry->width);
    if (geometry->channels > 1 && geometry->height >= smallestSide && geometry->width >= smallestSide)
        m_neighbours.emplace(geometry->channels, geometry->width);
}

void Look::addNumbers(const QByteArray& piece)
{
    (void)convertPiece(m_found.type, piece, m_numbers);
    m_summary.add(m_numbers);
    if (m_summary.nonFinite() > 0) { // there is worse to say of such a file than its layout
        m_channels.reset();
        m_neighbours.reset();
    }
    if (m_channels)
        m_channels->add(m_numbers);
    if (m_neighbours)
        m_neighbours->add(m_numbers);
}

void Look::conclude()
{
    m_found.count = m_summary.count();
    m_found.nonFinite = m_summary.nonFinite();
    m_found.fractional = m_summary.fractional();
    m_found.minimum = m_summary.minimum();
    m_found.maximum = m_summary.maximum();
    m_found.mean = m_summary.mean();
    const double variance = m_summary.variance();
    m_found.deviation = std::sqrt(variance);
    if (m_channels) {
        m_found.planarMeans = m_channels->planarMeans();
        m_found.interleavedMeans = m_channels->interleavedMeans();
    }
    if (!m_neighbours || variance <= 0)
        return;
    const auto smoothness = [variance](double squaredDifference) { return 1 - squaredDifference / (2 * variance); };
    if (const auto planar = m_neighbours->planar())
        m_found.planarSmoothness = smoothness(*planar);
    if (const auto interleaved = m_neighbours->interleaved())
        m_found.interleavedSmoothness = smoothness(*interleaved);
}

} // namespace

Result<std::shared_ptr<const SampleStatistics>> lookAtSample(const CalibrationFile& file, const SampleReading& reading,
                                                             const CancelToken& cancel)
{
    return Look(reading, cancel).at(file);
}

} // namespace driftscope
