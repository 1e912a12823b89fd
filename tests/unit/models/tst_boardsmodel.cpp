// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/BoardsModel.h"
#include "core/models/ModelRoles.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_BoardsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsKnown();
};

void tst_BoardsModel::tellsWhatIsKnown()
{
    BoardsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    BoardProfile far{u"far"_s, u"hrt_model_exec"_s};
    far.place = BoardPlace::Ssh;
    far.host = u"192.168.1.10"_s;
    far.user = u"root"_s;
    far.port = 2222;
    BoardProfile known{u"known"_s, u"/opt/hrt_model_exec"_s};
    known.capabilities = {u"1.24.5"_s, {}, u"aarch64"_s};
    model.setBoards({sandboxBoard(), far, known});
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(1, BoardsModel::PlaceColumn), u"root@192.168.1.10:2222"_s);
    QCOMPARE(text(2, BoardsModel::PlaceColumn), u"this machine"_s);
    QCOMPARE(model.state(1), BoardsModel::State::Unknown);
    QCOMPARE(model.state(2), BoardsModel::State::Works);
    QCOMPARE(text(2, BoardsModel::VersionColumn), u"1.24.5"_s);
    QCOMPARE(text(2, BoardsModel::ArchitectureColumn), u"aarch64"_s);
    QCOMPARE(text(2, BoardsModel::RoomColumn), QString());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setProbing(u"far"_s);
    QCOMPARE(model.state(1), BoardsModel::State::Probing);
    model.setFound(u"far"_s, failure(ErrorKind::Unavailable, u"It is off."_s));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), static_cast<int>(BoardsModel::State::Fails));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"It is off."_s);
    model.setFound(u"far"_s, BoardCapabilities{u"2.0"_s, {}, u"aarch64"_s, qint64(3) << 30});
    QCOMPARE(text(1, BoardsModel::VersionColumn), u"2.0"_s);
    QVERIFY(text(1, BoardsModel::RoomColumn).startsWith(u"3"));
    model.setFound(u"gone"_s, failure(ErrorKind::Unavailable, QString()));
    QCOMPARE(changed.size(), 3);
    model.setBoards({sandboxBoard()});
    QCOMPARE(model.rowOf(u"far"_s), -1);
    QCOMPARE(model.sentence(7), QString());
}

QTEST_GUILESS_MAIN(tst_BoardsModel)
#include "tst_boardsmodel.moc"
