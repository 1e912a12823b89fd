// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/BoardDump.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// File systems take 255 bytes; the sidecar has the whole names.
constexpr qsizetype longestName = 220;

QString fileSafe(QString name)
{
    return name.replace(u'/', u'_').replace(u':', u'_');
}

QString shortened(const QString& name)
{
    QString result = name;
    while (result.toUtf8().size() > longestName)
        result.chop(8);
    return result;
}

} // namespace

QByteArray tensorText(const Tensor& tensor, int precision, int axis)
{
    const Shape& shape = tensor.shape();
    qint64 run = 1;
    for (int i = shape.rank() - 1; i >= axis; --i)
        run *= shape[i];
    const bool isFloat = isFloatingPoint(tensor.dataType());
    const std::vector<float> values = tensor.toFloats();
    QByteArray text;
    text.reserve(static_cast<qsizetype>(values.size()) * (isFloat ? precision + 4 : 5));
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += isFloat ? QByteArray::number(static_cast<double>(values[i]), 'f', precision)
                        : QByteArray::number(static_cast<double>(values[i]), 'f', 0);
        text += (static_cast<qint64>(i) + 1) % run == 0 ? '\n' : ' ';
    }
    return text;
}

BoardDump::BoardDump(DumpOptions options, QStringList modelInputs)
    : m_options(std::move(options))
    , m_pendingInputs(modelInputs.begin(), modelInputs.end())
{
    if (m_options.folder.isEmpty())
        m_options.folder = u"."_s;
    if (const Result<void> made = makeFolder(m_options.folder); !made)
        m_error = made.error();
}

void BoardDump::writeFile(const QString& fileName, const QByteArray& content)
{
    if (m_error)
        return;
    // Plain writes: hundreds of small files a frame, and a dump that is cut short has no list.
    QFile file(QDir(m_options.folder).filePath(fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        m_error = Error{ErrorKind::Unreadable,
                        QCoreApplication::translate("SandboxExecution", "“%1” could not be written: %2.")
                            .arg(file.fileName(), file.errorString())};
    }
}

void BoardDump::write(const QString& baseName, const Entry& entry, const Tensor& tensor, bool binary, bool text)
{
    const QString name = shortened(fileSafe(baseName));
    if (binary)
        writeFile(name + u".bin"_s, tensor.bytes());
    if (text)
        writeFile(name + u".txt"_s, tensorText(tensor, m_options.precision, m_options.textAxis));
    QJsonArray shape;
    for (const qint64 size : tensor.shape().sizes())
        shape.append(size);
    QJsonArray scales;
    const std::optional<Quantization>& quantization = tensor.quantization();
    for (const float scale : quantization ? quantization->scales : std::vector<float>())
        scales.append(static_cast<double>(scale));
    QJsonArray zeroPoints;
    for (const qint32 zeroPoint : quantization ? quantization->zeroPoints : std::vector<qint32>())
        zeroPoints.append(zeroPoint);
    m_entries.append(QJsonObject{{u"file"_s, QString(name + (binary ? u".bin"_s : u".txt"_s))},
                                 {u"node"_s, entry.node},
                                 {u"tensor"_s, entry.tensor},
                                 {u"kind"_s, entry.kind},
                                 {u"index"_s, entry.index},
                                 {u"role"_s, entry.role},
                                 {u"dtype"_s, dataTypeName(tensor.dataType())},
                                 {u"shape"_s, shape},
                                 {u"layout"_s, layoutName(tensor.layout())},
                                 {u"scales"_s, scales},
                                 {u"zero_points"_s, zeroPoints},
                                 {u"axis"_s, quantization ? quantization->axis : -1}});
}

void BoardDump::addStep(const PlanStep& step, std::span<const Tensor> inputs, std::span<const Tensor> outputs)
{
    if (m_options.intermediate < 1)
        return;
    const QString kind = step.bpuPart.isEmpty() ? step.opType : u"bpu"_s;
    const auto baseName = [&](const QString& role, qsizetype index, const QString& tensor) {
        return u"layer-%1-%2-%3-%4-%5-%6"_s.arg(m_layer).arg(kind, step.node, role).arg(index).arg(tensor);
    };
    const bool text = m_options.intermediate > 1;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const QString tensor = step.inputs.value(static_cast<qsizetype>(i));
        if (m_pendingInputs.remove(tensor)) {
            const Entry entry{step.node, tensor, kind, u"input"_s, m_layer};
            write(baseName(entry.role, static_cast<qsizetype>(i), tensor), entry, inputs[i], true, text);
        }
    }
    for (std::size_t i = 0; i < outputs.size() && static_cast<qsizetype>(i) < step.outputs.size(); ++i) {
        const QString tensor = step.outputs[static_cast<qsizetype>(i)];
        const Entry entry{step.node, tensor, kind, u"output"_s, m_layer};
        write(baseName(entry.role, static_cast<qsizetype>(i), tensor), entry, outputs[i], true, text);
    }
    ++m_layer;
}

void BoardDump::addOutput(int index, const QString& name, const QString& node, const Tensor& tensor)
{
    if (!m_options.isWanted())
        return;
    const QString baseName = u"model_infer_output_%1_%2"_s.arg(index).arg(name);
    const Entry entry{node, name, u"model"_s, u"output"_s, index};
    if (m_options.dequantize && !isFloatingPoint(tensor.dataType())) {
        write(baseName, entry, Tensor::fromValues<float>(tensor.shape(), tensor.toRealValues()), false, true);
        return;
    }
    write(baseName, entry, tensor, !m_options.text, m_options.text);
}

Result<void> BoardDump::finish()
{
    writeFile(u"driftscope_dumps.json"_s, QJsonDocument(m_entries).toJson(QJsonDocument::Compact));
    if (m_error)
        return tl::make_unexpected(*m_error);
    return {};
}

} // namespace driftscope
