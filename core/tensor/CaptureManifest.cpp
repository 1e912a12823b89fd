// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/CaptureManifest.h"

#include "core/base/Files.h"
#include "core/tensor/Npy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CaptureManifest
{
    Q_DECLARE_TR_FUNCTIONS(CaptureManifest)
};

constexpr auto formatName = "driftscope-capture"_L1;
constexpr int formatVersion = 1;

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

tl::unexpected<Error> badManifest(const QString& path, const QString& reason)
{
    return failure(ErrorKind::Malformed, CaptureManifest::tr("“%1” is not a readable capture: %2").arg(path, reason));
}

} // namespace

QString capturedFileName(qsizetype index, const QString& name)
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

QJsonObject capturedJson(const CapturedTensor& captured, const QString& file)
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

Result<CapturedTensor> capturedFromJson(const QJsonObject& json, const QString& folder)
{
    const QString path = QDir(folder).filePath(captureManifestName);
    const QString file = json["file"_L1].toString();
    // A capture may come from somebody else; it must not make us read files elsewhere.
    if (file.isEmpty() || file != QFileInfo(file).fileName() || file == ".."_L1 || file.contains(QChar(u'\0')))
        return badManifest(path, CaptureManifest::tr("“%1” is not the name of a file in its folder.").arg(file));
    const auto tensor = openNpy(QDir(folder).filePath(file));
    if (!tensor)
        return forward(tensor);
    CapturedTensor captured{json["name"_L1].toString(),  json["node"_L1].toString(),   *tensor,
                            json["isInput"_L1].toBool(), json["isOutput"_L1].toBool(), file};
    captured.tensor.setLayout(layoutFromName(json["layout"_L1].toString()).value_or(TensorLayout::Unknown));
    if (json.contains("quantization"_L1))
        captured.tensor.setQuantization(quantizationFrom(json["quantization"_L1].toObject()));
    return captured;
}

Result<QJsonObject> readCaptureManifest(const QString& folder)
{
    const QString path = QDir(folder).filePath(captureManifestName);
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(*content, &error).object();
    if (error.error != QJsonParseError::NoError)
        return badManifest(path, CaptureManifest::tr("at byte %1: %2.").arg(error.offset).arg(error.errorString()));
    if (json["format"_L1].toString() != formatName)
        return badManifest(path,
                           CaptureManifest::tr("it does not say that it is one; choose the folder of a capture."));
    if (json["version"_L1].toInt() > formatVersion)
        return badManifest(path, CaptureManifest::tr("a newer version of this program wrote it; update the program."));
    return json;
}

QJsonObject captureManifest(const Capture& capture, const QJsonArray& tensors)
{
    return {{u"format"_s, formatName},
            {u"version"_s, formatVersion},
            {u"executor"_s, capture.executor},
            {u"modelFile"_s, capture.modelFile},
            {u"stage"_s, capture.stage},
            {u"inputFiles"_s, QJsonArray::fromStringList(capture.inputFiles)},
            {u"complete"_s, capture.complete},
            {u"limit"_s, capture.limit},
            {u"tensors"_s, tensors}};
}

Capture captureFromManifest(const QJsonObject& manifest)
{
    Capture capture;
    capture.executor = manifest["executor"_L1].toString();
    capture.modelFile = manifest["modelFile"_L1].toString();
    capture.stage = manifest["stage"_L1].toString();
    const QJsonArray inputFiles = manifest["inputFiles"_L1].toArray();
    for (const QJsonValue& file : inputFiles)
        capture.inputFiles.append(file.toString());
    capture.complete = manifest["complete"_L1].toBool(true);
    capture.limit = manifest["limit"_L1].toString();
    return capture;
}

} // namespace driftscope
