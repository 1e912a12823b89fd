// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpFolder.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct DumpFolder
{
    Q_DECLARE_TR_FUNCTIONS(DumpFolder)
};

Shape shapeFromJson(const QJsonValue& value)
{
    std::vector<qint64> sizes;
    for (const QJsonValue& size : value.toArray())
        sizes.push_back(size.toInteger(-1));
    return Shape(std::move(sizes));
}

DumpDescription descriptionFromJson(const QJsonObject& object)
{
    DumpDescription description;
    description.file = object.value(u"file"_s).toString();
    description.node = object.value(u"node"_s).toString();
    description.role = object.value(u"role"_s).toString();
    description.type = dataTypeFromName(object.value(u"dtype"_s).toString()).value_or(DataType::Undefined);
    BoardTensorProperties& properties = description.properties;
    properties.name = object.value(u"tensor"_s).toString();
    properties.validShape = shapeFromJson(object.value(u"shape"_s));
    properties.alignedShape
        = object.contains(u"aligned_shape"_s) ? shapeFromJson(object.value(u"aligned_shape"_s)) : properties.validShape;
    properties.layout = layoutFromName(object.value(u"layout"_s).toString()).value_or(TensorLayout::Unknown);
    for (const QJsonValue& scale : object.value(u"scales"_s).toArray())
        properties.scales.push_back(static_cast<float>(scale.toDouble()));
    for (const QJsonValue& zeroPoint : object.value(u"zero_points"_s).toArray())
        properties.zeroPoints.push_back(zeroPoint.toInt());
    properties.quantizeAxis = object.value(u"axis"_s).toInt(-1);
    return description;
}

} // namespace

QString flattenedName(const QString& name)
{
    QString flat = name;
    return flat.replace(u'/', u'_').replace(u':', u'_');
}

Result<QList<DumpDescription>> readDumpSidecar(const QString& folder)
{
    const QString path = QDir(folder).filePath(dumpSidecarFile);
    if (!QFileInfo::exists(path))
        return QList<DumpDescription>{};
    const auto content = readFile(path, qint64(64) << 20);
    if (!content)
        return forward(content);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*content, &problem);
    if (!document.isArray()) {
        return failure(
            ErrorKind::Malformed,
            DumpFolder::tr("The description of the dumps, “%1”, is damaged (%2).").arg(path, problem.errorString()));
    }
    QList<DumpDescription> descriptions;
    for (const QJsonValue& value : document.array()) {
        const DumpDescription description = descriptionFromJson(value.toObject());
        // A name that leads out of the folder, or is none, is no dump's name.
        if (!description.file.isEmpty() && !description.file.contains(u'/') && !description.file.contains(QChar(u'\0')))
            descriptions.append(description);
    }
    return descriptions;
}

std::optional<DumpFileName> parseDumpFileName(const QString& name)
{
    static const QRegularExpression output(u"^model_infer_output_(\\d+)_(.+)\\.bin$"_s);
    static const QRegularExpression layer(u"^layer-(\\d+)-([^-]+)-(.+)-(input|output)-(\\d+)-(.+)\\.bin$"_s);
    DumpFileName parsed;
    if (const auto match = output.match(name); match.hasMatch()) {
        parsed.isModelOutput = true;
        parsed.index = match.captured(1).toInt();
        parsed.tensor = match.captured(2);
        return parsed;
    }
    const auto match = layer.match(name);
    if (!match.hasMatch())
        return {};
    parsed.index = match.captured(1).toInt();
    parsed.kind = match.captured(2);
    parsed.node = match.captured(3);
    parsed.isNodeInput = match.captured(4) == u"input";
    parsed.slot = match.captured(5).toInt();
    parsed.tensor = match.captured(6);
    return parsed;
}

} // namespace driftscope
