const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The files of a zip archive whose files are stored as they are, by its own table of contents (PKWARE APPNOTE 4.3.12).
 * @throws where it is no such archive
 */
export function readZip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (view.getUint32(end, true) !== END) throw new Error('The archive has no end');
  const files = new Map<string, string>();
  let place = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(place, true) !== ENTRY) throw new Error('The archive has a hole in its table of contents');
    if (view.getUint16(place + 10, true) !== 0) throw new Error('The archive is packed');
    const [size, nameLength] = [view.getUint32(place + 24, true), view.getUint16(place + 28, true)];
    const name = textAt(bytes, place + 46, nameLength);
    const local = view.getUint32(place + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    files.set(name, textAt(bytes, from, size));
    place += 46 + nameLength + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return files;
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, from + length));
}
