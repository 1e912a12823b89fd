// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/AcceptedFindings.h"
#include "core/project/Project.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_AcceptedFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdForRuleKeyAndValue();
    void aLaterWordTakesThePlaceOfAnEarlier();
    void comeBackFromJson();
    void areKeptInTheProject();
};

namespace {

Diagnostic finding(const QString& rule, const QString& key)
{
    Diagnostic result;
    result.ruleId = rule;
    result.key = key;
    return result;
}

} // namespace

void tst_AcceptedFindings::holdForRuleKeyAndValue()
{
    AcceptedFindings accepted;
    accepted.add({u"rule"_s, u"g.a"_s, u"NCHW"_s, u"the program feeds planes"_s});
    const AcceptedFinding* found = accepted.find(finding(u"rule"_s, u"g.a"_s), u"NCHW"_s);
    QVERIFY(found != nullptr);
    QCOMPARE(found->note, u"the program feeds planes"_s);
    QVERIFY(accepted.find(finding(u"rule"_s, u"g.a"_s), u"NHWC"_s) == nullptr);
    QVERIFY(accepted.find(finding(u"rule"_s, u"g.b"_s), u"NCHW"_s) == nullptr);
    QVERIFY(accepted.find(finding(u"other"_s, u"g.a"_s), u"NCHW"_s) == nullptr);
    accepted.remove(u"rule"_s, u"g.a"_s);
    QVERIFY(accepted.list().isEmpty());
}

void tst_AcceptedFindings::aLaterWordTakesThePlaceOfAnEarlier()
{
    AcceptedFindings accepted;
    accepted.add({u"rule"_s, u"g.a"_s, u"1"_s, u"first"_s});
    accepted.add({u"rule"_s, u"g.a"_s, u"2"_s, u"second"_s});
    QCOMPARE(accepted.list().size(), 1);
    QCOMPARE(accepted.list().first().note, u"second"_s);
}

void tst_AcceptedFindings::comeBackFromJson()
{
    AcceptedFindings accepted;
    accepted.add({u"rule"_s, u"g.a"_s, u"1;2"_s, u"“why”"_s});
    QCOMPARE(AcceptedFindings::fromJson(accepted.toJson()).list(), accepted.list());
    QCOMPARE(AcceptedFindings::fromJson({1, u"x"_s, QJsonObject{{u"key"_s, u"k"_s}}}).list().size(), 0);
}

void tst_AcceptedFindings::areKeptInTheProject()
{
    const QTemporaryDir folder;
    const QString config = folder.filePath(u"c.yaml"_s);
    QFile file(config);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a: 1\n") == 5);
    file.close();
    auto project = openProject(config);
    QVERIFY(project);
    project->file = projectFileBeside(config);
    project->accepted.add({u"rule"_s, {}, {}, u"note"_s});
    QVERIFY(saveProject(*project));
    const auto again = openProject(config);
    QVERIFY(again);
    QCOMPARE(again->accepted.list(), project->accepted.list());
}

QTEST_GUILESS_MAIN(tst_AcceptedFindings)
#include "tst_acceptedfindings.moc"
