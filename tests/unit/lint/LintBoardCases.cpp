// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LintCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

constexpr Severity info = Severity::Info;
constexpr Severity warning = Severity::Warning;
constexpr Severity error = Severity::Error;

/// A board file with the entries; without a march, which every case brings its own of.
SubjectChange withBoard(const QList<std::pair<QString, QString>>& entries, const QString& magic = {})
{
    return [entries, magic](LintSubject& subject) {
        BoardModel board;
        board.metadata.append(u"INPUT_NAMES"_s, u"x;"_s);
        for (const auto& [key, value] : entries)
            board.metadata.append(key, value);
        board.hbmMagic = magic;
        subject.board = std::make_shared<const BoardModel>(board);
    };
}

SubjectChange withLogOfVersion(const QString& version)
{
    const SubjectChange board = withBoard({{u"BUILDER_VERSION"_s, u"1.24.3"_s}});
    return [board, version](LintSubject& subject) {
        board(subject);
        MakertbinLog log;
        log.versions = {{u"hb_mapper"_s, version}};
        subject.log = std::make_shared<const MakertbinLog>(log);
    };
}

} // namespace

QList<LintCase> boardCases()
{
    const auto entry = [](const char* key, const char* value) {
        return withBoard({{QString::fromLatin1(key), QString::fromLatin1(value)}});
    };
    const auto coded = [](const char* march, const char* magic) {
        return withBoard({{u"MARCH"_s, QString::fromLatin1(march)}}, QString::fromLatin1(magic));
    };
    return {
        {"board-of-other-march", "", "", error, entry("MARCH", "nash-e"), entry("MARCH", "bayes-e")},
        {"board-code-of-other-march", "", "", error, coded("bayes", "#B2Ehbm#"), coded("bayes-e", "#B2Ehbm#")},
        {"board-inputs-differ", "", "", warning, entry("INPUT_TYPE_RT", "nv12;"), entry("INPUT_TYPE_RT", "rgb;")},
        {"board-inputs-differ", "", "i.input_type_rt=nv12", warning, entry("INPUT_LAYOUT_RT", "NCHW;"),
         entry("INPUT_LAYOUT_RT", "NCHW;")},
        {"board-norm-differs", "", "", warning, entry("MEAN_VALUE", "103.94,116.78,123.68,;"),
         entry("MEAN_VALUE", "123.675,116.28,103.53,;")},
        {"board-norm-differs", "", "", warning, entry("NORM_TYPE", "data_scale;"),
         entry("NORM_TYPE", "data_mean_and_scale;")},
        {"board-build-differs", "", "", info, entry("hbdk_pass_through_params", "--O0 --core-num 1 --fast"),
         entry("hbdk_pass_through_params", "--O3 --core-num 1 --fast")},
        {"board-not-of-log", "", "", warning, withLogOfVersion(u"1.23.8"_s), withLogOfVersion(u"1.24.3"_s)},
    };
}

} // namespace driftscope::test
