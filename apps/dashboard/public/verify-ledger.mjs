#!/usr/bin/env node
// @ts-check
/**
 * Checks a ledger that was exported from Gongfang, on any machine, with nothing but Node: `node verify-ledger.mjs <file>…`
 * Exit code 0: every entry is what was written. 1: something was changed, and it is named. 2: this is no exported ledger.
 *
 * The hash of an entry is SHA-256 over the hash before it, a line feed and the entry's very text, in UTF-8; the first follows the empty text. So one
 * changed byte breaks the entry it is in. The head, noted apart from the entries, shows whether the last ones are missing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** @param {string} previous @param {string} text */
const hashOf = (previous, text) => createHash('sha256').update(`${previous}\n${text}`, 'utf8').digest('hex');

/**
 * What is wrong with one entry; nothing when it is as it was written.
 * @param {any} entry @param {number} rev @param {string} previous @param {{ id: string }} of
 * @returns {string | undefined}
 */
function problemOf(entry, rev, previous, of) {
  if (typeof entry?.text !== 'string' || typeof entry.hash !== 'string') return 'it is no entry of a ledger';
  if (entry.rev !== rev) return `entry ${rev} is missing`;
  if (entry.previousHash !== previous) return 'it does not follow the entry before it';
  if (entry.hash !== hashOf(previous, entry.text)) return 'its text was changed';
  let body;
  try {
    body = JSON.parse(entry.text);
  } catch {
    return 'its text cannot be read';
  }
  if (body.id !== of.id || body.rev !== rev) return 'its text belongs to another place';
  return undefined;
}

/** @param {unknown} head @param {string} last */
function headProblem(head, last) {
  if (typeof head !== 'string') return 'the head is not noted, so entries at the end may be missing';
  return head === last ? undefined : 'the head names another entry than the last one here';
}

/** Checks an exported ledger. Answers what it is, how many entries it has, and what is wrong with which. Throws for what is no exported ledger. @param {any} file */
export function verifyLedgerFile(file) {
  const of = file?.project ?? file?.entity;
  if (typeof of?.id !== 'string' || !Array.isArray(file.ledger)) throw new TypeError('this is no exported ledger');
  /** @type {{ rev: number, what: string }[]} */
  const problems = [];
  let previous = '';
  file.ledger.forEach((/** @type {any} */ entry, /** @type {number} */ index) => {
    const what = problemOf(entry, index + 1, previous, of);
    if (what !== undefined) problems.push({ rev: entry?.rev ?? index + 1, what });
    previous = entry?.hash ?? '';
  });
  const wrong = headProblem(file.chain?.head, previous);
  if (wrong !== undefined) problems.push({ rev: file.ledger.length, what: wrong });
  return { name: of.reference ?? of.id, id: of.id, entries: file.ledger.length, head: previous, problems };
}

/** @param {string} path */
function verifyPath(path) {
  let report;
  try {
    report = verifyLedgerFile(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    process.stdout.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const { name, entries, head, problems } = report;
  if (problems.length === 0) process.stdout.write(`${name}: ${entries} entries, all as they were written. Head ${head}\n`);
  for (const { rev, what } of problems) process.stdout.write(`${name}, entry ${rev}: ${what}\n`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const paths = process.argv.slice(2);
  if (paths.length === 0) process.stdout.write('node verify-ledger.mjs <file>…\n');
  process.exitCode = paths.length === 0 ? 2 : Math.max(...paths.map(verifyPath));
}
