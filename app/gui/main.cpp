// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope: the desktop program.
#include "app/gui/RenderMode.h"
#include "core/board/BoardFile.h"
#include "core/toolchain/ToolchainFile.h"
#include "widgets/shell/CompareController.h"
#include "widgets/shell/MainWindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

struct Options
{
    bool openSample = false;
    std::optional<Result<RenderRequest>> render; ///< absent for the window
    QString language;
    QString theme;
    QString stopAfter; ///< `window` or `drawn`, for measuring; empty for use
    QStringList files;
};

Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Inspects and debugs neural networks on their way to an edge board."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"sample"_s, QCoreApplication::translate("main", "Open the sample project.")},
        {u"language"_s, QCoreApplication::translate("main", "en or zh_CN."), u"LANGUAGE"_s},
        {u"theme"_s, QCoreApplication::translate("main", "light, dark or system."), u"THEME"_s},
    });
    QCommandLineOption stopAfterOption(u"stop-after"_s, u"Exit when the empty window or the opened graph is drawn."_s,
                                       u"window|drawn"_s);
    stopAfterOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(stopAfterOption);
    parser.addOptions(renderOptions());
    parser.addPositionalArgument(
        u"FILE"_s, QCoreApplication::translate("main", "Projects, conversion YAMLs, ONNX files, .bin files or runs."),
        u"[FILE…]"_s);
    parser.process(application);
    Options options{parser.isSet(u"sample"_s),     {},
                    parser.value(u"language"_s),   parser.value(u"theme"_s),
                    parser.value(stopAfterOption), parser.positionalArguments()};
    if (parser.isSet(u"render"_s)) {
        const bool isDark = themeChoiceFromKey(options.theme) == ThemeChoice::Dark;
        options.render = renderRequest(parser, isDark ? Theme::dark() : Theme::light());
    }
    return options;
}

/// Drawing into a file works without a display; QApplication would give up where there is none.
void doWithoutDisplay(int argc, char** argv)
{
    const auto isRender = [](const char* argument) { return QByteArrayView(argument).startsWith("--render"); };
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && std::any_of(argv, argv + argc, isRender))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

int render(const Result<RenderRequest>& request)
{
    const Result<QStringList> files = request ? renderComparison(*request) : Result<QStringList>(forward(request));
    if (files) {
        for (const QString& file : *files)
            std::printf("%s\n", qUtf8Printable(file));
        return 0;
    }
    std::fprintf(stderr, "driftscope: %s\n", qUtf8Printable(files.error().message));
    return 2;
}

/// Ends the program when all painting that is due now is done: timers wait for what has been posted.
void quitWhenPainted()
{
    QTimer::singleShot(0, QCoreApplication::instance(), &QCoreApplication::quit);
}

void stopAfter(const QString& moment, MainWindow& window)
{
    if (moment == "window"_L1)
        quitWhenPainted();
    else if (moment == "drawn"_L1)
        QObject::connect(window.compareController(), &CompareController::ready, &window, [&window] {
            if (!window.session().chain().stages.isEmpty())
                quitWhenPainted();
        });
}

} // namespace

int main(int argc, char** argv)
{
    doWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"driftscope"_s);
    QCoreApplication::setApplicationName(u"driftscope"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DRIFTSCOPE_VERSION));
    QGuiApplication::setDesktopFileName(u"org.driftscope.Driftscope"_s);
    QApplication::setWindowIcon(QIcon(u":/icons/driftscope.svg"_s));
    QSettings settings;
    const Options options = readOptions(application);
    Appearance appearance;
    appearance.apply(
        themeChoiceFromKey(options.theme.isEmpty() ? settings.value(u"theme"_s).toString() : options.theme));
    Language language;
    language.apply(options.language.isEmpty() ? settings.value(u"language"_s).toString() : options.language);
    if (options.render)
        return render(*options.render);

    MainWindow window(settings, language, appearance);
    window.session().setPersonalRulesFolder(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                                            % u"/rules"_s);
    window.session().setToolchainsFile(personalToolchainsFile());
    window.session().setBoardsFile(personalBoardsFile());
    window.show();
    stopAfter(options.stopAfter, window);
    if (options.openSample)
        window.openSample(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    for (const QString& file : options.files)
        window.open(file);
    return QApplication::exec();
}
