import type { MailLanguage, MailTextPair, MailTexts, ReadText } from '@app/domain';
import { Liquid, Output, Tag, type Template } from 'liquidjs';

/**
 * Reads words as an administrator may write them: values by their bare names, and `if` with its branches. Every other tag and every filter is unknown
 * to this engine, so nothing else can be asked of the template language.
 */
const narrowEngine = new Liquid({ ownPropertyOnly: true, strictFilters: true, relativeReference: false });
for (const name of Object.keys(narrowEngine.tags)) if (name !== 'if') delete narrowEngine.tags[name];
for (const name of Object.keys(narrowEngine.filters)) delete narrowEngine.filters[name];

const bareName = /^\{\{-?\s*[A-Za-z]\w*\s*-?\}\}$/;

/** The part of an `if` that holds words. */
interface Branching {
  branches: { templates: Template[] }[];
  elseTemplates?: Template[];
}

/** The words of a mail, line by line, as the check compares them. */
export function readTexts(texts: MailTextPair): Record<MailLanguage, ReadText[]> {
  return { 'zh-CN': readSide(texts['zh-CN']), en: readSide(texts.en) };
}

function readSide({ act, body }: MailTexts): ReadText[] {
  return [readText('act', act), ...body.map((paragraph, i) => readText(`body.${i + 1}`, paragraph))];
}

function readText(slot: ReadText['slot'], source: string): ReadText {
  try {
    const parsed = narrowEngine.parse(source);
    const complex = outputsIn(parsed).find((output) => !bareName.test(output));
    const values = narrowEngine.variablesSync(parsed);
    return { slot, plain: plainOf(parsed), values, ...(complex === undefined ? {} : { unreadable: complex.slice(0, 80) }) };
  } catch (error) {
    return { slot, plain: '', values: [], unreadable: firstLine(error) };
  }
}

/** The library names the place after a comma; the slot says it better. */
function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : 'unreadable').replace(/, line:.*$/su, '').slice(0, 80);
}

function plainOf(templates: Template[]): string {
  return templates.map((one) => plainOfOne(one)).join('');
}

function plainOfOne(one: Template): string {
  if (one instanceof Output) return ' ';
  return one instanceof Tag ? branchesOf(one).map(plainOf).join(' ') : one.token.getText();
}

function outputsIn(templates: Template[]): string[] {
  return templates.flatMap((one) => {
    if (one instanceof Output) return [one.token.getText()];
    return one instanceof Tag ? branchesOf(one).flatMap(outputsIn) : [];
  });
}

function branchesOf(tag: Tag): Template[][] {
  const { branches, elseTemplates } = tag as Tag & Branching;
  return [...branches.map(({ templates }) => templates), ...(elseTemplates === undefined ? [] : [elseTemplates])];
}
