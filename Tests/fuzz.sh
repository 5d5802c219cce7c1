#!/usr/bin/env bash
# Reads random and damaged files with every reader of the library, under libFuzzer.
#
#   Tests/fuzz.sh                        20 seconds for each reader
#   Tests/fuzz.sh 600 npz safetensors    ten minutes for each of two
#
# AMBLE_FUZZ_SEED makes the random numbers the same in each run; by default, they differ.
#
# Inputs that led to new places are kept in `.build/fuzzing`, and those that end the program in
# `.build/fuzzing/crashes`: give one to `.build/fuzz/release/amble-fuzz` to repeat it, with the
# reader's name in AMBLE_FUZZ_TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
shift || true

export AMBLE_FUZZ=1 SWIFT_BACKTRACE=enable=no
swift build -c release --sanitize fuzzer --scratch-path .build/fuzz --product amble-fuzz
program=.build/fuzz/release/amble-fuzz
# Without a target, the program lists all.
[ $# -gt 0 ] || set -- $("$program")

mkdir -p .build/fuzzing/crashes
failed=0
for name in "$@"; do
  corpus=.build/fuzzing/$name
  mkdir -p "$corpus"
  log=.build/fuzzing/$name.log
  if AMBLE_FUZZ_TARGET=$name AMBLE_FUZZ_CORPUS=$corpus "$program" "$corpus" -close_fd_mask=1 \
    -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -print_final_stats=1 \
    -seed="${AMBLE_FUZZ_SEED:-0}" \
    -artifact_prefix=".build/fuzzing/crashes/$name-" > "$log" 2>&1; then
    printf '%-16s %s runs, no crash\n' "$name" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")"
  else
    printf '%-16s FAILED, see %s\n' "$name" "$log"
    tail -n 5 "$log"
    failed=1
  fi
done
exit $failed
