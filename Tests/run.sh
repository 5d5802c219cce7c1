#!/usr/bin/env bash
# Checks the format, builds in release mode and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

command -v swift > /dev/null || {
  echo "run.sh: Swift 6.3 or later is needed: https://www.swift.org/install" >&2
  exit 1
}
swift format lint --strict -r Package.swift Sources Tests
swift build -c release
swift test -c release --disable-xctest
