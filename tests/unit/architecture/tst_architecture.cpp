// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the linker cannot see of the house's rules: which folder includes which. The table is ARCHITECTURE.md's.
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Include
{
    QString file; ///< relative to the source tree
    int line = 0;
    QString target; ///< what stands between the quotes or angle brackets
};

QString sourceDir()
{
    return QStringLiteral(DRIFTSCOPE_SOURCE_DIR);
}

QStringList sourcesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator found(QDir(sourceDir()).filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (found.hasNext())
        files.append(found.next());
    return files;
}

QString textOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read a source file");
    return QString::fromUtf8(file.readAll());
}

QList<Include> includesBelow(const QString& folder)
{
    static const QRegularExpression pattern(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    QList<Include> includes;
    const QDir root(sourceDir());
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read a source file");
        int number = 0;
        for (const QByteArray& line : file.readAll().split('\n')) {
            ++number;
            const auto match = pattern.match(QString::fromUtf8(line));
            if (match.hasMatch())
                includes.append({root.relativeFilePath(file.fileName()), number, match.captured(1)});
        }
    }
    return includes;
}

/// The rooms that each room of core may include, besides itself and base.
const QHash<QString, QStringList>& allowedRooms()
{
    static const QHash<QString, QStringList> rooms{
        {u"base"_s, {}},
        {u"tensor"_s, {}},
        {u"graph"_s, {u"tensor"_s}},
        {u"onnx"_s, {u"graph"_s, u"tensor"_s}},
        {u"boardmodel"_s, {u"graph"_s, u"tensor"_s, u"onnx"_s}},
        {u"layout"_s, {u"graph"_s, u"tensor"_s}},
        {u"search"_s, {u"graph"_s, u"tensor"_s}},
        {u"config"_s, {u"tensor"_s}},
        {u"process"_s, {}},
        {u"toolchain"_s, {u"process"_s, u"config"_s, u"graph"_s, u"tensor"_s}},
        {u"board"_s, {u"process"_s, u"tensor"_s, u"boardmodel"_s, u"graph"_s}},
        {u"stages"_s, {u"graph"_s, u"config"_s, u"boardmodel"_s, u"toolchain"_s, u"tensor"_s}},
        {u"lint"_s, {u"config"_s, u"graph"_s, u"tensor"_s, u"boardmodel"_s, u"toolchain"_s}},
        {u"runtime"_s, {u"tensor"_s, u"graph"_s, u"onnx"_s}},
        {u"sandbox"_s, {u"onnx"_s, u"boardmodel"_s, u"runtime"_s, u"config"_s, u"graph"_s, u"tensor"_s}},
        {u"diagnosis"_s,
         {u"tensor"_s, u"stages"_s, u"runtime"_s, u"board"_s, u"lint"_s, u"boardmodel"_s, u"config"_s, u"graph"_s,
          u"onnx"_s}},
        {u"evaluation"_s,
         {u"runtime"_s, u"board"_s, u"tensor"_s, u"stages"_s, u"config"_s, u"graph"_s, u"onnx"_s, u"boardmodel"_s}},
        {u"history"_s, {u"toolchain"_s, u"config"_s, u"graph"_s, u"tensor"_s}},
        {u"project"_s, {u"config"_s, u"toolchain"_s, u"board"_s, u"stages"_s}},
    };
    return rooms;
}

/// These may include any room of core but not what stands above them.
const QStringList& upperRooms()
{
    static const QStringList rooms{u"session"_s, u"models"_s, u"report"_s};
    return rooms;
}

QString roomOf(const QString& path)
{
    return path.section(u'/', 1, 1);
}

bool startsWithAny(const QString& text, const QStringList& starts)
{
    return std::any_of(starts.begin(), starts.end(), [&](const QString& start) { return text.startsWith(start); });
}

QString place(const Include& include)
{
    return u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target);
}

} // namespace

class tst_Architecture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coreIncludesNothingAboveIt();
    void coreUsesQtCoreOnly();
    void roomsKeepToTheTable();
    void widgetsDoNotIncludeApp();
    void foreignLibrariesStayInTheirRooms_data();
    void foreignLibrariesStayInTheirRooms();
    void everyItemModelIsTested();
    void nobodyCallsProcessEvents();
};

void tst_Architecture::coreIncludesNothingAboveIt()
{
    QStringList broken;
    const QList<Include> includes = includesBelow(u"core"_s);
    QVERIFY(includes.size() > 100);
    for (const Include& include : includes) {
        if (startsWithAny(include.target, {u"widgets/"_s, u"app/"_s, u"tests/"_s}))
            broken.append(place(include));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void tst_Architecture::coreUsesQtCoreOnly()
{
    static const QRegularExpression gui(u"^(QtGui|QtWidgets|QtSvg|QtPrintSupport|QWidget|QPainter|QImage|QPixmap|"
                                        u"QColor|QFont|QPen|QBrush|QIcon|QAction|"
                                        "QUndo|QStandardItem|qcustomplot)"_s);
    QStringList broken;
    for (const Include& include : includesBelow(u"core"_s)) {
        if (gui.match(include.target).hasMatch())
            broken.append(place(include));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void tst_Architecture::roomsKeepToTheTable()
{
    QStringList broken;
    for (const Include& include : includesBelow(u"core"_s)) {
        if (!include.target.startsWith(u"core/"_s))
            continue;
        const QString from = roomOf(include.file);
        const QString to = roomOf(include.target);
        if (from == to || to == u"base"_s)
            continue;
        if (upperRooms().contains(from)) {
            if (upperRooms().indexOf(to) > upperRooms().indexOf(from))
                broken.append(place(include));
            continue;
        }
        QVERIFY2(allowedRooms().contains(from), qPrintable(u"unknown room "_s + from));
        if (!allowedRooms().value(from).contains(to))
            broken.append(place(include));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void tst_Architecture::widgetsDoNotIncludeApp()
{
    QStringList broken;
    for (const Include& include : includesBelow(u"widgets"_s)) {
        if (startsWithAny(include.target, {u"app/"_s, u"tests/"_s}))
            broken.append(place(include));
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

void tst_Architecture::foreignLibrariesStayInTheirRooms_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("homes");
    QTest::newRow("onnx and protobuf") << u"^(onnx/|google/protobuf|boardmodel\\.pb|.*\\.pb\\.h)"_s
                                       << QStringList{u"core/onnx/"_s, u"core/boardmodel/"_s};
    QTest::newRow("ONNX Runtime") << u"^onnxruntime"_s << QStringList{u"core/runtime/"_s};
    QTest::newRow("QProcess") << u"^QProcess$"_s << QStringList{u"core/process/"_s};
    QTest::newRow("yaml-cpp") << u"^yaml-cpp/"_s << QStringList{u"core/config/"_s};
    QTest::newRow("Qt Sql") << u"^QSql"_s << QStringList{u"core/history/"_s};
    QTest::newRow("libpng, libjpeg and zlib") << u"^(png|jpeglib|zlib)\\.h"_s << QStringList{u"core/tensor/"_s};
    QTest::newRow("QCustomPlot") << u"qcustomplot"_s << QStringList{u"widgets/"_s};
}

void tst_Architecture::foreignLibrariesStayInTheirRooms()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, homes);
    const QRegularExpression expression(pattern);
    QStringList broken;
    int used = 0;
    for (const QString& folder : {u"core"_s, u"widgets"_s, u"app"_s}) {
        for (const Include& include : includesBelow(folder)) {
            if (!expression.match(include.target).hasMatch())
                continue;
            ++used;
            if (!startsWithAny(include.file, homes))
                broken.append(place(include));
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
    QVERIFY2(used > 0, "nobody includes it: the pattern has gone stale");
}

/// A model that breaks Qt's rules shows rows of the past, or none: each one stands under Qt's own tester somewhere.
void tst_Architecture::everyItemModelIsTested()
{
    static const QRegularExpression declared(
        u"class (\\w+) : public (?:ProfilesModel|Q(?:Abstract\\w+Model|SortFilterProxyModel|StandardItemModel))"_s);
    QString tests;
    for (const QString& file : sourcesBelow(u"tests"_s)) {
        const QString text = textOf(file);
        if (text.contains(QRegularExpression(u"QAbstractItemModelTester[ (]"_s)))
            tests += text;
    }
    int models = 0;
    for (const QString& file : sourcesBelow(u"core"_s)) { // those of widgets only sort and filter them
        auto found = declared.globalMatch(textOf(file));
        while (found.hasNext()) {
            ++models;
            const QString name = found.next().captured(1);
            QVERIFY2(tests.contains(QRegularExpression(u"\\b%1\\b"_s.arg(name))), qPrintable(name));
        }
    }
    QVERIFY(models > 8);
}

void tst_Architecture::nobodyCallsProcessEvents()
{
    QStringList broken;
    const QDir root(sourceDir());
    for (const QString& folder : {u"core"_s, u"widgets"_s, u"app"_s}) {
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (file.readAll().contains("processEvents"))
                broken.append(root.relativeFilePath(file.fileName()));
        }
    }
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_Architecture)
#include "tst_architecture.moc"
