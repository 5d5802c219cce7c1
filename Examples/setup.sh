#!/usr/bin/env bash
# Installs the libraries that Amble builds with, where they are missing. Says what it does.
set -euo pipefail

# Debian's packages, and Homebrew's for the same libraries.
debian=(
  fontconfig      # finding fonts for node maps
  fonts-inter     # the letters of node maps
  libarchive-dev  # compressed files and archives
  libexpat1-dev   # graphs in XML
  libgraphviz-dev # drawing node maps
  libigraph-dev   # communities on node maps
  liblinear-dev   # logistic regression
  libopenblas-dev # principal components
  libsqlite3-dev # vectors in databases
  zlib1g-dev     # gzip files
)
homebrew=(
  expat
  graphviz
  igraph
  libarchive
  liblinear
  openblas
  sqlite
  zlib
)

say() { echo "setup: $*" >&2; }

command -v swift > /dev/null || {
  say "Swift 6.3 or later is needed: https://www.swift.org/install"
  exit 1
}

if command -v apt-get > /dev/null; then
  missing=()
  for package in "${debian[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || exit 0
  root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo > /dev/null || {
      say "please install as root: apt-get install ${missing[*]}"
      exit 1
    }
    root=(sudo)
  fi
  say "installing with apt-get: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get update -qq >&2
  "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
elif command -v brew > /dev/null; then
  missing=()
  for formula in "${homebrew[@]}"; do
    brew list "$formula" > /dev/null 2>&1 || missing+=("$formula")
  done
  [ ${#missing[@]} -gt 0 ] || exit 0
  say "installing with Homebrew: ${missing[*]}"
  brew install "${missing[@]}" >&2
else
  say "neither apt-get nor brew is here; please install by hand: ${debian[*]}"
  exit 1
fi
