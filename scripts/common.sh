# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts beside it; sourced, not run. Everything here does nothing when its work is already done.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

build_packages=(
  g++ cmake ninja-build ccache
  qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libgl1-mesa-dev libqcustomplot-dev libqt6sql6-sqlite
  libonnx-dev protobuf-compiler libprotobuf-dev libyaml-cpp-dev libexpected-dev libcli11-dev libpng-dev libjpeg62-turbo-dev zlib1g-dev
  npm ca-certificates fonts-dejavu-core fonts-wqy-microhei
)
test_packages=(clang-format-14 desktop-file-utils appstream procps libonnx-testdata openssh-client openssh-server passwd busybox)
bench_packages=(libbenchmark-dev graphviz npm python3-numpy python3-torch python3-torchvision)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_missing() {
  local missing=() package
  for package in "$@"; do
    case $(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null) in
      ii*) ;;
      *) missing+=("$package") ;;
    esac
  done
  # npm may have come with Node.js itself rather than from Debian.
  if command -v npm >/dev/null 2>&1; then
    local kept=()
    for package in "${missing[@]}"; do [ "$package" = npm ] || kept+=("$package"); done
    missing=("${kept[@]}")
  fi
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${#missing[@]} missing Debian packages: ${missing[*]}"
  as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# ONNX Runtime, pinned by version and integrity hash in the lock file. Skipped where one's own is named.
fetch_onnxruntime() {
  [ -z "${ONNXRUNTIME_ROOT:-}" ] || return 0
  local folder=$root/cmake/onnxruntime
  local mark=$folder/node_modules/.driftscope-installed
  if [ -f "$mark" ] && cmp -s "$folder/package-lock.json" "$mark"; then return 0; fi
  echo "Fetching ONNX Runtime"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
  cp "$folder/package-lock.json" "$mark"
}

# configure PRESET [OPTION...]
configure() {
  local preset=$1
  shift
  if [ ! -f "$root/build/$preset/build.ninja" ] || [ $# -gt 0 ]; then
    local options=("$@")
    [ -z "${ONNXRUNTIME_ROOT:-}" ] || options+=("-DONNXRUNTIME_ROOT=$ONNXRUNTIME_ROOT")
    (cd "$root" && cmake --preset "$preset" "${options[@]}" >"$root/build-$preset.log" 2>&1) || {
      cat "$root/build-$preset.log"
      return 1
    }
    rm -f "$root/build-$preset.log"
  fi
}

build() {
  local preset=$1
  shift
  (cd "$root" && cmake --build --preset "$preset" "$@")
}
