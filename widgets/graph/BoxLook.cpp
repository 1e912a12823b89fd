// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/BoxLook.h"

#include <QBrush>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

struct OverlayColor
{
    QColor color;
    bool hasData = true;
};

OverlayColor rangeColor(const GraphScene& scene, int box, const Theme& theme, const OverlayRange& range,
                        std::optional<double> NodeDecoration::*number)
{
    const NodeDecoration* decoration = scene.decoration(box);
    if (decoration == nullptr || !(decoration->*number)) {
        return {theme.color(ThemeColor::NoData), false};
    }
    return {theme.magnitude().at(range.position(*(decoration->*number))), true};
}

OverlayColor overlayColor(const GraphScene& scene, int box, const GraphAppearance& appearance)
{
    const Theme& theme = appearance.theme;
    switch (appearance.overlay) {
    case Overlay::Error: {
        const NodeDecoration* decoration = scene.decoration(box);
        if (decoration == nullptr || !decoration->cosine) {
            return {theme.color(ThemeColor::NoData), false};
        }
        return {theme.error().at(errorPosition(*decoration->cosine)), true};
    }
    case Overlay::Device:
        if (scene.device(box) == Device::Unknown) {
            return {theme.color(ThemeColor::NoData), false};
        }
        return {theme.color(scene.device(box) == Device::Bpu ? ThemeColor::DeviceBpu : ThemeColor::DeviceCpu), true};
    case Overlay::DataType:
        if (scene.dataType(box) == DataType::Undefined) {
            return {theme.color(ThemeColor::NoData), false};
        }
        return {dataTypeColor(theme, scene.dataType(box)), true};
    case Overlay::Layout:
        if (scene.tensorLayout(box) == TensorLayout::Unknown) {
            return {theme.color(ThemeColor::NoData), false};
        }
        return {layoutColor(theme, scene.tensorLayout(box)), true};
    case Overlay::Threshold:
        return rangeColor(scene, box, theme, appearance.thresholds, &NodeDecoration::threshold);
    case Overlay::Latency:
        return rangeColor(scene, box, theme, appearance.latencies, &NodeDecoration::latencyUs);
    case Overlay::OpFamily:
        break;
    }
    return {theme.family(scene.family(box)), true};
}

/// Inputs and outputs have no family, device or error of their own.
BoxLook pillLook(const GraphScene& scene, int box, const GraphAppearance& appearance)
{
    const Theme& theme = appearance.theme;
    BoxLook look;
    look.fill = mixed(theme.color(ThemeColor::Surface), theme.color(ThemeColor::Border), 0.22).rgb();
    look.border = theme.color(ThemeColor::Border).rgb();
    look.mark = theme.color(ThemeColor::MutedText).rgb();
    look.stripe = look.fill;
    if (appearance.overlay == Overlay::DataType) {
        look.mark = dataTypeColor(theme, scene.dataType(box)).rgb();
        look.border = look.mark;
    } else if (appearance.overlay == Overlay::Layout && scene.tensorLayout(box) != TensorLayout::Unknown) {
        look.mark = layoutColor(theme, scene.tensorLayout(box)).rgb();
        look.border = look.mark;
    }
    return look;
}

} // namespace

BoxLook boxLook(const GraphScene& scene, int box, const GraphAppearance& appearance)
{
    if (!scene.isOperator(box)) {
        return pillLook(scene, box, appearance);
    }
    const Theme& theme = appearance.theme;
    const NodeChange change = scene.change(box);
    const OverlayColor overlay = overlayColor(scene, box, appearance);
    const bool isNews = change == NodeChange::Inserted || change == NodeChange::Removed;
    BoxLook look;
    QColor fill = theme.color(ThemeColor::Surface);
    if (change == NodeChange::Inserted) {
        fill = theme.color(ThemeColor::InsertedTint);
    } else if (change == NodeChange::Removed) {
        fill = theme.color(ThemeColor::RemovedTint);
    }
    if (appearance.overlay != Overlay::OpFamily && overlay.hasData) {
        fill = mixed(theme.color(ThemeColor::Surface), overlay.color, theme.isDark() ? 0.18 : 0.14);
    }
    look.fill = fill.rgb();
    look.stripe = overlay.color.rgb();
    look.border = isNews ? changeColor(theme, change).rgb() : theme.color(ThemeColor::Border).rgb();
    look.mark = appearance.overlay == Overlay::OpFamily && isNews ? look.border : look.stripe;
    look.isDashed = isNews;
    look.isHatched = !overlay.hasData;
    return look;
}

BoxLook dimmedLook(BoxLook look, const Theme& theme)
{
    const QColor canvas = theme.color(ThemeColor::Canvas);
    const auto dim
        = [&canvas](QRgb color, double amount) { return mixed(canvas, QColor::fromRgb(color), amount).rgb(); };
    look.fill = dim(look.fill, 0.6);
    look.stripe = dim(look.stripe, 0.3);
    look.border = dim(look.border, 0.5);
    look.mark = dim(look.mark, 0.25);
    return look;
}

QColor changeColor(const Theme& theme, NodeChange change)
{
    switch (change) {
    case NodeChange::Inserted:
        return theme.color(ThemeColor::Inserted);
    case NodeChange::Removed:
        return theme.color(ThemeColor::Removed);
    case NodeChange::Changed:
    case NodeChange::Fused:
        return theme.color(ThemeColor::Changed);
    case NodeChange::None:
        break;
    }
    return theme.color(ThemeColor::Border);
}

QColor dataTypeColor(const Theme& theme, DataType type)
{
    switch (type) {
    case DataType::Int8:
    case DataType::UInt8:
    case DataType::Int4:
    case DataType::UInt4:
        return theme.family(OpFamily::Normalization);
    case DataType::Int16:
    case DataType::UInt16:
        return theme.family(OpFamily::Activation);
    case DataType::Int32:
    case DataType::UInt32:
    case DataType::Int64:
    case DataType::UInt64:
        return theme.family(OpFamily::Layout);
    default:
        return theme.family(isFloatingPoint(type) ? OpFamily::Convolution : OpFamily::Other);
    }
}

QColor layoutColor(const Theme& theme, TensorLayout layout)
{
    switch (layout) {
    case TensorLayout::NCHW:
        return theme.color(ThemeColor::DeviceBpu);
    case TensorLayout::NHWC:
        return theme.color(ThemeColor::DeviceCpu);
    case TensorLayout::Unknown:
        break;
    }
    return theme.color(ThemeColor::NoData);
}

QString overlayText(const GraphScene& scene, int box, const GraphAppearance& appearance)
{
    const NodeDecoration* decoration = scene.decoration(box);
    const auto number = [&](std::optional<double> NodeDecoration::*field, QString (*text)(double)) {
        return decoration != nullptr && (decoration->*field) ? text(*(decoration->*field)) : QString();
    };
    switch (appearance.overlay) {
    case Overlay::Error:
        return number(&NodeDecoration::cosine, cosineText);
    case Overlay::Threshold:
        return number(&NodeDecoration::threshold, thresholdText);
    case Overlay::Latency:
        return number(&NodeDecoration::latencyUs, latencyText);
    case Overlay::Device:
        return scene.device(box) == Device::Unknown ? QString()
                                                    : (scene.device(box) == Device::Bpu ? u"BPU"_s : u"CPU"_s);
    case Overlay::DataType:
        return scene.dataType(box) == DataType::Undefined ? QString() : dataTypeName(scene.dataType(box));
    case Overlay::Layout:
        return scene.tensorLayout(box) == TensorLayout::Unknown
            ? QString()
            : (scene.tensorLayout(box) == TensorLayout::NHWC ? u"NHWC"_s : u"NCHW"_s);
    case Overlay::OpFamily:
        break;
    }
    return {};
}

ThemeColor cosineRole(double cosine, const GraphAppearance& appearance)
{
    if (!(cosine >= appearance.failBelow)) { // NaN fails
        return ThemeColor::Fail;
    }
    return cosine < appearance.warnBelow ? ThemeColor::Warn : ThemeColor::Pass;
}

QBrush noDataBrush(const Theme& theme)
{
    return {theme.color(ThemeColor::NoData), Qt::BDiagPattern};
}

} // namespace driftscope
