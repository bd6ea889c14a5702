import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { settingsSchema } from './config-schema';
import { ConfigError, loadConfig } from './load-config';

const required = {
  DATABASE_URL: 'postgresql://app:secret@127.0.0.1:5432/gongfang',
  TEMPORAL_ADDRESS: '127.0.0.1:7233',
  SMTP_URL: 'smtp://127.0.0.1:1025',
  GONGFANG_SESSION_SECRET: 'a secret of at least thirty-two characters',
};

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'gongfang-config-'))));
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('fill in every default from four given values', () => {
    const config = loadConfig({ ...required, GONGFANG_DATA_DIR: dataDir });
    expect(config.http).toMatchObject({ port: 8080, publicUrl: 'http://localhost:8080', secureCookies: false });
    expect(config.files).toEqual({ dir: join(dataDir, 'files'), uploadMaxBytes: 52_428_800 });
    expect(config.temporal).toMatchObject({ namespace: 'gongfang', tls: undefined, shutdownGraceMs: 8_000, shutdownForceMs: 10_000 });
    expect(config.database.ownerUrl).toBe(required.DATABASE_URL);
  });

  it('are frozen through and through', () => {
    const config = loadConfig({ ...required, GONGFANG_DATA_DIR: dataDir });
    expect(Object.isFrozen(config) && Object.values(config).every((part) => Object.isFrozen(part))).toBe(true);
  });

  it('tell all errors at once, each with its name', () => {
    const problems = problemsOf({
      GONGFANG_DATA_DIR: dataDir,
      GONGFANG_PORT: '99999',
      LOG_LEVEL: 'loud',
      MAIL_DOMAIN: 'no domain',
      DATABASE_URL: 'mysql://x',
    });
    const names = problems.map((problem) => problem.split(' ')[0]);
    expect(names).toEqual(
      expect.arrayContaining([
        'GONGFANG_PORT',
        'LOG_LEVEL',
        'MAIL_DOMAIN',
        'DATABASE_URL',
        'TEMPORAL_ADDRESS',
        'SMTP_URL',
        'GONGFANG_SESSION_SECRET',
      ]),
    );
  });

  it.each([
    ['GONGFANG_PORT', '80 80'],
    ['GONGFANG_PORT', '-1'],
    ['GONGFANG_UPLOAD_MAX_BYTES', '1e9'],
    ['GONGFANG_PUBLIC_URL', 'workshop.example.org'],
    ['GONGFANG_PUBLIC_URL', 'ftp://workshop.example.org'],
    ['MAIL_FROM', 'Secretariat <a@b.example>\r\nBcc: c@d.example'],
    ['TEMPORAL_ADDRESS', 'localhost'],
    ['GONGFANG_SESSION_SECRET', 'short'],
    ['GONGFANG_TRUST_PROXY', 'yes'],
  ])('refuse %s=%s', (name, value) => {
    expect(problemsOf({ ...required, GONGFANG_DATA_DIR: dataDir, [name]: value })).toEqual([expect.stringMatching(`^${name} `)]);
  });

  it('count an empty value as not given', () => {
    expect(loadConfig({ ...required, GONGFANG_DATA_DIR: dataDir, GONGFANG_PORT: '' }).http.port).toBe(8080);
    expect(problemsOf({ ...required, GONGFANG_DATA_DIR: dataDir, SMTP_URL: '' })).toEqual([expect.stringMatching('^SMTP_URL is missing')]);
  });

  it('let no rehearsal reach a real mail server or the namespace of production', () => {
    const rehearsal = { ...required, GONGFANG_DATA_DIR: dataDir, GONGFANG_MODE: 'rehearsal' };
    expect(problemsOf({ ...rehearsal, SMTP_URL: 'smtp://mail.example.org:25' })).toHaveLength(2);
    expect(problemsOf({ ...rehearsal, TEMPORAL_NAMESPACE: 'gongfang-rehearsal' })).toEqual([]);
  });

  it('come from the instance that runs on the data folder when no database is named', () => {
    const lines = Object.entries({ ...required, GONGFANG_PORT: '9090' }).map(([name, value]) => `${name}="${value}"`);
    writeFileSync(join(dataDir, 'instance.env'), lines.join('\n'));
    expect(loadConfig({ GONGFANG_DATA_DIR: dataDir }).http.port).toBe(9090);
    expect(loadConfig({ GONGFANG_DATA_DIR: dataDir, GONGFANG_PORT: '7070' }).http.port).toBe(7070);
    expect(problemsOf({ GONGFANG_DATA_DIR: dataDir, DATABASE_URL: required.DATABASE_URL })).toHaveLength(3);
  });

  it('are all in .env.example, with their defaults', () => {
    const lines = readFileSync(resolve(__dirname, '../../../../.env.example'), 'utf8').split('\n');
    const shown = lines.map((line) => /^#?([A-Z_]+)=/.exec(line)?.[1]).filter((name) => name !== undefined);
    expect(shown.sort()).toEqual(Object.keys(settingsSchema.shape).sort());
    const given: Record<string, string> = {};
    for (const [, name = '', value = ''] of lines.flatMap((line) => [...line.matchAll(/^([A-Z_]+)=(.*)$/g)])) given[name] = value;
    expect(settingsSchema.parse({ ...required, ...given })).toEqual(settingsSchema.parse(required));
    expect(Object.keys(given).sort()).toEqual(
      Object.entries(settingsSchema.parse(required))
        .filter(([name, value]) => value !== undefined && !(name in required))
        .map(([name]) => name)
        .sort(),
    );
  });
});
