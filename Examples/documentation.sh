#!/usr/bin/env bash
# Builds the documentation of the library as a web site, and fails if DocC has a warning.
#
#   Examples/documentation.sh [FOLDER]
#
# FOLDER, .build/documentation where it is not given, is replaced. To read it:
#
#   python3 -m http.server --directory FOLDER, then http://localhost:8000/documentation/nodeembedding
set -euo pipefail
cd "$(dirname "$0")/.."

output=${1:-.build/documentation}
docc=$(command -v docc || xcrun --find docc)
build=.build/documentation-build
graphs=$PWD/$build/symbols
symbols=$(mktemp -d)
trap 'rm -rf "$symbols"' EXIT

# The compiler writes the symbol graph of each module that it compiles; those of modules that need
# no compiling are there from the last time.
mkdir -p "$graphs"
swift build --target NodeEmbedding --scratch-path "$build" \
  -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc "$graphs" \
  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public

# Whoever imports NodeEmbedding sees its symbols and those of the modules that it exports as one
# module, and so does the documentation: the symbol graphs of all of them bear one name.
modules=$(grep -rhoE '@_exported public import [A-Za-z]+' Sources/Library | awk '{ print $4 }')
mkdir "$symbols/graphs"
for module in NodeEmbedding NodeMaps $modules; do
  for graph in "$graphs/$module".symbols.json "$graphs/$module"@*.symbols.json; do
    [ -e "$graph" ] || continue
    sed 's/"module":{"name":"[A-Za-z]*"/"module":{"name":"NodeEmbedding"/' "$graph" \
      > "$symbols/graphs/NodeEmbedding-$(basename "$graph" | tr @ -)"
  done
done

rm -rf "$output"
mkdir -p "$(dirname "$output")"
"$docc" convert Sources/Library/NodeEmbedding/NodeEmbedding.docc \
  --additional-symbol-graph-dir "$symbols/graphs" --output-path "$output" \
  --fallback-display-name NodeEmbedding --fallback-bundle-identifier NodeEmbedding \
  --transform-for-static-hosting --warnings-as-errors
echo "documentation: $output" >&2
