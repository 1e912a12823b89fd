// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One connection for many samples, and large files whose connection breaks on the way.
#include "BoardAccount.h"

#include "core/board/BoardConnection.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

/// Tells what it is given and dumps what it is told to: two floats of the sample's own first bytes.
const QByteArray echoTool = R"SH(#!/bin/sh
case $1 in
  -v) echo '[DNN] Runtime version = 1.24.5_(3.15.55 HBRT)' ;;
  model_info)
    printf '[model name]: one\n\ninput[0]: \nname: i\nvalid shape: (8,)\ntensor type: HB_DNN_TENSOR_TYPE_U8\n'
    printf 'output[0]: \nname: o\nvalid shape: (2,)\naligned shape: (2,)\naligned byte size: 8\n'
    printf 'tensor type: HB_DNN_TENSOR_TYPE_F32\n\n[model name]: two\n\noutput[0]: \nname: p\nvalid shape: (2,)\n'
    printf 'aligned shape: (2,)\naligned byte size: 8\ntensor type: HB_DNN_TENSOR_TYPE_F32\n'
    ;;
  infer)
    for word; do
      case $word in
        --model_file=*) sha256sum "${word#*=}" ;;
        --model_name=*) name=${word#*=} ;;
        --input_file=*) file=${word#*=} ;;
      esac
    done
    tensor=o
    [ "$name" != two ] || tensor=p
    head -c 8 "$file" >"model_infer_output_0_$tensor.bin"
    [ -z "$MORE" ] || head -c "$MORE" /dev/zero >"layer-0-bpu-n-output-0-between.bin"
    ;;
esac
)SH";

} // namespace

class tst_BoardTransfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void manySamplesSendTheModelOnce();
    void goesOnWhereSendingBroke();
    void goesOnWhereFetchingBroke();
    void stopsWhileSending();
    void sweepsWhatOthersLeft();
    void worksWithBusybox();

private:
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] bool write(const QString& name, const QByteArray& content) const;
    [[nodiscard]] BoardJob job(int samples) const;
    [[nodiscard]] QByteArray hashSeen(int sample) const;
    /// Waits until a file there has so many bytes, and drops all connections.
    void dropOnceThere(const QString& pattern, qint64 bytes, std::atomic<bool>& wasDropped) const;

    std::unique_ptr<BoardAccount> m_board;
    QTemporaryDir m_folder;
};

void tst_BoardTransfer::initTestCase()
{
    m_board = std::make_unique<BoardAccount>();
    if (!m_board->problem().isEmpty())
        QSKIP(qPrintable(m_board->problem()));
    QVERIFY(m_board->install(echoTool));
}

bool tst_BoardTransfer::write(const QString& name, const QByteArray& content) const
{
    QFile out(file(name));
    return out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
}

BoardJob tst_BoardTransfer::job(int samples) const
{
    BoardJob job;
    job.modelFile = file(u"model.bin"_s);
    for (int i = 0; i < samples; ++i) {
        const float values[]{static_cast<float>(i), -1.0F};
        const QString name = u"in %1.raw"_s.arg(i);
        if (!write(name, QByteArray(reinterpret_cast<const char*>(values), sizeof values)))
            return {};
        job.samples.append({{file(name)}, file(u"out/%1"_s.arg(i))});
    }
    return job;
}

/// Of the model, as the tool there saw it.
QByteArray tst_BoardTransfer::hashSeen(int sample) const
{
    return contentOf(file(u"out/%1/console.txt"_s.arg(sample))).left(64);
}

void tst_BoardTransfer::manySamplesSendTheModelOnce()
{
    const QByteArray model(qsizetype(3) << 20, 'm');
    QVERIFY(write(u"model.bin"_s, model));
    QStringList said;
    Progress progress([&](const ProgressState& state) {
        if (said.isEmpty() || said.last() != state.what)
            said.append(state.what);
    });
    auto connection = BoardConnection::open(m_board->profile(u"far"_s), CancelToken(), progress);
    QVERIFY2(connection.has_value(), connection ? "" : qPrintable(connection.error().message));
    QCOMPARE((*connection)->board().capabilities.version, u"1.24.5"_s);
    for (const QString& name : {u"one"_s, u"two"_s}) {
        BoardJob many = job(20);
        many.modelName = name;
        const auto captures = (*connection)->run(many, CancelToken(), progress);
        QVERIFY2(captures.has_value(), captures ? "" : qPrintable(captures.error().message));
        QCOMPARE(captures->size(), 20);
        for (int i = 0; i < 20; ++i) {
            const CapturedTensor* output = (*captures)[i].find(name == u"one"_s ? u"o"_s : u"p"_s);
            QVERIFY(output != nullptr);
            QCOMPARE(output->tensor.toFloats(), (std::vector<float>{static_cast<float>(i), -1.0F}));
            QCOMPARE(hashSeen(i), QCryptographicHash::hash(model, QCryptographicHash::Sha256).toHex());
        }
    }
    QCOMPARE(said.filter(u"Sending the model"_s).size(), 1);
    QCOMPARE(said.filter(u"Sending the inputs"_s).size(), 2);
    BoardJob unknown = job(1);
    unknown.modelName = u"three"_s;
    const auto none = (*connection)->run(unknown, CancelToken(), progress);
    QVERIFY(!none.has_value());
    connection->reset();
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardTransfer::dropOnceThere(const QString& pattern, qint64 bytes, std::atomic<bool>& wasDropped) const
{
    for (int i = 0; i < 30000 && !wasDropped; ++i) {
        QDirIterator files(m_board->runs(), {pattern}, QDir::Files, QDirIterator::Subdirectories);
        if (files.hasNext() && QFileInfo(files.next()).size() >= bytes) {
            m_board->dropConnections();
            wasDropped = true;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

void tst_BoardTransfer::goesOnWhereSendingBroke()
{
    QByteArray model(qsizetype(300) << 20, 'm');
    for (qsizetype i = 0; i < model.size(); i += 4096)
        model[i] = static_cast<char>(i >> 12);
    QVERIFY(write(u"model.bin"_s, model));
    Progress progress;
    auto connection = BoardConnection::open(m_board->profile(u"far"_s), CancelToken(), progress);
    QVERIFY(connection.has_value());
    std::atomic<bool> wasDropped = false;
    std::thread breaker([&] { dropOnceThere(u"*.bin.part"_s, qint64(20) << 20, wasDropped); });
    const auto captures = (*connection)->run(job(1), CancelToken(), progress);
    const bool wasBroken = wasDropped.exchange(true);
    breaker.join();
    QVERIFY2(captures.has_value(), captures ? "" : qPrintable(captures.error().message));
    QVERIFY(wasBroken);
    QCOMPARE(hashSeen(0), QCryptographicHash::hash(model, QCryptographicHash::Sha256).toHex());
    connection->reset();
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardTransfer::goesOnWhereFetchingBroke()
{
    QVERIFY(write(u"model.bin"_s, "small"));
    constexpr qint64 dumped = qint64(400) << 20;
    BoardProfile board = m_board->profile(u"far"_s);
    board.environment.insert(u"MORE"_s, QString::number(dumped));
    const QString layer = file(u"out/0/layer-0-bpu-n-output-0-between.bin"_s);
    bool wasBroken = false;
    Progress progress([&](const ProgressState& state) {
        if (!wasBroken && state.what.startsWith(u"Fetching") && state.done > dumped / 10) {
            m_board->dropConnections();
            wasBroken = true;
        }
    });
    auto connection = BoardConnection::open(board, CancelToken(), progress);
    QVERIFY(connection.has_value());
    const auto captures = (*connection)->run(job(1), CancelToken(), progress);
    QVERIFY2(captures.has_value(), captures ? "" : qPrintable(captures.error().message));
    QVERIFY(wasBroken);
    QCOMPARE(QFileInfo(layer).size(), dumped);
    QVERIFY(contentOf(layer).count('\0') == dumped);
    connection->reset();
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardTransfer::stopsWhileSending()
{
    QVERIFY(write(u"model.bin"_s, QByteArray(qsizetype(300) << 20, 'm')));
    const CancelToken cancel;
    Progress progress([&](const ProgressState& state) {
        if (state.what.startsWith(u"Sending the model") && state.done > 0)
            cancel.cancel();
    });
    auto connection = BoardConnection::open(m_board->profile(u"far"_s), CancelToken(), progress);
    QVERIFY(connection.has_value());
    const auto captures = (*connection)->run(job(1), cancel, progress);
    QVERIFY(!captures.has_value());
    QCOMPARE(captures.error().kind, ErrorKind::Cancelled);
    connection->reset();
    QCOMPARE(m_board->left(), QStringList());
}

void tst_BoardTransfer::sweepsWhatOthersLeft()
{
    const QString old = m_board->runs() + u"/driftscope-board-old"_s;
    const QString young = m_board->runs() + u"/driftscope-board-young"_s;
    const QString other = m_board->runs() + u"/notes"_s;
    for (const QString& folder : {old, young, other})
        QVERIFY(QDir().mkpath(folder));
    QVERIFY(m_board->giveToAccount(m_board->runs()));
    for (const QString& folder : {old, other})
        QCOMPARE(QProcess::execute(u"touch"_s, {u"-d"_s, u"2 days ago"_s, folder}), 0);
    Progress progress;
    QVERIFY(BoardConnection::open(m_board->profile(u"far"_s), CancelToken(), progress).has_value());
    QVERIFY(!QFileInfo::exists(old));
    QVERIFY(QFileInfo::exists(young) && QFileInfo::exists(other));
}

/// Small boards have no other tools.
void tst_BoardTransfer::worksWithBusybox()
{
    const QString busybox = QStandardPaths::findExecutable(u"busybox"_s);
    if (busybox.isEmpty())
        QSKIP("busybox is not installed.");
    QVERIFY(QFile::setPermissions(m_folder.path(),
                                  QFile::permissions(m_folder.path()) | QFileDevice::ExeGroup | QFileDevice::ExeOther));
    const QString tools = file(u"tools"_s);
    QVERIFY(QDir().mkpath(tools));
    QCOMPARE(QProcess::execute(busybox, {u"--install"_s, u"-s"_s, tools}), 0);
    BoardAccount small(tools);
    QVERIFY2(small.problem().isEmpty(), qPrintable(small.problem()));
    QVERIFY(small.install(echoTool));
    QVERIFY(write(u"model.bin"_s, QByteArray(qsizetype(2) << 20, 'b')));
    BoardProfile board = small.profile(u"small"_s);
    board.environment.insert(u"MORE"_s, u"5000"_s);
    Progress progress;
    auto connection = BoardConnection::open(board, CancelToken(), progress);
    QVERIFY2(connection.has_value(), connection ? "" : qPrintable(connection.error().message));
    QVERIFY((*connection)->board().capabilities.freeBytes > 0);
    for (int round = 0; round < 2; ++round) {
        const auto captures = (*connection)->run(job(3), CancelToken(), progress);
        QVERIFY2(captures.has_value(), captures ? "" : qPrintable(captures.error().message));
        QCOMPARE((*captures)[2].outputs().first()->tensor.toFloats(), (std::vector<float>{2.0F, -1.0F}));
        QCOMPARE(QFileInfo(file(u"out/2/layer-0-bpu-n-output-0-between.bin"_s)).size(), 5000);
    }
    QVERIFY(small.install("#!/bin/sh\n[ \"$1\" != infer ] || exec sleep 1000\necho 'input[0]: 1.2'\n"));
    BoardJob slow = job(1);
    slow.timeoutMilliseconds = 1000;
    slow.modelName = u"one"_s; // asked anew
    const auto late = (*connection)->run(slow, CancelToken(), progress);
    QVERIFY(!late.has_value());
    QVERIFY2(late.error().message.contains(u"did not end within"_s), qPrintable(late.error().message));
    connection->reset();
    QCOMPARE(small.left(), QStringList());
}

QTEST_GUILESS_MAIN(tst_BoardTransfer)
#include "tst_board_transfer.moc"
