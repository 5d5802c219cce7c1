#!/usr/bin/env bash
# Installs what is missing, and checks everything that a change must pass: the format, the README's
# table of modules, all tests in release mode, a client package, damaged files, and the documentation.
#
#   Tests/run.sh
#   Tests/run.sh --sanitize=address    runs the tests in a debug build that sees misuse of memory
#   Tests/run.sh --sanitize=thread     runs the tests in a debug build that sees data races
set -euo pipefail
cd "$(dirname "$0")/.."

# Comments of more than 100 columns, which `swift format` does not see.
check_comments() {
  local comment=':[0-9]+:(.*[[:space:]])?(//|/\*|\*)[^[:space:]]*[[:space:]]'
  if LC_ALL=C.UTF-8 grep -rnE '^.{101,}$' --include='*.swift' --include='*.[ch]' \
    Package.swift Sources Tests Examples | grep -E "$comment"; then
    echo "the comments above are longer than 100 columns" >&2
    return 1
  fi
}

# Modules that the README's table leaves out.
check_modules() {
  local folder missing=0
  for folder in Sources/*/*/; do
    grep -q "^|.*\`$(basename "$folder")\`.*|" README.md || {
      echo "README.md: the table of modules leaves out $folder" >&2
      missing=1
    }
  done
  return $missing
}

# Runs the tests under a sanitizer: sanitize address|thread.
#
# It follows Swift and C of this package, but no library of the system: those are not built for it.
# What they keep until the program ends is no leak of ours, and what their threads do among
# themselves no race of ours.
#
# Left out are long training and measurements of memory, which take hours in such a build or mean
# nothing there; and, looking for races, tests that ask for more memory than there is, which the
# sanitizer tries to keep account of. Short training on several threads is in.
sanitize() {
  local libraries=(libgomp libomp libopenblas libgvc libcgraph libcdt libpango libcairo libigraph)
  local left_out='KarateTests|MemoryEstimateTests'
  [ "$1" != thread ] || left_out+='|LargeMemoryTests|EmbeddingErrorTests'
  local suppressions=.build/sanitizer-suppressions
  mkdir -p .build
  printf 'race:%s\n' "${libraries[@]}" > "$suppressions"
  export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:${ASAN_OPTIONS:-}
  export TSAN_OPTIONS=suppressions=$PWD/$suppressions:${TSAN_OPTIONS:-}
  echo "not followed: ${libraries[*]}; left out: $left_out" >&2
  swift test --sanitize="$1" --scratch-path ".build/$1" --disable-xctest --skip "$left_out"
}

Examples/setup.sh
case "${1:-}" in
  "") ;;
  --sanitize=address | --sanitize=thread)
    sanitize "${1#--sanitize=}"
    exit
    ;;
  *)
    echo "usage: Tests/run.sh [--sanitize=address|thread]" >&2
    exit 64
    ;;
esac

swift format lint --strict -r Package.swift Sources Tests Examples
check_comments
check_modules
swift build -c release
swift test -c release --disable-xctest
swift run --package-path Tests/Client --scratch-path .build/client
AMBLE_FUZZ_SEED=1 Tests/fuzz.sh 2
Examples/documentation.sh
