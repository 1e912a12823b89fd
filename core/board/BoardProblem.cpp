// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardProblem.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Problems
{
    Q_DECLARE_TR_FUNCTIONS(BoardProblem)
};

struct Key
{
    BoardProblem problem;
    QLatin1StringView key;
};

constexpr std::array keys{
    Key{BoardProblem::FolderReadOnly, "folder-read-only"_L1},
    Key{BoardProblem::DiskFull, "disk-full"_L1},
    Key{BoardProblem::ToolMissing, "tool-missing"_L1},
    Key{BoardProblem::ToolCannotRun, "tool-cannot-run"_L1},
    Key{BoardProblem::LibraryMissing, "library-missing"_L1},
    Key{BoardProblem::WrongArchitecture, "wrong-architecture"_L1},
    Key{BoardProblem::Incompatible, "incompatible"_L1},
    Key{BoardProblem::OutOfMemory, "out-of-memory"_L1},
    Key{BoardProblem::ToolFailed, "tool-failed"_L1},
    Key{BoardProblem::ToolCrashed, "tool-crashed"_L1},
    Key{BoardProblem::NothingDumped, "nothing-dumped"_L1},
    Key{BoardProblem::Failed, "failed"_L1},
};

/// Of the field e_machine of an ELF file, as its two bytes stand there.
QString architectureName(const QString& machine)
{
    static const QMap<QString, QString> names{{u"b700"_s, u"aarch64"_s}, {u"2800"_s, u"arm"_s},
                                              {u"3e00"_s, u"x86_64"_s},  {u"0300"_s, u"i386"_s},
                                              {u"f300"_s, u"riscv"_s},   {u"0800"_s, u"mips"_s}};
    return names.value(machine, u"?"_s);
}

/// The line that explains a failure: the last that the program marks as an error, else its last.
QString lastError(const QStringList& lines)
{
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        if (it->startsWith(u"[E]") || it->startsWith(u"E0") || it->contains(u"error"_s, Qt::CaseInsensitive)) {
            // A bare code says nothing; what follows it, if anything does, says more.
            return it->contains(u"error code"_s) && it != lines.crbegin() ? (it - 1)->trimmed() : it->trimmed();
        }
    }
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

QString withLastWords(const QString& sentence, const QStringList& words)
{
    const QString last = lastError(words);
    return last.isEmpty() ? sentence : Problems::tr("%1 The last it said was: %2").arg(sentence, last);
}

QString bytesText(const QString& kibibytes)
{
    return QLocale().formattedDataSize(kibibytes.toLongLong() * 1024);
}

QString folderOf(const BoardProfile& board)
{
    return board.folderThere.isEmpty() ? u"/tmp"_s : board.folderThere;
}

QString describeFull(const QStringList& details, const BoardProfile& board)
{
    if (details.size() < 2)
        return Problems::tr(
                   "The disk of “%1” ran full in “%2”; make room there, or choose another folder in the board's "
                   "settings.")
            .arg(board.name, folderOf(board));
    return Problems::tr("“%1” has %2 free in “%3”, but %4 are needed; make room there, or choose another folder in the "
                        "board's settings.")
        .arg(board.name, bytesText(details[0]), folderOf(board), bytesText(details[1]));
}

QString describeTool(const BoardReport& report, const BoardProfile& board)
{
    const QStringList& details = report.details();
    switch (report.problem()) {
    case BoardProblem::ToolMissing:
        return Problems::tr(
                   "There is no program “%1” on “%2”; install the runtime's tools there (hrt_tools), or name the "
                   "program's whole path in the board's settings.")
            .arg(board.program, board.name);
    case BoardProblem::ToolCannotRun:
        return Problems::tr("The program “%1” on “%2” may not be executed; check its permissions.")
            .arg(board.program, board.name);
    case BoardProblem::LibraryMissing:
        return Problems::tr("The program “%1” on “%2” misses a library; install the runtime that belongs to it, or add "
                            "LD_LIBRARY_PATH to the board's environment. It said: %3")
            .arg(board.program, board.name, lastError(report.words()));
    case BoardProblem::WrongArchitecture:
        return Problems::tr("The program “%1” on “%2” is for another processor (%3, the board is %4); install the one "
                            "for this board.")
            .arg(board.program, board.name, architectureName(details.value(0)), details.value(1));
    case BoardProblem::ToolCrashed:
        return withLastWords(Problems::tr("The program “%1” crashed on “%2” (signal %3).")
                                 .arg(board.program, board.name, details.value(0)),
                             report.words());
    default:
        return withLastWords(Problems::tr("The program “%1” ended with exit code %2 on “%3”.")
                                 .arg(board.program, details.value(0, u"?"_s), board.name),
                             report.words());
    }
}

QString describe(const BoardReport& report, const BoardProfile& board)
{
    switch (report.problem()) {
    case BoardProblem::FolderReadOnly:
        return Problems::tr(
                   "Nothing can be written into “%1” on “%2”; choose another folder in the board's settings. %3")
            .arg(folderOf(board), board.name, report.words().join(u' '));
    case BoardProblem::DiskFull:
        return describeFull(report.details(), board);
    case BoardProblem::Incompatible:
        return Problems::tr(
                   "The runtime on “%1” does not take this model (error %2): it was compiled for another march, "
                   "or by a toolchain newer than the runtime; compile for the board's march, or update the "
                   "board's system. It said: %3")
            .arg(board.name, report.details().value(0), lastError(report.words()));
    case BoardProblem::OutOfMemory:
        return Problems::tr(
                   "“%1” has too little memory for this model; end other programs there, or run without layers.")
            .arg(board.name);
    case BoardProblem::NothingDumped:
        return withLastWords(
            Problems::tr("The program “%1” on “%2” ended well but wrote no output; check that its version "
                         "knows --enable_dump.")
                .arg(board.program, board.name),
            report.words());
    case BoardProblem::Failed:
        return withLastWords(Problems::tr("The run on “%1” failed.").arg(board.name), report.words());
    case BoardProblem::None:
        return withLastWords(Problems::tr("The run on “%1” was ended from outside; run it again.").arg(board.name),
                             report.words());
    default:
        return describeTool(report, board);
    }
}

} // namespace

QString boardProblemKey(BoardProblem problem)
{
    for (const Key& key : keys) {
        if (key.problem == problem)
            return key.key;
    }
    return {};
}

BoardProblem boardProblemFromKey(const QString& text)
{
    for (const Key& key : keys) {
        if (key.key == text)
            return key.problem;
    }
    return BoardProblem::None;
}

bool BoardReport::take(const QString& line)
{
    constexpr QLatin1StringView mark{"driftscope: "};
    constexpr QLatin1StringView quoted{"  | "};
    constexpr qsizetype keptWords = 40;
    if (line.startsWith(mark)) {
        const QStringList parts = line.mid(mark.size()).split(u' ', Qt::SkipEmptyParts);
        takeOwn(parts.value(0), parts.mid(1));
        return true;
    }
    if (line.startsWith(quoted) && !line.mid(quoted.size()).trimmed().isEmpty()) {
        if (m_words.size() >= keptWords)
            m_words.removeFirst();
        m_words.append(line.mid(quoted.size()));
    }
    return false;
}

void BoardReport::takeOwn(const QString& key, const QStringList& details)
{
    constexpr qint64 kibibyte = 1024;
    if (key == u"sample"_s) {
        m_sample = details.value(0).toInt() + 1;
    } else if (key == u"done"_s) {
        m_isDone = true;
        m_dumpedBytes = details.value(0).toLongLong() * kibibyte;
    } else if (key == u"architecture"_s) {
        m_capabilities.architecture = details.value(0);
    } else if (key == u"room"_s) {
        if (!details.isEmpty())
            m_capabilities.freeBytes = details.first().toLongLong() * kibibyte;
    } else if (key == u"version"_s) {
        static const QRegularExpression runtime(u"Runtime version = ([^\\s_(]+)"_s);
        static const QRegularExpression number(u"(\\d+(?:\\.\\d+)+)"_s);
        const QString said = details.join(u' ');
        const auto named = runtime.match(said);
        m_capabilities.version = named.hasMatch() ? named.captured(1) : number.match(said).captured(1);
        m_capabilities.versionLine = said;
    } else if (key == u"warning"_s) {
        m_warnings.append(details.join(u' '));
    } else if (m_problem == BoardProblem::None) {
        m_problem = boardProblemFromKey(key);
        m_details = details;
    }
}

Error boardError(const BoardReport& report, const BoardProfile& board)
{
    switch (report.problem()) {
    case BoardProblem::ToolFailed:
    case BoardProblem::ToolCrashed:
    case BoardProblem::NothingDumped:
    case BoardProblem::Incompatible:
    case BoardProblem::OutOfMemory:
    case BoardProblem::Failed:
    case BoardProblem::None:
        return {ErrorKind::ProcessFailed, describe(report, board)};
    default:
        return {ErrorKind::Unavailable, describe(report, board)};
    }
}

QString boardAdvice(BoardProblem problem, const QString& program)
{
    switch (problem) {
    case BoardProblem::FolderReadOnly:
        return Problems::tr("Nothing can be written here; copy the folder to a place where you may write.");
    case BoardProblem::DiskFull:
        return Problems::tr("There is too little room here; make room, or copy the folder to another disk.");
    case BoardProblem::ToolMissing:
        return Problems::tr(
                   "There is no program “%1” here; install the runtime's tools (hrt_tools), or put its folder on "
                   "the PATH.")
            .arg(program);
    case BoardProblem::ToolCannotRun:
        return Problems::tr("The program “%1” may not be executed; check its permissions.").arg(program);
    case BoardProblem::LibraryMissing:
        return Problems::tr("The program “%1” misses a library; install the runtime that belongs to it, or set "
                            "LD_LIBRARY_PATH.")
            .arg(program);
    case BoardProblem::WrongArchitecture:
        return Problems::tr("The program “%1” is for another processor; install the one for this board.").arg(program);
    case BoardProblem::Incompatible:
        return Problems::tr("The runtime here does not take this model: it was compiled for another march, or by a "
                            "toolchain newer than the runtime.");
    case BoardProblem::OutOfMemory:
        return Problems::tr("There is too little memory for this model; end other programs.");
    case BoardProblem::NothingDumped:
        return Problems::tr(
                   "The program “%1” ended well but wrote no output; check that its version knows --enable_dump.")
            .arg(program);
    default:
        return Problems::tr("The program “%1” failed; what it said stands above.").arg(program);
    }
}

QString boardWarning(const QString& line, const BoardProfile& board)
{
    static const QRegularExpression versions(
        u"hbrt library version (\\S+) and the model build version (\\S+) detected"_s);
    const auto match = versions.match(line);
    if (!match.hasMatch())
        return Problems::tr("The runtime on “%1” warns: %2").arg(board.name, line.trimmed());
    return Problems::tr(
               "“%1” runs hbrt %2, but the model was built for %3, so its values may be wrong; update the board's "
               "system, or compile with the toolchain that belongs to it.")
        .arg(board.name, match.captured(1), match.captured(2));
}

} // namespace driftscope
