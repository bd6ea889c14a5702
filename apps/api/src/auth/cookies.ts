import type { Request } from 'express';

/** Name of the session cookie: bound to this very host where the address is https. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-gongfang-session' : 'gongfang-session';
}

/** The session's secret from the cookie header. Two cookies of the name mean somebody else planted one: neither counts. */
export function sessionSecretOf(request: Request, secure: boolean): string | undefined {
  const name = sessionCookieName(secure);
  const values = (request.get('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value] = values;
  return values.length === 1 && value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

/** `Set-Cookie` that gives a browser its session; without a secret, one that takes it away. */
export function sessionCookie(secure: boolean, secret: string | undefined, maxAgeMs: number): string {
  const age = secret === undefined ? 0 : Math.floor(maxAgeMs / 1000);
  return `${sessionCookieName(secure)}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`;
}
