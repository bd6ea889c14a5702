import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsSchema } from '../../libs/platform/src/config/config-schema';
import { projectRoot } from './planted-tree';

interface Line {
  name: string;
  value: string;
  /** A commented line: the setting has no default, or the starter provides it. */
  optional: boolean;
}

const lines: Line[] = [...readFileSync(join(projectRoot, '.env.example'), 'utf8').matchAll(/^(#?)([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(
  ([, mark, name = '', value = '']) => ({ name, value, optional: mark === '#' }),
);
const fields = Object.entries(settingsSchema.shape);

describe('.env.example', () => {
  it('names every setting once, and nothing else', () => {
    expect(lines.map((line) => line.name).sort()).toEqual(fields.map(([name]) => name).sort());
  });

  it.each(fields)('%s shows its default, or stands in a comment when it has none', (name, field) => {
    const line = lines.find((one) => one.name === name);
    const fallback = field.safeParse(undefined);
    expect({ name, optional: line?.optional }).toEqual({ name, optional: !fallback.success || fallback.data === undefined });
    if (line?.optional === false) expect(field.parse(line.value)).toEqual(fallback.data);
  });

  it.each(lines.filter((line) => line.optional && line.value !== ''))('$name shows an example that would be taken', ({ name, value }) => {
    expect(fields.find(([one]) => one === name)?.[1].safeParse(value)).toMatchObject({ success: true });
  });
});
