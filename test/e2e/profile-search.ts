import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';

/** A text that was found, how it was written there, and in which file of the folder. */
export interface Find {
  readonly text: string;
  readonly encoding: string;
  readonly file: string;
}

export interface Search {
  readonly finds: readonly Find[];
  /** How much was read: a search of nothing finds nothing. */
  readonly files: number;
  readonly bytes: number;
}

interface Needle {
  readonly text: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Looks for texts in every file of a folder, in each way in which a browser writes text down. */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<Search> {
  const needles = texts.flatMap(needlesOf);
  const finds: Find[] = [];
  let files = 0;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // A name is written to the disk as well: of databases and caches it is made from what a page says.
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(folder.length + 1);
    finds.push(...findsIn(Buffer.from(entry.name), needles).map(find => ({ ...find, file: `${file} (its name)` })));
    // Links lead out of the folder, and nothing is kept in a socket.
    if (!entry.isFile()) continue;
    const content = await readFile(path).catch(goneMeanwhile);
    if (!content) continue;
    files++;
    bytes += content.length;
    finds.push(...findsIn(content, needles).map(find => ({ ...find, file })));
    for (const [packing, inflated] of membersOf(content))
      finds.push(...findsIn(inflated, needles).map(find => ({ ...find, file: `${file} (${packing})` })));
  }
  return { finds, files, bytes };
}

/** Looks for texts in one text: an address, a body, a line of a console. */
export function searchText(name: string, text: string, texts: readonly string[]): readonly Find[] {
  return findsIn(Buffer.from(text), texts.flatMap(needlesOf)).map(find => ({ ...find, file: name }));
}

function findsIn(content: Buffer, needles: readonly Needle[]): Omit<Find, 'file'>[] {
  return needles.filter(({ bytes }) => content.includes(bytes)).map(({ text, encoding }) => ({ text, encoding }));
}

/**
 * The bytes that a text may have become. Session files hold UTF-16LE, and so does local storage for all that is not
 * Latin-1: whoever looks for UTF-8 alone finds nothing there, and is wrong.
 */
function needlesOf(text: string): readonly Needle[] {
  const escaped = text.replace(/[^\x20-\x7e]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const written: (readonly [encoding: string, text: string])[] = [
    ['', text],
    ['JSON-escaped ', escaped],
    ['JSON-escaped ', escaped.replace(/\\u\w{4}/g, escape => `\\u${escape.slice(2).toUpperCase()}`)],
    ['percent-encoded ', encodeURIComponent(text)],
    ['percent-encoded ', encodeURIComponent(text).replace(/%\w\w/g, escape => escape.toLowerCase())],
    ...base64sOf(Buffer.from(text, 'utf8')).map(each => ['base64 of UTF-8 in ', each] as const),
    ...base64sOf(Buffer.from(text, 'utf16le')).map(each => ['base64 of UTF-16LE in ', each] as const),
  ];
  const needles = new Map<string, Needle>();
  for (const [encoding, each] of written) {
    for (const [name, bytes] of [
      ['UTF-8', Buffer.from(each, 'utf8')],
      ['UTF-16LE', Buffer.from(each, 'utf16le')],
    ] as const) {
      // Plain letters are the same in most of them: what is found is told once, by the plainest name.
      const key = bytes.toString('hex');
      if (!needles.has(key)) needles.set(key, { text, encoding: `${encoding}${name}`, bytes });
    }
  }
  return [...needles.values()];
}

/** What bytes look like somewhere inside base64, by where they begin in a group of three, in both alphabets. */
function base64sOf(bytes: Buffer): readonly string[] {
  return [0, 1, 2].flatMap(before => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    // Characters at the edges hold bits of the neighbours too.
    const inside = whole.toString('base64').slice(Math.ceil((before * 4) / 3), Math.floor((whole.length * 4) / 3));
    return [inside, inside.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** What starts with these bytes may be packed. */
const packings = [
  // Not by `gunzip`, which takes the bytes that follow in a cache's file for another packet, and refuses both.
  ['gzip', Buffer.from([0x1f, 0x8b, 0x08]), afterGzipHead, inflateRawSync],
  ...[0x01, 0x5e, 0x9c, 0xda].map(
    level => ['zlib', Buffer.from([0x78, level]), (at: number) => at, inflateSync] as const,
  ),
] as const;

/** Flushed and not finished: a cut end is no reason to read none of it. */
const flushing = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };

/** What a file holds packed, wherever it begins. */
function* membersOf(content: Buffer): Generator<readonly [packing: string, inflated: Buffer]> {
  for (const [packing, start, bodyAt, inflate] of packings) {
    for (let at = content.indexOf(start); at !== -1; at = content.indexOf(start, at + 1)) {
      const inflated = unpacked(() => inflate(content.subarray(bodyAt(at, content)), flushing));
      if (inflated) yield [packing, inflated];
    }
  }
  const body = cachedBody(content);
  const options = { ...flushing, finishFlush: constants.BROTLI_OPERATION_FLUSH };
  const inflated = body && unpacked(() => brotliDecompressSync(body, options));
  if (inflated) yield ['brotli', inflated];
}

/** Past the ten bytes of every gzip head, and past the fields that its fourth byte names. */
function afterGzipHead(at: number, content: Buffer): number {
  const flags = content[at + 3] ?? 0;
  const afterText = (from: number) => content.indexOf(0, from) + 1;
  let end = at + 10;
  if (flags & 4) end += 2 + content.readUInt16LE(end);
  if (flags & 8) end = afterText(end);
  if (flags & 16) end = afterText(end);
  return flags & 2 ? end + 2 : end;
}

/** Where Chromium's cache keeps an answer of the network as it came: after a head of 24 bytes and the address. */
function cachedBody(content: Buffer): Buffer | undefined {
  const magic = Buffer.from('305c72a71b6dfbfc', 'hex');
  return content.subarray(0, 8).equals(magic) ? content.subarray(24 + content.readUInt32LE(12)) : undefined;
}

/** Nothing, where the first bytes only looked like it. */
function unpacked(inflate: () => Buffer): Buffer | undefined {
  try {
    return inflate();
  } catch {
    return undefined;
  }
}

/** A running browser throws files away between the listing and the reading. */
function goneMeanwhile(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
