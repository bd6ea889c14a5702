import { Problem } from '../errors/problem';

const deepest = 32;
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);
const opens = new Set(['{', '[']);
const closes = new Set(['}', ']']);
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * Reads JSON as strictly as it can be read: valid UTF-8, every name once, none that reaches a prototype, at most 32 levels.
 * Throws the problem that says which of these failed.
 */
export function parseStrictJson(bytes: Buffer): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Problem('MALFORMED_JSON');
  }
  checkNames(text);
  return value;
}

/** Walks the tokens of a text that is known to be JSON; a string that follows `{` or a comma inside an object is a name. */
function checkNames(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let before = '';
  for (const [sign] of text.matchAll(token)) {
    const names = open.at(-1);
    if (opens.has(sign)) open.push(sign === '{' ? new Set() : undefined);
    else if (closes.has(sign)) open.pop();
    else if (sign.startsWith('"') && names !== undefined && before !== ':') takeName(JSON.parse(sign) as string, names);
    if (open.length > deepest) throw new Problem('MALFORMED_JSON');
    before = sign;
  }
}

function takeName(name: string, names: Set<string>): void {
  if (forbiddenNames.has(name)) throw new Problem('FORBIDDEN_NAME', { values: { name } });
  if (names.has(name)) throw new Problem('MALFORMED_JSON');
  names.add(name);
}
