// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Guard.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr QLatin1StringView guardMark{"driftscope-guard: "};

/// Arguments: FOLDER OUTPUT REMOVED ID [NAME=VALUE…] PROGRAM [ARGUMENT…]. For any POSIX shell with setsid of util-linux
/// or busybox. A process that left the group is known by the mark in its environment. Files that root made in a folder
/// of somebody else's (a mounted one) are given to that person.
constexpr auto guardScript = R"SH(folder=$1 output=$2 remove=$3 run=$4
shift 4
say() { printf 'driftscope-guard: %s\n' "$*" >&2; }
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
cd -- "$folder" || { say missing-folder; exit 126; }
program=
for word; do
  case $word in
    [A-Za-z_]*=*) ;;
    *) program=$word; break ;;
  esac
done
command -v -- "$program" >/dev/null 2>&1 || { say missing-program; exit 127; }
command -v setsid >/dev/null 2>&1 || { say missing-setsid; exit 127; }
asked=0
trap 'asked=1' USR1
trap 'asked=1; stop' TERM HUP INT
say started
setsid env DRIFTSCOPE_RUN="$run" "$@" 3<&- &
tool=$!
trap '' PIPE # whoever listened may be gone
(
  trap - USR1 TERM HUP INT
  while read -r word <&3; do :; done
  kill -s USR1 "$$"
  stop
) >/dev/null 2>&1 &
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
say "ended $status"
exit "$status"
)SH";

} // namespace

Command guarded(const Command& command, const GuardOptions& options)
{
    Command result;
    result.program = u"sh"_s;
    result.arguments = {u"-c"_s,
                        QString::fromLatin1(guardScript),
                        u"driftscope-guard"_s,
                        options.folder,
                        options.output,
                        options.removed,
                        options.runId};
    for (auto it = options.environment.cbegin(); it != options.environment.cend(); ++it)
        result.arguments.append(it.key() + u'=' + it.value());
    result.arguments.append(command.program);
    result.arguments += command.arguments;
    result.keepsInputOpen = true;
    result.title = command.title.isEmpty() ? command.program : command.title;
    return result;
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
