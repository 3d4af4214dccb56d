/* SPDX-License-Identifier: MIT
 * The capsule's own loader: before the capsule starts it reads the bundle's other modules through
 * `self_read`, in an instance of its own, and compares them with the hashes compiled into it.
 * The host has checked them too; neither check trusts the other.
 *
 * 0: all is as built. n > 0: module n - 1 differs. -100: a module is missing or too many.
 * Other negative results are the host's.
 */
#include <stdint.h>

#include "capsule.h"
#include "expected.h"
#include "sha256.h"

#define MISCOUNTED (-100)

static uint8_t piece[64 * 1024];

static int32_t digest_of(int32_t module, int64_t length, uint8_t digest[32]) {
  struct sha256 hash;
  sha256_begin(&hash);
  for (int64_t at = 0; at < length;) {
    int32_t got = capsule_self_read(module, at, piece, (int32_t)sizeof piece);
    if (got < 0) return got;
    if (got == 0) return MISCOUNTED;
    sha256_add(&hash, piece, (uint32_t)got);
    at += got;
  }
  sha256_end(&hash, digest);
  return 0;
}

static int32_t check(const struct expected_module *expected) {
  uint8_t digest[32];
  int64_t length = capsule_self_length(expected->index);
  if (length != expected->length) return length < 0 ? MISCOUNTED : expected->index + 1;
  int32_t failed = digest_of(expected->index, length, digest);
  if (failed) return failed;
  uint8_t difference = 0;
  for (int i = 0; i < 32; i++) difference |= digest[i] ^ expected->sha256[i];
  return difference ? expected->index + 1 : 0;
}

CAPSULE_EXPORT(capsule_verify) int32_t capsule_verify(void) {
  if (capsule_self_length(EXPECTED_MODULES + 1) >= 0) return MISCOUNTED;
  for (int i = 0; i < EXPECTED_MODULES; i++) {
    int32_t failed = check(&expected_modules[i]);
    if (failed) return failed;
  }
  return 0;
}
