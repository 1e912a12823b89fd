// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/SshBoardSite.h"

#include "core/base/Files.h"
#include "core/board/BoardScript.h"
#include "core/process/Guard.h"
#include "core/process/Reconnecting.h"
#include "core/process/RemoteLaunchers.h"
#include "core/process/RemoteRun.h"
#include "core/process/SshProblem.h"
#include "core/process/Streaming.h"
#include "core/process/TarReader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SshSite
{
    Q_DECLARE_TR_FUNCTIONS(BoardSite)
};

constexpr int sshFailed = 255; // its own exit code; any other is that of the command there
constexpr int stallMilliseconds = 120000;
constexpr qint64 sparedBytes = qint64(1) << 20;

/// Arguments: FILE SIZE OFFSET. What came before a connection broke is gone on from.
constexpr auto receiveScript = R"SH(umask 077
have=$(wc -c <"$1.part" 2>/dev/null) || have=0
[ "$have" -eq "$3" ] || { echo "expected $3 bytes, found $have" >&2; exit 75; }
cat >>"$1.part" || exit 74
[ "$(wc -c <"$1.part")" -eq "$2" ] || { echo "cut short" >&2; exit 75; }
mv -- "$1.part" "$1"
)SH";

/// Arguments: FILE. How much of it came before the connection broke; all of it is told by its name.
constexpr auto sizeScript = R"SH(if [ -f "$1" ]; then echo all; else wc -c <"$1.part" 2>/dev/null || echo 0; fi
)SH";

/// Arguments: FOLDER. Unpacks what comes; a try before this one is forgotten.
constexpr auto unpackScript = R"SH(umask 077
LC_ALL=C
export LC_ALL
rm -rf -- "$1"
mkdir -- "$1" && tar -xof - -C "$1"
)SH";

/// Arguments: FOLDER OFFSET. The archive of a folder that nobody changes is the same each time.
constexpr auto packScript = R"SH(LC_ALL=C
export LC_ALL
tar -cf - -C "$1" out | tail -c "+$(($2 + 1))"
)SH";

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

Result<QString> hashOf(const QString& file, const CancelToken& cancel)
{
    constexpr qint64 pieceBytes = qint64(4) << 20;
    if (auto checked = checkReadable(file); !checked)
        return forward(checked);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable,
                       SshSite::tr("The file “%1” cannot be read: %2.").arg(file, in.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!in.atEnd() && !cancel.isCancelled())
        hash.addData(in.read(pieceBytes));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

SshBoardSite::SshBoardSite(const BoardProfile& board)
    : BoardSite(board)
{
    const QString base = board.folderThere.isEmpty() ? u"/tmp"_s : QDir::cleanPath(board.folderThere);
    m_root = u"%1/driftscope-board-%2"_s.arg(base == u"/"_s ? QString() : base)
                 .arg(QRandomGenerator::system()->generate64(), 0, 16);
}

SshBoardSite::~SshBoardSite()
{
    end();
    if (m_isOpen)
        removeThere(m_root);
}

bool SshBoardSite::Answer::isLost() const
{
    using Ending = ProcessResult::Ending;
    const bool isBroken
        = result.ending == Ending::Crashed || (result.ending == Ending::Exited && result.exitCode == sshFailed);
    return isBroken && isPassing(sshProblemOf(errors));
}

Command SshBoardSite::remote(const QString& script, const QStringList& arguments) const
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-c"_s, script, u"driftscope-board"_s} + arguments;
    return launched(command);
}

Command SshBoardSite::launched(const Command& command) const
{
    return SshLauncher(board().ssh.isEmpty() ? u"ssh"_s : board().ssh, board().host, boardSshOptions(board()))
        .prepare(command);
}

SshBoardSite::Answer SshBoardSite::ask(const Command& command, StreamListeners listeners,
                                       const CancelToken& cancel) const
{
    constexpr qsizetype keptLines = 40;
    Answer answer;
    if (!listeners.onBytes)
        listeners.onBytes = [&answer](const QByteArray& bytes) { answer.output += bytes; };
    listeners.onErrorLine = [&answer](const QString& line) {
        if (!line.trimmed().isEmpty() && answer.errors.size() < keptLines)
            answer.errors.append(line.trimmed());
    };
    answer.result = runStreaming(command, listeners, cancel, {0, stallMilliseconds});
    return answer;
}

Error SshBoardSite::errorOf(const Answer& answer, const QString& doing, const CancelToken& cancel) const
{
    using Ending = ProcessResult::Ending;
    const QString where = u"“%1”"_s.arg(board().name);
    const QString said = answer.errors.isEmpty() ? QString() : answer.errors.last();
    if (cancel.isCancelled() || answer.result.ending == Ending::Cancelled)
        return {ErrorKind::Cancelled, SshSite::tr("The work on %1 was stopped on request.").arg(where)};
    if (answer.result.ending == Ending::FailedToStart)
        return {ErrorKind::Unavailable, answer.result.message};
    if (answer.result.ending == Ending::TimedOut)
        return {ErrorKind::Unavailable,
                SshSite::tr("%1 fell silent for %2 seconds (%3); check the network and run it again.")
                    .arg(where)
                    .arg(stallMilliseconds / 1000)
                    .arg(doing)};
    if (answer.result.ending == Ending::Crashed || answer.result.exitCode == sshFailed) {
        SshProblem problem = sshProblemOf(answer.errors);
        if (problem == SshProblem::None)
            problem = SshProblem::Lost;
        return {ErrorKind::Unavailable,
                sshProblemSentence(problem, where, board().host, said.isEmpty() ? doing : said)};
    }
    return boardError(reportOf(answer), board());
}

/// What the script there said; what a tool like tar said where it said nothing.
BoardReport SshBoardSite::reportOf(const Answer& answer)
{
    BoardReport report;
    for (const QString& line : QString::fromUtf8(answer.output).split(u'\n'))
        report.take(line);
    if (report.problem() != BoardProblem::None)
        return report;
    const QString all = answer.errors.join(u' ');
    if (all.contains(u"No space left"_s) || all.contains(u"uota exceeded"_s))
        report.take(u"driftscope: disk-full"_s);
    else if (all.contains(u"Read-only file system"_s) || all.contains(u"Permission denied"_s))
        report.take(u"driftscope: folder-read-only"_s);
    else
        report.take(u"driftscope: failed"_s);
    for (const QString& line : answer.errors)
        report.take(u"  | "_s + line);
    return report;
}

Result<BoardCapabilities> SshBoardSite::open(const CancelToken& cancel)
{
    const Answer answer
        = ask(remote(QString::fromUtf8(boardOpeningText(board())), {QFileInfo(m_root).path(), m_root}), {}, cancel);
    BoardReport report;
    for (const QString& line : QString::fromUtf8(answer.output).split(u'\n'))
        report.take(line);
    m_isOpen = !report.capabilities().architecture.isEmpty(); // said once the folder is there
    if (!answer.result.isSuccess())
        return tl::make_unexpected(errorOf(answer, SshSite::tr("connecting"), cancel));
    m_room = report.capabilities().freeBytes;
    return report.capabilities();
}

Result<void> SshBoardSite::checkRoom(qint64 bytes) const
{
    constexpr qint64 kibibyte = 1024;
    if (m_room < 0 || bytes + sparedBytes <= m_room)
        return {};
    BoardReport report;
    report.take(u"driftscope: disk-full %1 %2"_s.arg(m_room / kibibyte).arg((bytes + sparedBytes) / kibibyte));
    return tl::make_unexpected(boardError(report, board()));
}

Result<QString> SshBoardSite::bringModel(const QString& file, const CancelToken& cancel, Progress& progress)
{
    const auto hash = hashOf(file, cancel);
    if (!hash)
        return forward(hash);
    if (!m_models.contains(*hash)) {
        const QString name = *hash + u".bin";
        if (auto checked = checkRoom(QFileInfo(file).size()); !checked)
            return forward(checked);
        if (auto sent = sendFile(file, m_root + u'/' + name, cancel, progress); !sent)
            return forward(sent);
        m_models.insert(*hash, u"../"_s + name);
        m_room -= m_room < 0 ? 0 : QFileInfo(file).size();
    }
    return m_models.value(*hash);
}

SshBoardSite::Answer SshBoardSite::sendFrom(qint64 offset, const QString& file, const QString& there,
                                            const CancelToken& cancel, Progress& progress) const
{
    constexpr qint64 pieceBytes = qint64(128) << 10;
    QFile in(file);
    const qint64 size = QFileInfo(file).size();
    const bool isReadable = in.open(QIODevice::ReadOnly) && in.seek(offset);
    qint64 taken = offset;
    const QString what = SshSite::tr("Sending the model to “%1” (%2)").arg(board().name, bytesText(size));
    StreamListeners listeners;
    listeners.nextInput = [&] { return isReadable ? in.read(pieceBytes) : QByteArray(); };
    listeners.onInputTaken = [&](qint64 bytes) { progress.report(taken += bytes, size, what); };
    progress.report(taken, size, what);
    return ask(remote(QString::fromLatin1(receiveScript), {there, QString::number(size), QString::number(offset)}),
               listeners, cancel);
}

Result<void> SshBoardSite::sendFile(const QString& file, const QString& there, const CancelToken& cancel,
                                    Progress& progress)
{
    const QString doing = SshSite::tr("sending the model");
    Reconnecting patience([this](const QString& phrase) { tellWaiting(phrase); });
    Answer answer = sendFrom(0, file, there, cancel, progress);
    while (!answer.result.isSuccess()) {
        if (!answer.isLost() || !patience.wait(cancel))
            return tl::make_unexpected(errorOf(answer, doing, cancel));
        answer = ask(remote(QString::fromLatin1(sizeScript), {there}), {}, cancel);
        if (!answer.result.isSuccess())
            continue;
        if (answer.output.trimmed() == "all")
            return {};
        patience.noteSignOfLife();
        answer = sendFrom(answer.output.trimmed().toLongLong(), file, there, cancel, progress);
    }
    return {};
}

SshBoardSite::Answer SshBoardSite::sendRun(const QList<TarEntry>& files, QString& problem, const CancelToken& cancel,
                                           Progress& progress) const
{
    TarWriter archive(files);
    qint64 taken = 0;
    const QString what
        = SshSite::tr("Sending the inputs to “%1” (%2)").arg(board().name, bytesText(archive.totalBytes()));
    StreamListeners listeners;
    listeners.nextInput = [&archive] { return archive.next(); };
    listeners.onInputTaken = [&](qint64 bytes) { progress.report(taken += bytes, archive.totalBytes(), what); };
    progress.report(0, archive.totalBytes(), what);
    Answer answer = ask(remote(QString::fromLatin1(unpackScript), {m_runThere}), listeners, cancel);
    problem = archive.problem();
    return answer;
}

Result<void> SshBoardSite::begin(const QList<TarEntry>& files, qint64 bytes, const QString& folder,
                                 const CancelToken& cancel, Progress& progress)
{
    if (auto checked = checkRoom(bytes); !checked)
        return checked;
    m_incoming = folder;
    m_runThere = m_root + u"/run-" + QString::number(m_runs++);
    Reconnecting patience([this](const QString& phrase) { tellWaiting(phrase); });
    for (;;) {
        QString problem;
        const Answer answer = sendRun(files, problem, cancel, progress);
        if (!problem.isEmpty())
            return failure(ErrorKind::Unreadable, problem);
        if (answer.result.isSuccess())
            return {};
        if (!answer.isLost() || !patience.wait(cancel))
            return tl::make_unexpected(errorOf(answer, SshSite::tr("sending the inputs"), cancel));
    }
}

Result<BoardScriptEnd> SshBoardSite::run(const std::function<void(const BoardReport&)>& onReport,
                                         const CancelToken& cancel, int timeoutMilliseconds)
{
    constexpr int abandonedMinutes = 15; // the board is not kept busy for somebody who went away
    Command script;
    script.program = u"sh"_s;
    script.arguments = {QString(boardScriptFile)};
    GuardOptions options;
    options.folder = m_runThere;
    options.runId = QFileInfo(m_root).fileName();
    options.watch = m_runThere + u"/watch";
    options.removed = m_root;
    options.patienceMinutes = abandonedMinutes;
    BoardScriptEnd end;
    const auto tender = [&](qint64 offset) { return launched(tended(m_runThere, offset, script, options)); };
    const auto onLine = [&](OutputChannel, const QString& line) {
        if (end.report.take(line))
            onReport(end.report);
    };
    const RemoteRun::End remote = RemoteRun(tender, onLine, [this](const QString& phrase) {
                                      tellWaiting(phrase);
                                  }).follow(cancel, timeoutMilliseconds);
    end.result = remote.result;
    using Ending = ProcessResult::Ending;
    if (end.result.ending == Ending::Cancelled || end.result.ending == Ending::TimedOut || remote.report.hasFollowed())
        return end;
    if (remote.report.missing() == GuardReport::Missing::SetSid)
        return failure(
            ErrorKind::Unavailable,
            SshSite::tr("The program “setsid” is missing on “%1”; install util-linux there.").arg(board().name));
    if (remote.report.missing() == GuardReport::Missing::Run)
        return failure(
            ErrorKind::Unavailable,
            SshSite::tr("Nothing of the run is left on “%1”; was it restarted? Run it again.").arg(board().name));
    const Answer answer{remote.result, {}, remote.said};
    return tl::make_unexpected(errorOf(answer, SshSite::tr("while the model ran"), cancel));
}

Result<void> SshBoardSite::fetch(qint64 bytes, const CancelToken& cancel, Progress& progress)
{
    const QString what = SshSite::tr("Fetching the dumps from “%1” (%2)").arg(board().name, bytesText(bytes));
    TarReader archive(m_incoming);
    Reconnecting patience([this](const QString& phrase) { tellWaiting(phrase); });
    for (;;) {
        const qint64 before = archive.takenBytes();
        Result<void> taken;
        StreamListeners listeners;
        listeners.onBytes = [&](const QByteArray& piece) {
            if (taken)
                taken = archive.take(piece);
            progress.report(std::min(archive.takenBytes(), bytes), bytes, what);
        };
        progress.report(before, bytes, what);
        const Answer answer
            = ask(remote(QString::fromLatin1(packScript), {m_runThere, QString::number(before)}), listeners, cancel);
        if (!taken)
            return taken;
        if (archive.isComplete())
            return {};
        if (archive.takenBytes() > before)
            patience.noteSignOfLife();
        if (!answer.isLost() || !patience.wait(cancel))
            return tl::make_unexpected(errorOf(answer, SshSite::tr("fetching the dumps"), cancel));
    }
}

void SshBoardSite::removeThere(const QString& folder) const
{
    constexpr int patienceMilliseconds = 30000;
    // Where it cannot be reached there is nothing to be done now; the next one who comes removes what is a day old.
    static_cast<void>(runProcess(launched(cleared(folder)), {}, CancelToken(), patienceMilliseconds));
}

void SshBoardSite::end()
{
    if (!m_runThere.isEmpty())
        removeThere(std::exchange(m_runThere, QString()));
}

} // namespace driftscope
