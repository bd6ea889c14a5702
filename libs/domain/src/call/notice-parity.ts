/** A notice in one language, as paragraphs. */
export interface NoticeText {
  title: string;
  paragraphs: string[];
}

/** A fact that one language version states and the other does not. */
export interface ParityFinding {
  kind: 'phone' | 'mail' | 'year' | 'number';
  onlyIn: 'zh' | 'en';
  value: string;
}

/** Facts by kind: mail addresses, telephone numbers, years, other numbers of three digits and more. */
function factsOf({ title, paragraphs }: NoticeText): Record<ParityFinding['kind'], Set<string>> {
  let rest = [title, ...paragraphs].join('\n');
  const take = (pattern: RegExp): Set<string> => {
    const found = new Set(rest.match(pattern) ?? []);
    rest = rest.replace(pattern, ' ');
    return found;
  };
  const mail = take(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g);
  const phone = take(/\+\d[\d-]{6,}\d/g);
  const year = take(/(?<!\d)20\d\d(?!\d)/g);
  const number = take(/(?<!\d)\d{3,}(?!\d)/g);
  return { mail, phone, year, number };
}

/**
 * Compares two language versions of a notice before it is published: telephone numbers, mail addresses, years and longer numbers that stand in one version only.
 * Texts that agree give no findings.
 */
export function noticeParity(zh: NoticeText, en: NoticeText): ParityFinding[] {
  const [inZh, inEn] = [factsOf(zh), factsOf(en)];
  const kinds = ['phone', 'mail', 'year', 'number'] as const;
  return kinds.flatMap((kind) => [
    ...[...inZh[kind]].filter((value) => !inEn[kind].has(value)).map((value): ParityFinding => ({ kind, onlyIn: 'zh', value })),
    ...[...inEn[kind]].filter((value) => !inZh[kind].has(value)).map((value): ParityFinding => ({ kind, onlyIn: 'en', value })),
  ]);
}
