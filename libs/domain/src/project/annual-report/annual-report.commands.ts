/** Commands of the annual report, an obligation that runs from the MoU's effect until its end, whatever the stage. */
export type AnnualReportCommand =
  /** Hands in the named draft of one year's report; the certifier is a PL or LR and not the author. */
  | { type: 'SubmitReport'; payload: { year: number; draftVersion: number; draftHash: string } }
  | { type: 'AcceptReport'; payload: { year: number } };
