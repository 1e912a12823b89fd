// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardScript.h"

#include "core/process/ShellQuoting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Scripts
{
    Q_DECLARE_TR_FUNCTIONS(BoardScript)
};

/// For any POSIX shell with the tools of coreutils or busybox. Before it: `program` and the function `tool`; behind it
/// `advise`. `why STATUS FILE` says what a tool that failed is to be called, by its status and by what it wrote.
constexpr auto scriptLibrary = R"SH(
LC_ALL=C
export LC_ALL
say() { printf 'driftscope: %s\n' "$*"; }
words() { tail -n 20 -- "$1" 2>/dev/null | sed 's/^/  | /'; }
room() { df -Pk . 2>/dev/null | sed -n '2s/^.* \([0-9][0-9]*\)  *[0-9][0-9]*% .*$/\1/p'; }
kind() { head -c 20 -- "$1" 2>/dev/null | od -An -v -tx1 | tr -d ' \n'; }
stop() {
  say "$@"
  advise "$1"
  exit 1
}
write_failed() { # WORDS
  printf '  | %s\n' "$1"
  case $1 in
    *'No space left'* | *'uota exceeded'*) stop disk-full ;;
    *) stop folder-read-only ;;
  esac
}
is_foreign() { # the tool is a program for another processor than this shell
  theirs=$(kind "$(command -v -- "$program")")
  ours=$(kind /proc/self/exe)
  case $theirs in
    7f454c46*) [ "$(printf %s "$theirs" | cut -c37-40)" != "$(printf %s "$ours" | cut -c37-40)" ] ;;
    *) return 1 ;;
  esac
}
why() {
  words "$2"
  left=$(room)
  if grep -q -e 'No space left on device' -e 'Disk quota exceeded' -- "$2" || { [ -n "$left" ] && [ "$left" -lt 16 ]; }; then
    stop disk-full
  fi
  for code in -6000014 -6000002; do
    ! grep -q -e "$code" -- "$2" || stop incompatible "$code"
  done
  ! grep -q -e -6000007 -- "$2" || stop out-of-memory
  ! grep -q -e 'error while loading shared libraries' -e 'Error loading shared library' -- "$2" || stop library-missing
  ! is_foreign || stop wrong-architecture "$(printf %s "$theirs" | cut -c37-40)" "$(uname -m)"
  [ "$1" -ne 126 ] || stop tool-cannot-run
  [ "$1" -ne 127 ] || stop tool-missing
  [ "$1" -le 128 ] || stop tool-crashed "$(($1 - 128))"
  [ "$1" -ne 0 ] || stop "${nothing:-nothing-dumped}"
  stop tool-failed "$1"
}
check_tool() { # FILE for what it says of its version
  command -v -- "$program" >/dev/null 2>&1 || stop tool-missing
  tool -v >"$1" 2>&1 </dev/null
  status=$?
  if [ "$status" -ge 126 ] || { [ "$status" -ne 0 ] && is_foreign; }; then
    why "$status" "$1"
  fi
  line=$(grep -e 'untime version' -- "$1" | head -n 1)
  [ -n "$line" ] || line=$(grep -e '[0-9][.][0-9]' -- "$1" | head -n 1)
  [ -z "$line" ] || say version "$line"
}
)SH";

/// Before it: model, name, layers, asks_info, need, count. Behind it one `sample` for each, and the end.
constexpr auto runBegin = R"SH(
CDPATH='' cd -- "$(dirname -- "$0")" || exit 1
part=out.part
rm -rf -- "$part"
problem=$(mkdir -- "$part" 2>&1) || write_failed "$problem"
check_tool "$part/version.txt"
left=$(room)
if [ -n "$left" ] && [ "$left" -lt "$need" ]; then
  stop disk-full "$left" "$need"
fi
if [ "$asks_info" = 1 ]; then
  if [ -n "$name" ]; then
    set -- "--model_file=$model" "--model_name=$name"
  else
    set -- "--model_file=$model"
  fi
  tool model_info "$@" >"$part/model_info.txt" 2>&1 </dev/null
  status=$?
  if [ "$status" -ne 0 ] || ! grep -q -e '^ *input\[' -e '^ *output\[' -- "$part/model_info.txt"; then
    nothing=failed
    why "$status" "$part/model_info.txt"
  fi
  grep -e 'Inconsistency between the hbrt library' -- "$part/model_info.txt" | sort -u | head -n 3 | while IFS= read -r line; do
    say warning "$line"
  done
fi
sample() { # NUMBER INPUT…
  number=$1
  shift
  say sample "$number" "$count"
  problem=$(mkdir -- "$part/$number" 2>&1) || write_failed "$problem"
  files=
  for file; do
    files=$files,../../$file
  done
  set -- "--model_file=../../$model" "--input_file=${files#,}" --enable_dump=true --dump_format=bin
  [ -z "$name" ] || set -- "$@" "--model_name=$name"
  [ "$layers" = 0 ] || set -- "$@" --dump_intermediate=1
  (cd "$part/$number" && tool infer "$@") >"$part/$number/console.txt" 2>&1 </dev/null
  status=$?
  [ "$status" -eq 0 ] || why "$status" "$part/$number/console.txt"
  set -- "$part/$number"/model_infer_output_*
  [ -e "$1" ] || why 0 "$part/$number/console.txt"
  [ "$asks_info" = 0 ] || cp -- "$part/model_info.txt" "$part/$number/"
  left=$(room)
  if [ -n "$left" ] && [ "$left" -lt 16 ]; then
    stop disk-full
  fi
}
)SH";

/// Room is looked at before the dumps of an earlier run are put aside: they are never lost.
constexpr auto runEnd = R"SH(
if [ -e out ]; then
  number=1
  while [ -e "out.$number" ]; do
    number=$((number + 1))
  done
  mv -- out "out.$number"
fi
problem=$(mv -- "$part" out 2>&1) || write_failed "$problem"
say done "$(du -sk out | cut -f 1)"
)SH";

/// Arguments: BASE ROOT. Folders that a day ago were left behind by somebody whose machine went away go.
constexpr auto openingEnd = R"SH(
umask 077
base=$1 root=$2
problem=$(mkdir -p -- "$base" 2>&1 && mkdir -- "$root" 2>&1) || write_failed "$problem"
find "$base" -maxdepth 1 -type d -name 'driftscope-board-*' -user "$(id -u)" -mmin +1440 -exec rm -rf -- '{}' + 2>/dev/null
cd -- "$root" || exit 1
say architecture "$(uname -m)"
say room "$(room)"
problem=$(printf '' 2>&1 >version.txt) || write_failed "$problem"
check_tool version.txt
say ready
)SH";

/// For a comment: on one line, whatever stands in it.
QString commentText(const QString& text)
{
    QString line = text;
    for (QChar& c : line) {
        if (!c.isPrint())
            c = u'?';
    }
    return line;
}

/// `tool` runs the board's program; as `command` it is never one of the functions here.
QString toolFunction(const BoardProfile& board)
{
    QStringList words;
    if (!board.environment.isEmpty()) {
        words.append(u"env"_s);
        for (auto it = board.environment.cbegin(); it != board.environment.cend(); ++it)
            words.append(it.key() + u'=' + it.value());
    }
    words.append(board.program);
    return u"program=%1\ntool() { command %2 \"$@\"; }\n"_s.arg(shellQuoted(board.program),
                                                                shellCommandLine(words + board.arguments));
}

QString advice(const QString& program)
{
    QString text = u"advise() {\n  case $1 in\n"_s;
    for (const BoardProblem problem :
         {BoardProblem::FolderReadOnly, BoardProblem::DiskFull, BoardProblem::ToolMissing, BoardProblem::ToolCannotRun,
          BoardProblem::LibraryMissing, BoardProblem::WrongArchitecture, BoardProblem::Incompatible,
          BoardProblem::OutOfMemory, BoardProblem::NothingDumped}) {
        text += u"    %1) printf '%s\\n' %2 ;;\n"_s.arg(boardProblemKey(problem),
                                                        shellQuoted(boardAdvice(problem, program)));
    }
    text += u"    *) printf '%s\\n' %1 ;;\n  esac\n}\n"_s.arg(
        shellQuoted(boardAdvice(BoardProblem::ToolFailed, program)));
    return text;
}

QString settings(const BoardScript& script)
{
    constexpr qint64 kibibyte = 1024;
    QString text;
    text += u"model=%1\n"_s.arg(shellQuoted(script.model));
    text += u"name=%1\n"_s.arg(shellQuoted(script.modelName));
    text += u"layers=%1\n"_s.arg(script.layers ? 1 : 0);
    text += u"asks_info=%1\n"_s.arg(script.asksInfo ? 1 : 0);
    text += u"need=%1\n"_s.arg(script.neededBytes / kibibyte + 1);
    text += u"count=%1\n"_s.arg(script.samples.size());
    return text;
}

} // namespace

QByteArray boardScriptText(const BoardScript& script)
{
    QString text = u"#!/bin/sh\n# "_s
        + Scripts::tr(
              "Runs “%1” on a board and keeps its tensors. Copy this folder to the board, run there “sh run.sh”, "
              "and bring back the folder “out”.")
              .arg(commentText(script.title))
        + u'\n';
    text += toolFunction(script.board) + settings(script) + QString::fromLatin1(scriptLibrary)
        + advice(script.board.program) + QString::fromLatin1(runBegin);
    for (qsizetype i = 0; i < script.samples.size(); ++i)
        text += u"sample %1 %2\n"_s.arg(i).arg(shellCommandLine(script.samples[i]));
    text += QString::fromLatin1(runEnd);
    text += u"printf '%s\\n' %1\n"_s.arg(shellQuoted(Scripts::tr("All is there; bring back the folder “out”.")));
    return text.toUtf8();
}

QByteArray boardOpeningText(const BoardProfile& board)
{
    return QString(toolFunction(board) + QString::fromLatin1(scriptLibrary) + advice(board.program)
                   + QString::fromLatin1(openingEnd))
        .toUtf8();
}

} // namespace driftscope
