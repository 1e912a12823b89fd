// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/onnx/OnnxWriter.h"
#include "core/session/Session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensFilesOneAfterTheOther();
    void opensTheOthersWhenOneIsBroken();
    void forgetsFilesWhenCancelled();

private:
    QString write(const QString& name) const;

    QTemporaryDir m_folder;
};

QString tst_Session::write(const QString& name) const
{
    GraphDraft draft;
    draft.opsets = {{QString(), 11}};
    draft.irVersion = 6;
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 4}}};
    draft.outputs = {{u"y"_s, DataType::Float32, Shape{1, 4}}};
    NodeDraft node;
    node.name = u"relu"_s;
    node.opType = u"Relu"_s;
    node.inputs = {u"x"_s};
    node.outputs = {u"y"_s};
    draft.nodes.append(node);
    const QString path = m_folder.filePath(name);
    return writeOnnx(path, draft) ? path : QString();
}

void tst_Session::opensFilesOneAfterTheOther()
{
    Session session;
    session.open(write(u"net.onnx"_s));
    session.open(write(u"net_optimized_float_model.onnx"_s));
    session.open(write(u"net_quantized_model.onnx"_s));
    QTRY_COMPARE(session.chain().stages.size(), 3);
    QCOMPARE(session.chain().stages[1].stage, Stage::OptimizedFloat);
    QCOMPARE(session.chain().matches.size(), 2);
}

void tst_Session::opensTheOthersWhenOneIsBroken()
{
    const QString broken = m_folder.filePath(u"broken.onnx"_s);
    QVERIFY(writeFileAtomically(broken, "not a model"));
    Session session;
    QSignalSpy problems(&session, &Session::problemOccurred);
    session.open(broken);
    session.open(write(u"net_quantized_model.onnx"_s));
    QTRY_COMPARE(session.chain().stages.size(), 1);
    QCOMPARE(session.chain().stages[0].stage, Stage::Quantized);
    QCOMPARE(problems.count(), 1);
}

void tst_Session::forgetsFilesWhenCancelled()
{
    Session session;
    session.open(write(u"net.onnx"_s));
    session.open(write(u"net_optimized_float_model.onnx"_s));
    session.cancel();
    QTRY_VERIFY(!session.jobs().isBusy());
    session.open(write(u"net_quantized_model.onnx"_s));
    QTRY_COMPARE(session.chain().stages.isEmpty() ? Stage::Float : session.chain().stages.last().stage,
                 Stage::Quantized);
    QVERIFY(session.chain().find(Stage::OptimizedFloat) == nullptr);
}

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"
