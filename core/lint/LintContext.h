// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/Linter.h"

namespace driftscope {

/// Where statements of the rules come from, cited in findings. Not translated: they are names of documents.
namespace lintSource {
inline constexpr QLatin1StringView x3Manual("X3 toolchain manual, PTQ process");
inline constexpr QLatin1StringView
    x5Manual("OE 1.2.8 X5 manual, as summarized in the rdk-x5-toolchain-quantization notes");
inline constexpr QLatin1StringView x5Validator("oe-skills-x5, PTQ config schema and validator");
inline constexpr QLatin1StringView publishedLogs("published hb_mapper logs and configs of the model zoo");
inline constexpr QLatin1StringView
    fieldReport("report of a classifier that was right as quantized ONNX and wrong on the board");
inline constexpr QLatin1StringView laterToolchain("hb_compile manual of the later toolchain");
inline constexpr QLatin1StringView operatorList("X3 toolchain manual, supported operators");
inline constexpr QLatin1StringView publishedModels("published board models and the build configuration in them");
inline constexpr QLatin1StringView forum("developer forum of the maker, alignment of tensors");
inline constexpr QLatin1StringView yaml("YAML 1.1, types of plain scalars");
} // namespace lintSource

/// What a check has at hand: the subject, and how to report. Keys are full (`input_parameters.norm_type`).
class LintContext
{
public:
    LintContext(const LintSubject& subject, QString ruleId, Diagnostics& findings);

    [[nodiscard]] const LintSubject& subject() const { return m_subject; }
    [[nodiscard]] const ConfigDocument& document() const { return m_subject.document; }
    [[nodiscard]] const ConversionConfig& config() const { return m_subject.config; }

    /// Whether the key is written with a value that is not empty.
    [[nodiscard]] bool isGiven(const QString& key) const;
    /// Whether the key is written as a yes.
    [[nodiscard]] bool isOn(const QString& key) const;
    /// Items of a `;` list without empty ones.
    [[nodiscard]] QStringList list(const QString& key) const;
    /// The value of one input in a `;` list, `None` as nothing.
    [[nodiscard]] QString item(const QString& key, qsizetype input) const;
    /// The shape of an input from the config, else from the model.
    [[nodiscard]] std::optional<Shape> shapeOf(qsizetype input) const;
    /// The model's value behind an input of the config; invalid without a model, or where it has none.
    [[nodiscard]] ValueId modelInput(qsizetype input) const;
    /// Folder of an input's calibration samples, the caller's override first; empty when none is known or it does not
    /// exist.
    [[nodiscard]] QString existingCalibrationFolder(qsizetype input) const;
    /// Whether every input has a folder of samples that exists: without one, calibration cannot be switched on.
    [[nodiscard]] bool hasCalibrationFolders() const;
    /// `input "data"` or `the input` for sentences.
    [[nodiscard]] QString inputLabel(qsizetype input) const;

    /// A fix that replaces one input's item and keeps the others.
    [[nodiscard]] Fix setItem(const QString& key, qsizetype input, const QString& value) const;
    [[nodiscard]] Fix set(const QString& key, const QString& value) const;
    [[nodiscard]] Fix remove(const QString& key) const;
    /// remove() where one input is all there is; nothing for lists, whose other items must stay.
    [[nodiscard]] std::optional<Fix> removeForSingleInput(const QString& key) const;

    /// `key` places the finding: its value, else its name, else its group, else the whole file.
    void report(Severity severity, const QString& key, const QString& message, const QString& why,
                QLatin1StringView source, std::optional<Fix> fix = std::nullopt) const;
    void reportAt(Severity severity, const SourceRange& range, const QString& key, const QString& message,
                  const QString& why, QLatin1StringView source, std::optional<Fix> fix = std::nullopt) const;

private:
    [[nodiscard]] SourceRange rangeOf(const QString& key) const;

    const LintSubject& m_subject;
    QString m_ruleId;
    Diagnostics& m_findings;
};

using LintCheck = void (*)(const LintContext&);

struct NamedCheck
{
    QLatin1StringView id;
    LintCheck check;
};

/// The families, each in a file of its own.
[[nodiscard]] QList<NamedCheck> keyRules();
[[nodiscard]] QList<NamedCheck> valueRules();
[[nodiscard]] QList<NamedCheck> marchRules();
[[nodiscard]] QList<NamedCheck> inputRules();
[[nodiscard]] QList<NamedCheck> layoutRules();
[[nodiscard]] QList<NamedCheck> shapeRules();
[[nodiscard]] QList<NamedCheck> normRules();
[[nodiscard]] QList<NamedCheck> normUnitRules();
[[nodiscard]] QList<NamedCheck> calibrationRules();
[[nodiscard]] QList<NamedCheck> calibrationFileRules();
[[nodiscard]] QList<NamedCheck> calibrationSizeRules();
[[nodiscard]] QList<NamedCheck> calibrationRangeRules();
[[nodiscard]] QList<NamedCheck> calibrationContentRules();
[[nodiscard]] QList<NamedCheck> compilerRules();
[[nodiscard]] QList<NamedCheck> modelRules();
[[nodiscard]] QList<NamedCheck> graphRules();
[[nodiscard]] QList<NamedCheck> graphInputRules();
[[nodiscard]] QList<NamedCheck> operatorRules();
[[nodiscard]] QList<NamedCheck> nodeNameRules();
[[nodiscard]] QList<NamedCheck> nodeRemovalRules();
[[nodiscard]] QList<NamedCheck> inputSourceRules();
[[nodiscard]] QList<NamedCheck> compilerValueRules();
[[nodiscard]] QList<NamedCheck> optimizationRules();
[[nodiscard]] QList<NamedCheck> customOpRules();
[[nodiscard]] QList<NamedCheck> namingRules();
[[nodiscard]] QList<NamedCheck> yamlRules();
[[nodiscard]] QList<NamedCheck> logRules();
[[nodiscard]] QList<NamedCheck> boardRules();

} // namespace driftscope
