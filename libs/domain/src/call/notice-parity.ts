import { notStatedIn, statedFacts, type FactPattern, type StatedFact } from '../shared/stated-facts';

/** A notice in one language, as paragraphs. */
export interface NoticeText {
  title: string;
  paragraphs: string[];
}

type Kind = 'phone' | 'mail' | 'year' | 'number';

/** A fact that one language version states and the other does not. */
export interface ParityFinding extends StatedFact<Kind> {
  onlyIn: 'zh' | 'en';
}

/** Mail addresses, telephone numbers, years, other numbers of three digits and more. */
const patterns: readonly FactPattern<Kind>[] = [
  { kind: 'mail', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  { kind: 'phone', pattern: /\+\d[\d-]{6,}\d/g },
  { kind: 'year', pattern: /(?<!\d)20\d\d(?!\d)/g },
  { kind: 'number', pattern: /(?<!\d)\d{3,}(?!\d)/g },
];
const order: readonly Kind[] = ['phone', 'mail', 'year', 'number'];

function factsOf({ title, paragraphs }: NoticeText): StatedFact<Kind>[] {
  return statedFacts([title, ...paragraphs].join('\n'), patterns);
}

/**
 * Compares two language versions of a notice before it is published: telephone numbers, mail addresses, years and longer numbers that stand in one version only.
 * Texts that agree give no findings.
 */
export function noticeParity(zh: NoticeText, en: NoticeText): ParityFinding[] {
  const [inZh, inEn] = [factsOf(zh), factsOf(en)];
  const findings = [
    ...notStatedIn(inZh, inEn).map((fact): ParityFinding => ({ ...fact, onlyIn: 'zh' })),
    ...notStatedIn(inEn, inZh).map((fact): ParityFinding => ({ ...fact, onlyIn: 'en' })),
  ];
  return order.flatMap((kind) => findings.filter((one) => one.kind === kind));
}
