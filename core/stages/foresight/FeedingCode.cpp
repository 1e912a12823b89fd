// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/FeedingCode.h"

#include "core/stages/foresight/FeedingParts.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Names come from files: nothing in them may end a comment or a string.
QString harmless(const QString& name)
{
    QString result = name;
    for (QChar& c : result) {
        if (!c.isPrint() || c == u'\\' || c == u'"' || c == u'\'')
            c = u'_';
    }
    return result;
}

QString titleOf(const InputForecast& forecast)
{
    const StageInputFormat& fed = forecast.boardFeeds.format;
    QStringList parts{inputTypeName(fed.colour)};
    if (fed.shape.rank() > 0)
        parts.append(fed.shape.toString());
    if (fed.layout != TensorLayout::Unknown)
        parts.append(layoutName(fed.layout));
    parts.append(dataTypeName(fed.type));
    return u"input %1: %2"_s.arg(harmless(forecast.input), parts.join(u", "_s));
}

FeedingJob jobOf(const InputForecast& forecast, const QString& function)
{
    FeedingJob job;
    job.function = function;
    job.title = titleOf(forecast);
    job.input = forecast.config;
    job.layout = forecast.boardFeeds.format.layout;
    job.frames = forecast.frames;
    if (!forecast.config.shape)
        return job;
    const Shape& shape = *forecast.config.shape;
    job.values = 1;
    // One frame is what one picture becomes; a batch is as many frames as the board's shape says.
    const Shape& fed = forecast.boardFeeds.format.shape;
    for (int axis = isImageType(job.input.typeRt) || forecast.frames > 1 ? 1 : 0; axis < fed.rank(); ++axis)
        job.values *= fed[axis];
    if (shape.rank() != 4)
        return job;
    const bool isPlanar = job.input.layoutTrain == TensorLayout::NCHW;
    job.channels = shape[isPlanar ? 1 : 3];
    job.height = shape[isPlanar ? 2 : 1];
    job.width = shape[isPlanar ? 3 : 2];
    return job;
}

QString head(FeedingLanguage language)
{
    return language == FeedingLanguage::Cpp ? cppHead() : pythonHead();
}

QString function(const FeedingJob& job, FeedingLanguage language)
{
    return language == FeedingLanguage::Cpp ? cppFunction(job) : pythonFunction(job);
}

} // namespace

const YuvFormula& yuvFormula(int component, bool videoRange)
{
    static constexpr std::array<YuvFormula, 3> full{{{"0.299", "0.587", "0.114", "0.0"},
                                                     {"-0.168736", "-0.331264", "0.5", "128.0"},
                                                     {"0.5", "-0.418688", "-0.081312", "128.0"}}};
    static constexpr std::array<YuvFormula, 3> video{{{"65.481 / 255", "128.553 / 255", "24.966 / 255", "16.0"},
                                                      {"-37.797 / 255", "-74.203 / 255", "112.0 / 255", "128.0"},
                                                      {"112.0 / 255", "-93.786 / 255", "-18.214 / 255", "128.0"}}};
    return (videoRange ? video : full)[static_cast<std::size_t>(component)];
}

QString feedingFunction(const InputForecast& forecast)
{
    QString name = u"feed_"_s + forecast.input;
    for (QChar& c : name) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!isPlain)
            c = u'_';
    }
    while (name.contains("__"_L1)) // reserved in C++
        name.replace("__"_L1, "_"_L1);
    return name;
}

QString feedingCode(const InputForecast& forecast, FeedingLanguage language)
{
    if (!forecast.refusal.isEmpty())
        return {};
    return head(language) + function(jobOf(forecast, feedingFunction(forecast)), language);
}

QString feedingCode(const ConversionForecast& forecast, FeedingLanguage language)
{
    QSet<QString> taken;
    QStringList functions;
    for (qsizetype i = 0; i < forecast.inputs.size(); ++i) {
        if (!forecast.inputs[i].refusal.isEmpty())
            continue;
        QString name = feedingFunction(forecast.inputs[i]);
        for (int number = 2; taken.contains(name); ++number)
            name = u"%1_%2"_s.arg(feedingFunction(forecast.inputs[i])).arg(number);
        taken.insert(name);
        functions.append(function(jobOf(forecast.inputs[i], name), language));
    }
    return functions.isEmpty()
        ? QString()
        : head(language) + functions.join(language == FeedingLanguage::Cpp ? u"\n"_s : u"\n\n"_s);
}

} // namespace driftscope
