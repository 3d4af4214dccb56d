/* SPDX-License-Identifier: MIT */
#include "ogg_pages.h"

#include <stdlib.h>
#include <string.h>

#include "capsule.h"

#define HEADER 27
#define MAX_PACKET (16 * 1024 * 1024)

static uint32_t u32(const uint8_t *at) {
  return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

/* Makes at least `wanted` bytes ready: 1 ready, 0 the file ends before, -1 refused. */
static int fill(struct ogg_pages *pages, int32_t wanted) {
  if (pages->to - pages->from >= wanted) return 1;
  memmove(pages->window, pages->window + pages->from, (size_t)(pages->to - pages->from));
  pages->to -= pages->from;
  pages->from = 0;
  while (pages->to < wanted && !pages->ended) {
    int32_t got = capsule_read(pages->handle, pages->window + pages->to,
                               (int32_t)sizeof pages->window - pages->to);
    if (got < 0) return -1;
    if (got == 0) pages->ended = 1;
    pages->to += got;
  }
  return pages->to >= wanted;
}

/* The whole length of the page whose header is at hand, or 0 where no page begins. */
static int32_t page_length(struct ogg_pages *pages) {
  const uint8_t *head = pages->window + pages->from;
  if (memcmp(head, "OggS", 4) != 0 || head[4] != 0) return 0;
  int32_t length = HEADER + head[26];
  if (fill(pages, length) <= 0) return 0;
  head = pages->window + pages->from;
  for (int i = 0; i < head[26]; i++) length += head[HEADER + i];
  return fill(pages, length) > 0 ? length : 0;
}

static int begins_vorbis(const uint8_t *head) {
  const uint8_t *body = head + HEADER + head[26];
  return head[26] > 0 && head[HEADER] >= 7 && memcmp(body, "\001vorbis", 7) == 0;
}

void ogg_pages_init(struct ogg_pages *pages, int32_t handle) {
  pages->handle = handle;
  pages->segment = 0;
}

static int ended(struct ogg_pages *pages) { return pages->selected ? OGG_END : OGG_NO_STREAM; }

int ogg_pages_next(struct ogg_pages *pages) {
  for (;;) {
    int ready = fill(pages, HEADER);
    if (ready < 0) return OGG_INPUT_REFUSED;
    if (ready == 0) return ended(pages);
    int32_t length = page_length(pages);
    if (length == 0) {
      pages->from++;
      continue;
    }
    const uint8_t *head = pages->window + pages->from;
    pages->from += length;
    int first = head[5] & 2;
    if (!pages->selected && first && begins_vorbis(head)) {
      pages->selected = 1;
      pages->serial = u32(head + 14);
    } else if (pages->finished && first && begins_vorbis(head)) {
      return OGG_CHAINED;
    }
    if (!pages->selected || pages->finished || u32(head + 14) != pages->serial) continue;
    pages->last = (head[5] & 4) != 0;
    pages->finished = pages->last;
    pages->granule = (int64_t)((uint64_t)u32(head + 6) | (uint64_t)u32(head + 10) << 32);
    pages->segment = 0;
    pages->offset = (int32_t)(head - pages->window);
    return OGG_PAGE;
  }
}

static int append(struct ogg_pages *pages, const uint8_t *from, int32_t length) {
  int32_t needed = pages->packet_length + length;
  if (needed > MAX_PACKET) return 0;
  if (needed > pages->packet_capacity) {
    int32_t capacity = needed < 65536 ? 65536 : needed * 2;
    uint8_t *grown = realloc(pages->packet, (size_t)capacity);
    if (grown == NULL) return 0;
    pages->packet = grown;
    pages->packet_capacity = capacity;
  }
  memcpy(pages->packet + pages->packet_length, from, (size_t)length);
  pages->packet_length = needed;
  return 1;
}

int ogg_pages_packet(struct ogg_pages *pages, uint8_t **data, int32_t *length) {
  const uint8_t *head = pages->window + pages->offset;
  int segments = head[26];
  if (pages->segment == 0) {
    int32_t body = HEADER + segments;
    pages->from = pages->offset + body;
    if (!(head[5] & 1)) pages->packet_length = 0;
  }
  while (pages->segment < segments) {
    int32_t part = head[HEADER + pages->segment++];
    if (!append(pages, pages->window + pages->from, part)) return OGG_TOO_LARGE;
    pages->from += part;
    if (part < 255) {
      *data = pages->packet;
      *length = pages->packet_length;
      pages->packet_length = 0;
      return OGG_PACKET;
    }
  }
  return OGG_END;
}
