/* SPDX-License-Identifier: MIT
 * The calls of ABI 1 (docs/spec/syscalls.md) as C sees them. A negative result is a refusal or a
 * fault; its name stands in that document. */
#ifndef SMARTWEB_CAPSULE_H
#define SMARTWEB_CAPSULE_H

#include <stdint.h>

#define CAPSULE_CALL(name) __attribute__((import_module("capsule1"), import_name(#name)))
#define CAPSULE_EXPORT(name) __attribute__((visibility("default"), export_name(#name)))

CAPSULE_CALL(abi_info) int64_t capsule_abi_info(int32_t item);
CAPSULE_CALL(log) int32_t capsule_log(int32_t level, const void *text, int32_t length);
CAPSULE_CALL(clock) int64_t capsule_clock(int32_t which);
CAPSULE_CALL(random) int32_t capsule_random(void *into, int32_t length);
CAPSULE_CALL(exit) void capsule_exit(int32_t code);
CAPSULE_CALL(wait) int32_t capsule_wait(void *set, int32_t count, int64_t nanos);
CAPSULE_CALL(open) int32_t capsule_open(const char *moniker, int32_t length, int32_t flags);
CAPSULE_CALL(close) int32_t capsule_close(int32_t handle);
CAPSULE_CALL(stat) int32_t capsule_stat(int32_t handle, void *into, int32_t length);
CAPSULE_CALL(seek) int64_t capsule_seek(int32_t handle, int64_t offset, int32_t whence);
CAPSULE_CALL(read) int32_t capsule_read(int32_t handle, void *into, int32_t length);
CAPSULE_CALL(write) int32_t capsule_write(int32_t handle, const void *from, int32_t length);
CAPSULE_CALL(configure) int32_t capsule_configure(int32_t handle, int32_t key, int64_t value);
CAPSULE_CALL(query) int64_t capsule_query(int32_t handle, int32_t key);
CAPSULE_CALL(self_length) int64_t capsule_self_length(int32_t module);
CAPSULE_CALL(self_read)
int32_t capsule_self_read(int32_t module, int64_t position, void *into, int32_t length);

/* Keys of configure and query on an audio output. */
#define CAPSULE_AUDIO_RATE 1
#define CAPSULE_AUDIO_CHANNELS 2

#define CAPSULE_OPEN_READ 1
#define CAPSULE_OPEN_WRITE 2

#endif
