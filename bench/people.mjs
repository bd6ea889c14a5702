// @ts-check
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {Awaited<ReturnType<typeof signIn>>} SignedIn */

/**
 * A demo person signed in over HTTP.
 * @param {string} url
 * @param {string} dataDir
 * @param {string} mailStart beginning of the person's address
 */
export async function signIn(url, dataDir, mailStart) {
  const people = /** @type {{ email: string, password: string }[]} */ (JSON.parse(readFileSync(join(dataDir, 'demo-people.json'), 'utf8')));
  const person = people.find((one) => one.email.startsWith(mailStart));
  if (person === undefined) throw new Error(`nobody's address starts with ${mailStart}`);
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ signIn: person.email, password: person.password }),
  });
  if (!answer.ok) throw new Error(`sign-in of ${person.email}: ${answer.status} ${await answer.text()}`);
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const me = /** @type {{ csrfToken?: string, personId?: string }} */ (
    await (await fetch(`${url}/api/me`, { headers: { cookie } })).json()
  );
  /** @param {string} method @param {string} path @param {unknown} [body] */
  const call = async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', ...(me.csrfToken ? { 'x-csrf-token': me.csrfToken } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const location = response.headers.get('location');
    if (response.status === 202 && location !== null) return untilApplied(new URL(location, url).href, cookie);
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  };
  return { call, cookie };
}

/**
 * A command that was stored but not decided within the answer's time: waits until it is, as its sender would.
 * @param {string} url
 * @param {string} cookie
 */
async function untilApplied(url, cookie) {
  for (;;) {
    const answer = await (await fetch(url, { headers: { cookie } })).json();
    if (answer.status === 'applied') return answer;
    if (answer.status !== 'pending') throw new Error(`${url}: ${JSON.stringify(answer)}`);
    await delay(20);
  }
}
