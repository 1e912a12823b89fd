// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScaleNotes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ScaleNotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsWritten();
    void whatIsNoScaleIsLeftOut_data();
    void whatIsNoScaleIsLeftOut();
};

void tst_ScaleNotes::comeBackAsWritten()
{
    const ScaleNotes notes{{u"a"_s, channelwise({0.1F})},
                           {u"b/c"_s, channelwise({0.25F, 1e-9F, 3.0F})},
                           {u"one"_s, channelwise({0.5F}, {-128})},
                           {u"all"_s, channelwise({0.5F, 2.0F}, {7})}};
    GraphDraft model;
    model.metadata = {{u"other"_s, u"x"_s}, {QString(scaleNotesKey), scaleNotesText(notes)}};
    QCOMPARE(scaleNotes(model), notes);
    QVERIFY(scaleNotes(GraphDraft()).isEmpty());
}

void tst_ScaleNotes::whatIsNoScaleIsLeftOut_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "[", "[1]", R"({"a": 0})", R"({"a": -1})", R"({"a": "x"})", R"({"a": [1, 0]})", R"({"a": []})",
          R"({"a": 1e999})", R"({"a": {"b": 1}})", R"({"a": {"scale": 0, "zero_point": 3}})"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_ScaleNotes::whatIsNoScaleIsLeftOut()
{
    QFETCH(QString, text);
    GraphDraft model;
    model.metadata = {{QString(scaleNotesKey), text}};
    QVERIFY(scaleNotes(model).isEmpty());
}

QTEST_APPLESS_MAIN(tst_ScaleNotes)
#include "tst_scalenotes.moc"
