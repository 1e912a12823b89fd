// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/TarReader.h"
#include "core/process/TarWriter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

QByteArray noise(qsizetype size, unsigned seed)
{
    std::mt19937 generator(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char& byte : bytes)
        byte = static_cast<char>(generator());
    return bytes;
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(content) == content.size();
}

QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator found(folder, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System,
                       QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        if (QFileInfo(file).isDir())
            continue;
        const bool isOpen = file.open(QIODevice::ReadOnly);
        files.insert(QDir(folder).relativeFilePath(file.fileName()), isOpen ? file.readAll() : QByteArray("?"));
    }
    return files;
}

QByteArray archiveOf(TarWriter& writer)
{
    QByteArray archive;
    for (QByteArray piece = writer.next(); !piece.isEmpty(); piece = writer.next())
        archive += piece;
    return archive;
}

QByteArray systemTar(const QString& folder, const QStringList& options)
{
    QProcess tar;
    tar.start(u"tar"_s, options + QStringList{u"-cf"_s, u"-"_s, u"-C"_s, folder, u"."_s});
    return tar.waitForFinished(30000) && tar.exitCode() == 0 ? tar.readAllStandardOutput() : QByteArray();
}

/// One block of a header with a name and a kind of its own.
QByteArray entry(const QByteArray& name, char kind, const QByteArray& target = {})
{
    TarWriter writer({{u"x"_s, {}, "bytes"}});
    QByteArray block = archiveOf(writer).left(1024);
    block.replace(0, name.size(), name);
    block[156] = kind;
    block.replace(157, target.size(), target);
    block.replace(148, 8, QByteArray(8, ' '));
    int sum = 0;
    for (qsizetype i = 0; i < 512; ++i)
        sum += static_cast<unsigned char>(block[i]);
    const QByteArray checksum = QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2);
    block.replace(148, 8, checksum);
    return block;
}

} // namespace

class tst_Tar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tarReadsWhatIsWritten();
    void readsWhatTarWrites_data();
    void readsWhatTarWrites();
    void cutAnywhere();
    void staysInItsFolder();
    void refusesWhatIsNoArchive();
    void tellsAShrunkFile();
    void survivesDamage();
};

void tst_Tar::tarReadsWhatIsWritten()
{
    const QTemporaryDir folder;
    const QByteArray large = noise(qsizetype(1) << 20, 1);
    QVERIFY(write(folder.filePath(u"large"_s), large));
    QMap<QString, QByteArray> expected{{u"in/0/0.bin"_s, large}, {u"empty"_s, {}}};
    QList<TarEntry> entries{{u"in/0/0.bin"_s, folder.filePath(u"large"_s)}, {u"empty"_s, {}}};
    for (const int size : {1, 511, 512, 513}) {
        const QString name = u"in/1/%1"_s.arg(size);
        entries.append({name, {}, noise(size, 2)});
        expected.insert(name, entries.last().content);
    }
    TarWriter writer(entries);
    const QByteArray archive = archiveOf(writer);
    QCOMPARE(archive.size(), writer.totalBytes());
    QCOMPARE(writer.problem(), QString());
    const QTemporaryDir unpacked;
    QProcess tar;
    tar.start(u"tar"_s, {u"-xof"_s, u"-"_s, u"-C"_s, unpacked.path()});
    tar.write(archive);
    tar.closeWriteChannel();
    QVERIFY(tar.waitForFinished(30000));
    QCOMPARE(tar.readAllStandardError(), QByteArray());
    QCOMPARE(filesIn(unpacked.path()), expected);
    const QTemporaryDir own;
    TarReader reader(own.path());
    QVERIFY(reader.take(archive).has_value());
    QVERIFY(reader.isComplete());
    QCOMPARE(filesIn(own.path()), expected);
}

void tst_Tar::readsWhatTarWrites_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"gnu", "oldgnu", "pax", "ustar", "v7"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void tst_Tar::readsWhatTarWrites()
{
    QFETCH(const QString, format);
    const QTemporaryDir folder;
    QMap<QString, QByteArray> expected{{u"0/$(touch x); 'a' \"b\" 中文"_s, "one"}, {u"0/empty"_s, {}}};
    if (format != u"v7"_s) // names of at most 99 bytes
        expected.insert(u"0/"_s + QString(140, u'l') + u"/layer-0-" + QString(90, u'n') + u".bin", noise(3000, 3));
    if (format == u"ustar"_s)
        expected.remove(u"0/"_s + QString(140, u'l') + u"/layer-0-" + QString(90, u'n') + u".bin");
    if (format == u"ustar"_s) // a prefix of 155 bytes and a name of 100
        expected.insert(u"0/"_s + QString(80, u'l') + u'/' + QString(60, u'm') + u"/layer-" + QString(80, u'n')
                            + u".bin",
                        noise(3000, 3));
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QVERIFY(write(folder.filePath(it.key()), it.value()));
    const QByteArray archive = systemTar(folder.path(), {u"--format="_s + format});
    QVERIFY(!archive.isEmpty());
    const QTemporaryDir own;
    TarReader reader(own.path());
    const auto taken = reader.take(archive);
    QVERIFY2(taken.has_value(), taken ? "" : qPrintable(taken.error().message));
    QVERIFY(reader.isComplete());
    QCOMPARE(filesIn(own.path()), expected);
}

/// Pieces of every size, and an archive that ends before its end.
void tst_Tar::cutAnywhere()
{
    TarWriter writer({{u"a/b"_s, {}, noise(2000, 4)}, {u"c"_s, {}, noise(700, 5)}});
    const QByteArray archive = archiveOf(writer);
    for (const qsizetype piece : {1, 7, 511, 512, 513, 3000}) {
        const QTemporaryDir own;
        TarReader reader(own.path());
        for (qsizetype at = 0; at < archive.size(); at += piece) {
            QVERIFY(!reader.isComplete() || at >= archive.size() - 512);
            QVERIFY(reader.take(archive.mid(at, piece)).has_value());
        }
        QVERIFY(reader.isComplete());
        QCOMPARE(reader.takenBytes(), archive.size());
        QCOMPARE(filesIn(own.path()).value(u"a/b"_s), noise(2000, 4));
    }
    for (qsizetype size = 0; size < archive.size(); size += 97) {
        const QTemporaryDir own;
        TarReader reader(own.path());
        QVERIFY(reader.take(archive.left(size)).has_value());
        QVERIFY(!reader.isComplete());
    }
}

/// Names and kinds that somebody might send who means harm.
void tst_Tar::staysInItsFolder()
{
    const QTemporaryDir folder;
    const QString inside = folder.filePath(u"inside"_s);
    QVERIFY(QDir().mkpath(inside));
    QByteArray archive;
    archive += entry("../outside", '0') + entry("/tmp/driftscope-outside", '0') + entry("a/../../outside", '0');
    archive += entry("link", '2', "/etc/passwd") + entry("hard", '1', "/etc/passwd") + entry("pipe", '6');
    archive += entry("device", '3') + entry("good", '0') + QByteArray(1024, '\0');
    TarReader reader(inside);
    QVERIFY(reader.take(archive).has_value());
    QVERIFY(reader.isComplete());
    QCOMPARE(filesIn(folder.path()), (QMap<QString, QByteArray>{{u"inside/good"_s, "bytes"}}));
    QVERIFY(!QFile::exists(u"/tmp/driftscope-outside"_s));
    TarReader again(inside); // nothing is replaced
    QVERIFY(!again.take(entry("good", '0')).has_value());
}

void tst_Tar::refusesWhatIsNoArchive()
{
    const QTemporaryDir own;
    TarReader text(own.path());
    QVERIFY(!text.take(QByteArray(1000, 'x')).has_value());
    QByteArray damaged = entry("good", '0');
    damaged[3] = 'X';
    TarReader sum(own.path());
    QVERIFY(!sum.take(damaged).has_value());
}

void tst_Tar::tellsAShrunkFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"f"_s);
    QVERIFY(write(path, noise(300000, 6)));
    TarWriter writer({{u"f"_s, path}});
    QVERIFY(!writer.next().isEmpty());
    QVERIFY(QFile::resize(path, 1000));
    const QByteArray rest = archiveOf(writer);
    QVERIFY(rest.size() < 300000);
    QVERIFY2(writer.problem().contains(u"became shorter"_s), qPrintable(writer.problem()));
    QVERIFY(QFile::remove(path));
    TarWriter gone({{u"f"_s, path}});
    QVERIFY(archiveOf(gone).isEmpty());
    QVERIFY(!gone.problem().isEmpty());
}

/// Damaged archives are refused or read, never more.
void tst_Tar::survivesDamage()
{
    const QTemporaryDir source;
    QVERIFY(write(source.filePath(QString(150, u'n')), noise(600, 7)));
    const QByteArray archive
        = systemTar(source.path(), {u"--format=pax"_s}) + systemTar(source.path(), {u"--format=gnu"_s});
    std::mt19937 generator(8);
    for (int round = 0; round < 2000; ++round) {
        QByteArray damaged = archive;
        for (int i = 0; i < 4; ++i)
            damaged[static_cast<qsizetype>(generator() % static_cast<unsigned>(damaged.size()))]
                = static_cast<char>(generator());
        const QTemporaryDir own;
        TarReader reader(own.path());
        static_cast<void>(reader.take(damaged));
    }
}

QTEST_GUILESS_MAIN(tst_Tar)
#include "tst_tar.moc"
