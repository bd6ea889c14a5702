/** Number of the report form whose content is described here. */
export const reportFormVersion = 1;

/** One indicator: what was new in the year, and the total so far. */
export interface IndicatorValue {
  inYear: number;
  cumulative: number;
}

/** Content of an annual report. Every section may be missing while it is a draft. */
export interface ReportContent {
  summaryZh?: string;
  summaryEn?: string;
  status?: string;
  progress?: string;
  problems?: string;
  nextYear?: string;
  risks?: string;
  money?: string;
  indicators?: Record<string, IndicatorValue>;
  /** Why an indicator lies below last year's total, by its code. */
  belowLastYear?: Record<string, string>;
  documents?: { type: string; documentId: string; sha256: string }[];
}

const full = ['summaryZh', 'summaryEn', 'progress', 'indicators', 'problems', 'nextYear', 'risks', 'money'] as const;
/** During a suspension: summary, status, money, risks (default). */
const short = ['summaryZh', 'summaryEn', 'status', 'money', 'risks'] as const;

/** Sections that must be filled in before a report may be handed in. */
export function requiredReportSections(shortForm: boolean): readonly (keyof ReportContent)[] {
  return shortForm ? short : full;
}

/** Required sections that a content leaves empty. */
export function missingReportSections(content: ReportContent, shortForm: boolean): string[] {
  return requiredReportSections(shortForm).filter((section) => {
    const value = content[section];
    return value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
  });
}
