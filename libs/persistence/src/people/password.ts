import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and two passes (OWASP's floor); raising it makes old hashes be written anew at the next sign-in. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const current = `$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/** Shortest and longest password, in characters; any character counts, nothing expires. */
export const passwordLimits = { min: 8, max: 128 } as const;

/** Passwords everybody tries first, and words of this programme. Compared in lower case. */
const refusedPasswords = [
  'password',
  'password1',
  '12345678',
  '123456789',
  '1234567890',
  'qwertyui',
  'qwerty123',
  'iloveyou',
  'abcd1234',
  '11111111',
  '88888888',
  'gongfang',
  'gongfang1',
  'lancang',
  'mekong123',
  'workshop',
  'welcome1',
];

/** Why a password cannot be taken, or nothing when it can. */
export function passwordProblem(password: string): 'TOO_SHORT' | 'TOO_LONG' | 'TOO_COMMON' | undefined {
  const length = [...password].length;
  if (length < passwordLimits.min) return 'TOO_SHORT';
  if (length > passwordLimits.max) return 'TOO_LONG';
  return refusedPasswords.includes(password.toLowerCase()) ? 'TOO_COMMON' : undefined;
}

/** Hash of a password, with its salt and parameters in the text. Takes about 50 ms on purpose. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** Whether the password belongs to the hash; an unreadable hash is a no. */
export async function passwordFits(storedHash: string, password: string): Promise<boolean> {
  try {
    return await verify(storedHash, password);
  } catch {
    return false;
  }
}

/** Whether a hash was made with weaker parameters than today's. */
export function isOutdatedHash(storedHash: string): boolean {
  return !storedHash.includes(current);
}
