import type { Logger } from 'pino';
import type { Sql } from '@app/persistence';
import type { Config } from '@app/platform';
import { createMailTransport, defaultTransportLimits } from '../../notification/mail-transport';
import { signIfDue } from './nightly-root';
import { loadRootKey } from './root-key';
import { tellCustodians } from './tell-custodians';

const minuteMs = 60_000;

/** The signing of roots in the watchdog's process: each night and when asked; the custodians are told afterwards. */
export function composeRoots(
  config: Config,
  db: Sql,
  logger: Pick<Logger, 'info' | 'warn'>,
): { sign: () => Promise<void>; close: () => void } {
  const key = loadRootKey(config.watch.rootKeyFile);
  const transport = createMailTransport({ url: config.mail.smtpUrl, rehearsal: config.mode === 'rehearsal', ...defaultTransportLimits });
  let toldAt = -Infinity;
  return {
    sign: async () => {
      const made = await signIfDue({ db, key }, new Date());
      if (made) logger.info({ keyId: key.keyId }, 'a root of the ledger was asked for and dealt with');
      if (!made && performance.now() - toldAt < minuteMs) return;
      toldAt = performance.now();
      await tellCustodians({ db, transport, config });
    },
    close: () => transport.close(),
  };
}
