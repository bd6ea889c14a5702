import { epochMs, instantOf, type Instant } from './local-date';

/** How an entity's time runs: as real time, at a rate from an anchor, or set by the conductor of a rehearsal room. */
export type Clock =
  { kind: 'real' } | { kind: 'rated'; anchorReal: Instant; anchorVirtual: Instant; rate: number } | { kind: 'conducted'; roomId: string };

/**
 * The entity's own time at a real instant.
 * @param roomNow the room's time, needed for a conducted clock only
 */
export function virtualAt(clock: Clock, real: Instant, roomNow?: Instant): Instant {
  switch (clock.kind) {
    case 'real':
      return real;
    case 'rated':
      return instantOf(epochMs(clock.anchorVirtual) + (epochMs(real) - epochMs(clock.anchorReal)) * clock.rate);
    case 'conducted':
      if (roomNow === undefined) throw new Error('a conducted clock needs the time of its room');
      return roomNow;
  }
}

/** The real instant at which the entity's time reaches `virtual`; nothing for a conducted clock, whose conductor decides. */
export function realAt(clock: Clock, virtual: Instant): Instant | undefined {
  switch (clock.kind) {
    case 'real':
      return virtual;
    case 'rated':
      return instantOf(epochMs(clock.anchorReal) + (epochMs(virtual) - epochMs(clock.anchorVirtual)) / clock.rate);
    case 'conducted':
      return undefined;
  }
}
