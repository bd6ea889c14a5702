import type { Logger } from 'pino';
import { createRuleData } from '@app/persistence';
import type { Config } from '@app/platform';
import type { DeskSettings, DeskTools } from './desk-tools';
import { MailDeskActivity } from './mail-desk.activities';
import { createMailTransport, defaultTransportLimits } from './mail-transport';

/** Limits of one batch and its leases: a row is ours longer than a batch takes, and `sending` longer than the longest send. Times in ms. */
export const deskLimits = {
  batchRows: 200,
  batchMs: 55_000,
  claimLeaseMs: 120_000,
  sendLimitMs: defaultTransportLimits.sendTimeoutMs,
  sendLeaseMs: defaultTransportLimits.sendTimeoutMs + 30_000,
  concurrency: 8,
} satisfies Partial<DeskSettings>;

/** Settings of the desk of an instance. */
export function deskSettingsOf(config: Config): DeskSettings {
  const { mail, http, temporal } = config;
  return { ...deskLimits, from: mail.from, domain: mail.domain, publicUrl: http.publicUrl, rollAt: temporal.rollAt };
}

/** The mail desk of a worker. Throws when a rehearsal is configured with a mail server that is no catcher. */
export function composeMailDesk(config: Config, db: DeskTools['db'], logger: Logger): MailDeskActivity {
  const transport = createMailTransport({ url: config.mail.smtpUrl, rehearsal: config.mode === 'rehearsal', ...defaultTransportLimits });
  return new MailDeskActivity({
    db,
    ruleData: createRuleData(),
    transport,
    settings: deskSettingsOf(config),
    warn: (what, about) => logger.warn(about, what),
  });
}
