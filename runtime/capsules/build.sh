#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the modules of our own capsules: runtime/capsules/build.sh [FOLDER]
# Needs clang 14, lld 14 and wasi-libc; the result is the same on every machine that has exactly
# the versions that README.md names.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/dist}
mkdir -p "$out"
out=$(cd "$out" && pwd)
cd "$here"

CLANG=${CLANG:-clang-14}
flags="--target=wasm32-wasi -O1 -DNDEBUG -ffp-contract=off -fno-strict-aliasing
  -ffile-prefix-map=$here=. -Wall -Wextra -Werror -Iinclude"
link="-nostartfiles -mexec-model=reactor -Wl,--no-entry -Wl,--gc-sections -Wl,--strip-all"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The libraries are compiled as they are; their warnings are theirs.
vendored="-Ithird_party/libogg -Ithird_party/libvorbis -Dexit=capsule_end"
for source in third_party/libogg/bitwise.c third_party/libvorbis/*.c; do
  "$CLANG" $flags -w $vendored -c "$source" -o "$work/$(basename "$source" .c).lib.o"
done
for source in audio-player/*.c; do
  "$CLANG" $flags $vendored -c "$source" -o "$work/$(basename "$source" .c).own.o"
done
"$CLANG" $flags $link -Wl,-z,stack-size=262144 -Wl,--max-memory=67108864 \
  "$work"/end.own.o "$work"/ogg_pages.own.o "$work"/player.own.o "$work"/*.lib.o \
  -o "$out/audio-player.wasm"

# The loader carries the digest of what it guards: module 0 is the player, module 1 itself.
digest=$(sha256sum "$out/audio-player.wasm" | cut -c1-64)
length=$(wc -c <"$out/audio-player.wasm" | tr -d ' ')
{
  echo "struct expected_module { int32_t index; int64_t length; uint8_t sha256[32]; };"
  echo "#define EXPECTED_MODULES 1"
  echo "static const struct expected_module expected_modules[EXPECTED_MODULES] = {"
  echo "    {0, $length, {$(echo "$digest" | sed 's/../0x&, /g')}}};"
} >"$work/expected.h"
"$CLANG" $flags $link -I"$work" -nostdlib -Wl,-z,stack-size=16384 -Wl,--max-memory=1048576 \
  loader/loader.c loader/sha256.c -o "$out/audio-player-loader.wasm"

cd "$out"
sha256sum audio-player.wasm audio-player-loader.wasm >SHA256SUMS
cat SHA256SUMS
