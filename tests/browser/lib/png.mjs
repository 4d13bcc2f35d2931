// Shrinks a screenshot: converts a true-colour PNG to at most 256 colours at the highest zlib compression.

import { deflateSync, inflateSync } from 'node:zlib';

// node:zlib has crc32 since Node 20.15; Debian's Node is older.
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunks(png) {
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return found;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Reverses the row filters of PNG. */
function pixels(raw, width, height, step) {
  const row = width * step;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x >= step ? out[y * row + x - step] : 0;
      const up = y ? out[(y - 1) * row + x] : 0;
      const corner = y && x >= step ? out[(y - 1) * row + x - step] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter];
    }
  }
  return out;
}

export function shrink(png) {
  const parts = chunks(png);
  const header = parts.find(({ type }) => type === 'IHDR').data;
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  if (header[8] !== 8 || ![2, 6].includes(kind) || header[12]) return png;
  const step = kind === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const image = pixels(raw, width, height, step);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const colour = (image[at * step] << 16) | (image[at * step + 1] << 8) | image[at * step + 2];
    colours[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  // Picks the most common colour of each region of the colour cube first, so that a small green dot stays green.
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const regions = new Map();
  for (const colour of ranked) if (!regions.has(colour & 0xe0e0e0)) regions.set(colour & 0xe0e0e0, colour);
  const palette = [...new Set([...regions.values(), ...ranked])].slice(0, 256);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const distance = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2;
  const indexOf = (colour) => {
    if (!nearest.has(colour)) {
      let best = 0;
      for (let index = 1; index < palette.length; index += 1) if (distance(colour, palette[index]) < distance(colour, palette[best])) best = index;
      nearest.set(colour, best);
    }
    return nearest.get(colour);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x]);
  const indexed = Buffer.from(header);
  indexed[9] = 3;
  return Buffer.concat([
    png.subarray(0, 8), chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
