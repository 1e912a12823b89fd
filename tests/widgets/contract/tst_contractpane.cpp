// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "tests/support/GuiTest.h"
#include "tests/support/Screenshot.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/contract/ContractPane.h"
#include "widgets/inspector/Inspector.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_ContractPane : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyWithoutAnything();
    void rowsOfAConfig();
    void keyboardGoesThroughThePlaces();
    void contradictionLeadsToItsKey();
    void oneInputAtATime();
    void realFilesInPictures();
    void realFilesInTheInspector();

private:
    /// A session that shows `config`, written to a file of its own.
    void open(Session& session, const QByteArray& config);
    QTemporaryDir m_folder;
};

namespace {

const QByteArray oneInput = R"(model_parameters:
  onnx_model: './emoji5.onnx'
  march: 'bayes-e'
  output_model_file_prefix: 'emoji5'
input_parameters:
  input_type_rt: 'rgb'
  input_layout_rt: 'NCHW'
  input_type_train: 'rgb'
  input_layout_train: 'NCHW'
  norm_type: 'data_scale'
  scale_value: 0.5
)";

bool waitFor(ContractPane& pane)
{
    return QTest::qWaitFor([&pane] { return !pane.isBusy(); }, 10000);
}

int rowOf(const ContractPane& pane, const QString& place)
{
    for (int row = 0; row < pane.table()->model()->rowCount(); ++row) {
        if (pane.table()->model()->index(row, 0).data(NameRole).toString() == place)
            return row;
    }
    return -1;
}

} // namespace

void tst_ContractPane::open(Session& session, const QByteArray& config)
{
    const QString path = m_folder.filePath(u"config.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(config), config.size());
    file.close();
    session.open(path);
}

void tst_ContractPane::emptyWithoutAnything()
{
    const Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    QVERIFY(!pane.table()->isVisibleTo(&pane));
    QCOMPARE(pane.header()->subtitle(), QString());
}

void tst_ContractPane::rowsOfAConfig()
{
    Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    open(session, oneInput + "  input_name: 'x'\n");
    QVERIFY(waitFor(pane));
    QVERIFY(pane.table()->isVisibleTo(&pane));
    QCOMPARE(pane.table()->model()->rowCount(), 3);
    QVERIFY(rowOf(pane, u"config"_s) > rowOf(pane, u"training"_s));
    QVERIFY(rowOf(pane, u"board_program"_s) > rowOf(pane, u"config"_s));
    QVERIFY(pane.header()->subtitle().contains(u'x'));
    QVERIFY(!pane.inputs()->isVisibleTo(&pane));
    // An edit is told at once.
    session.setConfigValue(u"input_parameters.input_layout_rt"_s, u"NHWC"_s);
    QVERIFY(waitFor(pane));
    QCOMPARE(pane.table()->model()->index(rowOf(pane, u"config"_s), ContractModel::LayoutColumn).data().toString(),
             u"NHWC"_s);
}

void tst_ContractPane::keyboardGoesThroughThePlaces()
{
    Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    open(session, oneInput + "  input_name: 'x'\n");
    QVERIFY(waitFor(pane));
    pane.resize(900, 260);
    showActive(pane);
    pane.table()->setFocus();
    QTest::keyClick(pane.table(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(pane.table()->currentIndex().row(), pane.table()->model()->rowCount() - 1);
    QVERIFY(pane.detail()->toPlainText().contains(u"your program"_s));
    QTest::keyClick(&pane, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"uint8\t"_s));
}

void tst_ContractPane::contradictionLeadsToItsKey()
{
    Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    const QDir sample(QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/resources/samples/emoji5"));
    open(session, QByteArray(oneInput).replace("input_layout_train: 'NCHW'", "input_layout_train: 'NHWC'"));
    session.open(sample.filePath(u"emoji5.onnx"_s));
    QVERIFY(QTest::qWaitFor([&] { return !session.chain().stages.isEmpty() && !pane.isBusy(); }, 20000));
    const QModelIndex first = pane.table()->model()->index(0, ContractModel::LayoutColumn);
    QVERIFY(first.data(IsFirstDriftRole).toBool());
    QCOMPARE(pane.table()->currentIndex().row(), 0);
    QVERIFY(pane.detail()->toPlainText().contains(u"input_layout_train"_s));
    Q_EMIT pane.detail()->anchorClicked(QUrl(u"key:input_parameters.input_layout_train"_s));
    QCOMPARE(selection.current(), Selection::configKey(u"input_parameters.input_layout_train"_s));
}

void tst_ContractPane::oneInputAtATime()
{
    Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    open(session, R"(model_parameters:
  march: 'bayes-e'
input_parameters:
  input_name: 'left;right'
  input_type_rt: 'rgb;nv12'
  input_layout_rt: 'NCHW;NHWC'
  input_type_train: 'rgb;bgr'
  input_layout_train: 'NCHW;NCHW'
)");
    QVERIFY(waitFor(pane));
    pane.resize(900, 260);
    showActive(pane);
    QVERIFY(pane.inputs()->isVisible());
    QCOMPARE(pane.inputs()->count(), 2);
    const auto colour = [&] {
        return pane.table()->model()->index(rowOf(pane, u"config"_s), ContractModel::ColourColumn).data().toString();
    };
    QCOMPARE(colour(), u"rgb"_s);
    QTest::keyClick(pane.inputs(), Qt::Key_Down);
    QCOMPARE(colour(), u"nv12"_s);
}

namespace {

/// The corpus' conversion with its log beside the stages, as people have them.
bool copyConversion(const QString& corpus, const QDir& folder)
{
    const QString prefix = u"yolo11n_detect_bayese_640x640_nv12"_s;
    const QString models = corpus + u"/models/x5_yolo11n/"_s;
    bool copied = QFile::copy(corpus + u"/logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s,
                              folder.filePath(u"hb_mapper_makertbin.log"_s));
    for (const QString& name : {QString(prefix + u"_quantized_model.onnx"_s), QString(prefix + u".bin"_s),
                                QString(prefix + u"_quant_info.json"_s), u"main_graph_subgraph_0.json"_s, prefix})
        copied = QFile::copy(models + name, folder.filePath(name)) && copied;
    return copied;
}

QString corpusFolder()
{
    return qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"));
}

} // namespace

void tst_ContractPane::realFilesInPictures()
{
    if (!QDir(corpusFolder() + u"/models/x5_yolo11n"_s).exists())
        QSKIP("no corpus of real files");
    const QTemporaryDir folder;
    QVERIFY(copyConversion(corpusFolder(), QDir(folder.path())));
    Session session;
    SelectionContext selection;
    ContractPane pane(session, selection);
    QFile yaml(corpusFolder() + u"/yaml/x5_ylee007_yolo11_nv12.yaml"_s);
    QVERIFY(yaml.open(QIODevice::ReadOnly));
    const QByteArray text = yaml.readAll();
    open(session, text);
    session.open(folder.filePath(u"yolo11n_detect_bayese_640x640_nv12_quantized_model.onnx"_s));
    QVERIFY(QTest::qWaitFor([&] { return session.chain().stages.size() == 1; }, 20000));
    session.open(folder.filePath(u"yolo11n_detect_bayese_640x640_nv12.bin"_s));
    QVERIFY(QTest::qWaitFor([&] { return session.chain().stages.size() == 2 && !pane.isBusy(); }, 20000));
    QCOMPARE(pane.table()->model()->rowCount(), 9);
    QVERIFY(pane.header()->subtitle().contains(u"no contradiction"_s));
    pane.resize(1180, 300);
    screenshot(pane, u"contract-agrees"_s);
    session.setConfigValue(u"input_parameters.scale_value"_s, u"0.0078125"_s);
    QVERIFY(waitFor(pane));
    QVERIFY(pane.table()->model()->index(rowOf(pane, u"build_parameters"_s), 0).data(IsFirstDriftRole).toBool());
    screenshot(pane, u"contract-contradicts"_s);
    useDarkPalette(true);
    QTest::qWait(50); // the change is told by an event
    screenshot(pane, u"contract-contradicts-dark"_s);
    useDarkPalette(false);
}

void tst_ContractPane::realFilesInTheInspector()
{
    if (!QDir(corpusFolder() + u"/models/x5_yolo11n"_s).exists())
        QSKIP("no corpus of real files");
    const QTemporaryDir folder;
    QVERIFY(copyConversion(corpusFolder(), QDir(folder.path())));
    Session session;
    SelectionContext selection;
    Inspector inspector(session, selection);
    inspector.resize(420, 900);
    session.open(folder.path()); // no project, no run: stages and reports alone
    QVERIFY(QTest::qWaitFor([&] { return session.chain().stages.size() == 2; }, 20000));
    QCOMPARE(session.log().nodes.size(), 243);
    QVERIFY(session.logLines().size() > 5000);
    const auto page = [&] { return inspector.page()->toPlainText(); };
    for (const QString& said :
         {u"bayes-e"_s, u"main_graph_subgraph_0"_s, u"243 of 243"_s, u"231 of 231"_s, u"SCALE_VALUE"_s, u"147.31"_s})
        QVERIFY2(page().contains(said), qPrintable(said));
    screenshot(inspector, u"inspector-models"_s);
    selection.select(Selection::node(Stage::Quantized, u"HZ_PREPROCESS_FOR_images"_s));
    for (const QString& said : {u"RGB from YUV"_s, u"0.0039"_s, u"127"_s})
        QVERIFY2(page().contains(said), qPrintable(said));
    screenshot(inspector, u"inspector-preprocess"_s);
    selection.select(Selection::node(Stage::Quantized, u"/model.10/m/m.0/attn/pe/conv/Conv"_s));
    QVERIFY(page().contains(u"6.53277"_s));
    screenshot(inspector, u"inspector-conv"_s);
    useDarkPalette(true);
    QTest::qWait(50); // the change is told by an event
    selection.select(Selection::node(Stage::Board, u"main_graph_subgraph_0"_s));
    QVERIFY(page().contains(u"6788.5"_s));
    screenshot(inspector, u"inspector-bpu-dark"_s);
    useDarkPalette(false);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_ContractPane)
#include "tst_contractpane.moc"
