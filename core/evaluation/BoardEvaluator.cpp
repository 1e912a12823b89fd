// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Evaluation.h"

#include "core/base/Files.h"
#include "core/evaluation/Tally.h"
#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BoardEvaluator
{
    Q_DECLARE_TR_FUNCTIONS(BoardEvaluator)
};

/// Runs in flight at once. The board's program is started once for each picture, as one would by hand; two hide the
/// time that starting takes.
constexpr int runsAtOnce = 2;

/// Predicts pictures one by one until none is left. Shared by the workers.
class Batch
{
public:
    Batch(const BoardProfile& board, const QString& file, const BoardTensorInfo& input, const InputConfig& config,
          const LabelledData& data, const QString& scratchFolder)
        : m_board(board)
        , m_file(file)
        , m_input(input)
        , m_config(config)
        , m_data(data)
        , m_scratch(scratchFolder)
        , m_predictions(static_cast<std::size_t>(data.samples.size()), -1)
    { }

    void work(int worker, const CancelToken& cancel)
    {
        for (qsizetype i = m_next++; i < m_data.samples.size() && !m_failed && !cancel.isCancelled(); i = m_next++) {
            const Result<int> prediction
                = predict(m_data.samples[i].file, QDir(m_scratch).filePath(u"board_%1"_s.arg(worker)), cancel);
            if (prediction) {
                m_predictions[static_cast<std::size_t>(i)] = *prediction;
                ++m_done;
                continue;
            }
            const std::lock_guard lock(m_mutex);
            if (!m_failed.exchange(true))
                m_error = prediction.error();
        }
        ++m_finishedWorkers;
    }

    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] bool isFinished(int workers) const { return m_finishedWorkers == workers; }

    Result<std::vector<int>> result(const CancelToken& cancel)
    {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, BoardEvaluator::tr("The evaluation was cancelled."));
        if (m_failed)
            return tl::make_unexpected(m_error);
        return std::move(m_predictions);
    }

private:
    Result<int> predict(const QString& pictureFile, const QString& folder, const CancelToken& cancel) const
    {
        auto picture = readPicture(pictureFile);
        if (!picture)
            return forward(picture);
        auto fed = pictureForBoard(*picture, m_config, m_input.shape);
        if (!fed)
            return forward(fed);
        if (auto made = makeFolder(folder); !made)
            return forward(made);
        BoardRunRequest request;
        request.board = m_board;
        request.modelFile = m_file;
        request.dumpFolder = folder;
        request.inputFiles = {QDir(folder).filePath(u"input.raw"_s)};
        if (auto written = writeFileAtomically(request.inputFiles.first(), fed->bytes()); !written)
            return forward(written);
        Progress quiet;
        auto capture = runOnBoard(request, cancel, quiet);
        if (!capture)
            return forward(capture);
        const QList<const CapturedTensor*> outputs = capture->outputs();
        return outputs.isEmpty() ? -1 : argMax(outputs.first()->tensor.toRealValues());
    }

    const BoardProfile& m_board;
    const QString& m_file;
    const BoardTensorInfo& m_input;
    const InputConfig& m_config;
    const LabelledData& m_data;
    QString m_scratch;
    std::vector<int> m_predictions;
    std::atomic<qsizetype> m_next = 0;
    std::atomic<qint64> m_done = 0;
    std::atomic<int> m_finishedWorkers = 0;
    std::atomic<bool> m_failed = false;
    std::mutex m_mutex;
    Error m_error;
};

} // namespace

Result<StageEvaluation> evaluateBoard(const BoardProfile& board, const QString& file, const ConversionConfig& config,
                                      const LabelledData& data, const QString& scratchFolder, const CancelToken& cancel,
                                      Progress& progress)
{
    auto model = readBoardModel(file);
    if (!model)
        return forward(model);
    if (model->inputs.size() != 1) {
        return failure(
            ErrorKind::Unsupported,
            BoardEvaluator::tr(
                "“%1” has %2 inputs; only models with one picture input can be evaluated on labelled pictures.")
                .arg(file)
                .arg(model->inputs.size()));
    }
    const BoardTensorInfo& input = model->inputs.first();
    InputConfig inputConfig = config.inputs.isEmpty() ? InputConfig{} : config.inputs.first();
    if (inputConfig.typeRt == InputType::Unknown)
        inputConfig.typeRt = input.inputType;
    if (inputConfig.layoutRt == TensorLayout::Unknown)
        inputConfig.layoutRt = input.layout;
    Batch batch(board, file, input, inputConfig, data, scratchFolder);
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < runsAtOnce; ++worker)
            workers.emplace_back([&batch, worker, &cancel] { batch.work(worker, cancel); });
        while (!batch.isFinished(runsAtOnce)) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            progress.report(batch.done(), data.samples.size(),
                            BoardEvaluator::tr("Evaluating %1").arg(QFileInfo(file).fileName()));
        }
    }
    auto predictions = batch.result(cancel);
    if (!predictions)
        return forward(predictions);
    return tally(Stage::Board, file, data, std::move(*predictions));
}

} // namespace driftscope
