// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/VerificationFiles.h"

#include "core/board/DumpedTensor.h"
#include "core/board/ModelInfo.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct VerificationFiles
{
    Q_DECLARE_TR_FUNCTIONS(VerificationFiles)
};

InputType inputTypeOfBoard(const QString& tensorType)
{
    static const QHash<QString, InputType> types{{u"NV12"_s, InputType::Nv12}, {u"NV12_SEPARATE"_s, InputType::Nv12},
                                                 {u"Y"_s, InputType::Gray},    {u"YUV444"_s, InputType::Yuv444},
                                                 {u"RGB"_s, InputType::Rgb},   {u"BGR"_s, InputType::Bgr}};
    constexpr QLatin1StringView pictures{"HB_DNN_IMG_TYPE_"};
    if (!tensorType.startsWith(pictures))
        return InputType::Featuremap;
    return types.value(tensorType.mid(pictures.size()), InputType::Unknown);
}

bool isOfModel(const QString& quantizedFile, const QString& model)
{
    const QString name = QFileInfo(quantizedFile).completeBaseName();
    return name == model || name == model + u"_quantized_model"_s;
}

Result<LoadedStage> loadQuantized(const QString& file, const CancelToken& cancel)
{
    auto stage = loadStage(file, Stage::Quantized, cancel);
    if (stage && !stage->draft) {
        return failure(ErrorKind::InvalidArgument,
                       VerificationFiles::tr("“%1” is no quantized model; name *_quantized_model.onnx.").arg(file));
    }
    return stage;
}

/// A .bin with one model, which can be read here.
Result<QList<VerificationSubject>> onlySubject(const FilesToVerify& files, LoadedStage board, const CancelToken& cancel)
{
    if (!board.board || files.quantized.size() != 1) {
        return failure(ErrorKind::InvalidArgument,
                       board.board ? VerificationFiles::tr("“%1” holds one model, but %2 quantized models were given.")
                                         .arg(files.board)
                                         .arg(files.quantized.size())
                                   : VerificationFiles::tr("“%1” is no board model; name a .bin.").arg(files.board));
    }
    auto quantized = loadQuantized(files.quantized.first(), cancel);
    if (!quantized)
        return forward(quantized);
    VerificationSubject subject;
    subject.name = board.board->name;
    subject.quantized = *std::move(quantized);
    subject.board = std::move(board);
    subject.modelName = files.modelName;
    subject.config = files.config;
    return QList<VerificationSubject>{subject};
}

Result<QList<BoardModelInfo>> chosen(const QList<BoardModelInfo>& models, const FilesToVerify& files)
{
    QStringList names;
    for (const BoardModelInfo& model : models) {
        if (model.modelName == files.modelName)
            return QList<BoardModelInfo>{model};
        names.append(model.modelName);
    }
    if (files.modelName.isEmpty())
        return models;
    return failure(ErrorKind::NotFound,
                   VerificationFiles::tr("“%1” holds no model “%2”, but %3.")
                       .arg(files.board, files.modelName, names.join(u", "_s)));
}

/// By name; in their order where no name fits and there are as many.
Result<QString> quantizedOf(const QList<BoardModelInfo>& models, qsizetype index, const QStringList& quantized)
{
    const auto fits = [&quantized](const BoardModelInfo& model) {
        return std::ranges::find_if(quantized,
                                    [&model](const QString& file) { return isOfModel(file, model.modelName); });
    };
    if (const auto named = fits(models[index]); named != quantized.end())
        return *named;
    const bool isAnyNamed
        = std::ranges::any_of(models, [&](const BoardModelInfo& model) { return fits(model) != quantized.end(); });
    if (!isAnyNamed && quantized.size() == models.size())
        return quantized[index];
    return failure(ErrorKind::NotFound,
                   VerificationFiles::tr("No quantized model was given for “%1” of the pack; name "
                                         "%1_quantized_model.onnx, or choose another model by --model-name.")
                       .arg(models[index].modelName));
}

} // namespace

BoardModel boardModelOf(const BoardModelInfo& info)
{
    BoardModel model;
    model.name = info.modelName;
    for (const BoardTensorProperties& properties : info.inputs) {
        BoardTensorInfo input;
        input.name = properties.name;
        input.type = dataTypeOfBoard(properties.tensorType);
        input.shape = properties.validShape;
        input.inputType = inputTypeOfBoard(properties.tensorType);
        input.layout = properties.layout;
        model.inputs.append(input);
    }
    for (const BoardTensorProperties& properties : info.outputs) {
        BoardTensorInfo output;
        output.name = properties.name;
        output.type = dataTypeOfBoard(properties.tensorType);
        output.shape = properties.validShape;
        model.outputs.append(output);
    }
    return model;
}

Result<QList<VerificationSubject>> subjectsOfFiles(const FilesToVerify& files, BoardConnection& connection,
                                                   const CancelToken& cancel, Progress& progress)
{
    auto alone = loadStage(files.board, Stage::Board, cancel);
    if (alone)
        return onlySubject(files, *std::move(alone), cancel);
    if (!QFileInfo(files.board).isFile())
        return forward(alone);
    const auto described = connection.describe(files.board, cancel, progress);
    if (!described) // neither can read it: what was found wrong here says more
        return described.error().kind == ErrorKind::Cancelled ? forward(described) : forward(alone);
    const auto models = chosen(*described, files);
    if (!models)
        return forward(models);
    QList<VerificationSubject> subjects;
    for (qsizetype i = 0; i < models->size(); ++i) {
        const auto file = quantizedOf(*models, i, files.quantized);
        if (!file)
            return forward(file);
        auto quantized = loadQuantized(*file, cancel);
        if (!quantized)
            return forward(quantized);
        VerificationSubject subject;
        subject.name = subject.modelName = (*models)[i].modelName;
        subject.quantized = *std::move(quantized);
        subject.board.stage = Stage::Board;
        subject.board.file = QFileInfo(files.board).absoluteFilePath();
        subject.board.board = std::make_shared<const BoardModel>(boardModelOf((*models)[i]));
        if (models->size() == 1)
            subject.config = files.config;
        subjects.append(subject);
    }
    return subjects;
}

} // namespace driftscope
