// Archives: a few files of a ZIP, each read only as far as it may go: the terminal's exports/archive.py, by the same
// archives. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

const READ = /\.(csv|json|html?|data|pgp|gpg|txt|xml)$/i;
const LARGEST = 64 * 2 ** 20;
const MOST = 20_000;
const MOST_READ = 400;
const MOST_TOGETHER = 4 * LARGEST;
const WIDE = 0xffffffff; // says that the value stands among what was added for large archives

const CRC = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export const isArchive = bytes => bytes[0] === 0x50 && bytes[1] === 0x4b;

// The files of an archive that may be an export, in its order, or why it is not read.
export function wantedOf(bytes) {
  let listed;
  try {
    listed = listedOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  if (!listed) return {wrong: 'damaged'};
  const wanted = listed.filter(one => READ.test(one.name) && !`/${one.name}`.includes('/files/'));
  if (listed.length > MOST || wanted.length > MOST_READ) return {wrong: 'archive'};
  const small = wanted.filter(one => one.isLocked || one.size <= LARGEST);
  if (small.reduce((sum, one) => sum + one.size, 0) > MOST_TOGETHER) return {wrong: 'archive'};
  return {wanted: small};
}

// The bytes of one of them; nothing if it is not what the archive says of it. What is packed in a way that browsers do
// not know is for another program to unpack.
export async function unpacked(bytes, {at, packed, size, crc, method}) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== 0x04034b50) return null;
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const held = bytes.subarray(start, start + packed);
  const made = method ? await inflated(held, size) : held;
  return made?.length === size && sumOf(made) === crc ? made : null;
}

export const canUnpack = ({method}) => method === 0 || (method === 8 && 'DecompressionStream' in globalThis);

function listedOf(view) {
  const {at, number} = directoryOf(view);
  const listed = [];
  for (let place = at; listed.length < number && listed.length <= MOST; ) {
    if (view.getUint32(place, true) !== 0x02014b50) return null;
    const [name, extra, remark] = [28, 30, 32].map(field => view.getUint16(place + field, true));
    const bytes = new Uint8Array(view.buffer, view.byteOffset + place + 46, name);
    const [packed, size, offset] = wide(view, place, place + 46 + name, extra);
    listed.push({
      name: new TextDecoder().decode(bytes),
      isLocked: Boolean(view.getUint16(place + 8, true) & 1),
      method: view.getUint16(place + 10, true),
      crc: view.getUint32(place + 16, true),
      packed,
      size,
      at: offset,
    });
    place += 46 + name + extra + remark;
  }
  return listed;
}

// Where the directory begins, and how many files it has: at the end, before a remark of at most 65,535 bytes.
function directoryOf(view) {
  let end = view.byteLength - 22;
  const first = end - 0xffff;
  while (view.getUint32(end, true) !== 0x06054b50) end = end > first ? end - 1 : -1;
  const [number, at] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return {at, number};
  const large = long(view, end - 12);
  return {at: long(view, large + 48), number: long(view, large + 32)};
}

// Sizes and place of a file, of which those that need it stand in a field of their own.
function wide(view, place, extra, length) {
  const values = [20, 24, 42].map(field => view.getUint32(place + field, true));
  for (let at = extra; at + 4 <= extra + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const field of [1, 0, 2]) {
      if (values[field] !== WIDE) continue;
      values[field] = long(view, next);
      next += 8;
    }
  }
  return values;
}

const long = (view, at) => Number(view.getBigUint64(at, true));

// Never more than the archive said that there is.
async function inflated(packed, size) {
  const made = new Uint8Array(size);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let at = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (at + part.value.length > size) {
        await reader.cancel();
        return null;
      }
      made.set(part.value, at);
      at += part.value.length;
    }
  } catch {
    return null;
  }
  return at === size ? made : null;
}

function sumOf(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8);
  return ~sum >>> 0;
}
