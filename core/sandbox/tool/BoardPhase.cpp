// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The last phases: from the quantized model to the .bin.
#include "core/sandbox/tool/Conversion.h"

#include "core/base/Files.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/pack/LayerDump.h"
#include "core/sandbox/pack/NodeRemoval.h"
#include "core/sandbox/quantize/QuantizedStage.h"
#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/PerformanceEstimate.h"

#include <QDir>
#include <QElapsedTimer>

namespace driftscope {

using namespace Qt::StringLiterals;

Result<void> Conversion::compile()
{
    const QString march = marchName(m_job.config.march);
    m_log.info({"model_builder", 35}, u"Start to compile the model with march %1."_s.arg(march));
    QElapsedTimer timer;
    timer.start();
    logSubgraphs();
    m_log.info({"model_builder", 38}, u"End to compile the model with march %1."_s.arg(march));
    return {};
}

void Conversion::logSubgraphs() const
{
    const QStringList flags = compilerFlags(m_job.config);
    for (const BoardStep& step : partition(m_quantized)) {
        if (!step.isBpu)
            continue;
        QElapsedTimer timer;
        timer.start();
        const QString name = u"main_graph_subgraph_%1"_s.arg(step.subgraph);
        m_log.info({"hybrid_build", 111}, u"Compile submodel: %1"_s.arg(name));
        m_log.info({"hbdk_cc", 126}, u"hbdk-cc parameters:['%1']"_s.arg(flags.join(u"', '"_s)));
        m_log.info({"hbdk_cc", 127},
                   u"hbdk-cc command used:hbdk-cc -f hbir -m %1.hbir -o %1.hbm --march %2 --progressbar %3"_s.arg(
                       name, marchName(m_job.config.march), flags.join(u' ')));
        const PerformanceEstimate estimate = estimatePerformance(m_quantized, step, m_shapes, m_job.config.march);
        m_log.info({"tool_utils", 326}, u"consumed time %1"_s.arg(static_cast<double>(timer.nsecsElapsed()) / 1e9));
        m_log.info(
            {"tool_utils", 326},
            u"FPS=%1, latency = %2 us, DDR = %3 bytes   (driftscope-sandbox estimate from %4 MACs, not measured)"_s
                .arg(estimate.framesPerSecond, 0, 'f', 2)
                .arg(estimate.latencyUs, 0, 'f', 1)
                .arg(estimate.ddrBytes)
                .arg(estimate.macs));
    }
}

Result<void> Conversion::writeBoardFile()
{
    m_log.info({"hb_mapper_makertbin", 601}, u"start convert to *.bin file...."_s);
    m_log.info({"onnx2horizonrt", 4326}, u"ONNX model output num : %1"_s.arg(m_model.outputs.size()));
    m_log.info({"layout_util", 15}, u"set_featuremap_layout start"_s);
    const auto packable = packableModel();
    if (!packable)
        return forward(packable);
    auto shapes = measureShapes(m_runtime, packable->draft);
    if (!shapes)
        return forward(shapes);
    BoardOrigins packed;
    auto board = packBoardModel(*packable, *shapes, m_job.config, buildMetadata(m_job.config), &packed);
    if (!board)
        return forward(board);
    if (const auto removed = removeNodes(*board, packed); !removed)
        return removed;
    recordBoard(packed);
    const auto bytes = toBoardFile(*board);
    if (!bytes)
        return forward(bytes);
    const QString path = QDir(m_job.config.workingDir).filePath(m_job.config.prefix + u".bin"_s);
    if (const auto written = writeFileAtomically(path, *bytes); !written)
        return written;
    logTrailer(m_job.config, m_log);
    return {};
}

Result<QuantizedModel> Conversion::packableModel() const
{
    if (!m_job.config.layerOutDump)
        return m_quantized;
    const LayerDump dump = withLayerOutputs(m_quantized);
    const QString name = m_job.config.prefix + u"_quantized_model_conv_output_map.json"_s;
    const auto written = writeFileAtomically(QDir(m_job.config.workingDir).filePath(name), convOutputMap(dump));
    if (!written)
        return forward(written);
    return dump.model;
}

Result<void> Conversion::removeNodes(BoardModel& board, BoardOrigins& packed) const
{
    const NodeSettings& settings = m_job.config.nodes;
    if (!m_job.config.isFastPerf && !settings.removeTypes.isEmpty()) {
        m_log.info({"hb_model_modifier", 99},
                   u"Tool will remove ['%1'] nodes from this model"_s.arg(settings.removeTypes.join(u"', '"_s)));
    }
    for (const NodeRemoval& removal : removeBoardNodes(board, settings)) {
        if (!removal.refusal.isEmpty())
            return failure(ErrorKind::InvalidArgument, removal.refusal);
        if (removal.removed.isEmpty() && !m_job.config.isFastPerf) {
            m_log.warning(
                {"hb_model_modifier", 110},
                u"There is no %1 node that is connected to an input or an output of the model"_s.arg(removal.entry));
        }
        for (const QString& node : removal.removed) {
            m_log.info({"hb_model_modifier", 386}, u"Node '%1' is removed"_s.arg(node));
            packed.cpuNodes.removeAll(node);
        }
    }
    return {};
}

void Conversion::recordBoard(const BoardOrigins& board)
{
    GraphDraft layers; // of the .bin with its parts opened
    QSet<QString> packed(board.cpuNodes.begin(), board.cpuNodes.end());
    for (const PackedPart& part : board.parts)
        packed.unite({part.nodes.begin(), part.nodes.end()});
    const QStringList inFile = namesOf(quantizedStage(m_quantized.draft, m_job.config).nodes);
    const QSet<QString> saved(inFile.begin(), inFile.end());
    OriginsByNode origins;
    for (const NodeDraft& node : m_quantized.draft.nodes) {
        if (!packed.contains(node.name))
            continue;
        layers.nodes.append(node);
        if (saved.contains(node.name))
            origins.insert(node.name, {node.name});
    }
    m_origins.addStage(Stage::Board, layers);
    m_origins.addPair(Stage::Quantized, Stage::Board, origins);
    m_origins.addPair(Stage::Float, Stage::Board, composed(m_origins.origins(Stage::Float, Stage::Quantized), origins));
    m_origins.setParts(board.parts);
}

} // namespace driftscope
