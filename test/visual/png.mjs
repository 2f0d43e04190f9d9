// Pictures: written with few colours, so that a repository can hold them, and compared with a tolerance.
import { readFileSync, writeFileSync } from 'node:fs';
import pixelmatch from 'pixelmatch';
import UPNG from 'upng-js';

/** Colours that a stored picture may have, the fewest first: edges of letters have many shades, and most can be spared. */
const COLOURS = [32, 64, 128, 256];
/** All that there are. */
const EVERY_COLOUR = 0;

/**
 * How far a pixel's colour may be off, from 0 to 1: more than what is lost by storing few colours, and less than any
 * change of a tone that can be seen.
 */
const THRESHOLD = 0.12;
/** How many pixels may be off: the edge of a letter or two. Two runs of the same code differ in none. */
export const TOLERATED_PIXELS = 24;

const bufferOf = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);

export function decode(bytes) {
  const { width, height, ...rest } = UPNG.decode(bufferOf(bytes));
  return { width, height, data: new Uint8Array(UPNG.toRGBA8({ width, height, ...rest })[0]) };
}

export const read = (file) => decode(readFileSync(file));

/** With as few colours as lose nothing that a comparison would see. */
export function write(file, picture) {
  const { width, height, data } = picture;
  const encoded = (colours) => Buffer.from(UPNG.encode([bufferOf(data)], width, height, colours));
  for (const colours of COLOURS) {
    const bytes = encoded(colours);
    if (compare(decode(bytes), picture).pixels > 0) continue;
    writeFileSync(file, bytes);
    return;
  }
  writeFileSync(file, encoded(EVERY_COLOUR));
}

/** How many pixels differ, and a picture of where. Pictures of different sizes differ in all of them. */
export function compare(one, other) {
  if (one.width !== other.width || one.height !== other.height)
    return {
      pixels: Infinity,
      why: `it was ${one.width} by ${one.height}, and is ${other.width} by ${other.height}`,
    };
  const data = new Uint8Array(one.data.length);
  const pixels = pixelmatch(one.data, other.data, data, one.width, one.height, { threshold: THRESHOLD });
  return { pixels, why: `${pixels} pixels differ`, picture: { width: one.width, height: one.height, data } };
}
