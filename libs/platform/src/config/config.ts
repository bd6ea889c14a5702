import type { Settings } from './config-schema';

/** TLS material as paths to PEM files; all optional beside the system's certificate authorities. */
export interface TemporalTls {
  readonly serverCaCertPath: string | undefined;
  readonly clientCertPath: string | undefined;
  readonly clientKeyPath: string | undefined;
}

/** All settings, grouped by what they are for; frozen. Times in ms, sizes in bytes, paths absolute. */
export interface Config {
  /** A rehearsal has its own namespace, database, files and mail catcher, and never reaches a real mail server. */
  readonly mode: 'production' | 'rehearsal';
  readonly dataDir: string;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly http: {
    readonly port: number;
    /** Address of the dashboard as people see it, without a slash at the end; links in mails begin with it. */
    readonly publicUrl: string;
    /** Cookies carry `Secure` and the prefix `__Host-`: when the public address is https. */
    readonly secureCookies: boolean;
    readonly trustProxy: boolean;
    readonly dashboardDir: string;
    readonly bodyMaxBytes: number;
  };
  readonly session: {
    readonly secret: string;
    readonly maxAgeMs: number;
    /** A sign-in older than this is asked for again before a dangerous act. */
    readonly freshMs: number;
  };
  readonly database: {
    /** Connection of the application's role. */
    readonly url: string;
    /** Connection of the tables' owner, for migrations only. */
    readonly ownerUrl: string;
    readonly poolSize: number;
    readonly statementTimeoutMs: number;
    readonly lockTimeoutMs: number;
    readonly idleInTransactionTimeoutMs: number;
  };
  readonly temporal: {
    readonly address: string;
    readonly namespace: string;
    readonly apiKey: string | undefined;
    readonly tls: TemporalTls | undefined;
    readonly workflowBundle: string;
    /** Folder of bundles that pages may name for a replay check. */
    readonly candidatesDir: string;
    readonly maxCachedWorkflows: number;
    /** Length of a history, in events, at which an entity's workflow goes on in a new run. */
    readonly rollAt: number;
    /** Port on this machine where the worker tells whether it works; it tells nobody when not given. */
    readonly healthPort: number | undefined;
    /** Time for running activities to end; the worker is forced down 2 s later. */
    readonly shutdownGraceMs: number;
    readonly shutdownForceMs: number;
  };
  readonly mail: {
    readonly smtpUrl: string;
    /** Where the watchdog asks which mails the server took; nothing where it cannot be asked. */
    readonly recordUrl: string | undefined;
    readonly from: string;
    readonly domain: string;
  };
  readonly watch: {
    /** Addresses of the two who are told when the watchdog's proof stops; by rule where none is given. */
    readonly watchers: readonly string[];
    /** Addresses of the two who keep the nightly root of the ledger; by rule where none is given. */
    readonly custodians: readonly string[];
    /** File of the private key that signs roots; made at the first start. */
    readonly rootKeyFile: string;
  };
  /** A table with more rows is not exported. */
  readonly exportMaxRows: number;
  /** An act on more projects than these needs a second person. */
  readonly bulkSecondPersonAbove: number;
  readonly files: { readonly dir: string; readonly uploadMaxBytes: number };
}
