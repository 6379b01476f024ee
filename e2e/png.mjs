// Makes a screenshot small: the 256 colours it uses most, the others as the nearest of them, packed as an indexed PNG.
import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const INDEXED_8_BITS = [8, 3, 0, 0, 0];

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Runs in a page: the picture's size, its palette (RGB) and a byte a pixel, both in base64. */
async function quantized(source) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const paper = canvas.getContext("2d");
  paper.drawImage(image, 0, 0);
  const { data } = paper.getImageData(0, 0, width, height);
  const colours = Array.from({ length: width * height }, (_, at) => (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2]);
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts].sort((one, other) => other[1] - one[1]).slice(0, 256).map(([colour]) => colour);
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const distance = (one, other) => parts(one).reduce((sum, part, at) => sum + (part - parts(other)[at]) ** 2, 0);
  const place = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) {
    if (place.has(colour)) continue;
    const far = palette.map((each) => distance(colour, each));
    place.set(colour, far.indexOf(Math.min(...far)));
  }
  const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return { width, height, palette: text(palette.flatMap(parts)), pixels: text(colours.map((colour) => place.get(colour))) };
}

/** The same picture in few bytes; `page` is any page without a content security policy. */
export async function small(page, png) {
  const { width, height, palette, pixels } = await page.evaluate(quantized, `data:image/png;base64,${png.toString("base64")}`);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const bytes = Buffer.from(pixels, "base64");
  const lines = Array.from({ length: height }, (_, row) => [Buffer.from([0]), bytes.subarray(row * width, (row + 1) * width)]);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", Buffer.concat([size, Buffer.from(INDEXED_8_BITS)])),
    chunk("PLTE", Buffer.from(palette, "base64")),
    chunk("IDAT", deflateSync(Buffer.concat(lines.flat()), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
