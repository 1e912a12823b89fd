// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/tensor/Capture.h"
#include "core/tensor/Npy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CaptureFiles
{
    Q_DECLARE_TR_FUNCTIONS(CaptureFiles)
};

constexpr auto manifestName = "capture.json"_L1;
constexpr auto formatName = "driftscope-capture"_L1;
constexpr int formatVersion = 1;

/// Values of networks are called `/model.0/Conv_output:0` and the like. The number in front keeps names apart that
/// become the same.
QString fileNameFor(qsizetype index, const QString& name)
{
    constexpr qsizetype longest = 80;
    QString safe;
    for (const QChar character : name.right(longest)) {
        const char16_t code = character.unicode();
        const bool plain = (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z')
            || (code >= u'0' && code <= u'9') || code == u'.' || code == u'-';
        safe += plain ? character : u'_';
    }
    return u"%1_%2.npy"_s.arg(index, 4, 10, QChar(u'0')).arg(safe);
}

QJsonObject toJson(const Quantization& quantization)
{
    QJsonArray scales;
    for (const float scale : quantization.scales)
        scales.append(static_cast<double>(scale));
    QJsonArray zeroPoints;
    for (const qint32 zeroPoint : quantization.zeroPoints)
        zeroPoints.append(zeroPoint);
    return {{u"scales"_s, scales}, {u"zeroPoints"_s, zeroPoints}, {u"axis"_s, quantization.axis}};
}

Quantization quantizationFrom(const QJsonObject& json)
{
    Quantization quantization;
    const QJsonArray scales = json["scales"_L1].toArray();
    for (const QJsonValue& scale : scales)
        quantization.scales.push_back(static_cast<float>(scale.toDouble()));
    const QJsonArray zeroPoints = json["zeroPoints"_L1].toArray();
    for (const QJsonValue& zeroPoint : zeroPoints)
        quantization.zeroPoints.push_back(zeroPoint.toInt());
    quantization.axis = json["axis"_L1].toInt(-1);
    return quantization;
}

QJsonObject toJson(const CapturedTensor& captured, const QString& file)
{
    QJsonObject json{{u"name"_s, captured.name},
                     {u"node"_s, captured.node},
                     {u"file"_s, file},
                     {u"dataType"_s, dataTypeName(captured.tensor.dataType())},
                     {u"shape"_s, captured.tensor.shape().toString()},
                     {u"layout"_s, layoutName(captured.tensor.layout())},
                     {u"isInput"_s, captured.isInput},
                     {u"isOutput"_s, captured.isOutput}};
    if (captured.tensor.quantization())
        json.insert(u"quantization"_s, toJson(*captured.tensor.quantization()));
    return json;
}

tl::unexpected<Error> badManifest(const QString& path, const QString& reason)
{
    return failure(ErrorKind::Malformed, CaptureFiles::tr("“%1” is not a readable capture: %2").arg(path, reason));
}

Result<CapturedTensor> tensorFrom(const QJsonObject& json, const QString& folder)
{
    const QString path = QDir(folder).filePath(manifestName);
    const QString file = json["file"_L1].toString();
    // A capture may come from somebody else; it must not make us read files elsewhere.
    if (file.isEmpty() || file != QFileInfo(file).fileName() || file == ".."_L1 || file.contains(QChar(u'\0')))
        return badManifest(path, CaptureFiles::tr("“%1” is not the name of a file in its folder.").arg(file));
    const auto tensor = readNpy(QDir(folder).filePath(file));
    if (!tensor)
        return forward(tensor);
    CapturedTensor captured{json["name"_L1].toString(), json["node"_L1].toString(), *tensor,
                            json["isInput"_L1].toBool(), json["isOutput"_L1].toBool()};
    captured.tensor.setLayout(layoutFromName(json["layout"_L1].toString()).value_or(TensorLayout::Unknown));
    if (json.contains("quantization"_L1))
        captured.tensor.setQuantization(quantizationFrom(json["quantization"_L1].toObject()));
    return captured;
}

Result<QJsonObject> readManifest(const QString& folder)
{
    const QString path = QDir(folder).filePath(manifestName);
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(*content, &error).object();
    if (error.error != QJsonParseError::NoError)
        return badManifest(path, CaptureFiles::tr("at byte %1: %2.").arg(error.offset).arg(error.errorString()));
    if (json["format"_L1].toString() != formatName)
        return badManifest(path, CaptureFiles::tr("it does not say that it is one; choose the folder of a capture."));
    if (json["version"_L1].toInt() > formatVersion)
        return badManifest(path, CaptureFiles::tr("a newer version of this program wrote it; update the program."));
    return json;
}

} // namespace

QStringList captureFileNames(const Capture& capture)
{
    QStringList names;
    for (const CapturedTensor& captured : capture.tensors)
        names.append(fileNameFor(names.size(), captured.name));
    return names;
}

Result<void> writeCapture(const Capture& capture, const QString& folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    QJsonArray tensors;
    const QStringList names = captureFileNames(capture);
    for (qsizetype i = 0; i < capture.tensors.size(); ++i) {
        const CapturedTensor& captured = capture.tensors[i];
        const QString& file = names[i];
        if (auto written = writeNpy(QDir(folder).filePath(file), captured.tensor); !written)
            return written;
        tensors.append(toJson(captured, file));
    }
    const QJsonObject manifest{{u"format"_s, formatName},
                               {u"version"_s, formatVersion},
                               {u"executor"_s, capture.executor},
                               {u"modelFile"_s, capture.modelFile},
                               {u"stage"_s, capture.stage},
                               {u"inputFiles"_s, QJsonArray::fromStringList(capture.inputFiles)},
                               {u"complete"_s, capture.complete},
                               {u"limit"_s, capture.limit},
                               {u"tensors"_s, tensors}};
    // The manifest comes last: a folder with one is a folder with all its tensors.
    return writeFileAtomically(QDir(folder).filePath(manifestName), QJsonDocument(manifest).toJson());
}

Result<Capture> readCapture(const QString& folder)
{
    const auto manifest = readManifest(folder);
    if (!manifest)
        return forward(manifest);
    Capture capture;
    capture.executor = (*manifest)["executor"_L1].toString();
    capture.modelFile = (*manifest)["modelFile"_L1].toString();
    capture.stage = (*manifest)["stage"_L1].toString();
    const QJsonArray inputFiles = (*manifest)["inputFiles"_L1].toArray();
    for (const QJsonValue& file : inputFiles)
        capture.inputFiles.append(file.toString());
    capture.complete = (*manifest)["complete"_L1].toBool(true);
    capture.limit = (*manifest)["limit"_L1].toString();
    const QJsonArray tensors = (*manifest)["tensors"_L1].toArray();
    for (const QJsonValue& json : tensors) {
        auto captured = tensorFrom(json.toObject(), folder);
        if (!captured)
            return forward(captured);
        capture.tensors.append(std::move(*captured));
    }
    return capture;
}

bool isCaptureFolder(const QString& folder)
{
    return QFileInfo(QDir(folder).filePath(manifestName)).isFile();
}

} // namespace driftscope
