import { formatTime } from '../../lib/format';

/** Values as they come with a code: numbers, words of the engine, instants, lists of codes. */
export type RawValues = Record<string, string | number | readonly string[]>;

const instant = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Values ready to stand in a sentence: an instant as date and time of Beijing, a list of codes by `nameOf`. */
export function sentenceValues(values: RawValues, language: string, nameOf: (code: string) => string): Record<string, string> {
  const shown = (value: RawValues[string]): string => {
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return instant.test(value) ? formatTime(value, language) : value;
    return new Intl.ListFormat(language).format(value.map(nameOf));
  };
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, shown(value)]));
}
