// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpFolder.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
    DumpDeclaration& declaration = description.declaration;
    declaration.type = dataTypeFromName(object.value(u"dtype"_s).toString()).value_or(DataType::Undefined);
    declaration.name = object.value(u"tensor"_s).toString();
    declaration.shape = shapeFromJson(object.value(u"shape"_s));
    if (object.contains(u"aligned_shape"_s))
        declaration.aligned = shapeFromJson(object.value(u"aligned_shape"_s));
    declaration.layout = layoutFromName(object.value(u"layout"_s).toString()).value_or(TensorLayout::Unknown);
    for (const QJsonValue& scale : object.value(u"scales"_s).toArray())
        declaration.scales.push_back(static_cast<float>(scale.toDouble()));
    for (const QJsonValue& zeroPoint : object.value(u"zero_points"_s).toArray())
        declaration.zeroPoints.push_back(zeroPoint.toInt());
    declaration.axis = object.value(u"axis"_s).toInt(-1);
    return description;
}

} // namespace

Result<QList<DumpDescription>> readDumpSidecar(const QString& folder)
{
    const QString path = QDir(folder).filePath(dumpSidecarFile);
    if (!QFileInfo::exists(path))
        return QList<DumpDescription>();
    const auto content = readFile(path, qint64{64} << 20U);
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

} // namespace driftscope
