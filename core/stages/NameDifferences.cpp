// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InputContract.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

class NameComparer
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::NameDifferences)

public:
    explicit NameComparer(const ContractSubject& subject)
        : m_subject(subject)
        , m_config(readConversionConfig(*subject.document))
    { }

    QList<NameDifference> compare()
    {
        compareWith(tr("the log"), logValue(u"onnx_model"_s), logValue(u"output_model_file_prefix"_s));
        if (m_subject.board != nullptr) {
            const BuildMetadata& metadata = m_subject.board->metadata;
            compareWith(tr("the .bin"), metadata.value(u"ONNX_MODEL"_s), metadata.value(u"MODEL_PREFIX"_s));
        }
        comparePrefixes();
        findModel();
        return std::move(m_differences);
    }

private:
    [[nodiscard]] QString logValue(const QString& key) const
    {
        if (m_subject.log == nullptr)
            return {};
        const auto found = std::ranges::find(m_subject.log->parameters, key, &std::pair<QString, QString>::first);
        return found == m_subject.log->parameters.end() ? QString() : found->second;
    }

    void add(const QString& key, const QString& here, const QString& there, const QString& where, const QString& text)
    {
        const auto isSame = [&](const NameDifference& other) { return other.key == key && other.found == there; };
        if (std::ranges::none_of(m_differences, isSame))
            m_differences.append({key, here, there, where, text});
    }

    void compareWith(const QString& where, const QString& model, const QString& prefix)
    {
        const QString written = m_subject.document->scalar(u"model_parameters.onnx_model"_s);
        if (!model.isEmpty() && !written.isEmpty() && QFileInfo(model).fileName() != QFileInfo(written).fileName())
            add(u"model_parameters.onnx_model"_s, written, model, where,
                tr("The config names the model %1, %2 says that it was made from %3.")
                    .arg(QFileInfo(written).fileName(), where, QFileInfo(model).fileName()));
        else if (!model.isEmpty() && !written.isEmpty() && model != m_config.onnxModel)
            add(u"model_parameters.onnx_model"_s, written, model, where,
                tr("The model %1 lay at %2 when the conversion ran, says %3.")
                    .arg(QFileInfo(written).fileName(), model, where));
        if (!prefix.isEmpty() && !m_config.prefix.isEmpty() && prefix != m_config.prefix)
            add(u"model_parameters.output_model_file_prefix"_s, m_config.prefix, prefix, where,
                tr("The config names the files %1…, %2 says %3….").arg(m_config.prefix, where, prefix));
    }

    /// The files themselves: renamed, or of another conversion.
    void comparePrefixes()
    {
        for (const StageGraph& stage : m_subject.stages) {
            const QString name = QFileInfo(stage.file).fileName();
            if (stage.stage == Stage::Float || m_config.prefix.isEmpty() || name.isEmpty()
                || name == m_config.prefix + stageFileSuffix(stage.stage))
                continue;
            add(u"model_parameters.output_model_file_prefix"_s, m_config.prefix, name, tr("this computer"),
                tr("By the config the file %1 would be called %2.")
                    .arg(name, m_config.prefix + stageFileSuffix(stage.stage)));
        }
    }

    void findModel()
    {
        if (!m_config.onnxModel.isEmpty() && !QFileInfo(m_config.onnxModel).isFile())
            add(u"model_parameters.onnx_model"_s, m_subject.document->scalar(u"model_parameters.onnx_model"_s), {},
                tr("this computer"), tr("The model %1 is not on this computer.").arg(m_config.onnxModel));
    }

    const ContractSubject& m_subject;
    ConversionConfig m_config;
    QList<NameDifference> m_differences;
};

} // namespace

QList<NameDifference> nameDifferences(const ContractSubject& subject)
{
    return subject.document != nullptr ? NameComparer(subject).compare() : QList<NameDifference>();
}

} // namespace driftscope
