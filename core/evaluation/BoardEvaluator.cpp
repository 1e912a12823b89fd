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
/// time that starting and sending take.
constexpr int runsAtOnce = 2;
/// Pictures that are sent together.
constexpr qsizetype picturesAtOnce = 16;

/// Predicts pictures, some at a time, until none is left. Shared by the workers, each with a connection of its own.
class Batch
{
public:
    Batch(const BoardProfile& board, const QString& file, const BoardModel& model, const InputConfig& config,
          const LabelledData& data, const QString& scratchFolder)
        : m_board(board)
        , m_file(file)
        , m_model(model)
        , m_config(config)
        , m_data(data)
        , m_scratch(scratchFolder)
        , m_predictions(static_cast<std::size_t>(data.samples.size()))
    { }

    void work(int worker, const CancelToken& cancel)
    {
        Progress quiet;
        auto connection = BoardConnection::open(m_board, cancel, quiet);
        if (!connection)
            fail(connection.error());
        const QString folder = QDir(m_scratch).filePath(u"board_%1"_s.arg(worker));
        while (connection && !m_failed && !cancel.isCancelled()) {
            const qsizetype first = m_next.fetch_add(picturesAtOnce);
            if (first >= m_data.samples.size())
                break;
            if (auto predicted = predict(**connection, first, folder, cancel); !predicted)
                fail(predicted.error());
        }
        ++m_finishedWorkers;
    }

    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] bool isFinished(int workers) const { return m_finishedWorkers == workers; }

    Result<std::vector<Prediction>> result(const CancelToken& cancel)
    {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, BoardEvaluator::tr("The evaluation was cancelled."));
        if (m_failed)
            return tl::make_unexpected(m_error);
        return std::move(m_predictions);
    }

private:
    void fail(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_failed.exchange(true))
            m_error = error;
    }

    Result<void> predict(BoardConnection& connection, qsizetype first, const QString& folder, const CancelToken& cancel)
    {
        const qsizetype count = std::min(picturesAtOnce, m_data.samples.size() - first);
        BoardJob job;
        job.modelFile = m_file;
        for (qsizetype i = 0; i < count; ++i) {
            const QString own = QDir(folder).filePath(QString::number(i));
            auto input = writeInput(m_data.samples[first + i].file, own);
            if (!input)
                return forward(input);
            job.samples.append({{*input}, own});
        }
        Progress quiet;
        auto captures = connection.run(job, cancel, quiet);
        if (!captures)
            return forward(captures);
        for (qsizetype i = 0; i < count; ++i) {
            if (const CapturedTensor* scores = scoresOf((*captures)[i])) {
                m_predictions[static_cast<std::size_t>(first + i)]
                    = predictionOf(scores->tensor.toRealValues(), m_data.samples[first + i].label);
            }
        }
        m_done += count;
        return {};
    }

    /// The model's first output, in whatever order they were dumped; null where there is none.
    [[nodiscard]] const CapturedTensor* scoresOf(const Capture& capture) const
    {
        const CapturedTensor* named = m_model.outputs.isEmpty() ? nullptr : capture.find(m_model.outputs.first().name);
        const QList<const CapturedTensor*> outputs = capture.outputs();
        return named == nullptr && !outputs.isEmpty() ? outputs.first() : named;
    }

    /// What the board is fed of a picture.
    [[nodiscard]] Result<QString> writeInput(const QString& pictureFile, const QString& folder) const
    {
        auto picture = readPicture(pictureFile);
        if (!picture)
            return forward(picture);
        auto fed = pictureForBoard(*picture, m_config, m_model.inputs.first().shape);
        if (!fed)
            return forward(fed);
        if (auto made = makeFolder(folder); !made)
            return forward(made);
        const QString file = QDir(folder).filePath(u"input.raw"_s);
        if (auto written = writeFileAtomically(file, fed->bytes()); !written)
            return forward(written);
        return file;
    }

    const BoardProfile& m_board;
    const QString& m_file;
    const BoardModel& m_model;
    const InputConfig& m_config;
    const LabelledData& m_data;
    QString m_scratch;
    std::vector<Prediction> m_predictions;
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
    Batch batch(board, file, *model, inputConfig, data, scratchFolder);
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
