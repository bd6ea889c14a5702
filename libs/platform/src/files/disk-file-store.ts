import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** The stream was longer than allowed; nothing of it is kept. */
export class FileTooLarge extends Error {
  constructor(readonly limitBytes: number) {
    super(`the file has more than ${limitBytes} bytes`);
    this.name = 'FileTooLarge';
  }
}

/** A file as the store holds it: its content is its name. */
export interface StoredFile {
  sha256: string;
  sizeBytes: number;
  /** First bytes, enough to know the type by content. */
  head: Buffer;
}

/** Where bytes are kept. The same content is kept once; a name is the SHA-256 of the content, so none ever changes. */
export interface FileStore {
  /** Takes a stream to its end. Throws FileTooLarge beyond the limit, ENOSPC when there is no room; then nothing is kept. */
  put(content: Readable, limitBytes: number): Promise<StoredFile>;
  /** The bytes of a stored file. Throws ENOENT when there is none. */
  open(sha256: string): Promise<Readable>;
  /** Path of the content on this machine, for checks that need to seek. */
  pathOf(sha256: string): string;
}

const headBytes = 8_192;
const name = /^[0-9a-f]{64}$/;

/** Files in folders under one directory, each named by its hash. A broken upload stays in `incoming` until `sweep`. */
export class DiskFileStore implements FileStore {
  constructor(private readonly dir: string) {}

  async put(content: Readable, limitBytes: number): Promise<StoredFile> {
    const incoming = join(this.dir, 'incoming');
    await mkdir(incoming, { recursive: true });
    const temporary = join(incoming, randomUUID());
    const meter = new Meter(limitBytes);
    try {
      await pipeline(content, meter, createWriteStream(temporary, { mode: 0o600, flush: true }));
      const sha256 = meter.sha256();
      await mkdir(join(this.dir, sha256.slice(0, 2)), { recursive: true });
      await rename(temporary, this.pathOf(sha256));
      return { sha256, sizeBytes: meter.sizeBytes, head: meter.head() };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async open(sha256: string): Promise<Readable> {
    const path = this.pathOf(sha256);
    await access(path);
    return createReadStream(path);
  }

  pathOf(sha256: string): string {
    if (!name.test(sha256)) throw new Error('a stored file is named by its SHA-256');
    return join(this.dir, sha256.slice(0, 2), sha256);
  }

  /** Removes what broken uploads left more than `olderThanMs` ago. Answers how many. */
  async sweep(olderThanMs: number, nowMs: number): Promise<number> {
    const incoming = join(this.dir, 'incoming');
    await mkdir(incoming, { recursive: true });
    let removed = 0;
    for (const left of await readdir(incoming)) {
      const path = join(incoming, left);
      if (nowMs - (await stat(path)).mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

class Meter extends Transform {
  sizeBytes = 0;
  private readonly hash = createHash('sha256');
  private readonly first: Buffer[] = [];

  constructor(private readonly limitBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    if (this.sizeBytes < headBytes) this.first.push(chunk.subarray(0, headBytes - this.sizeBytes));
    this.sizeBytes += chunk.length;
    if (this.sizeBytes > this.limitBytes) {
      done(new FileTooLarge(this.limitBytes));
      return;
    }
    this.hash.update(chunk);
    done(null, chunk);
  }

  sha256(): string {
    return this.hash.digest('hex');
  }

  head(): Buffer {
    return Buffer.concat(this.first);
  }
}
