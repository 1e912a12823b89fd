// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/PerInputList.h"
#include "core/models/PerInputModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_PerInputModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itemsOfLists_data();
    void itemsOfLists();
    void rowsAreTheModelsInputs();
    void editsTellTheWholeList_data();
    void editsTellTheWholeList();
    void namesComeFromTheModel();
    void refusesSemicolonsAndNoChange();
    void everyKeyCanBeEditedAndComesBack();
};

namespace {

const ConfigSchema& schema()
{
    static const ConfigSchema loaded = *ConfigSchema::load();
    return loaded;
}

std::shared_ptr<const Graph> model()
{
    GraphDraft draft;
    draft.inputs = {{u"left"_s, DataType::Float32, Shape{1, 3, 32, 64}},
                    {u"right"_s, DataType::Float32, Shape{1, 3, 32, 64}},
                    {u"mask"_s, DataType::Float32, Shape{1, 1, 32, 64}}};
    return Graph::fromDraft(draft);
}

ConfigDocument document(const QByteArray& parameters)
{
    return *ConfigDocument::fromText("model_parameters:\n  march: bayes-e\ninput_parameters:\n" + parameters);
}

QModelIndex cell(const PerInputModel& model, int row, const char* key)
{
    return model.index(row, model.columnOf(u"input_parameters."_s + QLatin1StringView(key)));
}

} // namespace

void tst_PerInputModel::itemsOfLists_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("input");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("result");
    QTest::newRow("one") << u"rgb"_s << 0 << u"bgr"_s << u"bgr"_s;
    QTest::newRow("closed") << u"a;b;"_s << 1 << u"c"_s << u"a;c;"_s;
    QTest::newRow("fills up") << u"1 2 3"_s << 2 << u"4"_s << u"1 2 3;None;4"_s;
    QTest::newRow("empty becomes the filler") << u"1;2;3"_s << 1 << QString() << u"1;None;3"_s;
    QTest::newRow("nothing left") << u"None;2;None"_s << 1 << QString() << QString();
    QTest::newRow("from nothing") << QString() << 1 << u"x"_s << u"None;x;None"_s;
}

void tst_PerInputModel::itemsOfLists()
{
    QFETCH(QString, list);
    QFETCH(int, input);
    QFETCH(QString, item);
    QFETCH(QString, result);
    const qsizetype inputs = list.contains(u';') || input > 0 ? 3 : 1;
    const qsizetype count = list.count(u';') == 2 && list.endsWith(u';') ? 2 : inputs;
    QCOMPARE(withPerInputItem(list, input, count, item, u"None"_s), result);
}

void tst_PerInputModel::rowsAreTheModelsInputs()
{
    PerInputModel table;
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ConfigDocument config = document("  input_type_rt: nv12;nv12;gray\n  mean_value: 1 2 3;;\n");
    table.setConfig(&config, schema(), model().get());
    QCOMPARE(table.rowCount(), 3);
    QVERIFY(table.columnCount() >= 10);
    QCOMPARE(table.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), u"right"_s);
    QCOMPARE(cell(table, 2, "input_type_rt").data().toString(), u"gray"_s);
    QCOMPARE(cell(table, 0, "input_shape").data().toString(), u"1x3x32x64"_s); // of the model
    QCOMPARE(cell(table, 0, "input_shape").data(Qt::EditRole).toString(), QString());
    QCOMPARE(cell(table, 1, "mean_value").data(Qt::EditRole).toString(), QString());
    QVERIFY(cell(table, 0, "input_type_rt").data(PerInputModel::ChoicesRole).toStringList().contains(u"nv12"_s));
    table.setConfig(nullptr, schema(), nullptr);
    QCOMPARE(table.rowCount(), 0);
}

void tst_PerInputModel::editsTellTheWholeList_data()
{
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("list");
    QTest::newRow("in the middle") << QByteArray("  input_type_rt: nv12;nv12;gray\n") << 1 << u"input_type_rt"_s
                                   << u"rgb"_s << u"nv12;rgb;gray"_s;
    QTest::newRow("numbers") << QByteArray("  mean_value: 1 2 3\n") << 2 << u"mean_value"_s << u"9"_s
                             << u"1 2 3;None;9"_s;
    QTest::newRow("a type has no None") << QByteArray("  input_type_train: rgb\n") << 2 << u"input_type_train"_s
                                        << u"gray"_s << u"rgb;rgb;gray"_s;
    QTest::newRow("the first of all") << QByteArray("  norm_type: no_preprocess\n") << 0 << u"input_layout_rt"_s
                                      << u"NHWC"_s << u"NHWC;NHWC;NHWC"_s;
    QTest::newRow("taken out") << QByteArray("  scale_value: 0.1;None;None\n") << 0 << u"scale_value"_s << QString()
                               << QString();
}

void tst_PerInputModel::editsTellTheWholeList()
{
    QFETCH(QByteArray, parameters);
    QFETCH(int, row);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, list);
    PerInputModel table;
    const ConfigDocument config = document(parameters);
    table.setConfig(&config, schema(), model().get());
    QSignalSpy edited(&table, &PerInputModel::valueEdited);
    QVERIFY(table.setData(cell(table, row, key.toLatin1().constData()), value));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].toString(), u"input_parameters."_s + key);
    QCOMPARE(edited[0][1].toString(), list);
}

void tst_PerInputModel::namesComeFromTheModel()
{
    PerInputModel table;
    const ConfigDocument config = document("  norm_type: no_preprocess\n");
    table.setConfig(&config, schema(), model().get());
    QSignalSpy edited(&table, &PerInputModel::valueEdited);
    QVERIFY(table.setData(cell(table, 1, "input_name"), u"right"_s));
    QCOMPARE(edited[0][1].toString(), u"left;right;mask"_s);
}

void tst_PerInputModel::refusesSemicolonsAndNoChange()
{
    PerInputModel table;
    const ConfigDocument config = document("  input_type_rt: nv12;nv12;gray\n");
    table.setConfig(&config, schema(), model().get());
    QSignalSpy edited(&table, &PerInputModel::valueEdited);
    QVERIFY(!table.setData(cell(table, 0, "input_type_rt"), u"nv12"_s));
    QVERIFY(!table.setData(cell(table, 0, "input_type_rt"), u"a;b"_s));
    QCOMPARE(edited.count(), 0);
}

/// What is told, written into the text, is what the table then shows.
void tst_PerInputModel::everyKeyCanBeEditedAndComesBack()
{
    PerInputModel table;
    const ConfigDocument config = document("  norm_type: no_preprocess\n");
    table.setConfig(&config, schema(), model().get());
    const int columns = table.columnCount();
    for (int column = 0; column < columns; ++column) {
        for (int row = 0; row < 3; ++row) {
            table.setConfig(&config, schema(), model().get());
            const QStringList choices = table.index(row, column).data(PerInputModel::ChoicesRole).toStringList();
            const QString value = choices.isEmpty() ? u"7"_s : choices.last();
            if (value == table.index(row, column).data(Qt::EditRole).toString())
                continue;
            QSignalSpy edited(&table, &PerInputModel::valueEdited);
            QVERIFY(table.setData(table.index(row, column), value));
            const auto written = config.with(edited[0][0].toString(), edited[0][1].toString());
            QVERIFY2(written, qPrintable(edited[0][0].toString()));
            table.setConfig(&*written, schema(), model().get());
            QCOMPARE(table.index(row, column).data(Qt::EditRole).toString(), value);
        }
    }
}

QTEST_GUILESS_MAIN(tst_PerInputModel)
#include "tst_perinputmodel.moc"
