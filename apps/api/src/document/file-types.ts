import { open } from 'node:fs/promises';

/** What an accepted kind of file is called, and how its content looks. */
interface FileKind {
  mediaType: string;
  extensions: readonly string[];
  /** Whether the first bytes are of this kind. */
  fits(head: Buffer): boolean;
  /** A kind of zip archive: the parts that must be in it. */
  parts?: readonly string[];
}

const startsWith =
  (...bytes: number[]) =>
  (head: Buffer): boolean =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));

const zip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** The kinds of files the programme's archive takes. */
const kinds: readonly FileKind[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'], fits: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { mediaType: 'image/png', extensions: ['png'], fits: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], fits: startsWith(0xff, 0xd8, 0xff) },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    fits: zip,
    parts: ['[Content_Types].xml', 'word/document.xml'],
  },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    fits: zip,
    parts: ['[Content_Types].xml', 'xl/workbook.xml'],
  },
];

/** Extensions of all accepted kinds. */
export const acceptedExtensions: readonly string[] = kinds.flatMap((kind) => kind.extensions);

const htmlInside = /<(?:html|script|svg|!doctype)/i;
const mostEntries = 10_000;
const mostUnpackedBytes = 1_000_000_000;
const mostRatio = 200;

/**
 * Media type of a stored file, if its content, its extension and, for archives, its parts all say the same accepted kind; nothing otherwise.
 * Archives with macros, with too many or too large parts, or without a directory are refused. Nothing is unpacked.
 */
export async function mediaTypeOf(file: { path: string; head: Buffer; name: string; sizeBytes: number }): Promise<string | undefined> {
  const extension = /\.([^.]{1,5})$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const kind = kinds.find((one) => one.extensions.includes(extension) && one.fits(file.head));
  if (kind === undefined) return undefined;
  if (kind.parts === undefined) return hidesMarkup(file.head) ? undefined : kind.mediaType;
  const entries = await zipEntries(file.path, file.sizeBytes);
  return entries !== undefined && holds(entries, kind.parts) ? kind.mediaType : undefined;
}

/** Files of two kinds at once (a picture that is a page, too). */
function hidesMarkup(head: Buffer): boolean {
  return htmlInside.test(head.subarray(0, 1_024).toString('latin1'));
}

interface ZipEntry {
  name: string;
  packedBytes: number;
  unpackedBytes: number;
}

function holds(entries: ZipEntry[], parts: readonly string[]): boolean {
  const names = new Set(entries.map((entry) => entry.name));
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  const packed = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  if (unpacked > mostUnpackedBytes || unpacked > Math.max(packed, 10_000) * mostRatio) return false;
  const active = entries.some(({ name }) => /vbaProject\.bin$|\.(exe|dll|js|vbs|lnk)$/i.test(name) || name.includes('..'));
  return !active && parts.every((part) => names.has(part));
}

/** Entries of an archive as its central directory lists them; nothing when there is no whole directory or it is unreasonably long. */
async function zipEntries(path: string, sizeBytes: number): Promise<ZipEntry[] | undefined> {
  const file = await open(path, 'r');
  try {
    const tailBytes = Math.min(sizeBytes, 66_000);
    const tail = Buffer.alloc(tailBytes);
    await file.read(tail, 0, tailBytes, sizeBytes - tailBytes);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end === -1 || end + 22 > tailBytes) return undefined;
    const count = tail.readUInt16LE(end + 10);
    const length = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (count > mostEntries || length > 4_000_000 || offset + length > sizeBytes) return undefined;
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, offset);
    return readDirectory(directory, count);
  } finally {
    await file.close();
  }
}

function readDirectory(directory: Buffer, count: number): ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      packedBytes: directory.readUInt32LE(at + 20),
      unpackedBytes: directory.readUInt32LE(at + 24),
      name: directory.subarray(at + 46, at + 46 + nameBytes).toString('utf8'),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
