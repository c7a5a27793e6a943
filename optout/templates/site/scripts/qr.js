// A QR code of a text, drawn in the page: bytes, at the lowest level of correction, as screens need no more.
// ISO/IEC 18004:2015; table 9 has the words of correction for each block, and the number of blocks, of versions 1 to 40.

const WORDS =
  '7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30'
    .split(' ')
    .map(Number);
const BLOCKS = '1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25'
  .split(' ')
  .map(Number);
const LEVEL = 1;

const sizeOf = version => version * 4 + 17;
const bitsOfLength = version => (version < 10 ? 8 : 16);

// How many words there is room for, of data and of correction.
function room(version) {
  const aligned = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const patterns = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return Math.floor(((16 * version + 128) * version + 64 - patterns - (version > 6 ? 36 : 0)) / 8);
}

const dataRoom = version => room(version) - WORDS[version - 1] * BLOCKS[version - 1];

// Clause 7.5.2: the field GF(256) with the polynomial 285.
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 285);
    if ((other >>> bit) & 1) product ^= one;
  }
  return product;
}

function divisorOf(degree) {
  const found = [...new Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let round = 0; round < degree; round += 1) {
    for (let place = 0; place < degree; place += 1) found[place] = times(found[place], root) ^ (found[place + 1] ?? 0);
    root = times(root, 2);
  }
  return found;
}

function correction(data, divisor) {
  const rest = divisor.map(() => 0);
  for (const word of data) {
    const factor = word ^ rest.shift();
    rest.push(0);
    for (const [place, one] of divisor.entries()) rest[place] ^= times(one, factor);
  }
  return rest;
}

// Clause 7.4: mode, length, bytes, an end, and filling.
function dataWords(bytes, version) {
  const bits = [];
  const put = (value, length) => {
    for (let bit = length - 1; bit >= 0; bit -= 1) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, bitsOfLength(version));
  for (const byte of bytes) put(byte, 8);
  const all = dataRoom(version) * 8;
  put(0, Math.min(4, all - bits.length));
  put(0, -bits.length & 7);
  for (let filling = 236; bits.length < all; filling ^= 236 ^ 17) put(filling, 8);
  return Array.from({length: all / 8}, (_, word) => Number.parseInt(bits.slice(word * 8, word * 8 + 8).join(''), 2));
}

// Clause 7.6: the words of all blocks in turns, the data before the correction.
function interleaved(words, version) {
  const [number, length] = [BLOCKS[version - 1], WORDS[version - 1]];
  const divisor = divisorOf(length);
  const short = Math.floor(room(version) / number) - length;
  const fewer = number - (room(version) % number);
  const blocks = [];
  for (let block = 0, start = 0; block < number; block += 1) {
    const data = words.slice(start, start + short + (block < fewer ? 0 : 1));
    start += data.length;
    blocks.push([data, correction(data, divisor)]);
  }
  return [0, 1]
    .flatMap(kind => {
      const longest = Math.max(...blocks.map(block => block[kind].length));
      return Array.from({length: longest}, (_, place) => blocks.map(block => block[kind][place])).flat();
    })
    .filter(word => word !== undefined);
}

function alignments(version) {
  if (version === 1) return [];
  const number = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.ceil((version * 4 + 4) / (number * 2 - 2)) * 2;
  return [6, ...Array.from({length: number - 1}, (_, place) => sizeOf(version) - 7 - (number - 2 - place) * step)];
}

// The patterns that are the same in every code of a version; what is null is for data. Clause 6.3.
function frame(version) {
  const size = sizeOf(version);
  const cells = Array.from({length: size}, () => new Array(size).fill(null));
  const set = (x, y, dark) => {
    if (x >= 0 && y >= 0 && x < size && y < size) cells[y][x] = dark;
  };
  for (let place = 0; place < size; place += 1) {
    set(6, place, place % 2 === 0);
    set(place, 6, place % 2 === 0);
  }
  const square = (x, y, radius, isDark) => {
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ])
    square(x, y, 4, ring => ring !== 2 && ring !== 4);
  const places = alignments(version);
  const last = places.length - 1;
  for (const [i, x] of places.entries())
    for (const [j, y] of places.entries())
      if (!((i === 0 && (j === 0 || j === last)) || (i === last && j === 0))) square(x, y, 2, ring => ring !== 1);
  putFormat(cells, 0);
  if (version > 6) putVersion(cells, version);
  return cells;
}

function remainder(value, length, polynomial) {
  const top = Math.floor(Math.log2(polynomial));
  let rest = value << length;
  for (let bit = 31; bit >= top; bit -= 1) if ((rest >>> bit) & 1) rest ^= polynomial << (bit - top);
  return (value << length) | rest;
}

// Clause 7.9: level and mask, twice.
function putFormat(cells, mask) {
  const size = cells.length;
  const bits = remainder((LEVEL << 3) | mask, 10, 0x537) ^ 0x5412;
  const bit = place => ((bits >>> place) & 1) === 1;
  for (let place = 0; place < 6; place += 1) cells[place][8] = bit(place);
  cells[7][8] = bit(6);
  cells[8][8] = bit(7);
  cells[8][7] = bit(8);
  for (let place = 9; place < 15; place += 1) cells[8][14 - place] = bit(place);
  for (let place = 0; place < 8; place += 1) cells[8][size - 1 - place] = bit(place);
  for (let place = 8; place < 15; place += 1) cells[size - 15 + place][8] = bit(place);
  cells[size - 8][8] = true;
}

// Clause 7.10
function putVersion(cells, version) {
  const bits = remainder(version, 12, 0x1f25);
  for (let place = 0; place < 18; place += 1) {
    const [far, near] = [cells.length - 11 + (place % 3), Math.floor(place / 3)];
    cells[near][far] = cells[far][near] = ((bits >>> place) & 1) === 1;
  }
}

// Clause 7.7.3: upwards and downwards in columns of two, from the right.
function fill(cells, words) {
  const size = cells.length;
  const filled = cells.map(row => [...row]);
  let place = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (cells[y][x] !== null) continue;
        filled[y][x] = ((words[place >>> 3] >>> (7 - (place & 7))) & 1) === 1;
        place += 1;
      }
  }
  return filled;
}

const MASKS = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  x => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

// Clause 7.8.3: what makes a code hard to read.
function penalty(cells) {
  const size = cells.length;
  const lines = [...cells, ...cells.map((_, x) => cells.map(row => row[x]))].map(line => line.map(Number).join(''));
  let sum = 0;
  for (const line of lines) {
    for (const [run] of line.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    for (const look of [/(?=00001011101)/g, /(?=10111010000)/g]) sum += [...line.matchAll(look)].length * 40;
  }
  for (let y = 1; y < size; y += 1)
    for (let x = 1; x < size; x += 1) {
      const dark = cells[y][x];
      if (cells[y - 1][x] === dark && cells[y][x - 1] === dark && cells[y - 1][x - 1] === dark) sum += 3;
    }
  const darks = cells.flat().filter(Boolean).length;
  return sum + Math.floor(Math.abs((darks * 20) / (size * size) - 10)) * 10;
}

// The code as rows of cells, dark ones true; nothing where the text is too long for any.
export function qrOf(text) {
  const bytes = new TextEncoder().encode(text);
  const fits = version => 4 + bitsOfLength(version) + bytes.length * 8 <= dataRoom(version) * 8;
  const version = Array.from({length: 40}, (_, place) => place + 1).find(fits);
  if (!version) return null;
  const empty = frame(version);
  const plain = fill(empty, interleaved(dataWords(bytes, version), version));
  const masked = MASKS.map((isTurned, mask) => {
    const cells = plain.map((row, y) => row.map((dark, x) => (empty[y][x] === null && !isTurned(x, y) ? !dark : dark)));
    putFormat(cells, mask);
    return cells;
  });
  const penalties = masked.map(penalty);
  return masked[penalties.indexOf(Math.min(...penalties))];
}
