// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/ModelRoles.h"
#include "core/models/ProfilesModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

/// The least that is a model of profiles: names, and whether an earlier probe was answered.
class Names : public ProfilesModel
{
public:
    void setNames(const QMap<QString, bool>& names)
    {
        beginResetModel();
        m_names = names;
        endResetModel();
    }
    [[nodiscard]] QString nameOf(int row) const override { return m_names.keys()[row]; }
    [[nodiscard]] bool isSandbox(int /*row*/) const override { return false; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_names.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 3; }
    using ProfilesModel::hasJustWorked;

protected:
    [[nodiscard]] QString text(int row, int column) const override
    {
        return column == 0 ? nameOf(row) : column == 1 ? placeText({}) : versionText(row, u"1.0"_s);
    }
    [[nodiscard]] QString title(int column) const override { return QString::number(column); }
    [[nodiscard]] bool isKnownToWork(int row) const override { return m_names.values()[row]; }

private:
    QMap<QString, bool> m_names;
};

} // namespace

class tst_ProfilesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatBecameOfAsking();
    void remembersByName();
};

void tst_ProfilesModel::saysWhatBecameOfAsking()
{
    Names model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setNames({{u"a"_s, false}, {u"b"_s, true}});
    const auto version = [&](int row) { return model.index(row, 2).data().toString(); };
    QCOMPARE(version(0), u"not asked yet"_s);
    QCOMPARE(version(1), u"1.0"_s);
    QVERIFY(!model.hasJustWorked(1)); // that was another time
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(u"b"_s, ProfilesModel::State::Probing);
    QCOMPARE(version(1), u"asking…"_s);
    model.setState(u"b"_s, ProfilesModel::State::Fails, u"It is off."_s);
    QCOMPARE(version(1), u"does not answer"_s);
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), u"It is off."_s);
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), u"a"_s);
    QCOMPARE(model.index(1, 0).data(StatusRole).toInt(), static_cast<int>(ProfilesModel::State::Fails));
    QCOMPARE(model.index(1, 0).data(NameRole).toString(), u"b"_s);
    model.setState(u"b"_s, ProfilesModel::State::Works);
    QVERIFY(model.hasJustWorked(1));
    QCOMPARE(model.sentence(1), QString());
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed.last()[0].toModelIndex(), model.index(1, 0));
    QCOMPARE(changed.last()[1].toModelIndex(), model.index(1, 2));
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"2"_s);
    QVERIFY(!model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
}

void tst_ProfilesModel::remembersByName()
{
    Names model;
    model.setNames({{u"a"_s, false}, {u"b"_s, false}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setState(u"gone"_s, ProfilesModel::State::Works);
    QCOMPARE(changed.size(), 0);
    model.setState(u"b"_s, ProfilesModel::State::Fails, u"It is off."_s);
    model.setNames({{u"b"_s, false}, {u"c"_s, false}});
    QCOMPARE(model.rowOf(u"a"_s), -1);
    QCOMPARE(model.rowOf(u"b"_s), 0);
    QCOMPARE(model.sentence(0), u"It is off."_s);
    QCOMPARE(model.state(1), ProfilesModel::State::Unknown);
    for (const int row : {-1, 2})
        QCOMPARE(model.sentence(row), QString());
}

QTEST_GUILESS_MAIN(tst_ProfilesModel)
#include "tst_profilesmodel.moc"
