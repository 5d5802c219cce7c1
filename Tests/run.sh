#!/usr/bin/env bash
# Installs what is missing, checks the format, builds in release mode and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

Examples/setup.sh
swift format lint --strict -r Package.swift Sources Tests Examples
swift build -c release
swift test -c release --disable-xctest
