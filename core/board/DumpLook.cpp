// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/DumpLook.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

namespace driftscope {

namespace {

/// Enough places for a share of a few in a thousand; small tensors are seen several times over.
int placesIn(const DumpView& view)
{
    constexpr qint64 least = 400;
    constexpr qint64 most = 4000;
    return static_cast<int>(std::clamp(2 * view.channels() * view.height() * view.width(), least, most));
}

/// The same places for every reading of a file, so that readings differ by what they read alone.
class Places
{
public:
    explicit Places(const DumpView& view)
        : m_view(view)
    { }

    [[nodiscard]] qint64 below(qint64 size)
    {
        return static_cast<qint64>(m_random() % static_cast<std::uint64_t>(std::max<qint64>(1, size)));
    }
    [[nodiscard]] qint64 channel() { return below(m_view.channels()); }
    [[nodiscard]] qint64 row() { return below(m_view.height()); }
    [[nodiscard]] qint64 column() { return below(m_view.width()); }

private:
    const DumpView& m_view;
    std::mt19937_64 m_random{20'260'101};
};

/// Mean of distances of which none counts more than `most`: a few absurd floats must not hide the rest.
double clippedMean(const std::vector<double>& distances, double most)
{
    double sum = 0.0;
    for (const double distance : distances)
        sum += std::min(distance, most);
    return distances.empty() ? 0.0 : sum / static_cast<double>(distances.size());
}

/// Differences between values at many places.
struct Distances
{
    int places = 0; ///< that were looked at
    std::vector<double> apart; ///< anywhere in a channel
    std::array<std::vector<double>, 2> beside; ///< in a row, in a column
};

Distances distancesIn(const DumpView& view)
{
    Distances found;
    found.places = placesIn(view);
    Places where(view);
    const auto keep = [](std::vector<double>& distances, double a, double b) {
        if (std::isfinite(a) && std::isfinite(b))
            distances.push_back(std::abs(a - b));
    };
    for (int i = 0; i < found.places; ++i) {
        const qint64 channel = where.channel();
        const qint64 y = where.below(view.height() - 1);
        const qint64 x = where.below(view.width() - 1);
        const double value = view.at(channel, y, x);
        keep(found.beside[0], value, view.at(channel, y, x + 1));
        keep(found.beside[1], value, view.at(channel, y + 1, x));
        keep(found.apart, value, view.at(channel, where.row(), where.column()));
    }
    return found;
}

std::optional<double> roughnessOf(const Distances& distances)
{
    const std::vector<double>& apart = distances.apart;
    if (static_cast<int>(apart.size()) < distances.places / 10)
        return {};
    std::vector<double> sorted = apart;
    const auto high = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() * 9 / 10);
    std::nth_element(sorted.begin(), high, sorted.end());
    const double most = *high > 0.0 ? *high : *std::max_element(apart.begin(), apart.end());
    const double far = clippedMean(apart, most);
    if (far <= 0.0)
        return {};
    return 0.5 * (clippedMean(distances.beside[0], most) + clippedMean(distances.beside[1], most)) / far;
}

double wrapsOf(const Distances& distances, DataType type)
{
    if (!isInteger(type))
        return 0.0;
    const double most = 0.75 * std::ldexp(1.0, elementBits(type));
    qsizetype jumps = 0;
    for (const std::vector<double>& beside : distances.beside)
        jumps += std::count_if(beside.begin(), beside.end(), [most](double distance) { return distance > most; });
    return static_cast<double>(jumps) / (2.0 * distances.places);
}

/// Exponents of the words at many places when they are read as floats of as many bits.
struct Exponents
{
    int places = 0;
    int nonZero = 0;
    int ordinary = 0; ///< of values that networks have
    int tiny = 0; ///< subnormal halves: small whole numbers read as floats
};

Exponents exponentsOf(const DumpView& asFloats, bool isHalf)
{
    Places where(asFloats);
    Exponents found;
    found.places = placesIn(asFloats);
    const double least = isHalf ? 6.2e-5 : 1e-12;
    const double most = isHalf ? 65504.0 : 1e12;
    for (int i = 0; i < found.places; ++i) {
        const double size = std::abs(asFloats.at(where.channel(), where.row(), where.column()));
        if (size == 0.0)
            continue;
        ++found.nonZero;
        found.ordinary += size >= least && size <= most ? 1 : 0;
        found.tiny += size < least ? 1 : 0;
    }
    return found;
}

double share(int part, int whole)
{
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// Whole numbers of one size are told from floats of the same size by the exponents that they would have.
double improbability(const QByteArray& bytes, const DumpDeclaration& declaration)
{
    const qint64 size = elementSize(declaration.type);
    if (size < 2 || declaration.isNv12)
        return 0.0;
    DumpDeclaration asFloats = declaration;
    asFloats.type = size == 2 ? DataType::Float16 : (size == 4 ? DataType::Float32 : DataType::Float64);
    const Exponents exponents = exponentsOf(DumpView(bytes, asFloats), size == 2);
    if (exponents.nonZero < exponents.places / 50)
        return 0.0; // zeros are zeros in every type
    // Of halves a few may be subnormal; whole numbers below 1024 all are.
    const double strange
        = size == 2 ? share(exponents.tiny, exponents.nonZero) : 1.0 - share(exponents.ordinary, exponents.nonZero);
    const double limit = size == 2 ? 0.01 : 0.05;
    const bool looksLikeFloats = strange < limit;
    if (isInteger(declaration.type))
        return looksLikeFloats ? 1.0 - strange / limit : 0.0;
    return looksLikeFloats ? 0.0 : std::min(1.0, strange + 0.3);
}

double shareOfNotFinite(const DumpView& view)
{
    Places where(view);
    const int places = placesIn(view);
    int notFinite = 0;
    for (int i = 0; i < places; ++i)
        notFinite += std::isfinite(view.at(where.channel(), where.row(), where.column())) ? 0 : 1;
    return share(notFinite, places);
}

} // namespace

DumpLook lookAt(const QByteArray& bytes, const DumpDeclaration& declaration)
{
    const DumpView view(bytes, declaration);
    DumpLook look;
    if (!view.isValid())
        return look;
    if (view.height() >= 3 && view.width() >= 3) {
        const Distances distances = distancesIn(view);
        look.roughness = roughnessOf(distances);
        look.wraps = wrapsOf(distances, declaration.type);
    }
    look.improbable = improbability(bytes, declaration);
    look.notFinite = isFloatingPoint(declaration.type) ? shareOfNotFinite(view) : 0.0;
    look.dirtyPadding = view.dirtyPadding();
    return look;
}

} // namespace driftscope
