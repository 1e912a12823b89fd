// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// driftscope-graph-screenshots DIR MODEL|FOLDER…: real graphs at five zooms, stages side by side, overlays, presets and
// paths, light and dark, at one and two device pixels for a pixel.
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"

#include "core/toolchain/Compilation.h"
#include "widgets/graph/CompareView.h"
#include "widgets/shell/CompareBuilder.h"

#include <QDir>
#include <QFileInfo>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// A view of some stages of a chain, and the folder for its pictures.
class Subject
{
public:
    Subject(QString folder, QString name, const LoadedChain& chain)
        : m_folder(std::move(folder))
        , m_name(std::move(name))
        , m_chain(chain)
    {
        m_view.resize(1600, 1000);
        m_view.show();
    }

    bool show(const QList<Stage>& stages)
    {
        auto scene = buildComparison(m_chain, stages, CancelToken(), m_view.presets());
        if (!scene) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(m_name), qUtf8Printable(scene.error().message));
            return false;
        }
        for (ComparePane& pane : scene->panes)
            pane.decorations = decorationsFor(m_chain, *m_chain.find(pane.stage), std::nullopt);
        m_view.setPanes(std::move(scene->panes), scene->matches);
        settle();
        return true;
    }

    void take(const QString& what)
    {
        for (const bool isDark : {false, true}) {
            useDarkPalette(isDark);
            settle();
            for (const int ratio : {1, 2}) {
                const QString file = QDir(m_folder).filePath(
                    u"%1-%2-%3@%4x.png"_s.arg(m_name, what, isDark ? u"dark"_s : u"light"_s).arg(ratio));
                if (!grabAt(m_view, ratio).save(file))
                    std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(file));
            }
        }
        useDarkPalette(false);
        settle();
    }

    /// The middle of the graph, from afar to near.
    void takeZooms()
    {
        GraphView* first = m_view.view(0);
        first->zoomToFit();
        take(u"zoom1-fit"_s);
        int number = 2;
        for (const double scale : {0.12, 0.3, 0.7, 1.5}) {
            first->setTransform({first->transform().origin, scale});
            const int middle = first->scene()->boxCount() / 2;
            first->centerOn(first->scene()->box(middle).rect.center());
            take(u"zoom%1-%2"_s.arg(number++).arg(scale));
        }
        first->setTransform({first->transform().origin, 1.0});
    }

    CompareView& view() { return m_view; }

private:
    static void settle() { QTest::qWait(150); } // zooming becomes crisp after 80 ms

    QString m_folder;
    QString m_name;
    const LoadedChain& m_chain;
    CompareView m_view;
};

Result<LoadedChain> load(const QString& path)
{
    Progress progress;
    const QFileInfo info(path);
    if (!info.isDir())
        return loadChain({{stageFromFileName(info.fileName()), info.absoluteFilePath()}}, nullptr, nullptr,
                         CancelToken(), progress);
    if (const auto run = readRun(path))
        return loadChain(run->artifacts, nullptr, &run->log, CancelToken(), progress);
    return loadChain(findArtifacts(path), nullptr, nullptr, CancelToken(), progress);
}

void takeStages(Subject& subject, const LoadedChain& chain)
{
    QList<Stage> all;
    for (const LoadedStage& stage : chain.stages)
        all.append(stage.stage);
    if (all.size() >= 5 && subject.show(all.mid(0, 5)))
        subject.take(u"five-stages"_s);
    const QList<Stage> three
        = all.size() > 3 ? QList<Stage>{all.first(), Stage::OptimizedFloat, Stage::Quantized} : all;
    if (!subject.show(three))
        return;
    subject.take(u"three-stages"_s);
    for (const Overlay overlay : allOverlays) {
        subject.view().setOverlay(overlay);
        subject.take(u"overlay-%1"_s.arg(overlayKey(overlay)));
    }
    subject.view().setOverlay(Overlay::OpFamily);
    subject.view().setPreset(ViewPreset::OnlyInserted, true);
    subject.take(u"only-inserted"_s);
    subject.view().resetPresets();
    subject.view().selectBox(0, subject.view().view(0)->scene()->boxCount() / 3);
    subject.view().setPathsShown(true);
    subject.take(u"paths"_s);
    subject.view().setPathsShown(false);
    subject.view().clearSelection();
    if (all.contains(Stage::Calibrated) && subject.show({Stage::OptimizedFloat, Stage::Calibrated})) {
        subject.take(u"calibrated"_s);
        subject.view().setPreset(ViewPreset::HideQuantizePairs, true);
        if (subject.show({Stage::OptimizedFloat, Stage::Calibrated}))
            subject.take(u"calibrated-without-pairs"_s);
    }
}

} // namespace

int main(int argc, char** argv)
{
    setUpEnvironment();
    QApplication application(argc, argv);
    setUpApplication();
    if (argc < 3) {
        std::fprintf(stderr, "usage: driftscope-graph-screenshots DIR MODEL|FOLDER…\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QDir().mkpath(folder);
    for (int i = 2; i < argc; ++i) {
        const QString path = QString::fromLocal8Bit(argv[i]);
        const auto chain = load(path);
        if (!chain) {
            std::fprintf(stderr, "%s: %s\n", argv[i], qUtf8Printable(chain.error().message));
            return 1;
        }
        Subject subject(folder, QFileInfo(path).completeBaseName(), *chain);
        if (!subject.show({chain->stages.first().stage}))
            return 1;
        subject.takeZooms();
        if (chain->stages.size() > 1)
            takeStages(subject, *chain);
    }
    return 0;
}
