// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/ModelInfo.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelInfo
{
    Q_DECLARE_TR_FUNCTIONS(ModelInfo)
};

/// Reads `(1,3,224,224,)`; what is no number ends the list.
std::vector<qint64> integers(const QString& text)
{
    static const QRegularExpression between(u"[(),\\s]+"_s);
    std::vector<qint64> values;
    for (const QString& item : text.split(between, Qt::SkipEmptyParts)) {
        bool ok = false;
        const qint64 value = item.toLongLong(&ok);
        if (!ok)
            break;
        values.push_back(value);
    }
    return values;
}

std::vector<float> numbers(const QString& text)
{
    std::vector<float> values;
    for (const QString& item : text.split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        const float value = item.trimmed().toFloat(&ok);
        if (!ok)
            break;
        values.push_back(value);
    }
    return values;
}

std::vector<qint32> wholeNumbers(const QString& text)
{
    std::vector<qint32> values;
    for (const qint64 value : integers(text))
        values.push_back(static_cast<qint32>(std::clamp<qint64>(value, -2147483648LL, 2147483647LL)));
    return values;
}

/// Shapes of up to the runtime's eight dimensions without negative sizes; anything else is no shape.
Shape shape(const QString& text)
{
    constexpr std::size_t maximumRank = 8; // hbDNNTensorShape::dimensionSize
    std::vector<qint64> sizes = integers(text);
    if (sizes.size() > maximumRank || std::any_of(sizes.begin(), sizes.end(), [](qint64 size) { return size < 0; }))
        return {};
    return Shape(std::move(sizes));
}

TensorLayout layout(const QString& text)
{
    if (text.contains(u"NHWC"_s))
        return TensorLayout::NHWC;
    return text.contains(u"NCHW"_s) ? TensorLayout::NCHW : TensorLayout::Unknown;
}

/// Shifts mean real = stored / 2^shift.
std::vector<float> scalesOfShifts(const QString& text)
{
    std::vector<float> scales;
    for (const float shift : numbers(text))
        scales.push_back(std::exp2(-shift));
    return scales;
}

/// Reads the text line by line. Unknown lines are skipped: versions of the tool print more or less.
class ModelInfoReader
{
public:
    BoardModelInfo read(const QString& text)
    {
        for (const QString& line : text.split(u'\n')) {
            if (!readLine(line.trimmed()))
                break;
        }
        return m_info;
    }

private:
    /// False at a second model of a pack: the first is the one that is run.
    bool readLine(const QString& line)
    {
        static const QRegularExpression tensorHead(u"^(input|output)\\[\\d+\\]:"_s);
        static const QRegularExpression version(u"(Runtime|model builder) version = (\\S+)"_s);
        if (line.startsWith(u"[model name]:")) {
            if (!m_info.modelName.isEmpty())
                return false;
            m_info.modelName = line.section(u':', 1).trimmed();
        } else if (const auto head = tensorHead.match(line); head.hasMatch()) {
            QList<BoardTensorProperties>& list = head.captured(1) == u"input" ? m_info.inputs : m_info.outputs;
            list.append(BoardTensorProperties{});
            m_tensor = &list.back();
        } else if (const auto found = version.match(line); found.hasMatch()) {
            (found.captured(1) == u"Runtime" ? m_info.runtimeVersion : m_info.builderVersion) = found.captured(2);
        } else if (line.startsWith(u"[W]") || line.startsWith(u"[E]")) {
            m_info.warnings.append(line);
        } else if (m_tensor != nullptr) {
            readProperty(line.section(u':', 0, 0).trimmed().toLower(), line.section(u':', 1).trimmed());
        }
        return true;
    }

    void readProperty(const QString& key, const QString& value)
    {
        BoardTensorProperties& tensor = *m_tensor;
        if (key == u"name")
            tensor.name = value;
        else if (key == u"input source")
            tensor.inputSource = value;
        else if (key == u"valid shape")
            tensor.validShape = shape(value);
        else if (key == u"aligned shape")
            tensor.alignedShape = shape(value);
        else if (key == u"aligned byte size")
            tensor.alignedByteSize = value.toLongLong();
        else if (key == u"tensor type")
            tensor.tensorType = value;
        else if (key == u"tensor layout")
            tensor.layout = layout(value);
        else if (key == u"stride")
            tensor.stride = integers(value);
        else
            readQuantization(key, value);
    }

    void readQuantization(const QString& key, const QString& value)
    {
        BoardTensorProperties& tensor = *m_tensor;
        if (key == u"quanti type")
            tensor.quantiType = value;
        else if (key == u"scale data")
            tensor.scales = numbers(value);
        else if (key == u"shift data")
            tensor.scales = scalesOfShifts(value);
        else if (key == u"zero point data" || key == u"zeropoint data" || key == u"zero point")
            tensor.zeroPoints = wholeNumbers(value);
        else if (key == u"quantizeaxis")
            tensor.quantizeAxis = value.toInt();
    }

    BoardModelInfo m_info;
    BoardTensorProperties* m_tensor = nullptr; ///< the one being read; lists are only appended to when it is replaced
};

} // namespace

Result<BoardModelInfo> parseModelInfo(const QString& text)
{
    BoardModelInfo info = ModelInfoReader().read(text);
    if (!info.inputs.isEmpty() || !info.outputs.isEmpty())
        return info;
    const QString said = info.warnings.isEmpty() ? text.trimmed().section(u'\n', -1).left(200) : info.warnings.last();
    return failure(
        ErrorKind::Malformed,
        ModelInfo::tr("The text holds no model description of hrt_model_exec (it ends with “%1”); check that "
                      "the file is a board model of this board's kind.")
            .arg(said));
}

} // namespace driftscope
