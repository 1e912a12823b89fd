// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/ExternalData.h"

#include "core/base/FileBytes.h"
#include "core/onnx/OnnxProto.h"

#include <QCoreApplication>
#include <QDir>

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

/// A file that is opened anew for every read: some models have a file for each of a thousand weights, more than a
/// process may hold open.
class ReopenedFile : public ByteSource
{
public:
    ReopenedFile(QString folder, QString name, qint64 size)
        : m_folder(std::move(folder))
        , m_name(std::move(name))
        , m_size(size)
    { }

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const override
    {
        const FileBytes::Opened opened = FileBytes::openInside(m_folder, m_name);
        if (opened.file && opened.file->size() == m_size)
            return opened.file->read(offset, length);
        return failure(ErrorKind::Unreadable,
                       ExternalData::tr("The weights “%1” are no longer what they were when the model was opened; open "
                                        "it again.")
                           .arg(QDir(m_folder).filePath(m_name)));
    }

private:
    QString m_folder;
    QString m_name;
    qint64 m_size;
};

constexpr qsizetype mostOpenFiles = 64;

tl::unexpected<Error> errorOf(const FileBytes::Opened& opened, const OnnxSource& source, const QString& location)
{
    switch (opened.refusal) {
    case FileBytes::Refusal::NotAName:
        return refused(source, location, ExternalData::tr("this is not a file name."));
    case FileBytes::Refusal::LeavesFolder:
        return refused(source, location,
                       ExternalData::tr("only files inside the model's folder are; put it beside the model."));
    case FileBytes::Refusal::Link:
        return refused(
            source, location,
            ExternalData::tr("it is a link, which may lead anywhere; put the file itself beside the model."));
    case FileBytes::Refusal::NotAPlainFile:
        return refused(source, location, ExternalData::tr("it is not a plain file."));
    case FileBytes::Refusal::Missing:
        return failure(ErrorKind::NotFound,
                       ExternalData::tr("“%1” keeps weights in “%2”, which is missing; put it beside the model.")
                           .arg(source.name, location));
    case FileBytes::Refusal::Unreadable:
    case FileBytes::Refusal::None:
        break;
    }
    return failure(ErrorKind::Unreadable,
                   ExternalData::tr("The weights “%1” of “%2” cannot be read (%3); check the permissions.")
                       .arg(location, source.name, opened.systemMessage));
}

} // namespace

Result<std::shared_ptr<const ByteSource>> ExternalFiles::file(const OnnxSource& source, const QString& location)
{
    if (const auto known = m_files.constFind(location); known != m_files.constEnd())
        return *known;
    const FileBytes::Opened opened = FileBytes::openInside(source.folder, location);
    if (!opened.file)
        return errorOf(opened, source, location);
    std::shared_ptr<const ByteSource> file = opened.file;
    if (m_files.size() >= mostOpenFiles)
        file = std::make_shared<const ReopenedFile>(source.folder, location, opened.file->size());
    m_files.insert(location, file);
    return file;
}

QStringList ExternalFiles::names() const
{
    QStringList names = m_files.keys();
    names.sort();
    return names;
}

Result<ExternalRegion> findExternalData(const onnx::TensorProto& proto, const OnnxSource& source, qint64 expected)
{
    const Place place = placeOf(proto);
    if (!place.valid)
        return refused(source, place.location, ExternalData::tr("its offset or length is not a whole number."));
    if (source.folder.isEmpty() || !source.external)
        return refused(source, place.location, ExternalData::tr("the model was not opened from a folder."));
    auto file = source.external->file(source, place.location);
    if (!file)
        return forward(file);
    const qint64 rest = std::max<qint64>((*file)->size() - place.offset, 0);
    qint64 length = place.length;
    if (length < 0)
        length = expected >= 0 ? expected : rest;
    if (length > rest) {
        return failure(ErrorKind::Malformed,
                       ExternalData::tr("The weights “%1” of “%2” end too early: %3 bytes at offset %4 are wanted and "
                                        "the file has %5; copy the file again.")
                           .arg(place.location, source.name)
                           .arg(length)
                           .arg(place.offset)
                           .arg((*file)->size()));
    }
    return ExternalRegion{std::move(*file), place.offset, length};
}

} // namespace driftscope
