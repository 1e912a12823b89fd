// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "core/models/ToolchainsModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ToolchainsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsKnown();
};

void tst_ToolchainsModel::tellsWhatIsKnown()
{
    ToolchainsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ToolchainProfile far{u"far"_s, u"hb_mapper"_s};
    far.place = ToolchainPlace::Host;
    far.engine = u"ssh"_s;
    far.target = u"me@far"_s;
    ToolchainProfile known{u"known"_s, u"/opt/hb_mapper"_s};
    known.capabilities = {u"1.24.3"_s, {}, {u"hb_mapper"_s, u"hb_perf"_s}, false, false};
    model.setToolchains({sandboxToolchain(), far, known});
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(1, ToolchainsModel::NameColumn), u"far"_s);
    QVERIFY(text(1, ToolchainsModel::PlaceColumn).contains(u"me@far"_s));
    QCOMPARE(model.state(1), ToolchainsModel::State::Unknown);
    QCOMPARE(model.state(2), ToolchainsModel::State::Works);
    QCOMPARE(text(2, ToolchainsModel::VersionColumn), u"1.24.3"_s);
    QCOMPARE(text(2, ToolchainsModel::ToolsColumn), u"hb_mapper, hb_perf"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(u"far"_s, ToolchainsModel::State::Fails, u"It is off."_s);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), static_cast<int>(ToolchainsModel::State::Fails));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"It is off."_s);
    model.setState(u"gone"_s, ToolchainsModel::State::Fails);
    QCOMPARE(changed.size(), 1);
    model.setToolchains({sandboxToolchain()});
    QCOMPARE(model.rowOf(u"far"_s), -1);
    QCOMPARE(model.sentence(7), QString());
}

QTEST_GUILESS_MAIN(tst_ToolchainsModel)
#include "tst_toolchainsmodel.moc"
