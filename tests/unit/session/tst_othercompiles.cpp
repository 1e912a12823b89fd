// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/OtherCompiles.h"

#include "core/onnx/OnnxWriter.h"
#include "core/toolchain/RunFolder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_OtherCompiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRunsBeside();
    void filesOfNoRunHaveNone();

private:
    /// A folder as a run leaves it; gives its quantized model.
    QString makeRun(const QString& name)
    {
        const QDir folder(m_folder.filePath(u"runs/"_s + name));
        (void)folder.mkpath(u"output"_s);
        QFile record(folder.filePath(runRecordFile));
        if (record.open(QIODevice::WriteOnly))
            record.write("{}");
        GraphDraft draft;
        draft.name = name;
        draft.irVersion = 7;
        draft.opsets = {{{}, 11}};
        draft.inputs = {{u"in"_s, DataType::Float32, Shape{1, 2}}};
        draft.outputs = {{u"out"_s, DataType::Float32, Shape{1, 2}}};
        NodeDraft node;
        node.name = u"relu"_s;
        node.opType = u"Relu"_s;
        node.inputs = {u"in"_s};
        node.outputs = {u"out"_s};
        draft.nodes = {node};
        const QString file = folder.filePath(u"output/m_quantized_model.onnx"_s);
        (void)writeOnnx(file, draft);
        return file;
    }

    QTemporaryDir m_folder;
};

void tst_OtherCompiles::findsTheRunsBeside()
{
    const QString own = makeRun(u"2026-01-03"_s);
    makeRun(u"2026-01-01"_s);
    makeRun(u"2026-01-02"_s);
    (void)QDir().mkpath(m_folder.filePath(u"runs/empty"_s));
    const QList<OtherModel> others = otherCompiles(own);
    QCOMPARE(others.size(), 2);
    for (const OtherModel& other : others) {
        QVERIFY(other.title == "2026-01-01"_L1 || other.title == "2026-01-02"_L1);
        const auto model = other.quantized();
        QVERIFY(model);
        QCOMPARE(model->name, other.title);
    }
}

void tst_OtherCompiles::filesOfNoRunHaveNone()
{
    QVERIFY(otherCompiles(m_folder.filePath(u"alone/m_quantized_model.onnx"_s)).isEmpty());
}

QTEST_GUILESS_MAIN(tst_OtherCompiles)
#include "tst_othercompiles.moc"
