#!/bin/bash
# Submits the shards and the merge that waits for all of them:  deploy/slurm/submit.sh <dumps> <out> <shards> [sbatch flags …]
# <dumps> and <out> must be seen by every node under the same path. SQLite's log needs a file system with working locks:
# where <out> is NFS, let OUT be a local disk in import-shard.sbatch and copy the finished shard.
# Checked here: run by bench/slurm.sh.
set -eu
[ $# -ge 3 ] || { echo "usage: $0 <dumps> <out> <shards> [sbatch flags …]" >&2; exit 2; }
DUMPS=$(realpath "$1")
mkdir -p "$2"
OUT=$(realpath "$2")
SHARDS=$3
shift 3
export DUMPS OUT SHARDS
here=$(dirname "$(realpath "$0")")

array=$(sbatch --parsable --export=ALL --output="$OUT/shard-%a.log" --array="1-$SHARDS" "$@" "$here/import-shard.sbatch")
# Without all shards there is nothing to merge; run again, finished shards end at once.
merge=$(sbatch --parsable --export=ALL --output="$OUT/merge.log" --dependency="afterok:$array" --kill-on-invalid-dep=yes "$@" \
  "$here/merge.sbatch")
echo "shards: job $array, merge: job $merge"
