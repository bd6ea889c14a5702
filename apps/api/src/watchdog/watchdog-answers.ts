import type { KeptWatchFinding, WatchProof, WatchStanding } from '@app/persistence';
import type { z } from 'zod';
import type { watchPage, watchProof, watchStanding } from './watchdog.schemas';

/** Where the proof stands, as it is told. */
export function toldStanding({ provedAt, ...rest }: WatchStanding): z.output<typeof watchStanding> {
  return { ...rest, provedAt: provedAt?.toISOString() ?? null };
}

/** A proof as it is told. */
export function toldProof({ askedAt, startedAt, endedAt, ...rest }: WatchProof): z.output<typeof watchProof> {
  return { ...rest, askedAt: askedAt.toISOString(), startedAt: startedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null };
}

/** A finding as it is told. */
export function toldFinding({
  entity,
  firstSeenAt,
  lastSeenAt,
  goneAt,
  ...rest
}: KeptWatchFinding): z.output<typeof watchPage>['gone'][number] {
  return {
    ...rest,
    entityKind: entity?.kind ?? null,
    entityId: entity?.id ?? null,
    firstSeenAt: firstSeenAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    goneAt: goneAt?.toISOString() ?? null,
  };
}
