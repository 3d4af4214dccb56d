// SPDX-License-Identifier: MIT
// Decodes an Ogg Vorbis file with libvorbis compiled to WebAssembly by somebody else, so that the
// demo has an answer to compare with that none of our code made.
// usage: node decode.mjs IN.ogg OUT.f32   (OUT: interleaved little-endian 32-bit floats)
// prints {"frames":N,"rate":HZ,"channels":N}
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { OggVorbisDecoder } from '@wasm-audio-decoders/ogg-vorbis';

const [input, output] = process.argv.slice(2);
if (!output) { console.error('usage: node decode.mjs IN.ogg OUT.f32'); process.exit(2); }
const decoder = new OggVorbisDecoder();
await decoder.ready;
const bytes = await readFile(input);
const out = createWriteStream(output);
let frames = 0;
let rate = 0;
let channels = 0;

async function write({ channelData, samplesDecoded, sampleRate, errors }) {
  if (errors?.length) { console.error(`the decoder reports: ${errors[0].message}`); process.exit(1); }
  if (samplesDecoded === 0) return;
  rate = sampleRate;
  channels = channelData.length;
  frames += samplesDecoded;
  const mixed = new Float32Array(samplesDecoded * channels);
  for (let c = 0; c < channels; c++) {
    const one = channelData[c];
    for (let i = 0; i < samplesDecoded; i++) mixed[i * channels + c] = one[i];
  }
  if (!out.write(Buffer.from(mixed.buffer))) await once(out, 'drain');
}

for (let at = 0; at < bytes.length; at += 65536) await write(await decoder.decode(bytes.subarray(at, at + 65536)));
await write(await decoder.flush());
decoder.free();
out.end();
await once(out, 'finish');
console.log(JSON.stringify({ frames, rate, channels }));
