const entry = /\/assets\/index-[\w-]+\.js/;

/** Whether the server has another version of the dashboard than the one that runs here; also false when it cannot be asked. */
export async function isOutdated(): Promise<boolean> {
  const own = [...document.scripts].map((script) => entry.exec(script.src)?.[0]).find((one) => one !== undefined);
  if (own === undefined) return false;
  try {
    const response = await fetch('/', { cache: 'no-store' });
    const theirs = response.ok ? entry.exec(await response.text())?.[0] : undefined;
    return theirs !== undefined && theirs !== own;
  } catch {
    return false;
  }
}
