// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/FactsSection.h"

#include "core/boardmodel/BoardFacts.h"
#include "core/models/Numbers.h"
#include "core/stages/HorizonOperator.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FactsSection
{
    Q_DECLARE_TR_FUNCTIONS(FactsSection)
};

constexpr std::size_t longestList = 4; ///< one for each channel of a picture

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

QString listText(std::span<const double> numbers)
{
    QStringList texts;
    for (const double value : numbers)
        texts.append(number(value));
    return texts.join(u"  "_s);
}

/// A matrix of three channels, a row a line.
void addMatrix(HtmlPage& page, const QString& title, std::span<const double> numbers)
{
    for (std::size_t row = 0; row < 3; ++row)
        page.row(row == 0 ? title : QString(), listText(numbers.subspan(row * 3, 3)), true);
}

QString sourceText(const std::optional<FactSource>& source)
{
    if (!source)
        return {};
    switch (source->origin) {
    case FactOrigin::QuantInfo:
        return u"quant_info.json"_s;
    case FactOrigin::Log:
        return source->line > 0 ? FactsSection::tr("log, line %1").arg(source->line) : FactsSection::tr("log");
    case FactOrigin::Profiler:
        return FactsSection::tr("profile of the board");
    case FactOrigin::SubgraphReport:
        return QFileInfo(source->file).fileName();
    case FactOrigin::PerfGraph:
        return u"hb_perf"_s;
    case FactOrigin::Model:
        return FactsSection::tr("the model");
    }
    Q_UNREACHABLE();
}

void addSourced(HtmlPage& page, const QString& label, const QString& value, const std::optional<FactSource>& source)
{
    if (value.isEmpty())
        return;
    const QString text = source ? FactsSection::tr("%1  (%2)").arg(value, sourceText(source)) : value;
    if (source && source->origin == FactOrigin::Log && source->line > 0)
        page.linkRow(label, text, u"log:"_s % QString::number(source->line));
    else
        page.row(label, text, true);
}

void addInputThresholds(HtmlPage& page, const NodeFacts& facts)
{
    for (std::size_t i = 1; i < facts.inputThresholds.size(); ++i) {
        if (!facts.inputThresholds[i].empty())
            page.row(FactsSection::tr("Threshold of input %1").arg(i + 1), numbersText(facts.inputThresholds[i]), true);
    }
}

void addBoardOperator(HtmlPage& page, const BoardModel& board, const QString& name)
{
    const QList<BoardOperator> operators = boardOperators(board);
    const auto found = std::ranges::find(operators, name, &BoardOperator::name);
    if (found == operators.end() || !found->quantization)
        return;
    page.heading(FactsSection::tr("In numbers"));
    page.paragraph(found->type == "Quantize"_L1 ? FactsSection::tr("Rounds value / scale + zero point to an integer.")
                                                : FactsSection::tr("Computes (code - zero point) * scale."));
    page.row(FactsSection::tr("Scale"), quantizationText(*found->quantization), true);
    if (found->bits > 0)
        page.row(FactsSection::tr("Bits"), QString::number(found->bits), true);
    page.row(FactsSection::tr("Gives layout"), layoutName(found->outputLayout), true);
}

} // namespace

QString numbersText(const std::vector<double>& numbers)
{
    if (numbers.empty())
        return {};
    const bool isOne = std::ranges::all_of(numbers, [&](double value) { return value == numbers.front(); });
    if (isOne && numbers.size() > 1)
        return FactsSection::tr("%1 (%n times)", nullptr, static_cast<int>(numbers.size()))
            .arg(number(numbers.front()));
    if (numbers.size() <= longestList)
        return listText(numbers);
    const auto [lowest, highest] = std::ranges::minmax(numbers);
    return FactsSection::tr("%n values from %1 to %2", nullptr, static_cast<int>(numbers.size()))
        .arg(number(lowest), number(highest));
}

QString quantizationText(const Quantization& quantization)
{
    const QString scales = numbersText({quantization.scales.begin(), quantization.scales.end()});
    return quantization.axis >= 0 ? FactsSection::tr("%1, along axis %2").arg(scales).arg(quantization.axis) : scales;
}

void addFacts(HtmlPage& page, const LoadedChain& chain, const LoadedStage& stage, NodeId node)
{
    const NodeFacts* facts = chain.annotations->facts(stage.stage, node);
    if (facts == nullptr)
        return;
    const bool isSaid = facts->threshold || facts->cosine || facts->latencyUs || facts->conversionUs
        || !facts->dataType.isEmpty() || !facts->boardNode.isEmpty();
    if (!isSaid)
        return;
    page.heading(FactsSection::tr("What the toolchain reports"));
    addSourced(page, FactsSection::tr("Threshold"), facts->threshold ? number(*facts->threshold) : QString(),
               facts->thresholdSource);
    addInputThresholds(page, *facts);
    addSourced(page, FactsSection::tr("Cosine"), facts->cosine ? ratioText(*facts->cosine) : QString(),
               facts->cosineSource);
    addSourced(page, FactsSection::tr("Data type"), facts->dataType, facts->dataTypeSource);
    page.row(FactsSection::tr("Subgraph"), facts->subgraph, true);
    if (!facts->boardNode.isEmpty())
        page.linkRow(FactsSection::tr("Runs in"), facts->boardNode,
                     u"node:%1:%2"_s.arg(stageKey(Stage::Board), facts->boardNode));
    if (facts->latencyUs) {
        addSourced(page, FactsSection::tr("Latency"), FactsSection::tr("%1 µs").arg(number(*facts->latencyUs)),
                   facts->latencySource);
        const bool isMeasured = facts->latencySource && facts->latencySource->origin == FactOrigin::Profiler;
        page.paragraph(isMeasured ? FactsSection::tr("Measured on the board, the average of the frames.")
                                  : FactsSection::tr(
                                      "An estimate for the whole subgraph; a static report times no single operator."),
                       ThemeColor::MutedText);
    }
    if (facts->conversionUs)
        page.row(FactsSection::tr("Layout conversion"), FactsSection::tr("%1 µs").arg(number(*facts->conversionUs)));
    if (facts->ddrBytes > 0)
        page.row(FactsSection::tr("Moves"), FactsSection::tr("%1 bytes a frame").arg(facts->ddrBytes), true);
}

void addBoardTensor(HtmlPage& page, const LoadedStage& stage, const QString& name)
{
    if (!stage.board)
        return;
    for (const QList<BoardTensorInfo>* infos : {&stage.board->inputs, &stage.board->outputs}) {
        const auto info = std::ranges::find(*infos, name, &BoardTensorInfo::name);
        if (info == infos->end())
            continue;
        page.row(FactsSection::tr("The board feeds"), inputTypeName(info->inputType), true);
        page.row(FactsSection::tr("Reported layout"), layoutName(info->layout), true);
        if (info->quantization)
            page.row(FactsSection::tr("You multiply by"), quantizationText(*info->quantization), true);
    }
}

void addDecoded(HtmlPage& page, const LoadedStage& stage, NodeId node)
{
    if (stage.board) {
        addBoardOperator(page, *stage.board, stage.graph->node(node).name);
        return;
    }
    const auto decoded = decodeHorizonOperator(*stage.graph, node);
    if (!decoded || decoded->summary.isEmpty())
        return;
    page.heading(FactsSection::tr("In numbers"));
    page.paragraph(decoded->summary);
    for (const DecodedField& field : decoded->fields) {
        if (field.key == "colour_matrix"_L1 && field.numbers.size() == 9)
            addMatrix(page, field.title, field.numbers);
        else
            page.row(field.title, field.numbers.empty() ? field.text : numbersText(field.numbers), true);
    }
}

} // namespace driftscope
