/* SPDX-License-Identifier: MIT
 * SHA-256 (FIPS 180-4) over pieces. */
#ifndef SMARTWEB_SHA256_H
#define SMARTWEB_SHA256_H

#include <stdint.h>

struct sha256 {
  uint32_t state[8];
  uint64_t length;
  uint8_t block[64];
};

void sha256_begin(struct sha256 *hash);
void sha256_add(struct sha256 *hash, const uint8_t *from, uint32_t length);
void sha256_end(struct sha256 *hash, uint8_t digest[32]);

#endif
