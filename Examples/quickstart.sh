#!/usr/bin/env bash
# From a fresh clone to vectors: installs what is missing, builds, embeds a graph, asks who is near.
set -euo pipefail
cd "$(dirname "$0")/.."

Examples/setup.sh
echo "Building in release mode (a minute the first time)" >&2
swift build -c release --product amble >&2
PATH="$(swift build -c release --show-bin-path):$PATH"

set -x
amble info graphs/karate.edges
amble embed graphs/karate.edges --output karate.emb
amble neighbors karate.emb 34 --count 5
