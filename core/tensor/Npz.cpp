// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Npz.h"

#include "core/base/Files.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Zip.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Npz
{
    Q_DECLARE_TR_FUNCTIONS(Npz)
};

constexpr QLatin1StringView suffix{".npy"};

Result<Tensor> tensorOf(const QByteArray& archive, const ZipEntry& entry)
{
    const auto content = unzipped(archive, entry);
    if (!content)
        return forward(content);
    return parseNpy(*content, entry.name);
}

void keep(NpzContent& read, const QString& name, Tensor tensor)
{
    const auto known = std::find_if(read.tensors.begin(), read.tensors.end(),
                                    [&name](const NamedTensor& other) { return other.name == name; });
    if (known == read.tensors.end()) {
        read.tensors.append({name, std::move(tensor)});
    } else {
        known->tensor = std::move(tensor);
        read.problems.append(Npz::tr("“%1” is there more than once; the last one was taken.").arg(name));
    }
}

} // namespace

Result<NpzContent> parseNpz(const QByteArray& content, const QString& name, qint64 maximumBytes)
{
    const auto entries = zipEntries(content, name);
    if (!entries)
        return forward(entries);
    NpzContent read;
    qint64 left = maximumBytes;
    for (const ZipEntry& entry : *entries) {
        if (!entry.name.endsWith(suffix))
            continue; // not an array
        if (entry.size > left) {
            return failure(ErrorKind::Unsupported,
                           Npz::tr("“%1” unpacks to more than %2 MB; unpack it and choose the arrays that matter.")
                               .arg(name)
                               .arg(maximumBytes >> 20));
        }
        left -= entry.size;
        auto tensor = tensorOf(content, entry);
        if (tensor)
            keep(read, entry.name.chopped(suffix.size()), std::move(*tensor));
        else
            read.problems.append(tensor.error().message);
    }
    if (read.tensors.isEmpty() && read.problems.isEmpty())
        return failure(ErrorKind::Malformed, Npz::tr("“%1” is an archive without a single array.").arg(name));
    return read;
}

Result<NpzContent> readNpz(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    return parseNpz(*content, path);
}

Result<void> writeNpz(const QString& path, const QList<NamedTensor>& tensors, bool compress)
{
    QList<ZipContent> files;
    for (const NamedTensor& tensor : tensors)
        files.append({tensor.name + suffix, toNpy(tensor.tensor)});
    return writeFileAtomically(path, zipped(files, compress));
}

} // namespace driftscope
