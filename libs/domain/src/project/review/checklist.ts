/** One item of the formal check (EU practice: admissibility first, then eligibility). */
export interface ChecklistItem {
  code: string;
  zh: string;
  en: string;
}

/** The default checklist of the formal check, version 1. */
export const checklist: readonly ChecklistItem[] = [
  { code: 'on-time', zh: '按时提交', en: 'Handed in on time' },
  { code: 'complete', zh: '材料齐全', en: 'Complete' },
  { code: 'readable', zh: '内容清晰可读', en: 'Readable' },
  { code: 'signed', zh: '签字并加盖公章', en: 'Signed and sealed' },
  { code: 'applicant-kind', zh: '申报单位类型符合要求', en: 'Kind of applicant is eligible' },
  { code: 'countries', zh: '所在国家符合要求', en: 'Countries are eligible' },
  { code: 'partners', zh: '合作单位数量符合要求', en: 'Enough partners' },
  { code: 'not-excluded', zh: '无被排除单位', en: 'No excluded body' },
  { code: 'no-duplicate', zh: '无重复建设', en: 'No duplication' },
];
