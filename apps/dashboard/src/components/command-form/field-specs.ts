import type { ReactNode } from 'react';
import type { FieldProps } from './field-frame';

/** Something to choose, as people read it. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Shown but not to be chosen, with the hint saying why. */
  disabled?: boolean;
}

/** A stored file, named as commands name it. */
export interface DocumentRef {
  documentId: string;
  sha256: string;
}

/** A file that a form may name. */
export interface DocumentChoice extends DocumentRef {
  type: string;
  fileName: string;
}

/** A criterion of the rubric with its weight in points. */
export interface Criterion {
  code: string;
  label: string;
  weight: number;
}

/** What every form may ask of the page it stands on. */
export interface FormBasis {
  documents: DocumentChoice[];
  /** Types of documents in the reader's language. */
  documentTypes: Choice[];
  /** Stores a file and answers how to name it. */
  upload: (file: File, type: string) => Promise<DocumentChoice>;
}

/** Answers of a form by field, in the shape each kind of field uses. */
export type Answers = Record<string, unknown>;

type Optional = { optional?: boolean };

/** How one field of a command is asked for. `options` may depend on what was answered before; `after` names the field they wait for. */
export type FieldSpec<C extends FormBasis> =
  | ({ kind: 'text'; max?: number } & Optional)
  | ({ kind: 'long-text' } & Optional)
  | ({ kind: 'date' } & Optional)
  | ({ kind: 'moment' } & Optional)
  | ({ kind: 'number'; min: number; max: number } & Optional)
  | ({ kind: 'choice'; options: (context: C, answers: Answers) => Choice[]; numeric?: boolean; after?: string } & Optional)
  | ({ kind: 'many'; options: (context: C, answers: Answers) => Choice[] } & Optional)
  | ({ kind: 'document'; documentType: string } & Optional)
  | ({ kind: 'documents'; documentType: string } & Optional)
  | ({ kind: 'language-documents'; languages: readonly string[]; documentType: string } & Optional)
  | ({ kind: 'scores'; criteria: (context: C) => Criterion[]; comments: string } & Optional)
  | ({ kind: 'defects'; targets: (context: C) => Choice[]; reasons: (context: C) => Choice[] } & Optional)
  | ({ kind: 'changes'; targets: (context: C, answers: Answers) => ChangeTarget[]; after: string } & Optional)
  | ({ kind: 'decisions'; lines: (context: C) => DecisionLine[] } & Optional)
  | ({ kind: 'votes'; pairs: (context: C) => Choice[] } & Optional)
  /** A field that only one form has: drawn, sent and read back by that form itself. */
  | ({
      kind: 'own';
      view: (props: FieldProps & { context: C }) => ReactNode;
      wire: (value: unknown, context: C) => unknown;
      lines: (value: unknown, context: C) => string[];
    } & Optional)
  /** Known from the page: shown to nobody, sent with the command. */
  | { kind: 'given'; value: (context: C, answers: Answers) => unknown }
  /** Asked for inside another field. */
  | { kind: 'within' };

/** A line of the batch on which the council decides. */
export interface DecisionLine {
  projectId: string;
  label: string;
  hint: string;
  suggested: 'approve' | 'reserve' | 'reject';
}

/** A value that can be changed, as people read it, with how its new value is asked for. */
export interface ChangeTarget {
  path: string;
  label: string;
  /** The present value in words, and as the API has it. */
  now: string;
  old: string;
  input: 'date' | 'months' | 'person' | 'yes-no' | 'line' | 'text' | 'amount' | 'partner-in' | 'partner-out' | 'lead';
  options: Choice[];
  /** Why it cannot be changed now. */
  why?: string;
}

/** One value that becomes another. */
export interface ChangedValue {
  path: string;
  old: string;
  new: string;
  /** The new value is a text, kept in a row of its own. */
  as?: 'text';
  /** Of an organization that joins: which, who acts for it, and both in words. */
  organizationId?: string;
  personId?: string;
  said?: string;
}

/** One defect that is sent back for correction. */
export interface Defect {
  target: string;
  reasonCode: string;
  defect: string;
}

type Fields<B, C extends FormBasis> = { [K in keyof Required<Omit<B, 'reason'>>]: FieldSpec<C> };

/** The form of a command: every field of its body, in the order in which people are asked. A new field of the API fails to compile here. */
export interface CommandForm<B, C extends FormBasis> {
  fields: Fields<B, C> & { reason?: FieldSpec<C> };
  /** Cannot be taken back: the answers are shown once more before anything is sent. */
  irreversible?: boolean;
}

/** A form whatever its command. */
export interface AnyCommandForm<C extends FormBasis> {
  fields: Record<string, FieldSpec<C>>;
  irreversible?: boolean;
}
