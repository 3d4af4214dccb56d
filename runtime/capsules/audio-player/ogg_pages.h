/* SPDX-License-Identifier: MIT
 * The first Vorbis stream of an Ogg file, page by page and packet by packet (RFC 3533), with a
 * bounded window. Page checksums are not looked at: the stream is authenticated before it gets
 * here. */
#ifndef SMARTWEB_OGG_PAGES_H
#define SMARTWEB_OGG_PAGES_H

#include <stdint.h>

enum {
  OGG_END = 0,
  OGG_PAGE = 1,
  OGG_PACKET = 2,
  OGG_CHAINED = -1,
  OGG_TOO_LARGE = -2,
  OGG_INPUT_REFUSED = -3,
  OGG_NO_STREAM = -4
};

struct ogg_pages {
  int32_t handle;
  int ended;
  int selected;
  uint32_t serial;

  /* The page at hand. */
  int64_t granule;
  int last;
  int finished;
  int segment;
  int32_t offset;

  /* Bytes of the file: window[from..to). */
  int32_t from, to;
  uint8_t window[128 * 1024];

  /* The packet being put together. */
  int32_t packet_length, packet_capacity;
  uint8_t *packet;
};

void ogg_pages_init(struct ogg_pages *pages, int32_t handle);

/* OGG_PAGE: the next page of the selected stream is at hand. */
int ogg_pages_next(struct ogg_pages *pages);

/* OGG_PACKET: a whole packet that ends on this page; OGG_END: no more of them here. */
int ogg_pages_packet(struct ogg_pages *pages, uint8_t **data, int32_t *length);

#endif
