import { NumberInput, Textarea, TextInput } from '@mantine/core';
import { ChangesField } from './changes-field';
import { ChoiceField, ManyField } from './choice-field';
import { DateField, MomentField } from './date-field';
import { DocumentField, DocumentsField, LanguageDocumentsField } from './document-field';
import { useFieldLabel, type FieldProps } from './field-frame';
import type { Answers, FieldSpec, FormBasis } from './field-specs';
import { DecisionsField, DefectsField, VotesField } from './lists-fields';
import { ScoresField } from './scores-field';

type Asked<C extends FormBasis> = Exclude<FieldSpec<C>, { kind: 'given' | 'within' }>;

interface FieldViewProps<C extends FormBasis> extends FieldProps {
  spec: Asked<C>;
  context: C;
  answers: Answers;
  onAnswer: (name: string, value: unknown) => void;
}

function TypedField(props: FieldProps & { rows?: number }) {
  const label = useFieldLabel(props);
  const shared = {
    id: props.id,
    label,
    description: props.help,
    error: props.error,
    value: (props.value as string | undefined) ?? '',
    onChange: (event: { currentTarget: { value: string } }) => props.onChange(event.currentTarget.value),
  };
  return props.rows === undefined ? <TextInput {...shared} /> : <Textarea {...shared} autosize minRows={props.rows} maxRows={16} />;
}

function NumberField(props: FieldProps & { min: number; max: number }) {
  const label = useFieldLabel(props);
  return (
    <NumberInput
      id={props.id}
      label={label}
      description={props.help}
      error={props.error}
      w={220}
      min={props.min}
      max={props.max}
      allowDecimal={false}
      value={(props.value as number | undefined) ?? ''}
      onChange={(value) => props.onChange(typeof value === 'number' ? value : undefined)}
    />
  );
}

function waitsFor(after: string | undefined, answers: Answers): boolean {
  return after !== undefined && !answers[after];
}

/** Draws one field of a form by its kind. */
export function FieldView<C extends FormBasis>({ spec, context, answers, onAnswer, ...field }: FieldViewProps<C>) {
  switch (spec.kind) {
    case 'text':
      return <TypedField {...field} />;
    case 'long-text':
      return <TypedField {...field} rows={3} />;
    case 'number':
      return <NumberField {...field} min={spec.min} max={spec.max} />;
    case 'date':
      return <DateField {...field} />;
    case 'moment':
      return <MomentField {...field} />;
    case 'choice':
      return <ChoiceField {...field} choices={spec.options(context, answers)} waits={waitsFor(spec.after, answers)} />;
    case 'many':
      return <ManyField {...field} choices={spec.options(context, answers)} />;
    case 'document':
      return <DocumentField {...field} basis={context} documentType={spec.documentType} />;
    case 'documents':
      return <DocumentsField {...field} basis={context} documentType={spec.documentType} />;
    default:
      return <ListedField spec={spec} context={context} answers={answers} onAnswer={onAnswer} {...field} />;
  }
}

type Listed<C extends FormBasis> = Extract<
  Asked<C>,
  { kind: 'language-documents' | 'scores' | 'defects' | 'changes' | 'decisions' | 'votes' | 'own' }
>;

function ListedField<C extends FormBasis>({ spec, context, answers, onAnswer, ...field }: FieldViewProps<C> & { spec: Listed<C> }) {
  switch (spec.kind) {
    case 'own': {
      const { view: Own } = spec;
      return <Own {...field} context={context} />;
    }
    case 'language-documents':
      return <LanguageDocumentsField {...field} basis={context} documentType={spec.documentType} languages={spec.languages} />;
    case 'scores':
      return (
        <ScoresField
          {...field}
          criteria={spec.criteria(context)}
          comments={(answers[spec.comments] as Record<string, string> | undefined) ?? {}}
          onComments={(comments) => onAnswer(spec.comments, comments)}
        />
      );
    case 'defects':
      return <DefectsField {...field} targets={spec.targets(context)} reasons={spec.reasons(context)} />;
    case 'changes':
      return <ChangesField {...field} targets={spec.targets(context, answers)} waits={waitsFor(spec.after, answers)} />;
    case 'decisions':
      return <DecisionsField {...field} lines={spec.lines(context)} />;
    case 'votes':
      return <VotesField {...field} pairs={spec.pairs(context)} />;
  }
}
