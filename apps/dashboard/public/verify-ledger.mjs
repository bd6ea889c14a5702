#!/usr/bin/env node
// @ts-check
/**
 * Checks a ledger or a receipt that was exported from Gongfang, on any machine, with nothing but Node:
 * `node verify-ledger.mjs [--key <public key file>] <file>…`
 * Exit code 0: every entry is what was written. 1: something was changed, and it is named. 2: this is no exported ledger.
 *
 * The hash of an entry is SHA-256 over the hash before it, a line feed and the entry's very text, in UTF-8; the first follows the empty text. So one
 * changed byte breaks the entry it is in. The head, noted apart from the entries, shows whether the last ones are missing.
 *
 * A proof leads from an entry to a signed root over all projects: leaves are SHA-256 over a byte 0 and their text, nodes over a byte 1 and the two hashes
 * below. The signature (ed25519) is checked with the key in the file; only a key that came another way, `--key`, says who signed.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
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

/** @param {number} mark @param {...(string | Buffer)} parts */
const marked = (mark, ...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256').update(Uint8Array.of(mark))).digest('hex');

/** @param {string} text */
const leafOf = (text) => marked(0, text);

/** @param {string} left @param {string} right */
const nodeOf = (left, right) => marked(1, Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));

/** @param {string} leaf @param {{ side: string, hash: string }[]} path */
const climb = (leaf, path) => path.reduce((hash, step) => (step.side === 'left' ? nodeOf(step.hash, hash) : nodeOf(hash, step.hash)), leaf);

/** The root over the hashes of entries in their order. @param {string[]} hashes */
function rootOfEntries(hashes) {
  let level = hashes.map(leafOf);
  while (level.length > 1) {
    level = level.flatMap((hash, at) => (at % 2 === 1 ? [] : at + 1 < level.length ? [nodeOf(hash, level[at + 1] ?? '')] : [hash]));
  }
  return level[0] ?? leafOf('');
}

/**
 * What is wrong with the signature of a root and the way to it; nothing when an entity stands under it.
 * @param {any} proof @param {string | undefined} trustedKey a public key in PEM that came another way
 * @returns {string | undefined}
 */
function signatureProblem(proof, trustedKey) {
  const named = (/** @type {string} */ name) => new RegExp(`^${name}: (\\S+)$`, 'm').exec(proof.statement)?.[1];
  const key = createPublicKey(trustedKey ?? proof.publicKey);
  const keyId = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
  if (named('key-id') !== keyId) return 'it was signed with another key';
  if (!verify(null, Buffer.from(proof.statement, 'utf8'), key, Buffer.from(proof.signature, 'base64'))) return 'its signature is not right';
  const { kind, id, rev, head, entries } = proof.leaf;
  const root = climb(leafOf([`${kind}/${id}`, rev, head, entries].join('\n')), proof.path);
  return root === named('root') ? undefined : 'it does not lead to the signed root';
}

/** Whether entries from the first on are those that a root has signed. @param {any} proof @param {any[]} ledger */
function coverProblem(proof, ledger) {
  const { rev, head, entries } = proof.leaf;
  const covered = ledger.slice(0, rev).map((entry) => entry?.hash ?? '');
  if (covered.length < rev) return `the signed root has ${rev} entries, here are only ${covered.length}`;
  return covered.at(-1) === head && rootOfEntries(covered) === entries ? undefined : 'the signed root has other entries';
}

/** Checks a receipt. @param {any} file @param {string | undefined} [trustedKey] */
export function verifyReceipt(file, trustedKey) {
  const { project, entry, proof } = file;
  const name = `${project.reference ?? project.id}, entry ${entry.rev}`;
  if (proof === null) return { name, problem: 'no signed root covers it yet: ask for the receipt again tomorrow' };
  if (proof.leaf.id !== project.id || entry.rev > proof.leaf.rev) return { name, problem: 'the proof belongs to another place' };
  if (climb(leafOf(entry.hash), proof.entryPath) !== proof.leaf.entries)
    return { name, problem: 'the entry does not stand under the root' };
  return { name, problem: signatureProblem(proof, trustedKey) };
}

/** What is wrong with the proof that a file brings along; nothing where it brings none. @param {any} file @param {string | undefined} trustedKey */
function proofProblem({ proof, ledger }, trustedKey) {
  if (proof === undefined) return undefined;
  return coverProblem(proof, ledger) ?? signatureProblem(proof, trustedKey);
}

/** Whose ledger it is. Throws for what is no exported ledger. @param {any} file */
function ledgerOwner(file) {
  const of = file?.project ?? file?.entity;
  if (typeof of?.id !== 'string' || !Array.isArray(file.ledger)) throw new TypeError('this is no exported ledger');
  return of;
}

/** Checks an exported ledger. Answers what it is, how many entries it has, and what is wrong with which. Throws for what is no exported ledger. @param {any} file @param {string | undefined} [trustedKey] */
export function verifyLedgerFile(file, trustedKey) {
  const of = ledgerOwner(file);
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
  const unproved = proofProblem(file, trustedKey);
  if (unproved !== undefined) problems.push({ rev: file.proof.leaf.rev, what: unproved });
  return { name: of.reference ?? of.id, id: of.id, entries: file.ledger.length, head: previous, problems };
}

/** @param {any} proof @param {string | undefined} trustedKey */
function rootLine(proof, trustedKey) {
  const by =
    trustedKey === undefined ? `the key in the file (${proof.keyId}), which you should compare with the published one` : 'the key you gave';
  return `Under the signed root of ${/made-at: (\S+)/.exec(proof.statement)?.[1]} up to entry ${proof.leaf.rev}; signed with ${by}.\n`;
}

/** @param {any} file @param {string | undefined} trustedKey @returns {number} */
function tellReceipt(file, trustedKey) {
  const { name, problem } = verifyReceipt(file, trustedKey);
  process.stdout.write(`${name}: ${problem ?? 'it stands in the ledger as this receipt says'}\n`);
  if (problem === undefined) process.stdout.write(rootLine(file.proof, trustedKey));
  return problem === undefined ? 0 : 1;
}

/** @param {any} file @param {string | undefined} trustedKey @returns {number} */
function tellLedger(file, trustedKey) {
  const { name, entries, head, problems } = verifyLedgerFile(file, trustedKey);
  if (problems.length === 0) process.stdout.write(`${name}: ${entries} entries, all as they were written. Head ${head}\n`);
  if (problems.length === 0 && file.proof !== undefined) process.stdout.write(rootLine(file.proof, trustedKey));
  for (const { rev, what } of problems) process.stdout.write(`${name}, entry ${rev}: ${what}\n`);
  return problems.length === 0 ? 0 : 1;
}

/** @param {string} path @param {string | undefined} trustedKey @returns {number} */
function verifyPath(path, trustedKey) {
  try {
    const file = JSON.parse(readFileSync(path, 'utf8'));
    return file?.entry !== undefined && file.ledger === undefined ? tellReceipt(file, trustedKey) : tellLedger(file, trustedKey);
  } catch (error) {
    process.stdout.write(`${path}: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const given = process.argv.slice(2);
  const trustedKey = given[0] === '--key' ? readFileSync(given[1] ?? '', 'utf8') : undefined;
  const paths = trustedKey === undefined ? given : given.slice(2);
  if (paths.length === 0) process.stdout.write('node verify-ledger.mjs [--key <public key file>] <file>…\n');
  process.exitCode = paths.length === 0 ? 2 : Math.max(...paths.map((path) => verifyPath(path, trustedKey)));
}
