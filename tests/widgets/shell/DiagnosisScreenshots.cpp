// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/DiagnosisScreenshots.h"

#include "tests/widgets/shell/WindowFixture.h"

#include "core/base/Files.h"
#include "core/board/BoardRun.h"
#include "widgets/common/PaneTable.h"
#include "widgets/dumps/ImportDumpsDialog.h"
#include "widgets/samples/SamplesPane.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/shell/BoardScriptDialog.h"
#include "widgets/shell/ReportDialog.h"
#include "widgets/verdict/DiagnoseFilesDialog.h"
#include "widgets/verdict/VerdictBanner.h"

#include <QPointer>
#include <QToolButton>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

/// Dumps of the board that is there and the script for a board that is not.
void takeDumps(WindowFixture& fixture, const DialogCamera& takeDialog)
{
    const LoadedStage* board = fixture.session().chain().find(Stage::Board);
    const QString dumps = fixture.folder() + u"/dumps"_s;
    BoardRunRequest request;
    request.board = fixture.session().boards().first();
    request.modelFile = board->file;
    request.dumpFolder = dumps;
    request.layers = true;
    const QString input = fixture.folder() + u"/input.bin"_s;
    QByteArray pixels(qsizetype{64} * 64 * 3, '\0');
    for (qsizetype i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<char>(i / 192 * 3 + i % 3 * 40);
    (void)writeFileAtomically(input, pixels);
    request.inputFiles = {input};
    Progress progress;
    const auto run = runOnBoard(request, {}, progress);
    if (!run)
        std::fprintf(stderr, "%s\n", qPrintable(run.error().message));
    takeDialog(u"import-dumps"_s, [&] {
        auto* dialog = new ImportDumpsDialog(fixture.session(), &fixture.window());
        dialog->show();
        dialog->addPaths({dumps});
        (void)QTest::qWaitFor([dialog] { return !dialog->isBusy() && dialog->model().rowCount() > 0; }, 20000);
        dialog->table()->selectRow(std::min(6, dialog->model().rowCount() - 1));
        (void)QTest::qWaitFor([dialog] { return !dialog->isBusy(); }, 20000);
        return QPointer<QWidget>(dialog);
    });
    takeDialog(u"board-script"_s, [&] {
        auto* dialog = new BoardScriptDialog(fixture.session(), &fixture.window());
        dialog->show();
        return QPointer<QWidget>(dialog);
    });
}

} // namespace

void takeDiagnosis(WindowFixture& fixture, const std::function<void(const QString& name)>& take,
                   const DialogCamera& takeDialog)
{
    (void)fixture.run(u"run.compile"_s);
    (void)fixture.run(u"run.evaluate"_s);
    fixture.trigger(u"view.samples"_s);
    fixture.window().findChild<SamplesPane*>()->table()->selectRow(0);
    QTest::qWait(300);
    take(u"samples"_s);
    (void)fixture.run(u"run.diagnose"_s);
    take(u"verdict"_s);
    fixture.window().findChild<VerdictBanner*>()->evidenceButton()->click();
    take(u"evidence"_s);
    const auto shown = [](QDialog* dialog) {
        dialog->show();
        return QPointer<QWidget>(dialog);
    };
    takeDialog(u"diagnose-files"_s, [&] {
        auto* dialog = new DiagnoseFilesDialog(fixture.session().project()->configFile,
                                               fixture.session().chain().files(), &fixture.window());
        dialog->takeFiles({u"/photos/face.png"_s, u"/dumps/model_infer_output_0_output.bin"_s});
        return shown(dialog);
    });
    takeDialog(u"boards"_s, [&] {
        auto* dialog = new SettingsDialog(fixture.session(), &fixture.window());
        dialog->showBoards();
        return shown(dialog);
    });
    takeDialog(u"export-report"_s,
               [&] { return shown(new ReportDialog(fixture.session(), u"en"_s, &fixture.window())); });
    takeDialog(u"captures"_s, [&] {
        auto* dialog = new SettingsDialog(fixture.session(), &fixture.window());
        dialog->showCaptures();
        return shown(dialog);
    });
    takeDumps(fixture, takeDialog);
}

} // namespace driftscope::test
