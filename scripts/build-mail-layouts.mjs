// @ts-check
/**
 * Compiles the MJML layout of mails to HTML once, so that sending needs no MJML. The result is checked in; `--check` fails when it is old.
 * Usage: node scripts/build-mail-layouts.mjs [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format } from 'prettier';

const source = new URL('../libs/mail/src/layouts/mail.mjml', import.meta.url);
const target = new URL('../libs/mail/src/layouts/mail-layout.ts', import.meta.url);

/** The TypeScript file that holds the compiled layout. */
export async function compiledLayout() {
  const { default: mjml } = await import('mjml');
  const { html, errors } = await mjml(await readFile(source, 'utf8'), { fonts: {}, validationLevel: 'strict', keepComments: true });
  if (errors.length > 0) throw new Error(errors.map((error) => error.formattedMessage).join('\n'));
  // Blank space between tags is nothing to a mail client, but much of a layout's size.
  const lean = html
    .replace(/\n\s*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
  const file = `/** HTML of every mail, compiled from mail.mjml by scripts/build-mail-layouts.mjs; Liquid over the parts of a mail, every value escaped. */
export const mailLayout = ${JSON.stringify(lean)};
`;
  return format(file, { parser: 'typescript', singleQuote: true, printWidth: 140, trailingComma: 'all' });
}

if (process.argv[1]?.endsWith('build-mail-layouts.mjs')) {
  const compiled = await compiledLayout();
  const known = await readFile(target, 'utf8').catch(() => '');
  if (process.argv.includes('--check')) {
    if (known !== compiled) {
      console.error('libs/mail/src/layouts/mail-layout.ts is old: run node scripts/build-mail-layouts.mjs');
      process.exitCode = 1;
    }
  } else if (known !== compiled) {
    await writeFile(target, compiled);
  }
}
