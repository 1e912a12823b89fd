// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules over what calibration folders hold.
#include "core/lint/RuleCatalogue.h"

#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

QList<RuleInfo> calibrationRuleRows()
{
    return {
        {"calibration-unreadable"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "A folder or sample of the calibration data that cannot be read."),
         lintSource::x3Manual},
        {"calibration-npy-files"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", ".npy files, whose header is read as numbers."), lintSource::x5Manual},
        {"calibration-pictures"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Picture files with preprocess_on off."), lintSource::x3Manual},
        {"calibration-raw-with-preprocess"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Files that are no pictures with preprocess_on."), lintSource::x3Manual},
        {"calibration-picture-odd-size"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Pictures of odd width or height for nv12 or yuv444."), lintSource::x3Manual},
        {"calibration-stray-files"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Files that are no samples; every file in the folder is read."),
         lintSource::x5Manual},
        {"calibration-sample-count"_L1, "info or warning or error"_L1, "info or warning or error"_L1,
         "info or warning or error"_L1, QT_TRANSLATE_NOOP("LintRules", "No samples, too few or too many."),
         lintSource::x3Manual},
        {"calibration-file-size"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples whose size does not fit the shape and type."), lintSource::x3Manual},
        {"calibration-batch"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples of one picture where the shape holds a batch."), lintSource::x3Manual},
        {"calibration-uneven-sizes"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples of several sizes where the shape is not known."),
         lintSource::x3Manual},
        {"calibration-data-type"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples whose bytes look like another type than the one they are read as."),
         lintSource::x3Manual},
        {"calibration-normalised-twice"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that were normalized although norm_type does so again."),
         lintSource::x5Manual},
        {"calibration-divided-twice"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that were divided by 255 although scale_value does so again."),
         lintSource::x5Manual},
        {"calibration-unlike-board"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP(
             "LintRules",
             "Samples that were normalized although the config normalizes nothing and the board feeds pixels."),
         lintSource::x5Manual},
        {"calibration-not-normalised"_L1, "info or warning"_L1, "info or warning"_L1, "info or warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Pixels from 0 to 255 for a network that seems to want them normalized."),
         lintSource::x3Manual},
        {"calibration-offset"_L1, "warning or error"_L1, "warning or error"_L1, "warning or error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples from which 128 was subtracted already."), lintSource::x3Manual},
        {"calibration-range-beyond"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Values outside of 0 to 255 where pixels are read."), lintSource::x3Manual},
        {"calibration-range-mixed"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples in several ranges of values."), lintSource::x3Manual},
        {"calibration-layout"_L1, "warning or error"_L1, "warning or error"_L1, "warning or error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that lie in another layout than input_layout_train says."),
         lintSource::x3Manual},
        {"calibration-colour-order"_L1, "info or warning"_L1, "info or warning"_L1, "info or warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that seem to be in another colour order than input_type_train says."),
         lintSource::x3Manual},
        {"calibration-constant"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples of one colour."), lintSource::x3Manual},
        {"calibration-exposure"_L1, "warning"_L1, "warning"_L1, "warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that are almost black or white."), lintSource::x3Manual},
        {"calibration-duplicates"_L1, "info or warning"_L1, "info or warning"_L1, "info or warning"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples that are the same."), lintSource::x3Manual},
        {"calibration-non-finite"_L1, "error"_L1, "error"_L1, "error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Samples with values that are no numbers."), lintSource::x3Manual},
        {"calibration-inputs-unpaired"_L1, "warning or error"_L1, "warning or error"_L1, "warning or error"_L1,
         QT_TRANSLATE_NOOP("LintRules", "Inputs with unequal numbers of samples, or with names that do not pair."),
         lintSource::x3Manual},
    };
}

} // namespace driftscope
