#!/usr/bin/env bash
# Embeds, projects and draws graphs at the edges of what there is, at full size, and reports the
# time and the memory of each step. `ExtremeGraphsTests` does so with small ones.
#
#   Tests/limits.sh [FOLDER]    FOLDER gets the files, some hundred megabytes; a temporary one
#
# Needs GNU time (Debian's package `time`), and `swift build -c release` before.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/.build/release/amble
folder=${1:-$(mktemp -d)}
[ $# -gt 0 ] || trap 'rm -rf "$folder"' EXIT
cd "$folder"

star() { awk 'BEGIN { for (i = 1; i <= 1000000; i++) print 0, i }'; }
path() { awk 'BEGIN { for (i = 1; i <= 1000000; i++) print i - 1, i }'; }
complete() { awk 'BEGIN { for (i = 1; i < 3000; i++) for (j = 0; j < i; j++) print i, j }'; }
isolated() { awk 'BEGIN { print "1000000 0"; for (i = 0; i < 1000000; i++) print "" }'; }
one() { echo 'a a'; }

# Vectors: the first argument is the number of rows, the second an expression of awk for a component.
vectors() {
  awk -v rows="$1" "BEGIN { print rows, 16; for (i = 0; i < rows; i++) { line = i;
    for (j = 0; j < 16; j++) line = line \" \" ($2); print line } }"
}
equal() { vectors 100000 'j'; }
flat() { vectors 100000 '(j == 3) * i'; }
denormal() { vectors 100000 '((i * 7 + j * 3) % 11) "e-45"'; }

failures=0
# Runs a command; it may refuse, but in words.
step() {
  local name=$1 code=0
  shift
  /usr/bin/time -f '%e %M' -o time timeout 900 "$program" "$@" --quiet > /dev/null 2> errors ||
    code=$?
  read -r seconds kibibytes < <(tail -n 1 time)
  local outcome=done
  [ $code -eq 0 ] || outcome="exit $code: $(head -c 120 errors | tr '\n' ' ')"
  [ $code -le 1 ] || failures=$((failures + 1))
  printf '%-10s %-16s %8.1f s %7d MB  %s\n' "$name" "$1" "$seconds" $((kibibytes / 977)) "$outcome"
}

for graph in star path complete isolated one; do
  "$graph" > "$graph.edges"
  step $graph embed $graph.edges -o $graph.npy -d 16 --walks-per-node 1 --walk-length 20
  step $graph project $graph.npy -o places.npy
  step $graph map $graph.npy --edges $graph.edges -o map.svg
done
for points in equal flat denormal; do
  "$points" > $points.emb
  step $points project $points.emb -o places.npy
  step $points project $points.emb --projection tsne -o places.npy --limit 5000
  step $points map $points.emb -o map.svg
done
exit $failures
