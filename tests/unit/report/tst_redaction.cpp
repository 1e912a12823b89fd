// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/Redaction.h"

#include <QDir>
#include <QSysInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// What leaves the house in a report, and what stays in it.
class tst_Redaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void keepsNamesOfTheModel_data();
    void keepsNamesOfTheModel();
    void changesNothingTwice();
    void knowsThisMachine();
    void bearsAnything_data();
    void bearsAnything();

private:
    [[nodiscard]] static RedactionSubject subject()
    {
        RedactionSubject known;
        known.projectFolders = {u"/home/alice/my models/emoji5"_s, u"/home/王小明/项目"_s};
        known.folders = {u"/home/alice"_s, u"/tmp"_s, u"/home/王小明"_s};
        known.users = {u"alice"_s, u"王小明"_s, u"root"_s, u"x"_s};
        known.hosts = {u"alices-laptop"_s, u"board7"_s, u"localhost"_s};
        known.publicNames = {u"/features/0/Conv_output_0"_s, u"/data/Conv"_s, u"input"_s,
                             u"/backbone/stem/Relu"_s,       u"1.2.8.10"_s,   u"conv@1"_s};
        return known;
    }
};

void tst_Redaction::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("left");
    const auto row
        = [](const char* name, const QString& text, const QString& left) { QTest::newRow(name) << text << left; };
    row("nothing", u"The layout is wrong."_s, u"The layout is wrong."_s);
    row("empty", {}, {});
    row("path", u"/data1/nets/a.onnx"_s, u"a.onnx"_s);
    row("in a sentence", u"“/opt/x/a.onnx” is gone, see /var/log/b.log."_s, u"“a.onnx” is gone, see b.log."_s);
    row("inside the project", u"/home/alice/my models/emoji5/runs/1/a.bin"_s, u"runs/1/a.bin"_s);
    row("the project itself", u"in /home/alice/my models/emoji5: x"_s, u"in emoji5: x"_s);
    row("no neighbour of it", u"/home/alice/my models/emoji55/a.bin"_s, u"a.bin"_s);
    row("home", u"cd /home/bob && ls"_s, u"cd ~ && ls"_s);
    row("home with a slash", u"cd /home/bob/"_s, u"cd ~"_s);
    row("home of root", u"HOME=/root/ x"_s, u"HOME=~ x"_s);
    row("tilde", u"~/.ssh/board_key is used"_s, u"board_key is used"_s);
    row("quoted with spaces", u"\"/srv/our nets/v 2.onnx\" failed"_s, u"\"v 2.onnx\" failed"_s);
    row("single quotes", u"onnx_model: '/srv/our nets/v 2.onnx'"_s, u"onnx_model: 'v 2.onnx'"_s);
    row("unquoted with spaces", u"onnx_model: /srv/our nets/v2.onnx # best"_s, u"onnx_model: v2.onnx # best"_s);
    row("list of a config", u"cal_data_dir: '/srv/a b/cal;/srv/c/depth;'"_s, u"cal_data_dir: 'cal;depth;'"_s);
    row("Chinese", u"打开“/home/王小明/项目/模型.onnx”失败"_s, u"打开“模型.onnx”失败"_s);
    row("Chinese without quotes", u"文件/home/李雷/图片/猫.png，大小"_s, u"文件猫.png，大小"_s);
    row("Chinese relative", u"项目/模型.onnx"_s, u"项目/模型.onnx"_s);
    row("option", u"--model_file=/userdata/net/m.bin -I/usr/include/x"_s, u"--model_file=m.bin -Ix"_s);
    row("log line", u"2024-01-01 10:00:00,123 file: /open_explorer/ddk/x.py func: y line No: 21"_s,
        u"2024-01-01 10:00:00,123 file: x.py func: y line No: 21"_s);
    row("relative", u"runs/2026/a.log and/or ./b/c"_s, u"runs/2026/a.log and/or ./b/c"_s);
    row("up", u"/srv/x/../y/z.npy"_s, u"z.npy"_s);
    row("file URL", u"file:///home/bob/a%20b.html"_s, u"a%20b.html"_s);
    row("page", u"see https://example.org/a/b/c?d=e."_s, u"see https://example.org/a/b/c?d=e."_s);
    row("inner page", u"http://192.168.1.4:8080/models"_s, u"http://[host]"_s);
    row("page at home", u"http://nas/models/x"_s, u"http://[host]"_s);
    row("page with account", u"https://bob:pw@example.org/x"_s, u"https://[host]"_s);
    row("ssh target", u"ssh root@192.168.1.10 -p 22"_s, u"ssh [host] -p 22"_s);
    row("ssh target with port", u"“root@192.168.1.10:2222” does not answer."_s, u"“[host]” does not answer."_s);
    row("scp", u"scp a bob@board9:/userdata/run/a.bin"_s, u"scp a [host]:a.bin"_s);
    row("mail", u"ask bob.b@example.org."_s, u"ask [host]."_s);
    row("image by digest", u"tools@sha256:00ff"_s, u"tools@sha256:00ff"_s);
    row("address", u"at 10.0.0.7:22, netmask"_s, u"at [address], netmask"_s);
    row("address of six", u"from fe80::1ff:fe23:4567:890a%eth0 port"_s, u"from [address] port"_s);
    row("hardware", u"eth0 00:1b:44:11:3a:b7 up"_s, u"eth0 [address] up"_s);
    row("time", u"10:20:30"_s, u"10:20:30"_s);
    row("scope", u"std::vector, dead::beef"_s, u"std::vector, dead::beef"_s);
    row("version", u"hbdk version 3.49.15.1"_s, u"hbdk version 3.49.15.1"_s);
    row("version of the log", u"horizon_nn 1.2.8.10"_s, u"horizon_nn 1.2.8.10"_s);
    row("short version", u"1.24.3"_s, u"1.24.3"_s);
    row("user", u"made by Alice on board7"_s, u"made by [user] on [host]"_s);
    row("Chinese user", u"作者 王小明"_s, u"作者 [user]"_s);
    row("part of a word", u"malice, boards"_s, u"malice, boards"_s);
    row("user in a file's name", u"/srv/alice_v2.onnx/x/alice.yaml"_s, u"[user].yaml"_s);
    row("everybody", u"root and localhost"_s, u"root and localhost"_s);
    row("inner host", u"pull registry.corp.lan/net:1"_s, u"pull [host]/net:1"_s);
    row("shell", u"$(touch /home/bob/x)"_s, u"$(touch x)"_s);
}

void tst_Redaction::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, left);
    QCOMPARE(Redaction(subject()).text(text), left);
}

void tst_Redaction::keepsNamesOfTheModel_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text :
         {u"/features/0/Conv_output_0"_s, u"The first layer is “/features/0/Conv_output_0”."_s,
          u"/features/0/Conv_output_0_quantized"_s, u"/features/9/Clip"_s, u"/data/Conv"_s, u"input"_s,
          u"HZ_PREPROCESS_FOR_input"_s, u"/other/net/MatMul_3_output_1"_s, u"/backbone/stem/Relu, /backbone/x"_s,
          u"conv@1"_s, u"/input"_s, u"model.0.conv.weight"_s, u"If_3/then_branch/Conv_1"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void tst_Redaction::keepsNamesOfTheModel()
{
    QFETCH(QString, text);
    QCOMPARE(Redaction(subject()).text(text), text);
}

void tst_Redaction::changesNothingTwice()
{
    const Redaction redaction(subject());
    const QString once = redaction.text(
        u"root@10.0.0.1:/userdata/x.bin, /home/alice/my models/emoji5/a/b.npy, /home/bob/, made by alice"_s);
    QCOMPARE(redaction.text(once), once);
}

void tst_Redaction::knowsThisMachine()
{
    const RedactionSubject here = privateHere();
    const Redaction redaction(here);
    const QString text = redaction.text(QDir::homePath() + u"/nets/a.onnx on "_s + QSysInfo::machineHostName());
    QVERIFY2(text.startsWith(u"a.onnx on "_s), qPrintable(text));
    QVERIFY(!text.contains(QDir::homePath()));
    QCOMPARE(redaction.text(QDir::tempPath() + u"/x y/z.onnx"_s), u"z.onnx"_s);
}

void tst_Redaction::bearsAnything_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("slashes") << QString(2000, u'/');
    QTest::newRow("ats") << QString(2000, u'@');
    QTest::newRow("colons") << QString(2000, u':');
    QTest::newRow("quote at the end") << u"say \"/"_s;
    QTest::newRow("open quote") << u"\"/home/bob/a b"_s;
    QTest::newRow("half a pair") << QString(u"/home/bob/"_s + QChar(0xd83d));
    QTest::newRow("numbers") << u"1.2.3.4.5.6.7.8.9"_s.repeated(200);
    QTest::newRow("nul") << QString(u"/home/bob/"_s + QChar(0) + u"x"_s);
}

void tst_Redaction::bearsAnything()
{
    QFETCH(QString, text);
    QVERIFY(!Redaction(subject()).text(text).contains(u"bob"_s));
}

QTEST_GUILESS_MAIN(tst_Redaction)
#include "tst_redaction.moc"
