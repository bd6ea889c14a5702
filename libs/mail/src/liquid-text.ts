import { Liquid, type Template } from 'liquidjs';

// Only own properties of the values are reachable, and a text that names a value nobody gives is an error, not a hole in a letter.
const options = { ownPropertyOnly: true, strictVariables: true, lenientIf: true, strictFilters: true, relativeReference: false } as const;
const textEngine = new Liquid(options);
const htmlEngine = new Liquid({ ...options, outputEscape: 'escape' });

const parsed = new Map<string, Template[]>();

function parse(source: string, engine: Liquid, kind: string): Template[] {
  const known = parsed.get(kind + source);
  if (known) return known;
  const made = engine.parse(source);
  parsed.set(kind + source, made);
  return made;
}

/** Fills values into a plain text. Throws when the text names a value that is not given. */
export function fillText(source: string, values: object): string {
  return String(textEngine.renderSync(parse(source, textEngine, 'text:'), values)).trim();
}

/** Fills values into HTML; every value is escaped. */
export function fillHtml(source: string, values: object): string {
  return String(htmlEngine.renderSync(parse(source, htmlEngine, 'html:'), values));
}
