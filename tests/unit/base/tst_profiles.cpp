// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProfileFile.h"
#include "core/base/Profiles.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

/// The least that is a profile.
struct Lamp
{
    QString name;
    QString program{};
    bool isSandbox = false;
    int capabilities = 0;

    friend bool operator==(const Lamp&, const Lamp&) = default;
};

ProfileFormat<Lamp> format()
{
    return {u"lamps"_s,
            [](const QJsonValue& value, int number) -> Result<Lamp> {
                const QString name = value[u"name"_s].toString();
                if (name.isEmpty())
                    return failure(ErrorKind::Malformed, u"lamp %1 is dark"_s.arg(number));
                return Lamp{name};
            },
            [](const Lamp& lamp) {
                return QJsonObject{{u"name"_s, lamp.name}};
            },
            [](const QString& path, const QString& why) { return u"%1: %2"_s.arg(path, why); },
            [](const QString& name) { return u"two lamps “%1”"_s.arg(name); }};
}

} // namespace

class tst_Profiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsNamesApart();
    void builtInStaysInFront();
    void whatWasFoundGoesToOwnOnes();
    void whatWasFoundOutlivesANewName();
    void variables_data();
    void variables();
    void filesComeBack();
    void refuses_data();
    void refuses();
    void nothingIsWrittenForNothing();
};

void tst_Profiles::keepsNamesApart()
{
    QList<Lamp> lamps;
    putProfile(lamps, Lamp{u"a"_s, u"1"_s});
    putProfile(lamps, Lamp{u"b"_s, u"2"_s});
    putProfile(lamps, Lamp{u"a"_s, u"3"_s});
    QCOMPARE(lamps, (QList<Lamp>{{u"a"_s, u"3"_s}, {u"b"_s, u"2"_s}}));
    QCOMPARE(indexOfProfile(lamps, u"b"_s), 1);
    QCOMPARE(indexOfProfile(lamps, u"c"_s), -1);
    QVERIFY(replaceProfile(lamps, u"a"_s, Lamp{u"c"_s, u"4"_s}));
    QVERIFY(!replaceProfile(lamps, u"a"_s, Lamp{u"d"_s}));
    QCOMPARE(addNewProfiles(lamps, {Lamp{u"b"_s, u"5"_s}, Lamp{u"e"_s}, Lamp{u"e"_s}}), 1);
    QVERIFY(removeProfile(lamps, u"b"_s));
    QVERIFY(!removeProfile(lamps, u"b"_s));
    QCOMPARE(lamps, (QList<Lamp>{{u"c"_s, u"4"_s}, {u"e"_s}}));
}

void tst_Profiles::builtInStaysInFront()
{
    const Lamp sun{u"sun"_s, {}, true};
    QCOMPARE(withBuiltIn(sun, {}), QList<Lamp>{sun});
    QCOMPARE(withBuiltIn(sun, {Lamp{u"a"_s}, sun}), (QList<Lamp>{sun, Lamp{u"a"_s}}));
}

void tst_Profiles::whatWasFoundGoesToOwnOnes()
{
    const QList<Lamp> lamps{{u"sun"_s, {}, true}, {u"a"_s, u"1"_s}};
    QCOMPARE(ownProfileWith(lamps, u"a"_s, 7), std::optional(Lamp{u"a"_s, u"1"_s, false, 7}));
    QVERIFY(!ownProfileWith(lamps, u"sun"_s, 7));
    QVERIFY(!ownProfileWith(lamps, u"gone"_s, 7));
}

void tst_Profiles::whatWasFoundOutlivesANewName()
{
    const Lamp before{u"a"_s, u"1"_s, false, 7};
    Lamp renamed{u"b"_s, u"1"_s};
    keepCapabilities(renamed, before);
    QCOMPARE(renamed.capabilities, 7);
    Lamp other{u"a"_s, u"2"_s};
    keepCapabilities(other, before);
    QCOMPARE(other.capabilities, 0);
}

void tst_Profiles::variables_data()
{
    QTest::addColumn<bool>("isName");
    for (const char* name : {"A", "_", "LD_LIBRARY_PATH", "a1"})
        QTest::newRow(name) << true;
    for (const char* name : {"", "1A", "A B", "A=B", "ä", "A-B"})
        QTest::newRow(name) << false;
}

void tst_Profiles::variables()
{
    QFETCH(const bool, isName);
    QCOMPARE(isVariableName(QString::fromUtf8(QTest::currentDataTag())), isName);
}

void tst_Profiles::filesComeBack()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b/lamps.json"_s);
    QVERIFY(loadProfiles(path, format())->isEmpty());
    const QList<Lamp> lamps{{u"sun"_s, {}, true}, {u"“中文”\n"_s}, {u"b"_s}};
    QVERIFY(writeProfileFile(path, profilesToJson(lamps, format())).has_value());
    const auto loaded = loadProfiles(path, format());
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(*loaded, lamps.mid(1));
    QVERIFY(!loadProfiles(folder.path(), format()).has_value()); // a folder
}

void tst_Profiles::refuses_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing") << QByteArray() << u"f: it is not JSON"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"f: it is not JSON"_s;
    QTest::newRow("no format") << QByteArray(R"({"lamps":[]})") << u"f: it is not of the format 1"_s;
    QTest::newRow("another format") << QByteArray(R"({"format":2,"lamps":[]})") << u"f: it is not of the format 1"_s;
    QTest::newRow("no list") << QByteArray(R"({"format":1,"lamps":{}})") << u"“lamps” of the file must be a list"_s;
    QTest::newRow("another key") << QByteArray(R"({"format":1,"lamp":[]})") << u"“lamp”, which is not known"_s;
    QTest::newRow("entry") << QByteArray(R"({"format":1,"lamps":[{"name":"a"},{}]})") << u"f: lamp 2 is dark"_s;
    QTest::newRow("twice") << QByteArray(R"({"format":1,"lamps":[{"name":"a"},{"name":"a"}]})")
                           << u"f: two lamps “a”"_s;
}

void tst_Profiles::refuses()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, said);
    const auto lamps = parseProfiles(content, u"f"_s, format());
    QVERIFY(!lamps.has_value());
    QCOMPARE(lamps.error().kind, ErrorKind::Malformed);
    QVERIFY2(lamps.error().message.contains(said), qPrintable(lamps.error().message));
}

void tst_Profiles::nothingIsWrittenForNothing()
{
    QJsonObject object;
    for (const QJsonValue& nothing : {QJsonValue(QString()), QJsonValue(QJsonArray()), QJsonValue(QJsonObject())})
        putUnlessEmpty(object, u"a"_s, nothing);
    QVERIFY(object.isEmpty());
    putUnlessEmpty(object, u"a"_s, u"b"_s);
    putUnlessEmpty(object, u"c"_s, QJsonArray{QString()});
    putUnlessEmpty(object, u"d"_s, variablesToJson({{u"E"_s, QString()}}));
    QCOMPARE(object.keys(), QStringList({u"a"_s, u"c"_s, u"d"_s}));
}

QTEST_GUILESS_MAIN(tst_Profiles)
#include "tst_profiles.moc"
