// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './stack-error.mjs';

/** @typedef {{ postgres: string, owner: string, app: string, session: string }} Secrets passwords of the three database roles, key of the sessions */

/**
 * The secrets of a data folder, made at the first start and kept readable for its owner only.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function loadSecrets(dataDir) {
  const path = join(dataDir, 'secrets.json');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const make = () => randomBytes(24).toString('base64url');
    writeFileSync(`${path}.new`, JSON.stringify({ postgres: make(), owner: make(), app: make(), session: make() }, null, 2), {
      mode: 0o600,
    });
    renameSync(`${path}.new`, path);
  }
  try {
    const secrets = JSON.parse(readFileSync(path, 'utf8'));
    if (['postgres', 'owner', 'app', 'session'].every((key) => typeof secrets[key] === 'string')) return secrets;
  } catch {
    // Told below, in the same words as a file of the wrong shape.
  }
  throw new StackError(
    `The passwords of the database cannot be read: ${path} is damaged.`,
    `Put the file back from a backup, or move the whole folder away (mv ${dataDir} ${dataDir}.old) and start again with new data.`,
  );
}
