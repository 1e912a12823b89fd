// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Guard.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr QLatin1StringView guardMark{"driftscope-guard: "};

/// Arguments: FOLDER OUTPUT REMOVED ID WATCH PATIENCE [NAME=VALUE…] PROGRAM [ARGUMENT…]. For any POSIX shell with
/// setsid of util-linux or busybox. A process that left the group is known by the mark in its environment. Files that
/// root made in a folder of somebody else's (a mounted one) are given to that person. With a folder WATCH there is no
/// standard input to hold on to: the guard is ended by a signal, or when nobody followed for PATIENCE minutes; what it
/// says stands in WATCH/state, its number in WATCH/pid, and WATCH/over is there when all is over.
constexpr auto guardScript = R"SH(folder=$1 output=$2 remove=$3 run=$4 watch=$5 patience=$6
shift 6
if [ -n "$watch" ]; then exec 4>"$watch/state"; else exec 4>&2; fi
say() { printf 'driftscope-guard: %s\n' "$*" >&4; }
finish() {
  [ -z "$watch" ] || printf '' >"$watch/over"
  exit "$1"
}
strays() { grep -lsxzF -e "DRIFTSCOPE_RUN=$run" /proc/[0-9]*/environ 2>/dev/null | tr -dc '0-9\n'; }
left() { kill -s 0 -- "-$tool" 2>/dev/null || [ -n "$(strays)" ]; }
signal() {
  kill -s "$1" -- "-$tool"
  for stray in $(strays); do kill -s "$1" "$stray"; done
} 2>/dev/null
stop() {
  signal TERM
  tries=0
  while left && [ "$tries" -lt 30 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  left && signal KILL
}
exec 3<&0 </dev/null
if [ -n "$watch" ]; then
  printf '' >"$watch/alive"
  printf '%s\n' "$$" >"$watch/pid.part"
  mv -- "$watch/pid.part" "$watch/pid"
fi
cd -- "$folder" || { say missing-folder; finish 126; }
program=
for word; do
  case $word in
    [A-Za-z_]*=*) ;;
    *) program=$word; break ;;
  esac
done
command -v -- "$program" >/dev/null 2>&1 || { say missing-program; finish 127; }
command -v setsid >/dev/null 2>&1 || { say missing-setsid; finish 127; }
asked=0
trap 'asked=1' USR1
trap 'asked=1; stop' TERM HUP INT
say started
began=$(date +%s)
setsid env DRIFTSCOPE_RUN="$run" "$@" 3<&- 4>&- &
tool=$!
trap '' PIPE # whoever listened may be gone
hold() {
  [ -n "$watch" ] || { while read -r word <&3; do :; done; return; }
  nap=
  trap 'kill "$nap"; exit' TERM
  while [ -d "$watch" ] && [ -z "$(find "$watch/alive" -mmin "+$patience")" ]; do
    sleep 60 &
    nap=$!
    wait "$nap"
  done
}
(
  trap - USR1 TERM HUP INT
  hold
  kill -s USR1 "$$"
  stop
) >/dev/null 2>&1 4>&- &
watcher=$!
exec 3<&-
while :; do
  wait "$tool" 2>/dev/null # a shell's own words on a crash would be taken for the tool's last
  status=$?
  kill -s 0 "$tool" 2>/dev/null || break
done
cut=$asked
[ "$status" -gt 128 ] && cut=1
[ "$asked" = 1 ] || say "over $status"
left && stop
kill "$watcher" 2>/dev/null
if [ "$cut" = 1 ]; then
  [ -d "$output" ] && mv -- "$output" "$output.incomplete"
fi
[ "$(id -u)" = 0 ] && chown -R --reference=. . 2>/dev/null
if [ "$asked$cut" = 11 ] && [ -n "$remove" ]; then
  cd / && rm -rf -- "$remove"
fi
say "took $(($(date +%s) - began))"
say "ended $status"
finish "$status"
)SH";

/// Arguments: ROOT OFFSET MAY-START GUARD and those of the guard, which watches in ROOT/watch. Where the input ends and
/// whoever reads is still there, this program is asked to end the run; where nobody reads, the connection is lost, and
/// the run goes on.
constexpr auto tenderScript = R"SH(root=$1 offset=$2 start=$3 guard=$4
shift 4
watch=$root/watch
say() { printf 'driftscope-guard: %s\n' "$*" >&2; }
keeper() {
  # Busybox's grep sees no further than the first NUL.
  pid=$(cat "$watch/pid" 2>/dev/null) && [ -n "$pid" ] && tr '\000' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$root"
}
exec 3<&0 </dev/null
if [ "$start" = 1 ] && mkdir -m 700 -- "$watch" 2>/dev/null; then
  command -v setsid >/dev/null 2>&1 || { rm -rf -- "$watch"; say missing-setsid; exit 127; }
  setsid sh -c "$guard" driftscope-guard "$@" >"$watch/log" 2>&1 3<&- &
fi
tries=0
until [ -f "$watch/pid" ]; do
  if [ ! -d "$watch" ] || [ "$tries" -ge 50 ]; then
    say nothing-there
    exit 126
  fi
  sleep 0.1
  tries=$((tries + 1))
done
trap '' PIPE
say following
(
  while read -r word <&3; do :; done
  sleep 0.5 # a connection that is lost may close its ends one after the other
  if say asked; then
    keeper && kill -s TERM "$pid"
  else
    kill -s KILL "$$"
  fi
) >/dev/null &
watcher=$!
exec 3<&-
over=
ticks=0
while [ -f "$watch/log" ]; do
  if [ $((ticks % 25)) -eq 0 ]; then
    keeper || over=1
    touch -c -- "$watch/alive"
  fi
  [ ! -e "$watch/over" ] || over=1
  size=$(wc -c <"$watch/log") || break
  if [ "$size" -gt "$offset" ]; then
    tail -c "+$((offset + 1))" "$watch/log" | head -c "$((size - offset))" || exit 1
    offset=$size
  elif [ -n "$over" ]; then
    break
  else
    sleep 0.2
  fi
  ticks=$((ticks + 1))
done
[ ! -f "$watch/state" ] || cat -- "$watch/state" >&2
kill "$watcher" 2>/dev/null
say followed
)SH";

/// Arguments: ROOT. Ends the run that is watched there, if there is one, and removes all of it.
constexpr auto clearScript = R"SH(root=$1
pid=$(cat "$root/watch/pid" 2>/dev/null)
if [ -n "$pid" ] && tr '\000' '\n' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF -- "$root"; then
  kill -s TERM "$pid"
  tries=0
  while [ -d "/proc/$pid" ] && [ "$tries" -lt 60 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
fi
rm -rf -- "$root"
)SH";

Command script(const char* text, const QString& name, const QStringList& arguments)
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-c"_s, QString::fromLatin1(text), name} + arguments;
    return command;
}

QStringList guardArguments(const Command& command, const GuardOptions& options)
{
    QStringList arguments{options.folder, options.output, options.removed,
                          options.runId,  options.watch,  QString::number(options.patienceMinutes)};
    for (auto it = options.environment.cbegin(); it != options.environment.cend(); ++it)
        arguments.append(it.key() + u'=' + it.value());
    arguments.append(command.program);
    return arguments + command.arguments;
}

} // namespace

Command guarded(const Command& command, const GuardOptions& options)
{
    Command result = script(guardScript, u"driftscope-guard"_s, guardArguments(command, options));
    result.keepsInputOpen = true;
    result.title = command.title.isEmpty() ? command.program : command.title;
    return result;
}

Command tended(const QString& root, qint64 offset, const std::optional<Command>& started, const GuardOptions& options)
{
    QStringList arguments{root, QString::number(offset), started ? u"1"_s : u"0"_s, QString::fromLatin1(guardScript)};
    if (started)
        arguments += guardArguments(*started, options);
    Command result = script(tenderScript, u"driftscope-tender"_s, arguments);
    result.keepsInputOpen = true;
    return result;
}

Command cleared(const QString& root)
{
    return script(clearScript, u"driftscope-clear"_s, {root});
}

bool GuardReport::take(const QString& line)
{
    if (!line.startsWith(guardMark))
        return false;
    const QString word = line.mid(guardMark.size());
    if (word == u"started"_s)
        m_started = true;
    else if (word.startsWith(u"over "_s))
        m_ownStatus = word.mid(5).toInt();
    else if (word.startsWith(u"ended "_s))
        m_status = word.mid(6).toInt();
    else if (word.startsWith(u"took "_s))
        m_seconds = word.mid(5).toInt();
    else if (word == u"following"_s)
        m_following = true;
    else if (word == u"followed"_s)
        m_followed = true;
    else if (word == u"asked"_s)
        return true;
    else if (word == u"nothing-there"_s)
        m_missing = Missing::Run;
    else if (word == u"missing-folder"_s)
        m_missing = Missing::Folder;
    else if (word == u"missing-program"_s)
        m_missing = Missing::Program;
    else if (word == u"missing-setsid"_s)
        m_missing = Missing::SetSid;
    else
        return false;
    return true;
}

} // namespace driftscope
