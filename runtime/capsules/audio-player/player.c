/* SPDX-License-Identifier: MIT
 * Audio player capsule: pulls Ogg Vorbis from `content:main`, decodes it with libvorbis and writes
 * interleaved signed 16-bit little-endian PCM to `audio:main`.
 *
 * Sample rule: clamp(round-to-even(x * 32768)) to -32768..32767.
 * Length rule: every packet is decoded; the page that ends the stream gives at most
 * (its granule position - that of the page before) frames. Nothing is cut at the start.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <vorbis/codec.h>

#include "capsule.h"
#include "ogg_pages.h"

enum {
  OK = 0,
  NOT_VORBIS = 1,
  CHAINED = 2,
  DAMAGED_HEADERS = 3,
  TOO_LARGE = 4,
  HOST_REFUSED = 5
};

#define FRAMES_AT_ONCE 1024
#define MAX_CHANNELS 255

static struct ogg_pages pages;
static vorbis_info info;
static vorbis_comment comment;
static vorbis_dsp_state dsp;
static vorbis_block block;
static int16_t pcm[FRAMES_AT_ONCE * MAX_CHANNELS];
static int32_t out;
static int packets;

static int write_all(const uint8_t *from, int32_t length) {
  while (length > 0) {
    int32_t taken = capsule_write(out, from, length);
    if (taken <= 0) return HOST_REFUSED;
    from += taken;
    length -= taken;
  }
  return OK;
}

static int16_t sample(float value) {
  float scaled = __builtin_rintf(value * 32768.f);
  if (scaled >= 32767.f) return 32767;
  if (scaled <= -32768.f) return -32768;
  return scaled == scaled ? (int16_t)scaled : 0;
}

static int write_frames(float **channels, int from, int frames) {
  int width = info.channels;
  for (int c = 0; c < width; c++) {
    const float *in = channels[c] + from;
    int16_t *to = pcm + c;
    for (int i = 0; i < frames; i++, to += width) *to = sample(in[i]);
  }
  return write_all((const uint8_t *)pcm, frames * width * 2);
}

/* Hands on at most `room` of the frames that the last packet gave, and takes all of them. */
static int drain(int64_t *room) {
  float **channels;
  int ready;
  while ((ready = vorbis_synthesis_pcmout(&dsp, &channels)) > 0) {
    int wanted = *room < ready ? (int)*room : ready;
    for (int from = 0; from < wanted; from += FRAMES_AT_ONCE) {
      int frames = wanted - from < FRAMES_AT_ONCE ? wanted - from : FRAMES_AT_ONCE;
      int failed = write_frames(channels, from, frames);
      if (failed) return failed;
    }
    *room -= wanted;
    vorbis_synthesis_read(&dsp, ready);
  }
  return OK;
}

static int headers_done(void) {
  if (vorbis_synthesis_init(&dsp, &info) != 0 || vorbis_block_init(&dsp, &block) != 0)
    return DAMAGED_HEADERS;
  out = capsule_open("audio:main", 10, CAPSULE_OPEN_WRITE);
  if (out < 0) return HOST_REFUSED;
  if (capsule_configure(out, CAPSULE_AUDIO_RATE, info.rate) < 0) return HOST_REFUSED;
  if (capsule_configure(out, CAPSULE_AUDIO_CHANNELS, info.channels) < 0) return HOST_REFUSED;
  return OK;
}

static int on_packet(uint8_t *data, int32_t length, int64_t *room) {
  ogg_packet packet = {data, length, packets == 0, 0, -1, packets};
  packets++;
  if (packets <= 3) {
    if (vorbis_synthesis_headerin(&info, &comment, &packet) != 0)
      return packets == 1 ? NOT_VORBIS : DAMAGED_HEADERS;
    return packets == 3 ? headers_done() : OK;
  }
  /* A damaged packet gives no frames; the ones after it are still played. */
  if (vorbis_synthesis(&block, &packet) == 0) vorbis_synthesis_blockin(&dsp, &block);
  return drain(room);
}

static int play(void) {
  int64_t before = 0;
  int status;
  while ((status = ogg_pages_next(&pages)) == OGG_PAGE) {
    int64_t room = INT64_MAX;
    if (pages.last) room = pages.granule > before ? pages.granule - before : 0;
    before = pages.granule;
    uint8_t *data;
    int32_t length;
    while ((status = ogg_pages_packet(&pages, &data, &length)) == OGG_PACKET) {
      int failed = on_packet(data, length, &room);
      if (failed) return failed;
    }
    if (status == OGG_TOO_LARGE) return TOO_LARGE;
  }
  if (status == OGG_CHAINED) return CHAINED;
  if (status == OGG_INPUT_REFUSED) return HOST_REFUSED;
  if (status == OGG_NO_STREAM) return NOT_VORBIS;
  return packets < 3 ? DAMAGED_HEADERS : OK;
}

CAPSULE_EXPORT(capsule_start) int32_t capsule_start(void) {
  int32_t in = capsule_open("content:main", 12, CAPSULE_OPEN_READ);
  if (in < 0) return HOST_REFUSED;
  vorbis_info_init(&info);
  vorbis_comment_init(&comment);
  ogg_pages_init(&pages, in);
  int result = play();
  if (result == OK && capsule_close(out) < 0) result = HOST_REFUSED;
  capsule_close(in);
  return result;
}
