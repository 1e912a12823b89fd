// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/ExternalData.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ExternalData
{
    Q_DECLARE_TR_FUNCTIONS(ExternalData)
};

struct Place
{
    QString location;
    qint64 offset = 0;
    qint64 length = -1;
    bool valid = true; ///< offset and length are whole numbers
};

Place placeOf(const onnx::TensorProto& proto)
{
    Place place;
    for (const onnx::StringStringEntryProto& entry : proto.external_data()) {
        const QString value = QString::fromStdString(entry.value());
        bool ok = true;
        if (entry.key() == "location")
            place.location = value;
        else if (entry.key() == "offset")
            place.offset = value.toLongLong(&ok);
        else if (entry.key() == "length")
            place.length = value.toLongLong(&ok);
        place.valid = place.valid && ok && place.offset >= 0 && place.length >= -1;
    }
    return place;
}

tl::unexpected<Error> refused(const OnnxSource& source, const QString& location, const QString& reason)
{
    return failure(
        ErrorKind::Unsupported,
        ExternalData::tr("“%1” keeps weights in “%2”, which is not read: %3").arg(source.name, location, reason));
}

bool leavesFolder(const QString& location)
{
    const QString path = QString(location).replace(u'\\', u'/');
    const bool drive = path.size() > 1 && path[1] == u':';
    return drive || path.startsWith(u'/') || path.split(u'/').contains(".."_L1);
}

Result<QString> resolved(const OnnxSource& source, const QString& location)
{
    if (source.folder.isEmpty())
        return refused(source, location, ExternalData::tr("the model was not opened from a folder."));
    if (location.isEmpty() || location.contains(QChar(u'\0')))
        return refused(source, location, ExternalData::tr("this is not a file name."));
    if (leavesFolder(location)) {
        return refused(source, location,
                       ExternalData::tr("only files inside the model's folder are; put it beside the model."));
    }
    const QFileInfo info(QDir(source.folder).filePath(location));
    if (!info.exists()) {
        return failure(ErrorKind::NotFound,
                       ExternalData::tr("“%1” keeps weights in “%2”, which is missing; put it beside the model.")
                           .arg(source.name, location));
    }
    if (!info.isFile())
        return refused(source, location, ExternalData::tr("it is not a plain file."));
    const QString root = QFileInfo(source.folder).canonicalFilePath();
    const QString inside = root.endsWith(u'/') ? root : root + u'/';
    if (!info.canonicalFilePath().startsWith(inside))
        return refused(source, location, ExternalData::tr("it is a link that leads out of the model's folder."));
    return info.canonicalFilePath();
}

} // namespace

Result<QByteArray> readExternalData(const onnx::TensorProto& proto, const OnnxSource& source, qint64 expected)
{
    const Place place = placeOf(proto);
    if (!place.valid)
        return refused(source, place.location, ExternalData::tr("its offset or length is not a whole number."));
    const auto path = resolved(source, place.location);
    if (!path)
        return forward(path);
    QFile file(*path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable,
                       ExternalData::tr("The weights “%1” of “%2” cannot be read (%3); check the permissions.")
                           .arg(place.location, source.name, file.errorString()));
    const qint64 rest = std::max<qint64>(file.size() - place.offset, 0);
    qint64 length = place.length;
    if (length < 0)
        length = expected >= 0 ? expected : rest;
    if (length > rest || !file.seek(place.offset)) {
        return failure(ErrorKind::Malformed,
                       ExternalData::tr("The weights “%1” of “%2” end too early: %3 bytes at offset %4 are wanted and "
                                        "the file has %5; copy the file again.")
                           .arg(place.location, source.name)
                           .arg(length)
                           .arg(place.offset)
                           .arg(file.size()));
    }
    return file.read(length);
}

} // namespace driftscope
