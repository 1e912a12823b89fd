// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Npz.h"
#include "core/tensor/Zip.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace driftscope;
using namespace Qt::StringLiterals;

class tst_Npz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPythonWrites();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void equalNamesKeepTheLast();
    void oneDamagedArrayLeavesTheOthers();
    void everyCutIsRefusedOrNamed();
    void bombsAreRefused();
    void limitsAreKept();
    void encryptedAndForeignMethodsAreNamed();
};

namespace {

/// Written by Python's zipfile the way numpy.savez does it (force_zip64): a stored array, a deflated one in a folder,
/// and a file that is no array.
constexpr const char* pythonArchive
    = "UEsDBC0AAAAAAAAAIQBO+yB1//////////8KABQAc3RvcmVkLm5weQEAEACQAAAAAAAAAJAAAAAAAAAAk05VTVBZAQB2AHsnZGVzY3InOiAn"
      "PGY0JywgJ2ZvcnRyYW5fb3JkZXInOiBGYWxzZSwgJ3NoYXBlJzogKDIsIDIpLCB9ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg"
      "ICAgICAgICAgICAgICAgICAgICAgICAgIAoAAIA/AAAAQAAAQEAAAIBAUEsDBC0AAAAIAAAAIQDDVD/u//////////8PABQAZGVlcC9wYWNr"
      "ZWQubnB5AQAQAKwBAAAAAAAASwAAAAAAAACb7BfqGxDJyFDGUK2eklqcXKRupaBek2morqOgnpZfVFKUmBefX5SSChJ3S8wpTgWKF2ckFqQC"
      "+RrGBgY6mjoKtQpkAy6GUUA0AABQSwMEFAAAAAAAAAAhAIamEDYFAAAABQAAAAkAAABub3Rlcy50eHRoZWxsb1BLAQItAy0AAAAAAAAAIQBO"
      "+yB1kAAAAJAAAAAKAAAAAAAAAAAAAACAAQAAAABzdG9yZWQubnB5UEsBAi0DLQAAAAgAAAAhAMNUP+5LAAAArAEAAA8AAAAAAAAAAAAAAIAB"
      "zAAAAGRlZXAvcGFja2VkLm5weVBLAQIUAxQAAAAAAAAAIQCGphA2BQAAAAUAAAAJAAAAAAAAAAAAAACAAVgBAABub3Rlcy50eHRQSwUGAAAA"
      "AAMAAwCsAAAAhAEAAAAA";

Tensor numbers(int count)
{
    std::vector<float> values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<float>(i % 17));
    return Tensor::fromValues<float>({count}, values);
}

QByteArray archiveOf(const QList<NamedTensor>& tensors, bool compress)
{
    QList<ZipContent> files;
    for (const NamedTensor& tensor : tensors)
        files.append({tensor.name + u".npy"_s, toNpy(tensor.tensor)});
    return zipped(files, compress);
}

template <typename T> void put(QByteArray& bytes, qsizetype at, T value)
{
    qToLittleEndian(value, bytes.data() + at);
}

qsizetype centralOf(const QByteArray& archive)
{
    return archive.indexOf("PK\x01\x02");
}

} // namespace

void tst_Npz::readsWhatPythonWrites()
{
    const auto content = parseNpz(QByteArray::fromBase64(pythonArchive), u"python.npz"_s);
    QVERIFY(content.has_value());
    QCOMPARE(content->tensors.size(), 2);
    QVERIFY(content->problems.isEmpty());
    QCOMPARE(content->tensors[0].name, u"stored"_s);
    QCOMPARE(content->tensors[0].tensor.shape(), (Shape{2, 2}));
    QCOMPARE(content->tensors[0].tensor.toFloats(), (std::vector<float>{1, 2, 3, 4}));
    QCOMPARE(content->tensors[1].name, u"deep/packed"_s);
    QCOMPARE(content->tensors[1].tensor.dataType(), DataType::Int8);
    QCOMPARE(content->tensors[1].tensor.byteCount(), 300);
}

void tst_Npz::writesWhatItReads_data()
{
    QTest::addColumn<bool>("compress");
    QTest::newRow("stored") << false;
    QTest::newRow("deflated") << true;
}

void tst_Npz::writesWhatItReads()
{
    QFETCH(const bool, compress);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.npz"_s);
    const QList<NamedTensor> tensors{{u"/model.22/cv2:0 输出"_s, numbers(3'000'000)}, {u"b"_s, numbers(0)}};
    QVERIFY(writeNpz(path, tensors, compress).has_value());
    QCOMPARE(QFileInfo(path).size() < 2'000'000, compress);
    const auto content = readNpz(path);
    QVERIFY(content.has_value());
    QCOMPARE(content->tensors.size(), 2);
    for (qsizetype i = 0; i < 2; ++i) {
        QCOMPARE(content->tensors[i].name, tensors[i].name);
        QCOMPARE(content->tensors[i].tensor.bytes(), tensors[i].tensor.bytes());
    }
}

void tst_Npz::equalNamesKeepTheLast()
{
    const auto content = parseNpz(archiveOf({{u"a"_s, numbers(3)}, {u"a"_s, numbers(5)}}, false), u"x"_s);
    QVERIFY(content.has_value());
    QCOMPARE(content->tensors.size(), 1);
    QCOMPARE(content->tensors[0].tensor.elementCount(), 5);
    QCOMPARE(content->problems.size(), 1);
}

void tst_Npz::oneDamagedArrayLeavesTheOthers()
{
    for (const bool compress : {false, true}) {
        QByteArray archive = archiveOf({{u"a"_s, numbers(300)}, {u"b"_s, numbers(400)}}, compress);
        archive[120] = static_cast<char>(archive[120] ^ 0x55);
        const auto content = parseNpz(archive, u"x"_s);
        QVERIFY(content.has_value());
        QCOMPARE(content->tensors.size(), 1);
        QCOMPARE(content->tensors[0].name, u"b"_s);
        QCOMPARE(content->problems.size(), 1);
        QVERIFY2(content->problems[0].contains(u"a.npy"), qPrintable(content->problems[0]));
    }
}

void tst_Npz::everyCutIsRefusedOrNamed()
{
    const QByteArray archive = archiveOf({{u"a"_s, numbers(20)}}, true);
    for (qsizetype length = 0; length < archive.size(); ++length) {
        const auto content = parseNpz(archive.first(length), u"cut.npz"_s);
        QVERIFY2(!content && content.error().message.contains(u"cut.npz"), qPrintable(QString::number(length)));
    }
}

void tst_Npz::bombsAreRefused()
{
    // A size that deflate cannot reach from so few bytes.
    QByteArray lying = archiveOf({{u"a"_s, numbers(1000)}}, true);
    put<quint32>(lying, centralOf(lying) + 24, 0x7FFFFFFF);
    QVERIFY(!parseNpz(lying, u"x"_s));
    // Entries that share their data: together they take more than there is.
    QByteArray one = archiveOf({{u"a"_s, numbers(5000)}}, false);
    const qsizetype central = centralOf(one);
    const qsizetype end = one.size() - 22;
    const QByteArray entry = one.mid(central, end - central);
    QByteArray many = one.first(central);
    for (int i = 0; i < 50; ++i)
        many += entry;
    QByteArray tail = one.mid(end);
    put<quint16>(tail, 8, 50);
    put<quint16>(tail, 10, 50);
    put<quint32>(tail, 12, static_cast<quint32>(50 * entry.size()));
    QVERIFY(!parseNpz(many + tail, u"x"_s));
}

void tst_Npz::limitsAreKept()
{
    const QByteArray archive = archiveOf({{u"a"_s, numbers(1000)}, {u"b"_s, numbers(1000)}}, true);
    QVERIFY(parseNpz(archive, u"x"_s, 10'000).has_value());
    const auto refused = parseNpz(archive, u"x"_s, 5'000);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
}

void tst_Npz::encryptedAndForeignMethodsAreNamed()
{
    QByteArray encrypted = archiveOf({{u"a"_s, numbers(10)}}, false);
    put<quint16>(encrypted, centralOf(encrypted) + 8, 1);
    QVERIFY(parseNpz(encrypted, u"x"_s)->problems.value(0).contains(u"encrypted"));
    QByteArray foreign = archiveOf({{u"a"_s, numbers(10)}}, true);
    put<quint16>(foreign, centralOf(foreign) + 10, 14);
    QVERIFY(parseNpz(foreign, u"x"_s)->problems.value(0).contains(u"14"));
}

QTEST_GUILESS_MAIN(tst_Npz)
#include "tst_npz.moc"
