// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportAssembly.h"

#include "core/history/RunSummary.h"
#include "core/report/ReportConfigParts.h"
#include "core/report/ReportPrivacy.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

class Assembler
{
    Q_DECLARE_TR_FUNCTIONS(ReportAssembler)

public:
    Assembler(const ReportSources& sources, const CancelToken& cancel, Progress& progress)
        : m_sources(sources)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<Report> assemble()
    {
        m_report.notes = m_sources.notes;
        addFacts();
        addResults();
        addContracts();
        addInserted();
        m_report.config = reportedConfig(m_sources);
        if (auto done = addCrops(); !done)
            return forward(done);
        m_report.privacy = privacyOf(m_sources);
        if (m_cancel.isCancelled())
            return failure(ErrorKind::Cancelled, tr("The report was cancelled."));
        return std::move(m_report);
    }

private:
    void addFacts()
    {
        ReportFacts& facts = m_report.facts;
        facts.writtenAt = m_sources.now;
        facts.program = m_sources.program;
        if (m_sources.document)
            facts.march = marchName(readConversionConfig(*m_sources.document).march);
        if (m_sources.board)
            facts.board = boardText(*m_sources.board);
        if (const MakertbinLog* log = m_sources.chain.log.get()) {
            facts.toolchain = QString(log->tool % u' ' % log->version).trimmed();
            facts.versions = log->versions;
        }
        for (const LoadedStage& stage : m_sources.chain.stages)
            facts.stages.append(stageOf(stage));
        const QString folder = facts.stages.isEmpty() ? QString() : runFolderOf(facts.stages.last().file);
        facts.run = QFileInfo(folder).fileName();
        facts.title = m_sources.project ? m_sources.project->name : QString();
        if (facts.title.isEmpty() && m_sources.document)
            facts.title = QFileInfo(m_sources.document->path()).fileName();
        if (facts.title.isEmpty() && !facts.stages.isEmpty())
            facts.title = QFileInfo(facts.stages.first().file).fileName();
    }

    static QString boardText(const BoardProfile& board)
    {
        const QString name = board.isSandbox ? tr("Sandbox board") : board.name;
        const QString where = boardWhere(board);
        const QString& version = board.capabilities.version;
        const QString named = where.isEmpty() ? name : tr("%1 at %2").arg(name, where);
        return version.isEmpty() ? named : tr("%1, runtime %2").arg(named, version);
    }

    ReportedStage stageOf(const LoadedStage& stage)
    {
        m_progress.report(0, 0, tr("Reading the models"));
        ReportedStage reported{stage.stage, stage.file, -1, {}, stage.graph->nodeCount()};
        QFile file(stage.file);
        if (!file.open(QIODevice::ReadOnly))
            return reported;
        constexpr qint64 piece = qint64(4) << 20;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        while (!file.atEnd() && !m_cancel.isCancelled())
            hash.addData(file.read(piece));
        reported.bytes = file.size();
        reported.sha256 = QString::fromLatin1(hash.result().toHex());
        return reported;
    }

    void addResults()
    {
        m_report.verdict = m_sources.verdict;
        if (!m_report.verdict.content && m_report.verdict.missing.isEmpty())
            m_report.verdict.missing = tr("No diagnosis was made.");
        m_report.findings = m_sources.findings;
        if (!m_report.findings.content && m_report.findings.missing.isEmpty())
            m_report.findings.missing = tr("The config was not checked.");
        if (m_sources.comparison && !m_sources.comparison->layers.isEmpty()) {
            const Tolerances tolerances = m_sources.project ? m_sources.project->tolerances : Tolerances();
            m_report.layers.content = {m_sources.layersRequest.reference, m_sources.layersRequest.candidate,
                                       m_sources.pictures, *m_sources.comparison, tolerances};
        } else {
            m_report.layers.missing
                = m_sources.layersProblem.isEmpty() ? tr("No layers were compared.") : m_sources.layersProblem;
        }
        if (m_sources.evaluations.content && !m_sources.evaluations.content->isEmpty())
            m_report.evaluation.content = {*m_sources.evaluations.content, classes()};
        else if (m_sources.evaluations.missing.isEmpty())
            m_report.evaluation.missing = tr("No labelled data was run through the stages.");
        else
            m_report.evaluation.missing = m_sources.evaluations.missing;
    }

    /// Of the project's data where they were not read before.
    [[nodiscard]] QStringList classes() const
    {
        if (!m_sources.classes.isEmpty() || !m_sources.project || m_sources.project->dataFolder.isEmpty())
            return m_sources.classes;
        const auto data = readLabelledData(m_sources.project->dataFolder);
        return data ? data->classes : QStringList();
    }

    void addContracts()
    {
        if (m_sources.chain.stages.isEmpty()) {
            m_report.contracts.missing = tr("No stages are open, so nothing says what the inputs are.");
            return;
        }
        m_report.contracts.content
            = inputContracts(contractSubject(m_sources.chain, m_sources.document ? &*m_sources.document : nullptr));
    }

    void addInserted()
    {
        if (m_sources.chain.stages.size() < 2)
            m_report.inserted.missing = tr("Fewer than two stages are open, so nothing can be called inserted.");
        else
            m_report.inserted.content = m_sources.chain.inserted;
    }

    Result<void> addCrops()
    {
        QList<GraphCrop> crops;
        for (const CropRequest& request : cropRequests()) {
            m_progress.report(0, 0, tr("Drawing the graphs"));
            auto crop = cropAround(m_sources.chain, request, m_cancel, m_progress);
            if (!crop && m_cancel.isCancelled())
                return forward(crop);
            if (crop && *crop)
                crops.append(**crop);
        }
        if (!crops.isEmpty())
            m_report.crops.content = crops;
        else
            m_report.crops.missing = m_sources.chain.stages.isEmpty()
                ? tr("No stages are open, so there is no graph to show.")
                : tr("There is no drifting layer and no inserted node to show.");
        return {};
    }

    [[nodiscard]] QList<CropRequest> cropRequests() const
    {
        QList<CropRequest> requests;
        if (auto drift = driftRequest())
            requests.append(*drift);
        if (auto inserted = insertedRequest())
            requests.append(*inserted);
        return requests;
    }

    [[nodiscard]] std::optional<CropRequest> driftRequest() const
    {
        const auto& comparison = m_sources.comparison;
        const LoadedStage* stage = m_sources.chain.find(m_sources.layersRequest.reference);
        if (!comparison || comparison->firstDivergence < 0 || stage == nullptr)
            return std::nullopt;
        const QString name = comparison->layers[comparison->firstDivergence].name;
        NodeId node = stage->graph->findNode(name);
        if (!node.isValid()) // an input: what reads it first
            node = firstReader(*stage->graph, name);
        QSet<QString> drifting;
        for (const LayerComparison& layer : comparison->layers) {
            if (layer.drifts)
                drifting.insert(layer.name);
        }
        return CropRequest{stage->stage, node, m_sources.layersRequest.candidate, drifting,
                           tr("Around the first layer that drifts, “%1”.").arg(name)};
    }

    static NodeId firstReader(const Graph& graph, const QString& input)
    {
        const ValueId value = graph.findValue(input);
        const auto readers = value.isValid() ? graph.consumers(value) : std::span<const NodeId>();
        return readers.empty() ? NodeId() : readers.front();
    }

    /// Of the nodes that the verdict's key inserted, else those that change what the board must feed, else the first.
    [[nodiscard]] std::optional<CropRequest> insertedRequest() const
    {
        const QString key = m_sources.verdict.content ? m_sources.verdict.content->causeKey : QString();
        const InsertedNode* best = nullptr;
        int bestRank = -1;
        for (const InsertedNode& node : m_sources.chain.inserted) {
            const bool isCause = !key.isEmpty() && node.cause.key == key;
            const int rank = isCause * 4 + !node.contradiction.isEmpty() * 2 + !node.boardMustFeed.isEmpty();
            if (rank > bestRank) {
                best = &node;
                bestRank = rank;
            }
        }
        if (best == nullptr)
            return std::nullopt;
        const QString caption = best->cause.key.isEmpty()
            ? tr("Around the inserted node “%1”.").arg(best->name)
            : tr("Around the inserted node “%1”, which %2 causes.").arg(best->name, best->cause.key);
        return CropRequest{best->stage, best->node, stageBefore(best->stage), {}, caption};
    }

    [[nodiscard]] std::optional<Stage> stageBefore(Stage stage) const
    {
        std::optional<Stage> before;
        for (const LoadedStage& each : m_sources.chain.stages) {
            if (each.stage == stage)
                return before;
            before = each.stage;
        }
        return std::nullopt;
    }

    const ReportSources& m_sources;
    const CancelToken& m_cancel;
    Progress& m_progress;
    Report m_report;
};

} // namespace

Result<Report> assembleReport(const ReportSources& sources, const CancelToken& cancel, Progress& progress)
{
    return Assembler(sources, cancel, progress).assemble();
}

} // namespace driftscope
