import type { SessionLimits } from '@app/persistence';
import type { Config } from '@app/platform';

/** Minutes without any request after which a session is over (default; the absolute limit is a setting). */
const idleMinutes = 120;

/** How long sessions live under these settings. */
export function sessionLimits(config: Pick<Config, 'session'>): SessionLimits {
  return { idleMinutes, absoluteMs: config.session.maxAgeMs };
}
