const spreadMs = 15 * 60_000;

/**
 * A fixed offset of up to 15 minutes for an entity, so that thousands of wake-ups due at one hour do not start in one minute.
 * FNV-1a over the id: the same id always gives the same offset.
 */
export function jitterMsOf(entityId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < entityId.length; i += 1) {
    hash ^= entityId.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % spreadMs;
}
