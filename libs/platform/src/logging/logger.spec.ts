import { Writable } from 'node:stream';
import { createLogger } from './logger';

function linesOf(log: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString());
      done();
    },
  });
  log(createLogger('worker', 'info', sink));
  return written.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the logger', () => {
  it('writes one JSON object a line, with its name and an ISO time', () => {
    const [line] = linesOf((logger) => logger.info({ projectId: 'p1' }, 'committed'));
    expect(line).toMatchObject({ name: 'worker', projectId: 'p1', msg: 'committed' });
    expect(line?.['time']).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('leaves out personal data and secrets by field name', () => {
    const [line] = linesOf((logger) =>
      logger.info({ email: 'a@b.example', person: { name: 'Somchai', id: 'x' }, password: 'p' }, 'signed in'),
    );
    expect(line).toMatchObject({ email: '[left out]', password: '[left out]', person: { name: '[left out]', id: 'x' } });
  });

  it('is quiet below its level', () => {
    expect(linesOf((logger) => logger.debug('detail'))).toEqual([]);
  });
});
