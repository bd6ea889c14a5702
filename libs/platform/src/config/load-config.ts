import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { z } from 'zod';
import type { Config, TemporalTls } from './config';
import { type Settings, settingsSchema } from './config-schema';

/** A transaction that waits for its client this long is ended by the database, so that a dead worker frees its row locks. */
const IDLE_IN_TRANSACTION_MS = 8_000;
const FORCE_AFTER_GRACE_MS = 2_000;
const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/** The settings are wrong or incomplete. The message lists every error, one a line, each with the setting's name. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nAll settings are described in .env.example.`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads all settings once and returns them frozen. Where DATABASE_URL is not given, the addresses of the instance that `npm start` runs on the
 * data folder are used, so that the command line tool finds it. Empty values count as not given.
 * @throws ConfigError with all errors at once
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = withoutEmpty(env);
  const settings =
    given['DATABASE_URL'] === undefined ? { ...runningInstance(given['GONGFANG_DATA_DIR'] ?? '.gongfang'), ...given } : given;
  const parsed = settingsSchema.safeParse(settings);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, settings)));
  const problems = contradictions(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return deepFreeze(toConfig(parsed.data));
}

function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}

function runningInstance(dataDir: string): Record<string, string> {
  const path = join(dataDir, 'instance.env');
  return existsSync(path) ? withoutEmpty(parseEnv(readFileSync(path, 'utf8'))) : {};
}

function describe(issue: z.core.$ZodIssue, settings: Record<string, string>): string {
  const name = String(issue.path[0]);
  if (settings[name] !== undefined) return `${name} ${issue.message}`;
  return `${name} is missing; set it, or let npm start provide it`;
}

function contradictions(settings: Settings): string[] {
  const problems: string[] = [];
  if (settings.GONGFANG_MODE === 'rehearsal') {
    const { hostname } = new URL(settings.SMTP_URL);
    if (!LOCAL_HOSTS.includes(hostname))
      problems.push('SMTP_URL must be a mail catcher on this machine in a rehearsal; it never reaches a real mail server');
    if (settings.TEMPORAL_NAMESPACE === 'gongfang') problems.push('TEMPORAL_NAMESPACE must not be the one of production in a rehearsal');
  }
  if ((settings.TEMPORAL_TLS_CLIENT_CERT_PATH === undefined) !== (settings.TEMPORAL_TLS_CLIENT_KEY_PATH === undefined)) {
    problems.push('TEMPORAL_TLS_CLIENT_CERT_PATH and TEMPORAL_TLS_CLIENT_KEY_PATH belong together');
  }
  return problems;
}

function toConfig(settings: Settings): Config {
  const dataDir = resolve(settings.GONGFANG_DATA_DIR);
  const publicUrl = (settings.GONGFANG_PUBLIC_URL ?? `http://localhost:${settings.GONGFANG_PORT}`).replace(/\/+$/, '');
  return {
    mode: settings.GONGFANG_MODE,
    dataDir,
    logLevel: settings.LOG_LEVEL,
    http: {
      port: settings.GONGFANG_PORT,
      publicUrl,
      secureCookies: publicUrl.startsWith('https://'),
      trustProxy: settings.GONGFANG_TRUST_PROXY,
      dashboardDir: resolve(settings.GONGFANG_DASHBOARD_DIR),
      bodyMaxBytes: settings.GONGFANG_BODY_MAX_BYTES,
    },
    session: {
      secret: settings.GONGFANG_SESSION_SECRET,
      maxAgeMs: settings.GONGFANG_SESSION_MAX_AGE_MS,
      freshMs: settings.GONGFANG_FRESH_SIGN_IN_MS,
    },
    database: {
      url: settings.DATABASE_URL,
      ownerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL,
      poolSize: settings.GONGFANG_DATABASE_POOL_SIZE,
      statementTimeoutMs: settings.GONGFANG_STATEMENT_TIMEOUT_MS,
      lockTimeoutMs: settings.GONGFANG_LOCK_TIMEOUT_MS,
      idleInTransactionTimeoutMs: IDLE_IN_TRANSACTION_MS,
    },
    temporal: {
      address: settings.TEMPORAL_ADDRESS,
      namespace: settings.TEMPORAL_NAMESPACE,
      apiKey: settings.TEMPORAL_API_KEY,
      tls: toTls(settings),
      workflowBundle: resolve(settings.GONGFANG_WORKFLOW_BUNDLE),
      candidatesDir: resolve(settings.GONGFANG_CANDIDATES_DIR ?? join(dataDir, 'candidates')),
      maxCachedWorkflows: settings.GONGFANG_MAX_CACHED_WORKFLOWS,
      rollAt: settings.GONGFANG_ROLL_AT,
      healthPort: settings.GONGFANG_WORKER_HEALTH_PORT,
      shutdownGraceMs: settings.GONGFANG_SHUTDOWN_GRACE_MS,
      shutdownForceMs: settings.GONGFANG_SHUTDOWN_GRACE_MS + FORCE_AFTER_GRACE_MS,
    },
    mail: { smtpUrl: settings.SMTP_URL, recordUrl: settings.MAIL_RECORD_URL, from: settings.MAIL_FROM, domain: settings.MAIL_DOMAIN },
    watch: {
      watchers: settings.GONGFANG_WATCHERS ?? [],
      custodians: settings.GONGFANG_CUSTODIANS ?? [],
      rootKeyFile: resolve(settings.GONGFANG_ROOT_KEY_FILE ?? join(dataDir, 'ledger-root-key.pem')),
    },
    exportMaxRows: settings.GONGFANG_EXPORT_MAX_ROWS,
    bulkSecondPersonAbove: settings.GONGFANG_BULK_SECOND_PERSON_ABOVE,
    files: { dir: resolve(settings.GONGFANG_FILES_DIR ?? join(dataDir, 'files')), uploadMaxBytes: settings.GONGFANG_UPLOAD_MAX_BYTES },
  };
}

function toTls(settings: Settings): TemporalTls | undefined {
  const tls = {
    serverCaCertPath: settings.TEMPORAL_TLS_SERVER_CA_CERT_PATH,
    clientCertPath: settings.TEMPORAL_TLS_CLIENT_CERT_PATH,
    clientKeyPath: settings.TEMPORAL_TLS_CLIENT_KEY_PATH,
  };
  const wanted = settings.TEMPORAL_TLS || settings.TEMPORAL_API_KEY !== undefined || Object.values(tls).some((path) => path !== undefined);
  return wanted ? tls : undefined;
}

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) deepFreeze(inner as object);
  return Object.freeze(value);
}
