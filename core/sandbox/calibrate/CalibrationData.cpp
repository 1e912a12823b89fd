// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/CalibrationData.h"

#include "core/base/Files.h"
#include "core/sandbox/prepare/CalibrationPicture.h"
#include "core/sandbox/prepare/ColourConversion.h"
#include "core/tensor/TensorOperations.h"

#include <QDir>
#include <QFileInfo>

#include <random>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype noiseSamples = 8;

Result<QStringList> listFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (!info.exists())
        return failure(ErrorKind::NotFound, u"cal_data_dir %1 does not exist"_s.arg(folder));
    if (!info.isDir())
        return failure(ErrorKind::InvalidArgument, u"cal_data_dir %1 is not a directory"_s.arg(folder));
    QStringList files;
    for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name))
        files.append(QDir(folder).filePath(name));
    if (files.isEmpty())
        return failure(ErrorKind::NotFound, u"cal_data_dir %1 is empty, no calibration data was found"_s.arg(folder));
    return files;
}

QString tupleOf(const Shape& shape)
{
    QStringList sizes;
    for (const qint64 size : shape.sizes())
        sizes.append(QString::number(size));
    return u"(%1%2)"_s.arg(sizes.join(u","_s), shape.rank() == 1 ? u","_s : QString());
}

/// The picture of each batch entry on its own, through the colour conversion, in the layout it came in.
Tensor imageAsRuntime(const Tensor& pixels, const ToolInput& input)
{
    const Tensor planar
        = input.layoutTrain == TensorLayout::NHWC ? toLayout(pixels, TensorLayout::NHWC, TensorLayout::NCHW) : pixels;
    const std::vector<float> all = planar.toFloats();
    const auto batch = static_cast<std::size_t>(planar.shape()[0]);
    const std::size_t block = all.size() / batch;
    std::vector<float> converted;
    converted.reserve(all.size());
    for (std::size_t n = 0; n < batch; ++n) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(n * block);
        const std::vector<float> one
            = trainToRuntime128(std::vector<float>(first, first + static_cast<std::ptrdiff_t>(block)), input.typeTrain,
                                input.typeRt, input.videoRange, input.height(), input.width());
        converted.insert(converted.end(), one.begin(), one.end());
    }
    const Tensor result = Tensor::fromValues<float>(planar.shape(), converted);
    return input.layoutTrain == TensorLayout::NHWC ? toLayout(result, TensorLayout::NCHW, TensorLayout::NHWC) : result;
}

Tensor noise(const ToolInput& input, qsizetype position)
{
    std::mt19937 generator(static_cast<std::mt19937::result_type>(position));
    std::uniform_real_distribution<float> values(input.isImage() ? -128.0F : -1.0F, input.isImage() ? 127.0F : 1.0F);
    std::vector<float> result(static_cast<std::size_t>(input.shape.elementCount()));
    for (float& value : result)
        value = values(generator);
    return Tensor::fromValues<float>(input.shape, result);
}

} // namespace

CalibrationData::CalibrationData(QList<ToolInput> inputs)
    : m_inputs(std::move(inputs))
{ }

Result<CalibrationData> CalibrationData::open(const ToolConfig& config)
{
    CalibrationData data(config.inputs);
    data.m_pictures = config.preprocessOn;
    if (config.calibration == CalibrationType::Skip) {
        data.m_noise = true;
        data.m_sampleCount = noiseSamples;
        return data;
    }
    for (const ToolInput& input : config.inputs) {
        const auto files = listFolder(input.calibrationFolder);
        if (!files)
            return forward(files);
        if (!data.m_files.isEmpty() && files->size() != data.m_sampleCount) {
            return failure(
                ErrorKind::InvalidArgument,
                u"number of calibration data of input %1 is %2, which differs from %3 of input %4"_s.arg(input.name)
                    .arg(files->size())
                    .arg(data.m_sampleCount)
                    .arg(config.inputs.first().name));
        }
        data.m_files.append(*files);
        data.m_sampleCount = files->size();
    }
    return data;
}

Result<Tensor> CalibrationData::read(qsizetype input, qsizetype position) const
{
    const ToolInput& wanted = m_inputs[input];
    const QString& path = m_files[input][position];
    if (m_pictures && wanted.isImage())
        return calibrationPicture(path, wanted);
    const auto bytes = readFile(path);
    if (!bytes)
        return forward(bytes);
    const qsizetype size = elementSize(wanted.calibrationType);
    if (bytes->size() != wanted.shape.elementCount() * size) {
        return failure(
            ErrorKind::Malformed,
            u"load cal data for input %1 error: cannot reshape array of size %2 into shape %3 (%4, read as %5)"_s
                .arg(wanted.name)
                .arg(bytes->size() / size)
                .arg(tupleOf(wanted.shape), path, dataTypeName(wanted.calibrationType)));
    }
    return toFloat32(Tensor(wanted.calibrationType, wanted.shape, *bytes));
}

Result<QList<NamedTensor>> CalibrationData::sample(qsizetype position) const
{
    QList<NamedTensor> tensors;
    for (qsizetype i = 0; i < m_inputs.size(); ++i) {
        if (m_noise) {
            tensors.append({m_inputs[i].name, noise(m_inputs[i], position)});
            continue;
        }
        const auto tensor = read(i, position);
        if (!tensor)
            return forward(tensor);
        tensors.append({m_inputs[i].name, m_inputs[i].isImage() ? imageAsRuntime(*tensor, m_inputs[i]) : *tensor});
    }
    return tensors;
}

} // namespace driftscope
