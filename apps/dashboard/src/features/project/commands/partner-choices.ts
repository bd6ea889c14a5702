import { begun, emptyChange } from '../../../components/command-form/changes-field';
import type { ChangeTarget } from '../../../components/command-form/field-specs';
import type { ActChoice } from './act-forms';
import { changeTargets } from './changes';
import type { ProjectFormContext } from './project-form';

type Input = ChangeTarget['input'];

/** Changes of the parties as people think of them: what may become another in each, and whether its value must be chosen first. */
const uses: { name: string; inputs: Input[] }[] = [
  { name: 'partner-in', inputs: ['partner-in'] },
  { name: 'partner-out', inputs: ['partner-out'] },
  { name: 'partner-swap', inputs: ['partner-out', 'partner-in'] },
  { name: 'lead', inputs: ['lead'] },
];

/** Uses of an amendment that change who takes part in the project; those that cannot be asked for now are left out. */
export function partnerChoices(context: ProjectFormContext): ActChoice[] {
  const targets = changeTargets(context, 'amendment');
  const free = (input: Input): ChangeTarget[] => targets.filter((one) => one.input === input && one.why === undefined);
  return uses
    .filter(({ inputs }) => inputs.every((input) => free(input).length > 0))
    .map(({ name, inputs }) => ({
      name,
      command: 'propose-change',
      label: context.t(`whatIf.uses.${name}`),
      form: {
        fields: {
          kind: { kind: 'given', value: () => 'amendment' },
          items: { kind: 'changes', after: 'kind', targets: (now) => ofInputs(changeTargets(now, 'amendment'), inputs) },
          effectiveOn: { kind: 'date', optional: true },
        },
      },
      first: { kind: 'amendment', items: inputs.map((input) => firstItem(free(input))) },
    }));
}

function ofInputs(targets: ChangeTarget[], inputs: readonly Input[]): ChangeTarget[] {
  return targets.filter((one) => inputs.includes(one.input));
}

/** Begun where there is only one thing to change; else it is to be chosen which. */
function firstItem([only, ...others]: ChangeTarget[]): typeof emptyChange {
  return only === undefined || others.length > 0 ? emptyChange : begun(only);
}
