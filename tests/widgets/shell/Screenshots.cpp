// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// driftscope-screenshots DIR [navigation|rules|runs|layers|diagnosis]: the sample's story in the window (or its part
// about moving about, about rules and new configs, about layers and tensors, or about boards and the diagnosis), a
// picture of every state, light and dark, English and Chinese, at one and two device pixels for a pixel.
#include "tests/support/Screenshot.h"
#include "tests/widgets/shell/DiagnosisScreenshots.h"
#include "tests/widgets/shell/LayerScreenshots.h"
#include "tests/widgets/shell/WindowFixture.h"

#include "core/base/Files.h"
#include "widgets/common/PaneTable.h"
#include "widgets/config/AcceptFinding.h"
#include "widgets/config/CompareConfigsDialog.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/NewConfigDialog.h"
#include "widgets/config/RulesDialog.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/ExportDialog.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/settings/SettingsDialog.h"
#include "widgets/shell/CommandPalette.h"
#include "widgets/shell/CompareController.h"
#include "widgets/shell/CorrectionsDialog.h"
#include "widgets/shell/MessageBar.h"
#include "widgets/verdict/VerdictBanner.h"

#include <QCheckBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QInputDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPointer>
#include <QToolButton>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

const QString layoutKey = u"input_parameters.input_layout_rt"_s;

/// Takes one picture in every look and comes back to light English.
class Camera
{
public:
    Camera(WindowFixture& fixture, QString folder)
        : m_fixture(fixture)
        , m_folder(std::move(folder))
    { }

    void take(const QString& name)
    {
        ++m_number;
        for (const QString& language : {u"en"_s, u"zh_CN"_s}) {
            if (m_fixture.language().current() != language)
                m_fixture.trigger(u"view.language."_s % language);
            for (const QString& theme : {u"light"_s, u"dark"_s}) {
                m_fixture.setTheme(theme);
                settle();
                save(u"%1-%2-%3-%4"_s.arg(m_number, 2, 10, QChar(u'0')).arg(name, theme, language));
            }
        }
        m_fixture.trigger(u"view.language.en"_s);
        m_fixture.setTheme(u"light"_s);
        settle();
    }

    /// One look only: what passes by too quickly for all of them.
    void takeOnce(const QString& name)
    {
        ++m_number;
        QTest::qWait(60);
        save(u"%1-%2-light-en"_s.arg(m_number, 2, 10, QChar(u'0')).arg(name));
    }

    /// A dialog alone, in every look; it is made anew for each language, as a person would.
    void takeDialog(const QString& name, const std::function<QPointer<QWidget>()>& make)
    {
        ++m_number;
        for (const QString& language : {u"en"_s, u"zh_CN"_s}) {
            if (m_fixture.language().current() != language)
                m_fixture.trigger(u"view.language."_s % language);
            settle();
            const QPointer<QWidget> dialog = make();
            for (const QString& theme : {u"light"_s, u"dark"_s}) {
                m_fixture.setTheme(theme);
                QTest::qWait(120);
                for (const int ratio : {1, 2})
                    write(grabAt(*dialog, ratio),
                          u"%1-%2-%3-%4@%5x"_s.arg(m_number, 2, 10, QChar(u'0')).arg(name, theme, language).arg(ratio));
            }
            delete dialog;
        }
        m_fixture.trigger(u"view.language.en"_s);
        m_fixture.setTheme(u"light"_s);
        settle();
    }

private:
    void settle()
    {
        QTest::qWait(60); // a change of language is told by an event
        (void)m_fixture.waitUntilIdle(); // then sentences are put together anew
        (void)QTest::qWaitFor([this] { return !m_fixture.window().compareController()->isBusy(); }, 10000);
        QTest::qWait(120);
    }

    void save(const QString& name) const
    {
        for (const int ratio : {1, 2}) {
            QImage picture = grabAt(m_fixture.window(), ratio);
            if (auto* palette = m_fixture.window().findChild<CommandPalette*>(); palette->isVisible()) {
                const QImage popup = grabAt(*palette, ratio);
                QPainter(&picture).drawImage(palette->pos() - m_fixture.window().pos(), popup);
            }
            write(picture, u"%1@%2x"_s.arg(name).arg(ratio));
        }
    }

    void write(const QImage& picture, const QString& name) const
    {
        const QString file = QDir(m_folder).filePath(name + u".png"_s);
        if (!picture.save(file))
            std::fprintf(stderr, "cannot write %s\n", qUtf8Printable(file));
    }

    WindowFixture& m_fixture;
    QString m_folder;
    int m_number = 0;
};

void takeCompilation(WindowFixture& fixture, Camera& camera)
{
    fixture.trigger(u"run.compile"_s);
    (void)QTest::qWaitFor(
        [&] { return fixture.session().log().phases.size() > 3 || !fixture.session().jobs().isBusy(); }, 60000);
    camera.takeOnce(u"compiling"_s);
    (void)fixture.waitUntilIdle();
    camera.take(u"compiled"_s);
}

void takeFindings(WindowFixture& fixture, Camera& camera)
{
    (void)fixture.run(u"run.evaluate"_s);
    camera.take(u"evaluated"_s);
    (void)fixture.run(u"run.board"_s);
    (void)fixture.run(u"run.diagnose"_s);
    fixture.window().selection().select(Selection::layer(
        Stage::Quantized,
        fixture.session().comparison() ? fixture.session().comparison()->layers.first().name : QString()));
    camera.take(u"verdict"_s);
    auto* evidence = fixture.window().findChild<VerdictBanner*>()->evidenceButton();
    evidence->click();
    camera.take(u"evidence"_s);
    evidence->click();
    const auto& inserted = fixture.session().chain().inserted;
    const auto found = std::ranges::find_if(inserted, [](const InsertedNode& node) {
        return node.stage == Stage::Board && node.kind == InsertedKind::LayoutConversion;
    });
    if (found != inserted.end())
        fixture.window().selection().select(Selection::node(Stage::Board, found->name));
    camera.take(u"inserted-node"_s);
    fixture.window().selection().select(Selection::configKey(layoutKey));
    fixture.trigger(u"view.text"_s);
    camera.take(u"config-text"_s);
    fixture.trigger(u"view.preview"_s);
    camera.take(u"what-it-will-do"_s);
    fixture.trigger(u"view.form"_s);
}

QPointer<QWidget> shown(QWidget* dialog)
{
    dialog->show();
    return dialog;
}

/// Over the window, where they would stand.
void takeDialogs(WindowFixture& fixture, Camera& camera)
{
    MainWindow& window = fixture.window();
    Session& session = fixture.session();
    camera.takeDialog(u"export"_s, [&] {
        auto* dialog = new ExportDialog({1200, 800}, {2400, 15600}, &window);
        dialog->setFileName(u"graphs.png"_s);
        return shown(dialog);
    });
    camera.takeDialog(u"corrections"_s,
                      [&] { return shown(new CorrectionsDialog(session, window.selection(), &window)); });
    const auto other = session.config()->with(layoutKey, u"NHWC"_s).and_then([](const ConfigDocument& each) {
        return each.with(u"model_parameters.working_dir"_s, u"./elsewhere"_s);
    });
    camera.takeDialog(u"compare-configs"_s, [&] {
        return shown(new CompareConfigsDialog(*other, *session.config(), session.schema(), &window));
    });
    camera.takeDialog(u"accept-finding"_s, [&] {
        askToAccept(session.findings().first(), session, &window);
        return QPointer<QWidget>(window.findChild<QInputDialog*>());
    });
}

/// What the form says of a key.
void takeHelp(WindowFixture& fixture, Camera& camera)
{
    auto* form = fixture.window().findChild<ConfigForm*>();
    form->showKey(layoutKey, false);
    form->field(layoutKey)->helpButton()->click();
    camera.take(u"key-help"_s);
    form->field(layoutKey)->setExplained(false);
}

/// The list of all rules, whole and searched, with rules of the person's own; and a new config from the sample's model.
void takeRulesAndNewConfig(WindowFixture& fixture, Camera& camera)
{
    MainWindow& window = fixture.window();
    Session& session = fixture.session();
    const QFileInfo config(session.config()->path());
    const QString ownRules = QDir(config.absolutePath()).filePath(u"driftscope-rules.yaml"_s);
    (void)writeFileAtomically(ownRules,
                              "rules:\n- id: team-prefix\n  severity: {bernoulli2: warning, bayes-e: error}\n"
                              "  when:\n    not: {key: model_parameters.output_model_file_prefix, matches: ^acme_}\n"
                              "  message: The release script will not find a model of this name.\n"
                              "  source: release handbook, chapter 3\n");
    (void)QTest::qWaitFor([&] { return !session.ownRules().rules()->isEmpty(); }, 3000);
    camera.takeDialog(u"rules"_s, [&] { return shown(new RulesDialog(session, &window)); });
    camera.takeDialog(u"rules-found"_s, [&] {
        auto* dialog = new RulesDialog(session, &window);
        dialog->onlyFound()->click();
        dialog->table()->selectRow(0);
        return shown(dialog);
    });
    (void)writeFileAtomically(ownRules, "rules:\n- id: team-prefix\n  severity: fatal\n");
    (void)QTest::qWaitFor([&] { return !session.ownRules().problems().isEmpty(); }, 3000);
    camera.takeDialog(u"rules-broken"_s, [&] { return shown(new RulesDialog(session, &window)); });
    (void)QFile::remove(ownRules);
    (void)QTest::qWaitFor([&] { return session.ownRules().problems().isEmpty(); }, 3000);
    window.findChild<MessageBar*>()->dismiss();
    const auto newConfig = [&](const QString& model) {
        auto* dialog = new NewConfigDialog(QDir(config.absolutePath()).filePath(model), &window);
        dialog->target()->setText(u"emoji5_bernoulli2.yaml"_s); // without the machine's folders
        dialog->show();
        (void)QTest::qWaitFor([&] { return dialog->inputs()->model()->rowCount() > 0; }, 5000);
        dialog->model()->setText(model);
        return QPointer<QWidget>(dialog);
    };
    camera.takeDialog(u"new-config"_s, [&] { return newConfig(u"emoji5.onnx"_s); });
    camera.takeDialog(u"new-config-no-model"_s, [&] { return newConfig(u"absent.onnx"_s); });
}

/// The config's inputs as a table, a finding that was accepted, and a question about the file.
void takeConfigTools(WindowFixture& fixture, Camera& camera)
{
    Session& session = fixture.session();
    fixture.trigger(u"view.inputs"_s);
    camera.take(u"inputs"_s);
    fixture.trigger(u"view.form"_s);
    takeHelp(fixture, camera);
    const auto& findings = session.findings();
    const auto found = std::ranges::find(findings, layoutKey, &Diagnostic::key);
    if (found == findings.end())
        return;
    const Diagnostic finding = *found;
    session.acceptFinding(finding, u"the program feeds planes"_s);
    camera.take(u"accepted"_s);
    session.withdrawAcceptance(finding);
    const QByteArray original = session.configText();
    session.setConfigValue(u"model_parameters.output_model_file_prefix"_s, u"mine"_s);
    (void)writeFileAtomically(session.config()->path(),
                              QByteArray(original).replace("prefix: 'emoji5'", "prefix: 'theirs'"));
    (void)QTest::qWaitFor([&] { return session.hasConfigConflict(); }, 3000);
    camera.take(u"config-conflict"_s);
    session.resolveConfigConflict(true);
    fixture.window().findChild<MessageBar*>()->dismiss();
    session.setConfigText(original, u"back"_s);
    (void)session.saveConfig();
}

/// Searching, bookmarks, the list of nodes, one pane alone.
void takeNavigation(WindowFixture& fixture, Camera& camera)
{
    CompareView& view = *fixture.window().compareView();
    view.setSearchText(u"(type:*Conv* or inserted:yes) shape:1x* -name:features.1"_s);
    view.findNext();
    view.findNext();
    fixture.trigger(u"go.bookmark"_s);
    view.findNext();
    fixture.trigger(u"go.bookmark.3"_s);
    fixture.trigger(u"view.nodes"_s);
    camera.take(u"search-and-nodes"_s);
    view.setSearchText(u"type:Conv on:GPU tpye:x"_s);
    fixture.trigger(u"view.bookmarks"_s);
    camera.take(u"search-error-and-bookmarks"_s);
    view.setSearchText({});
    fixture.trigger(u"stage.all"_s);
    (void)fixture.waitUntilIdle();
    camera.take(u"all-stages"_s);
    fixture.trigger(u"view.differences"_s);
    view.selectNextDrift();
    camera.take(u"differences"_s);
    fixture.trigger(u"view.contract"_s);
    camera.take(u"input-contract"_s);
    takeDialogs(fixture, camera);
    takeConfigTools(fixture, camera);
    takeRulesAndNewConfig(fixture, camera);
    fixture.trigger(u"view.bookmarks"_s);
    view.maximizePane(view.paneCount() - 1);
    view.beginPick(view.paneCount() - 1, QObject::tr("Which node belongs to conv1?"));
    camera.takeOnce(u"picking"_s);
    view.cancelPick();
    view.maximizePane(1);
    camera.takeOnce(u"one-pane"_s);
    view.maximizePane(-1);
    view.setSideways(true);
    (void)fixture.waitUntilIdle();
    camera.take(u"left-to-right"_s);
    view.setSideways(false);
    (void)fixture.waitUntilIdle();
    view.maximizePane(-1);
    fixture.trigger(u"view.layers"_s);
}

void takeRules(const QString& folder)
{
    WindowFixture fixture;
    Camera camera(fixture, folder);
    camera.take(u"start"_s);
    fixture.openSample();
    takeRulesAndNewConfig(fixture, camera);
}

/// The mistake, its fix, and what came of it.
void takeRuns(const QString& folder)
{
    WindowFixture fixture;
    Camera camera(fixture, folder);
    fixture.openSample();
    (void)fixture.run(u"run.compile"_s);
    (void)fixture.run(u"run.evaluate"_s);
    fixture.session().setConfigValue(layoutKey, u"NHWC"_s);
    (void)fixture.run(u"run.compile"_s);
    (void)fixture.run(u"run.evaluate"_s);
    camera.takeDialog(u"runs"_s, [&] {
        auto* dialog = new RunsDialog(fixture.session(), &fixture.window());
        dialog->show();
        (void)QTest::qWaitFor([&] { return !dialog->isBusy(); }, 5000);
        dialog->table()->selectAll();
        (void)QTest::qWaitFor([&] { return !dialog->isBusy(); }, 20000);
        return QPointer<QWidget>(dialog);
    });
    takeSweeps(fixture, [&camera](const QString& name, const DialogMaker& make) { camera.takeDialog(name, make); });
    camera.takeDialog(u"settings"_s, [&] { return shown(new SettingsDialog(fixture.session(), &fixture.window())); });
    fixture.trigger(u"view.log"_s);
    fixture.session().setConfigValue(u"model_parameters.march"_s, u"bayes"_s);
    fixture.session().setConfigValue(u"calibration_parameters.cal_data_dir"_s, u"./nowhere"_s);
    (void)fixture.run(u"run.compile"_s);
    camera.take(u"failed-log"_s);
}

void takeTensors(const QString& folder)
{
    WindowFixture fixture;
    Camera camera(fixture, folder);
    fixture.openSample();
    takeLayers(
        fixture, [&camera](const QString& name) { camera.take(name); },
        [&camera](const QString& name, const DialogMaker& make) { camera.takeDialog(name, make); });
}

void takeDiagnosis(const QString& folder)
{
    WindowFixture fixture;
    Camera camera(fixture, folder);
    fixture.openSample();
    takeDiagnosis(
        fixture, [&camera](const QString& name) { camera.take(name); },
        [&camera](const QString& name, const DialogMaker& make) { camera.takeDialog(name, make); });
}

void takeStory(const QString& folder, bool isNavigationOnly)
{
    WindowFixture fixture;
    Camera camera(fixture, folder);
    camera.take(u"start"_s);
    fixture.openSample();
    camera.take(u"opened"_s);
    takeCompilation(fixture, camera);
    takeNavigation(fixture, camera);
    if (isNavigationOnly)
        return;
    takeFindings(fixture, camera);
    fixture.window().open(QDir(fixture.folder()).filePath(u"not-there.yaml"_s));
    camera.take(u"error"_s);
    fixture.window().showCommandPalette();
    camera.takeOnce(u"command-palette"_s);
    fixture.window().findChild<CommandPalette*>()->hide();
    fixture.window().findChild<MessageBar*>()->dismiss();
    fixture.session().fixAndRunAgain();
    (void)QTest::qWaitFor([&] { return !fixture.session().jobs().isBusy() && fixture.session().verdict(); }, 400000);
    (void)fixture.waitUntilIdle();
    camera.take(u"fixed"_s);
}

} // namespace

int main(int argc, char** argv)
{
    setUpEnvironment();
    QApplication application(argc, argv);
    setUpApplication();
    const QByteArrayView part(argc == 3 ? argv[2] : "");
    const bool isNavigationOnly = part == "navigation";
    if (argc != 2 && !isNavigationOnly && part != "rules" && part != "runs" && part != "layers"
        && part != "diagnosis") {
        std::fprintf(stderr, "usage: driftscope-screenshots DIR [navigation|rules|runs|layers|diagnosis]\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "driftscope-screenshots: the folder %s cannot be made.\n", argv[1]);
        return 2;
    }
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty()) {
        std::fprintf(stderr, "driftscope-screenshots: %s\n", qUtf8Printable(missing));
        return 2;
    }
    if (part == "rules")
        takeRules(folder);
    else if (part == "runs")
        takeRuns(folder);
    else if (part == "layers")
        takeTensors(folder);
    else if (part == "diagnosis")
        takeDiagnosis(folder);
    else
        takeStory(folder, isNavigationOnly);
    return 0;
}
