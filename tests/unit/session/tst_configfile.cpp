// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The config's file when other programs write it too.
#include "core/base/Files.h"
#include "core/session/Session.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anUntouchedConfigIsReadAgain();
    void replacedFilesAreNoticed();
    void changesApartAreMerged();
    void changesOfOneLineAreAskedAbout();
    void savingLooksFirst();
    void ownSavingIsNoChange();
    void savingKeepsModeAndLink();

private:
    [[nodiscard]] QByteArray onDisk() const { return readFile(m_path).value_or(QByteArray()); }
    void writeInPlace(const QByteArray& text) const;
    void setHere(const QString& key, const QString& value) { m_session->setConfigValue(key, value); }

    const QByteArray m_text{"model_parameters:\n  march: 'bayes-e'\n  working_dir: 'out'\n"
                            "input_parameters:\n  input_type_rt: 'rgb'\n  norm_type: 'no_preprocess'\n"};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Session> m_session;
};

void tst_ConfigFile::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"c.yaml"_s);
    writeInPlace(m_text);
    m_session = std::make_unique<Session>();
    m_session->open(m_path);
    QCOMPARE(m_session->configText(), m_text);
}

void tst_ConfigFile::writeInPlace(const QByteArray& text) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

void tst_ConfigFile::anUntouchedConfigIsReadAgain()
{
    QSignalSpy taken(m_session.get(), &Session::configTakenOver);
    const QByteArray theirs = QByteArray(m_text).replace("'out'", "'elsewhere'");
    writeInPlace(theirs);
    QTRY_COMPARE(taken.count(), 1);
    QCOMPARE(m_session->configText(), theirs);
    QVERIFY(!m_session->isConfigModified());
    m_session->undo();
    QCOMPARE(m_session->configText(), m_text);
    QVERIFY(m_session->isConfigModified());
}

void tst_ConfigFile::replacedFilesAreNoticed()
{
    QSignalSpy taken(m_session.get(), &Session::configTakenOver);
    for (const char* folder : {"'a'", "'b'", "'c'"}) { // each time another file under the name
        const QByteArray theirs = QByteArray(m_text).replace("'out'", folder);
        QVERIFY(writeFileAtomically(m_path, theirs));
        QTRY_COMPARE(m_session->configText(), theirs);
    }
    QCOMPARE(taken.count(), 3);
}

void tst_ConfigFile::changesApartAreMerged()
{
    setHere(u"input_parameters.input_type_rt"_s, u"nv12"_s);
    QSignalSpy taken(m_session.get(), &Session::configTakenOver);
    writeInPlace(QByteArray(m_text).replace("'out'", "'elsewhere'"));
    QTRY_COMPARE(taken.count(), 1);
    QCOMPARE(m_session->configText(), QByteArray(m_text).replace("'out'", "'elsewhere'").replace("'rgb'", "'nv12'"));
    QVERIFY(m_session->isConfigModified());
    QVERIFY(m_session->saveConfig());
    QCOMPARE(onDisk(), m_session->configText());
}

void tst_ConfigFile::changesOfOneLineAreAskedAbout()
{
    const QByteArray theirs = QByteArray(m_text).replace("'rgb'", "'bgr'");
    for (const bool keepOurs : {true, false}) {
        init();
        setHere(u"input_parameters.input_type_rt"_s, u"nv12"_s);
        const QByteArray ours = m_session->configText();
        QSignalSpy asked(m_session.get(), &Session::configConflict);
        writeInPlace(theirs);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(m_session->configText(), ours);
        QVERIFY(!m_session->saveConfig()); // asks again, and writes nothing
        QCOMPARE(asked.count(), 2);
        QCOMPARE(onDisk(), theirs);
        m_session->resolveConfigConflict(keepOurs);
        QCOMPARE(m_session->configText(), keepOurs ? ours : theirs);
        QCOMPARE(m_session->isConfigModified(), keepOurs);
        QVERIFY(m_session->saveConfig());
        QCOMPARE(onDisk(), keepOurs ? ours : theirs);
    }
    m_session->undo(); // theirs can be taken back
    QVERIFY(m_session->configText().contains("'nv12'"));
}

/// Before the system has told of the change.
void tst_ConfigFile::savingLooksFirst()
{
    setHere(u"input_parameters.input_type_rt"_s, u"nv12"_s);
    const QByteArray theirs = QByteArray(m_text).replace("'rgb'", "'bgr'");
    writeInPlace(theirs);
    QVERIFY(!m_session->saveConfig());
    QCOMPARE(onDisk(), theirs);
    QVERIFY(m_session->hasConfigConflict());
}

void tst_ConfigFile::ownSavingIsNoChange()
{
    QSignalSpy taken(m_session.get(), &Session::configTakenOver);
    setHere(u"model_parameters.working_dir"_s, u"there"_s);
    QVERIFY(m_session->saveConfig());
    QVERIFY(!m_session->isConfigModified());
    QTest::qWait(400);
    QCOMPARE(taken.count(), 0);
}

void tst_ConfigFile::savingKeepsModeAndLink()
{
    const QString link = m_folder->filePath(u"link.yaml"_s);
    QVERIFY(QFile::link(m_path, link));
    const QFileDevice::Permissions mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup;
    QVERIFY(QFile::setPermissions(m_path, mode));
    const auto ownAndGroup = [this] {
        return QFile::permissions(m_path)
            & (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::WriteGroup
               | QFileDevice::ReadOther);
    };
    m_session->open(link);
    setHere(u"model_parameters.working_dir"_s, u"there"_s);
    QVERIFY(m_session->saveConfig());
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(onDisk().contains("'there'"));
    QCOMPARE(ownAndGroup(), mode);
}

QTEST_GUILESS_MAIN(tst_ConfigFile)
#include "tst_configfile.moc"
