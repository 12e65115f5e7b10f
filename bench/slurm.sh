#!/bin/bash
# Runs deploy/slurm on a Slurm of two nodes on this machine, kills a process and a node meanwhile, and compares the merged archive with
# that of one import:  bench/slurm.sh [pages] [shards]     (as root, after npm run build; apt-get install slurm-wlm munge)
# All files lie in a folder of its own that is removed, all processes are ended by their numbers.
set -u
pages=${1:-1200}
shards=${2:-6}
root=$(dirname "$(dirname "$(realpath "$0")")")
dir=$(mktemp -d /tmp/muragat-slurm-XXXXXX)
port=$((20000 + RANDOM % 20000))
export SLURM_CONF=$dir/slurm.conf MURAGAT=$dir/muragat
started=$(date +%s)

say() { printf '%4d s  %s\n' $(($(date +%s) - started)) "$*"; }
fail() { say "FAILED: $*"; tail -n 5 "$dir"/*.log "$dir"/out/*.log 2>/dev/null; exit 1; }
# A process and all below it.
tree() { for child in $(pgrep -P "$1"); do tree "$child"; done; echo "$1"; }
# The process that makes a shard, and the step of Slurm above a process: steps do not hang on their slurmd.
process_of() { for pid in $(pgrep -x node); do tr "\0" " " <"/proc/$pid/cmdline" 2>/dev/null | grep -q -- "--db $dir/out/shard-$1.db " && echo "$pid"; done; }
step_of() { pid=$1; while [ "$pid" -gt 1 ] && [ "$(cat "/proc/$pid/comm")" != slurmstepd ]; do pid=$(ps -o ppid= -p "$pid" | tr -d ' '); done; echo "$pid"; }
end_all() {
  for file in "$dir"/*.pid; do [ -f "$file" ] && kill -9 $(tree "$(cat "$file")") 2>/dev/null; done
  for pid in $(pgrep slurmstepd); do grep -qz "$dir" "/proc/$pid/environ" 2>/dev/null && kill -9 $(tree "$pid"); done
  rm -rf "$dir"
}
trap end_all EXIT
wait_for() { for ((left = $1 * 5; left > 0; left--)); do eval "$2" && return; sleep 0.2; done; fail "waited in vain for: $2"; }

mkdir -p "$dir"/state "$dir"/munge "$dir"/dumps "$dir"/out
chmod 755 "$dir"; chmod 700 "$dir/munge"
printf '#!/bin/sh\nexec %s %s "$@"\n' "$(command -v node)" "$root/bin/muragat.js" >"$MURAGAT"
chmod +x "$MURAGAT"
cat >"$SLURM_CONF" <<CONF
ClusterName=try
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge/socket
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool-%n
SlurmdPidFile=$dir/slurmd-%n.pid
SlurmdLogFile=$dir/slurmd-%n.log
SlurmctldPidFile=$dir/slurmctld.pid
SlurmctldLogFile=$dir/slurmctld.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
SchedulerParameters=bf_interval=2,sched_interval=2
SlurmdTimeout=10
MessageTimeout=30
KillWait=2
ReturnToService=2
NodeName=one NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1 RealMemory=4000
NodeName=two NodeHostname=$(hostname -s) NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1 RealMemory=4000
PartitionName=main Nodes=one,two Default=YES State=UP
CONF

node --input-type=module -e "
  import { writeFileSync } from 'node:fs';
  import { dlePage } from '$root/bench/dle-pages.mjs';
  const lines = Array.from({ length: $pages }, (_, id) => dlePage(id + 1)).map(({ url, bytes }) =>
    JSON.stringify({ url, html: new TextDecoder(url.includes('0-story') ? 'windows-1251' : 'utf-8').decode(bytes) }));
  for (let dump = 0; dump < 24; dump += 1)
    writeFileSync('$dir/dumps/' + dump + '.jsonl', lines.filter((_, line) => line % 24 === dump).join('\n'));"
"$MURAGAT" import --quiet --db "$dir/one.db" "$dir/dumps" || fail 'one import'
say "one import of $pages pages"

dd if=/dev/urandom of="$dir/munge/key" bs=1024 count=1 2>/dev/null; chmod 600 "$dir/munge/key"
munged --force --socket="$dir/munge/socket" --key-file="$dir/munge/key" --pid-file="$dir/munged.pid" \
  --log-file="$dir/munged.log" --seed-file="$dir/munge/seed" || fail munged
slurmctld || fail slurmctld
slurmd -N one || fail slurmd; slurmd -N two || fail slurmd
wait_for 60 '[ "$(sinfo -h -N -t idle -o %N | wc -l)" = 2 ]'
say "$(slurmctld -V): nodes $(sinfo -h -N -t idle -o %N | tr '\n' ' ')"

"$root/deploy/slurm/submit.sh" "$dir/dumps" "$dir/out" "$shards" || fail submit
wait_for 60 'ls "$dir"/out/*.db.part >/dev/null 2>&1'
shard=$(basename "$(ls "$dir"/out/*.db.part | head -n 1)" .db.part)
kill -9 "$(process_of "${shard#shard-}")" || fail 'no process to kill'
say "killed the process of $shard"

lost() { squeue -h -r -w two -t R -o %K | head -n 1; }
wait_for 120 '[ -n "$(lost)" ] && [ -f "$dir/out/shard-$(lost).db.part" ] && [ -n "$(process_of "$(lost)")" ]'
shard=$(lost)
kill -9 $(tree "$(cat "$dir/slurmd-two.pid")") $(tree "$(step_of "$(process_of "$shard")")")
say "killed node two with shard-$shard"
wait_for 90 'sinfo -h -n two -o %t | grep -q "^down"'
say "Slurm takes node two for $(sinfo -h -n two -o %t)"
slurmd -N two || fail 'node two once more'
wait_for 600 '[ -z "$(squeue -h)" ]'
say 'no jobs left'
cat "$dir"/out/shard-*.log

digest() { "$MURAGAT" verify --json --db "$1" | grep -o '"digest":"[0-9a-f]*"' | cut -c 11-26; }
[ -f "$dir/out/archive.db" ] || fail 'no merged archive'
[ "$(digest "$dir/one.db")" = "$(digest "$dir/out/archive.db")" ] || fail 'another digest'
say "$shards shards merged: the digest of one import, $(digest "$dir/one.db")"
