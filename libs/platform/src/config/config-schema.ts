import { z } from 'zod';

const DAY_MS = 86_400_000;

/** A whole number in a setting's text; a text such as `8080x` or `1e3` is refused. */
const whole = (min: number, max: number): z.ZodType<number, string | undefined> =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);

const flag = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const port = whole(0, 65_535);
const address = z.string().regex(/^[\w.[\]:-]+:\d{1,5}$/, 'must be host:port');
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be postgresql://user:password@host:port/database' });
const webUrl = z.url({ protocol: /^https?$/, error: 'must begin with http:// or https://' });
const mailUrl = z.url({ protocol: /^smtps?$/, error: 'must be smtp://host:port or smtps://user:password@host:port' });
const domainName = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain name');
const addresses = z
  .string()
  .max(700)
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (all) => all.length <= 2 && all.every((one) => /^[^\s@<>]+@[^\s@<>]+$/.test(one)),
    'must be one or two addresses with a comma between',
  );
const sender = z
  .string()
  .max(320)
  .regex(/^[^\r\n]*@[^\r\n\s@]+$/, 'must be one address, as in "Name <mail@example.org>"');

/**
 * Every setting of Gongfang by the name of its environment variable: both apps, the command line tool and the starter. `.env.example` shows
 * the same list (tested). Times are ms, sizes bytes. A setting without default must be given, by the environment or by `npm start`.
 */
export const settingsSchema = z.object({
  GONGFANG_MODE: z.enum(['production', 'rehearsal'], 'must be production or rehearsal').prefault('production'),
  GONGFANG_PORT: port.prefault('8080'),
  GONGFANG_PUBLIC_URL: webUrl.optional(),
  GONGFANG_TRUST_PROXY: flag.prefault('false'),
  GONGFANG_DATA_DIR: z.string().prefault('.gongfang'),
  GONGFANG_FILES_DIR: z.string().optional(),
  GONGFANG_DASHBOARD_DIR: z.string().prefault('dist/dashboard'),
  GONGFANG_WORKFLOW_BUNDLE: z.string().prefault('dist/workflow-bundle.js'),
  GONGFANG_CANDIDATES_DIR: z.string().optional(),
  GONGFANG_SESSION_SECRET: z.string().min(32, 'must have at least 32 characters'),
  GONGFANG_SESSION_MAX_AGE_MS: whole(60_000, 90 * DAY_MS).prefault(String(7 * DAY_MS)),
  GONGFANG_FRESH_SIGN_IN_MS: whole(1_000, DAY_MS).prefault('900000'),
  GONGFANG_BODY_MAX_BYTES: whole(1_024, 100_000_000).prefault('262144'),
  GONGFANG_UPLOAD_MAX_BYTES: whole(1_024, 5_000_000_000).prefault('52428800'),
  GONGFANG_EXPORT_MAX_ROWS: whole(1, 5_000_000).prefault('1000000'),
  GONGFANG_BULK_SECOND_PERSON_ABOVE: whole(0, 10_000).prefault('20'),
  GONGFANG_DATABASE_POOL_SIZE: whole(2, 500).prefault('24'),
  GONGFANG_STATEMENT_TIMEOUT_MS: whole(100, 600_000).prefault('15000'),
  GONGFANG_LOCK_TIMEOUT_MS: whole(100, 600_000).prefault('5000'),
  GONGFANG_MAX_CACHED_WORKFLOWS: whole(0, 100_000).prefault('300'),
  GONGFANG_ROLL_AT: whole(50, 4_000).prefault('600'),
  GONGFANG_WORKER_HEALTH_PORT: port.optional(),
  GONGFANG_WATCHERS: addresses.optional(),
  GONGFANG_CUSTODIANS: addresses.optional(),
  GONGFANG_ROOT_KEY_FILE: z.string().optional(),
  GONGFANG_SHUTDOWN_GRACE_MS: whole(100, 600_000).prefault('8000'),
  GONGFANG_POSTGRES_PORT: port.prefault('54329'),
  GONGFANG_TEMPORAL_PORT: port.prefault('7233'),
  GONGFANG_TEMPORAL_UI_PORT: port.prefault('8233'),
  GONGFANG_SMTP_PORT: port.prefault('1025'),
  GONGFANG_INBOX_PORT: port.prefault('8025'),
  DATABASE_URL: postgresUrl,
  DATABASE_OWNER_URL: postgresUrl.optional(),
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[a-zA-Z0-9][\w.-]{0,254}$/, 'must be a namespace name')
    .prefault('gongfang'),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS: flag.prefault('false'),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().optional(),
  SMTP_URL: mailUrl,
  MAIL_RECORD_URL: webUrl.optional(),
  MAIL_FROM: sender.prefault('Lancang-Mekong Workshop Secretariat <secretariat@gongfang.localhost>'),
  MAIL_DOMAIN: domainName.prefault('gongfang.localhost'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent').prefault('info'),
});

/** The settings with defaults filled in, by environment variable name. */
export type Settings = z.output<typeof settingsSchema>;
