/** A project or call that somebody changed; of kind `comment` a project whose comments changed. */
export interface ChangedEntity {
  kind: 'project' | 'call' | 'comment';
  id: string;
  rev: number;
}

/** Who follows the server's changes. */
export interface Follower {
  changed: (entity: ChangedEntity) => void;
  /** The stream was away: anything may have changed. */
  missed: () => void;
  /** Whether the server is heard. */
  heard: (answers: boolean) => void;
}

/** The server beats every 20 s: a longer silence is a lost connection, or a device that slept. */
const silentForMs = 45_000;
const lookEveryMs = 10_000;
/** A window that nobody looks at gives its connection back: browsers allow few to one server. */
const hiddenForMs = 30_000;
const longestWaitMs = 60_000;
/** One failure is a restart of the server or the end of a stream; it is not worth telling. */
const failuresToTell = 2;

/** How long to wait before the connection is tried again: twice as long each time up to a minute, spread so that not all come back at once. */
export function waitBeforeRetryMs(failures: number, random: number): number {
  return Math.min(longestWaitMs, 1_000 * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2);
}

function entityIn(data: unknown): ChangedEntity | undefined {
  if (typeof data !== 'string') return undefined;
  const { kind, id, rev } = JSON.parse(data) as Partial<ChangedEntity>;
  return (kind === 'project' || kind === 'call' || kind === 'comment') && id !== undefined ? { kind, id, rev: rev ?? 0 } : undefined;
}

/** Opens the stream. */
function listen(on: Record<'beat' | 'end' | 'error', () => void>, changed: (entity: ChangedEntity) => void): EventSource {
  const source = new EventSource('/api/events');
  source.addEventListener('beat', on.beat);
  source.addEventListener('end', on.end);
  source.addEventListener('error', on.error);
  source.addEventListener('changed', (event) => {
    on.beat();
    const entity = entityIn(event.data);
    if (entity !== undefined) changed(entity);
  });
  return source;
}

/** Follows what is committed until the returned function is called; comes back by itself after failures, sleep and hiding. */
export function followChanges(follower: Follower): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let hide: ReturnType<typeof setTimeout> | undefined;
  let [failures, heardAt, gap] = [0, Date.now(), false];

  const close = (): void => {
    clearTimeout(retry);
    source?.close();
    source = undefined;
  };
  const hear = (): void => {
    [failures, heardAt] = [0, Date.now()];
    follower.heard(true);
    if (gap) follower.missed();
    gap = false;
  };
  const fail = (): void => {
    close();
    gap = true;
    failures += 1;
    if (failures >= failuresToTell) follower.heard(false);
    retry = setTimeout(open, waitBeforeRetryMs(failures, Math.random()));
  };
  const open = (): void => {
    close();
    heardAt = Date.now();
    source = listen({ beat: hear, end: reopen, error: fail }, follower.changed);
  };
  const reopen = (): void => {
    gap = true;
    open();
  };
  const look = (): void => {
    if (source !== undefined && Date.now() - heardAt > silentForMs) reopen();
  };
  const onVisibility = (): void => {
    clearTimeout(hide);
    if (document.visibilityState === 'hidden') hide = setTimeout(close, hiddenForMs);
    else if (source === undefined) reopen();
    else look();
  };

  open();
  const looking = setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', reopen);
  return () => {
    close();
    clearTimeout(hide);
    clearInterval(looking);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', reopen);
  };
}
