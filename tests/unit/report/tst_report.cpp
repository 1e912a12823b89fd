// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ReportSample.h"
#include "core/report/ReportWriters.h"
#include "core/report/html/HtmlWriter.h"
#include "core/report/html/SvgPlot.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The page, the JSON and the table that are handed to others.
class tst_Report : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsWellFormed_data();
    void pageIsWellFormed();
    void pageNeedsNothingElse();
    void pageShowsHostileNamesAsTheyAre();
    void pageSaysWhatIsMissing();
    void pageLeavesOutWhatIsPrivate();
    void pageKeepsWhatIsPrivateWhenAsked();
    void verdictComesFirst();
    void plotsMarkTheFirstDrift();
    void jsonHasEveryPart();
    void jsonSaysWhatIsMissing();
    void jsonIsRedacted();
    void tableReadsBack();
    void formatFollowsTheSuffix_data();
    void formatFollowsTheSuffix();
    void fileIsWritten();
    void differencesOfTexts();
    void excerptsOfTexts();
    void ticksAreRound();
    void elementsAreClosed();
};

namespace {

/// Of a page: the elements' names, the texts, and everything that would load something.
struct ReadPage
{
    QString problem;
    QStringList elements;
    QString text;
    QStringList loads;
};

ReadPage readPage(const QString& html)
{
    ReadPage page;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::Characters)
            page.text += reader.text();
        if (token != QXmlStreamReader::StartElement)
            continue;
        page.elements.append(reader.name().toString());
        for (const QXmlStreamAttribute& attribute : reader.attributes()) {
            const QString name = attribute.name().toString();
            const bool isLink = name == "src"_L1 || name == "href"_L1 || name == "data"_L1 || name == "action"_L1
                || name.startsWith("on"_L1) || attribute.value().contains(u"url("_s);
            if (isLink)
                page.loads.append(name + u'=' + attribute.value());
        }
    }
    if (reader.hasError())
        page.problem = u"%1 in line %2"_s.arg(reader.errorString()).arg(reader.lineNumber());
    return page;
}

/// RFC 4180, strictly.
QList<QStringList> readCsv(const QString& text)
{
    QList<QStringList> rows{{}};
    QString field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (isQuoted) {
            if (c != u'"')
                field += c;
            else if (text.mid(i + 1, 1) == "\""_L1)
                field += text[++i];
            else
                isQuoted = false;
        } else if (c == u'"') {
            isQuoted = true;
        } else if (c == u',') {
            rows.last().append(std::exchange(field, {}));
        } else if (c == u'\r' && text.mid(i + 1, 1) == "\n"_L1) {
            rows.last().append(std::exchange(field, {}));
            rows.append(QStringList());
            ++i;
        } else {
            field += c;
        }
    }
    rows.removeLast();
    return rows;
}

} // namespace

void tst_Report::pageIsWellFormed_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("usual") << QStringList{u"/conv1/Conv"_s, u"/conv2/Conv"_s};
    QTest::newRow("hostile") << hostileNames;
    QTest::newRow("none") << QStringList();
    QTest::newRow("one") << QStringList{u"only"_s};
    QStringList many;
    for (int i = 0; i < 300; ++i)
        many.append(u"/layer%1/Conv"_s.arg(i));
    QTest::newRow("many") << many;
}

void tst_Report::pageIsWellFormed()
{
    QFETCH(QStringList, names);
    for (const bool keepPrivate : {false, true}) {
        ReportOptions options;
        options.keepPrivate = keepPrivate;
        const ReadPage page = readPage(reportHtml(sampleReport(names), options));
        QVERIFY2(page.problem.isEmpty(), qPrintable(page.problem));
        QCOMPARE(page.elements.first(), u"html"_s);
        QCOMPARE(page.elements.count(u"section"_s), 10);
    }
    const ReadPage empty = readPage(reportHtml({}));
    QVERIFY2(empty.problem.isEmpty(), qPrintable(empty.problem));
}

void tst_Report::pageNeedsNothingElse()
{
    const QString html = reportHtml(sampleReport(hostileNames));
    const ReadPage page = readPage(html);
    QVERIFY2(page.loads.isEmpty(), qPrintable(page.loads.join(u'\n')));
    for (const QString& element : {u"script"_s, u"link"_s, u"img"_s, u"iframe"_s, u"object"_s, u"base"_s, u"form"_s})
        QVERIFY2(!page.elements.contains(element), qPrintable(element));
    static const QRegularExpression loading(u"https?://|@import|url\\("_s);
    QVERIFY2(!loading.match(html).hasMatch(), qPrintable(loading.match(html).captured()));
    QVERIFY(html.contains(u"default-src &#39;none&#39;"_s));
    QVERIFY(html.contains(u"prefers-color-scheme: dark"_s));
}

void tst_Report::pageShowsHostileNamesAsTheyAre()
{
    const QString html = reportHtml(sampleReport(hostileNames));
    const ReadPage page = readPage(html);
    QVERIFY(!html.contains(u"<script"_s));
    QVERIFY(!html.contains(u"<img"_s));
    for (const QString& name : hostileNames) {
        QString shown = name;
        shown.replace(u"\r\n"_s, u"\n"_s);
        for (const QChar bad : {QChar(1), QChar(11), QChar(0xfffe)})
            shown.replace(bad, QChar(QChar::ReplacementCharacter));
        QVERIFY2(page.text.contains(shown), qPrintable(name));
    }
}

void tst_Report::pageSaysWhatIsMissing()
{
    Report report;
    report.facts.title = u"empty"_s;
    report.verdict.missing = u"No verdict because of A."_s;
    report.layers.missing = u"No layers because of B."_s;
    report.evaluation.missing = u"No labels because of C."_s;
    report.contracts.missing = u"No contract because of D."_s;
    report.findings.missing = u"No findings because of E."_s;
    report.inserted.missing = u"No nodes because of F."_s;
    report.config.missing = u"No config because of G."_s;
    report.crops.missing = u"No graph because of H."_s;
    const ReadPage page = readPage(reportHtml(report));
    for (const QString& sentence :
         {report.verdict.missing, report.layers.missing, report.evaluation.missing, report.contracts.missing,
          report.findings.missing, report.inserted.missing, report.config.missing, report.crops.missing})
        QVERIFY2(page.text.contains(sentence), qPrintable(sentence));
}

void tst_Report::pageLeavesOutWhatIsPrivate()
{
    const Report report = sampleReport();
    const QString html = reportHtml(report);
    for (const QString& secret : {u"carol"_s, u"board3"_s, u"10.1.2.3"_s, u"/home/"_s})
        QVERIFY2(!html.contains(secret), qPrintable(secret));
    QVERIFY(html.contains(u"/conv1/Conv"_s));
    QVERIFY(html.contains(u"as.yaml"_s));
    QVERIFY(html.contains(u"a b.onnx"_s));
}

void tst_Report::pageKeepsWhatIsPrivateWhenAsked()
{
    ReportOptions options;
    options.keepPrivate = true;
    const QString html = reportHtml(sampleReport(), options);
    for (const QString& kept : {u"carol@10.1.2.3"_s, u"board3"_s, u"/home/carol/net/a b.onnx"_s})
        QVERIFY2(html.contains(kept), qPrintable(kept));
}

void tst_Report::verdictComesFirst()
{
    const ReadPage page = readPage(reportHtml(sampleReport()));
    const qsizetype verdict = page.text.indexOf(u"The bytes are right"_s);
    QVERIFY(verdict > 0);
    QVERIFY(verdict < page.text.indexOf(u"Layer by layer"_s));
    QVERIFY(page.text.contains(u"Set input_parameters.input_layout_rt to NHWC."_s));
    QVERIFY(page.text.contains(u"Confidence high (97 %)"_s));
    QVERIFY(page.text.contains(u"Quantized ↔ Board .bin"_s));
    QVERIFY(page.text.contains(u"Red and blue are swapped"_s));
}

void tst_Report::plotsMarkTheFirstDrift()
{
    const Report report = sampleReport();
    QCOMPARE(report.layers.content->comparison.firstDivergence, 1);
    const QString html = reportHtml(report);
    QCOMPARE(html.count(u"class=\"plot\""_s), 4);
    QVERIFY(html.contains(u"class=\"first\""_s));
    QVERIFY(readPage(html).text.contains(u"Layer, in data-flow order"_s));
    static const QRegularExpression badNumber(u"=\"[^\"]*\\b(?:nan|inf)\\b"_s);
    QVERIFY2(!badNumber.match(html).hasMatch(), qPrintable(badNumber.match(html).captured()));
}

void tst_Report::jsonHasEveryPart()
{
    const QJsonObject json = reportJson(sampleReport());
    for (const QString& key : {u"facts"_s, u"verdict"_s, u"comparison"_s, u"evaluation"_s, u"contract"_s, u"findings"_s,
                               u"inserted"_s, u"config"_s, u"missing"_s, u"redacted"_s, u"notes"_s})
        QVERIFY2(json.contains(key) && !json[key].isNull(), qPrintable(key));
    QCOMPARE(json["verdict"_L1]["cause"_L1].toString(), u"layout-inverse-transposed"_s);
    QCOMPARE(json["comparison"_L1]["first_divergence"_L1].toString(), u"/conv2/Conv"_s);
    QCOMPARE(json["comparison"_L1]["layers"_L1].toArray().size(), 4);
    QCOMPARE(json["comparison"_L1]["tolerances"_L1]["int8"_L1]["cosine"_L1].toDouble(), 0.99);
    QCOMPARE(json["facts"_L1]["stages"_L1][0]["sha256"_L1].toString(), QString(64, u'a'));
    QCOMPARE(json["config"_L1]["fix"_L1].toArray().size(), 5);
    QVERIFY(json["missing"_L1].toObject().isEmpty());
    QVERIFY(!QJsonDocument(json).toJson().isEmpty());
}

void tst_Report::jsonSaysWhatIsMissing()
{
    Report report;
    report.layers.missing = u"Nothing was run."_s;
    const QJsonObject json = reportJson(report);
    QVERIFY(json["comparison"_L1].isNull());
    QCOMPARE(json["missing"_L1]["comparison"_L1].toString(), u"Nothing was run."_s);
}

void tst_Report::jsonIsRedacted()
{
    const QByteArray left = QJsonDocument(reportJson(sampleReport())).toJson();
    for (const char* secret : {"carol", "board3", "10.1.2.3", "/home/"})
        QVERIFY2(!left.contains(secret), secret);
    ReportOptions options;
    options.keepPrivate = true;
    QVERIFY(QJsonDocument(reportJson(sampleReport(), options)).toJson().contains("/home/carol/net/q.onnx"));
}

void tst_Report::tableReadsBack()
{
    ReportOptions options;
    options.keepPrivate = true;
    const Report report = sampleReport(hostileNames);
    const QList<QStringList> rows = readCsv(QString::fromUtf8(reportCsv(report, options)));
    QCOMPARE(rows.size(), hostileNames.size() + 2);
    const QStringList head = rows.first();
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), head.size());
    for (qsizetype i = 0; i < hostileNames.size(); ++i)
        QCOMPARE(rows[i + 1][head.indexOf(u"layer"_s)], hostileNames[i]);
    QCOMPARE(rows[1][head.indexOf(u"sqnr_db"_s)], u"inf"_s);
    QCOMPARE(rows[2][head.indexOf(u"cosine"_s)].toDouble(), 0.5);
    QCOMPARE(rows[2][head.indexOf(u"drifts"_s)], u"1"_s);
    QCOMPARE(rows.last()[head.indexOf(u"status"_s)], u"no_counterpart"_s);
    QCOMPARE(rows.last()[head.indexOf(u"cosine"_s)], QString());
    QCOMPARE(rows.last()[head.indexOf(u"reason"_s)], u"The board's model has no such layer."_s);
    QCOMPARE(readCsv(QString::fromUtf8(reportCsv({}))).size(), 1);
}

void tst_Report::formatFollowsTheSuffix_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("format"); ///< -1: none
    QTest::newRow("html") << u"a.html"_s << int(ReportFormat::Html);
    QTest::newRow("htm") << u"A.HTM"_s << int(ReportFormat::Html);
    QTest::newRow("json") << u"x/y.json"_s << int(ReportFormat::Json);
    QTest::newRow("csv") << u"x.y.csv"_s << int(ReportFormat::Csv);
    QTest::newRow("pdf") << u"a.pdf"_s << -1;
    QTest::newRow("none") << u"a"_s << -1;
}

void tst_Report::formatFollowsTheSuffix()
{
    QFETCH(QString, file);
    QFETCH(int, format);
    const auto found = reportFormatOf(file);
    QCOMPARE(found ? static_cast<int>(*found) : -1, format);
    if (!found)
        QVERIFY(found.error().message.contains(u".html"_s));
}

void tst_Report::fileIsWritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"报告 a.html"_s);
    const auto written = writeReport(sampleReport(), file);
    QVERIFY(written);
    QFile page(file);
    QVERIFY(page.open(QIODevice::ReadOnly));
    QVERIFY(page.readAll().startsWith("<!DOCTYPE html>"));
    QVERIFY(!writeReport(sampleReport(), folder.filePath(u"none/a.html"_s)));
    QVERIFY(!writeReport(sampleReport(), folder.filePath(u"a.txt"_s)));
}

void tst_Report::differencesOfTexts()
{
    using Kind = TextLine::Kind;
    const TextDifference difference = textDifference("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", 1);
    const TextDifference expected{{Kind::Gap, 0, 0, {}},         {Kind::Context, 2, 2, u"b"_s},
                                  {Kind::Removed, 3, 0, u"c"_s}, {Kind::Added, 0, 3, u"X"_s},
                                  {Kind::Context, 4, 4, u"d"_s}, {Kind::Gap, 0, 0, {}}};
    QCOMPARE(difference, expected);
    QVERIFY(textDifference("same\r\n", "same\r\n").isEmpty());
    QCOMPARE(textDifference("", "x").size(), 1);
    QCOMPARE(textDifference("a\r\n", "b\r\n").first().text, u"a"_s);
}

void tst_Report::excerptsOfTexts()
{
    const TextDifference excerpt = textExcerpt("a\nb\nc\nd\ne\n", {1, 5}, 1);
    QStringList texts;
    for (const TextLine& line : excerpt)
        texts.append(line.kind == TextLine::Kind::Gap ? u"…"_s : line.text);
    QCOMPARE(texts, (QStringList{u"a"_s, u"b"_s, u"…"_s, u"d"_s, u"e"_s}));
    QCOMPARE(excerpt.first().kind, TextLine::Kind::Marked);
    QVERIFY(textExcerpt("a\nb\n", {}).isEmpty());
    QVERIFY(textExcerpt("a\nb\n", {99}).isEmpty());
}

void tst_Report::ticksAreRound()
{
    QStringList titles;
    for (const SvgPlot::Level& tick : roundTicks(-0.12, 0.93))
        titles.append(tick.title);
    QCOMPARE(titles, (QStringList{u"0"_s, u"0.5"_s}));
    QCOMPARE(roundTicks(0, 60).size(), std::size_t(4));
    QCOMPARE(roundTicks(1, 1).size(), std::size_t(1));
}

void tst_Report::elementsAreClosed()
{
    HtmlWriter html;
    {
        const auto outer = html.scope("div"_L1, "a"_L1);
        html.element("td"_L1, {});
        html.text(u"<&>"_s);
    }
    QCOMPARE(html.take().remove(u'\n'), u"<div class=\"a\"><td></td>&lt;&amp;&gt;</div>"_s);
}

QTEST_GUILESS_MAIN(tst_Report)
#include "tst_report.moc"
