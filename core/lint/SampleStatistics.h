// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/DataType.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace driftscope {

/// The numbers of one sample as a stack of pictures, whichever way they lie in the file.
struct SampleGeometry
{
    qint64 batch = 0;
    qint64 channels = 0;
    qint64 height = 0;
    qint64 width = 0;

    [[nodiscard]] qint64 elementCount() const { return batch * channels * height * width; }
    bool operator==(const SampleGeometry&) const = default;
};

/// How the samples of an input are meant to be read.
struct SampleReading
{
    DataType type = DataType::Undefined; ///< as declared
    std::optional<SampleGeometry> geometry; ///< nothing where the shape is unknown or has not four axes
    qint64 elements = 0; ///< of the whole shape; 0 while it is unknown

    bool operator==(const SampleReading&) const = default;
};

/// Which type the bytes look like. A confidence of 0 means that they do not tell.
struct TypeGuess
{
    DataType type = DataType::Undefined;
    double confidence = 0; ///< 0 to 1
};

struct PictureDimensions
{
    int width = 0;
    int height = 0;
};

enum class SampleContent
{
    Numbers,
    Numpy, ///< numbers behind the header of a .npy file
    Picture, ///< PNG, JPEG or BMP
    Text,
    Unreadable
};

/// What was found in one file. Never changed once made, and shared.
struct SampleStatistics
{
    SampleContent content = SampleContent::Numbers;
    QString problem; ///< one sentence why it could not be read
    QByteArray numpyHeader; ///< the text between the magic number and the numbers
    qint64 headerBytes = 0;
    std::optional<PictureDimensions> picture;
    TypeGuess guess;
    quint64 hash = 0; ///< of all bytes; for finding copies, not against forgery

    DataType type = DataType::Undefined; ///< what the numbers were read as; Undefined: they were not
    qint64 count = 0; ///< finite numbers
    qint64 nonFinite = 0;
    qint64 fractional = 0; ///< finite numbers that are not whole
    double minimum = 0;
    double maximum = 0;
    double mean = 0;
    double deviation = 0; ///< of the population

    /// Mean of each channel if the file is NCHW, and if it is NHWC; empty where the geometry does not fit.
    std::vector<double> planarMeans;
    std::vector<double> interleavedMeans;
    /// Correlation of neighbouring pixels, 1 for a perfectly smooth picture, if the file is NCHW and if it is NHWC.
    std::optional<double> planarSmoothness;
    std::optional<double> interleavedSmoothness;
};

} // namespace driftscope
