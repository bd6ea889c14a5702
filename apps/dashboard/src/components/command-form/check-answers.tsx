import { Button, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerLines } from './answer-text';
import { askedFields } from './body-of';
import type { Answers, AnyCommandForm, FormBasis } from './field-specs';

interface CheckAnswersProps<C extends FormBasis> {
  form: AnyCommandForm<C>;
  context: C;
  answers: Answers;
  label: (name: string) => string;
  onChange: () => void;
}

/** Every answer once more before something that cannot be taken back; nothing is sent until it is confirmed. */
export function CheckAnswers<C extends FormBasis>({ form, context, answers, label, onChange }: CheckAnswersProps<C>) {
  const { t, i18n } = useTranslation();
  const reading = { context, answers, t, language: i18n.language };
  return (
    <section aria-labelledby="check-answers">
      <Title order={2} id="check-answers" tabIndex={-1} ref={(node) => node?.focus()}>
        {t('form.check')}
      </Title>
      <Text mb="md">{t('form.checkText')}</Text>
      <Table variant="vertical" withRowBorders className="answers">
        <Table.Tbody>
          {askedFields(form).map(([name, spec]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row">{label(name)}</Table.Th>
              <Table.Td>
                {answerLines(spec, answers[name], reading).map((line, index) => (
                  <div key={index}>{line}</div>
                ))}
              </Table.Td>
              <Table.Td className="answers-change">
                <Button variant="subtle" size="compact-sm" onClick={onChange}>
                  {t('form.change')}
                  <span className="visually-hidden"> {label(name)}</span>
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
