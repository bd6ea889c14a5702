import type { TFunction } from 'i18next';
import type { Choice, CommandForm, FormBasis } from '../../../components/command-form/field-specs';
import type { CallCommandBody, CallCommandName } from '../../../lib/commands';
import type { CallDetail } from '../api/call';

/** What the forms of a call choose from. */
export interface CallFormContext extends FormBasis {
  call: CallDetail | undefined;
  council: Choice[];
  /** Titles of the call's applications by project. */
  titles: Record<string, string>;
  t: TFunction;
  language: string;
}

/** The form of a call's command. */
export type CallForm<N extends CallCommandName> = CommandForm<CallCommandBody<N>, CallFormContext>;
