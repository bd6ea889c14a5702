// @ts-check
import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 20_000_000;

/** Appends the output of one process to a file, each line with its time; keeps one older file of at most 20 MB. */
export class LogFile {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    this.rest = '';
    mkdirSync(dirname(path), { recursive: true });
    this.open();
  }

  open() {
    this.descriptor = openSync(this.path, 'a', 0o600);
    this.bytes = fstatSync(this.descriptor).size;
  }

  /** @param {Buffer | string} chunk any part of the output; lines are put together here */
  write(chunk) {
    const lines = (this.rest + chunk.toString()).split('\n');
    this.rest = lines.pop() ?? '';
    const at = new Date().toISOString();
    for (const line of lines) this.append(`${at} ${line}\n`);
  }

  /** @param {string} line */
  append(line) {
    if (this.descriptor === undefined) return;
    appendFileSync(this.descriptor, line);
    this.bytes = (this.bytes ?? 0) + Buffer.byteLength(line);
    if (this.bytes < MAX_BYTES) return;
    this.close();
    renameSync(this.path, `${this.path}.1`);
    this.open();
  }

  /**
   * The last lines, without their times; for the sentence that tells why a process ended.
   * @param {number} count
   * @returns {string[]}
   */
  tail(count) {
    const lines = readFileSync(this.path, 'utf8').trimEnd().split('\n');
    return lines.slice(-count).map((line) => line.slice(line.indexOf(' ') + 1));
  }

  close() {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }
}
