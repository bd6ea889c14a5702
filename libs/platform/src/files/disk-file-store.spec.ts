import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DiskFileStore, FileTooLarge } from './disk-file-store';

describe('files on disk', () => {
  let dir: string;
  let store: DiskFileStore;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gongfang-files-'));
    store = new DiskFileStore(dir);
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('keeps a file under its hash and gives it back', async () => {
    const content = Buffer.from('a letter of intent');
    const stored = await store.put(Readable.from([content]), 100);
    expect(stored).toEqual({ sha256: createHash('sha256').update(content).digest('hex'), sizeBytes: content.length, head: content });
    expect(await buffer(await store.open(stored.sha256))).toEqual(content);
  });

  it('keeps the same content once', async () => {
    const first = await store.put(Readable.from([Buffer.from('same')]), 100);
    const second = await store.put(Readable.from([Buffer.from('sa'), Buffer.from('me')]), 100);
    expect(second.sha256).toBe(first.sha256);
    expect(await readFile(store.pathOf(first.sha256), 'utf8')).toBe('same');
  });

  it('stops a stream that is too long and keeps nothing of it', async () => {
    await expect(store.put(Readable.from([Buffer.alloc(60), Buffer.alloc(60)]), 100)).rejects.toBeInstanceOf(FileTooLarge);
    expect(await readdir(join(dir, 'incoming'))).toEqual([]);
  });

  it('never leaves its directory', () => {
    expect(() => store.pathOf('../../etc/passwd')).toThrow('SHA-256');
  });

  it('sweeps what broken uploads left', async () => {
    await store.put(Readable.from([Buffer.from('whole')]), 100);
    await writeFile(join(dir, 'incoming', 'broken'), 'half');
    expect(await store.sweep(60_000, Date.now())).toBe(0);
    expect(await store.sweep(60_000, Date.now() + 120_000)).toBe(1);
  });
});
