// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LintFixture.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <numbers>
#include <random>
#include <vector>

namespace driftscope::test {

using Pixels = std::vector<float>;

/// Size of the pictures: those of cleanConfig.
inline constexpr int side = 64;
inline constexpr int plane = side * side;

/// A picture like a photograph: smooth with a little noise, red brighter than blue, 0 to 255, not whole. NCHW. Each
/// seed gives another.
inline Pixels photograph(int seed, int channels = 3)
{
    std::mt19937 random(static_cast<unsigned>(seed) + 1);
    std::uniform_real_distribution<double> unit(0, 1);
    std::normal_distribution<double> noise(0, 2);
    const double across = 0.5 + 2 * unit(random);
    const double down = 0.5 + 2 * unit(random);
    const double phase = 2 * std::numbers::pi * unit(random);
    Pixels pixels;
    for (int channel = 0; channel < channels; ++channel) {
        for (int i = 0; i < plane; ++i) {
            const double turn = across * (i % side) / side + down * (i / side) / side;
            const double value = 120 - 15 * channel + 60 * std::sin(2 * std::numbers::pi * turn + phase + 0.3 * channel)
                + noise(random);
            pixels.push_back(static_cast<float>(std::min(255.0, std::max(0.0, value))));
        }
    }
    return pixels;
}

inline Pixels changed(Pixels pixels, auto change)
{
    for (float& pixel : pixels)
        pixel = static_cast<float>(change(static_cast<double>(pixel)));
    return pixels;
}

/// NCHW as NHWC.
inline Pixels interleaved(const Pixels& planar)
{
    const std::size_t channels = planar.size() / plane;
    Pixels pixels(planar.size());
    for (std::size_t i = 0; i < planar.size(); ++i)
        pixels[i % plane * channels + i / plane] = planar[i];
    return pixels;
}

/// First and last channel of an NCHW picture exchanged.
inline Pixels swapped(Pixels planar)
{
    std::swap_ranges(planar.begin(), planar.begin() + plane, planar.end() - plane);
    return planar;
}

inline Pixels whole(Pixels pixels)
{
    return changed(std::move(pixels), [](double value) { return std::floor(value); });
}

inline QByteArray asFloats(const Pixels& pixels)
{
    return {reinterpret_cast<const char*>(pixels.data()), static_cast<qsizetype>(pixels.size() * sizeof(float))};
}

inline QByteArray asBytes(const Pixels& pixels)
{
    QByteArray bytes;
    for (const float pixel : pixels)
        bytes.append(static_cast<char>(static_cast<quint8>(pixel)));
    return bytes;
}

/// A folder of calibration samples that is gone with the object.
class SampleFolder
{
public:
    void write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }
    /// `count` files `sample_000.bin`, … with what `make(seed)` gives.
    void fill(auto make, int count = 20, const QString& stem = QStringLiteral("sample_")) const
    {
        for (int i = 0; i < count; ++i)
            write(stem + QStringLiteral("%1.bin").arg(i, 3, 10, QLatin1Char('0')), make(i));
    }
    [[nodiscard]] QString path(const QString& name = {}) const
    {
        return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
    }
    /// cleanConfig with this folder and other values, `input_parameters.norm_type=data_mean` each; `-` removes.
    [[nodiscard]] ConfigDocument config(const QStringList& changes = {}) const
    {
        ConfigDocument document = *ConfigDocument::fromText(cleanConfig)
                                       ->with(QStringLiteral("calibration_parameters.cal_data_dir"), path());
        for (const QString& change : changes) {
            const QString key = change.section(u'=', 0, 0);
            const QString value = change.section(u'=', 1);
            document = value == QStringLiteral("-") ? *document.without(key) : *document.with(key, value);
        }
        return document;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace driftscope::test
