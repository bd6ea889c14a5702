import { refuse } from '../../shared/result';
import type { LocalDate } from '../../shared/local-date';
import { leadOf } from '../project-rule';
import type { Construction } from '../project.state';
import { happenedOnRefusal } from '../real-dates';
import type { FieldRule, Running } from './field-rule';

interface RecordedDay {
  keys?: (state: Running) => string[];
  read: (site: Construction, key: string) => LocalDate | undefined;
  correct: (site: Construction, key: string, on: LocalDate) => Construction;
}

/** A date of record: on which day something really happened, after the effect of the MoU and not after today. A second person always confirms it. */
function dateOfRecord({ keys = () => ['-'], read, correct }: RecordedDay): FieldRule {
  return {
    kind: 'correction',
    input: 'date',
    keys: (state) => keys(state).filter((key) => read(state.construction, key) !== undefined),
    read: ({ construction }, key) => read(construction, key),
    refusal: ({ mou }, _key, value, ctx) => happenedOnRefusal(value, mou.effectiveOn, ctx),
    set: ({ construction }, key, value) => ({ construction: correct(construction, key, value) }),
    secondPerson: () => true,
  };
}

const kickOff = dateOfRecord({
  read: (site) => site.kickOffHeldOn,
  correct: (site, _key, kickOffHeldOn) => ({ ...site, kickOffHeldOn }),
});

const milestoneReached = dateOfRecord({
  keys: ({ construction }) => construction.milestones.map((one) => one.code),
  read: (site, code) => site.milestones.find((one) => one.code === code)?.actualOn,
  correct: (site, code, actualOn) => ({
    ...site,
    milestones: site.milestones.map((one) => (one.code === code ? { ...one, actualOn } : one)),
  }),
});

/** A mark of a contact that says whom we ask first and who is told of delays. A second person confirms those of the lead. */
function contactMark(mark: 'primary' | 'officeHead'): FieldRule {
  return {
    kind: 'correction',
    input: 'yes-no',
    keys: (state) => state.contacts.map((one) => one.personId),
    read: (state, personId) => state.contacts.filter((one) => one.personId === personId).map((one) => (one[mark] ? 'yes' : 'no'))[0],
    refusal: (_state, _personId, value) =>
      value === 'yes' || value === 'no' ? undefined : refuse('UNKNOWN_OBJECT', 'yes or no', { value }),
    set: (state, personId, value) => ({
      contacts: state.contacts.map((one) => (one.personId === personId ? { ...one, [mark]: value === 'yes' } : one)),
    }),
    secondPerson: (state, personId) => {
      const { organizationId } = leadOf(state);
      return state.contacts.some((one) => one.personId === personId && one.organizationId === organizationId);
    },
  };
}

/** What the Secretariat may correct in the record, by the path of its value; everything else is refused. */
export const correctionFields: Readonly<Record<string, FieldRule>> = {
  'construction/kickOffHeldOn': kickOff,
  'milestones/*/actualOn': milestoneReached,
  'contacts/*/primary': contactMark('primary'),
  'contacts/*/officeHead': contactMark('officeHead'),
};
