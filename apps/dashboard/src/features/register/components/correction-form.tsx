import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '../../../components/command-form/error-summary';
import { problemIn } from '../../../lib/problem';
import { correctEntry, previewCorrection, type Entry, type Preview } from '../api/register';
import { changesOf, errorsByField, typedOf, type Typed } from '../typed';
import { EntryField } from './entry-field';
import { Reach } from './reach';
import { ReasonForm, type Sent } from './reason-form';

interface SendProps {
  entry: Entry;
  typed: Typed;
  preview: Preview;
  onSent: (sent: Sent) => void;
}

/** The reason, and sending it: what is small applies at once, the rest goes to a second person. */
function SendCorrection({ entry, typed, preview, onSent }: SendProps) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      help={t('register.reasonHelp')}
      action={t(preview.needsSecond ? 'register.propose' : 'register.apply')}
      send={(reason, key) => correctEntry(entry, { changes: changesOf(entry.values, typed), reason }, key)}
      onSent={onSent}
    >
      <Text>{t(preview.needsSecond ? 'register.needsSecond' : 'register.atOnce')}</Text>
    </ReasonForm>
  );
}

/** The values of an entry to be corrected, what that would change, and sending it. */
export function CorrectionForm({ entry, onSent }: { entry: Entry; onSent: (sent: Sent) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => typedOf(entry.values));
  const looking = useMutation({ mutationFn: () => previewCorrection(entry, changesOf(entry.values, typed)) });
  const errors = errorsByField(problemIn(looking.error)?.fieldErrors ?? {});
  const write = (field: keyof Typed, text: string): void => {
    setTyped({ ...typed, [field]: text });
    looking.reset();
  };
  const preview = looking.data;
  return (
    <Stack gap="lg">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!looking.isPending) looking.mutate();
        }}
      >
        <Stack gap="sm" maw={680}>
          <ErrorSummary
            refusal={looking.error ?? undefined}
            errors={errors}
            label={(name) => t(`register.fields.${name}`)}
            fieldId={(name) => `register-${name}`}
          />
          {entry.values.map((one) => (
            <EntryField
              key={one.field}
              {...one}
              text={typed[one.field] ?? ''}
              error={errors[one.field]}
              onChange={(text) => write(one.field, text)}
            />
          ))}
          <Group>
            <Button type="submit" variant="default" loading={looking.isPending}>
              {t('register.look')}
            </Button>
          </Group>
        </Stack>
      </form>
      {preview !== undefined && (
        <section aria-labelledby="reach-title">
          <Title order={3} id="reach-title" mb="sm" tabIndex={-1} ref={(node) => node?.focus()}>
            {t('register.preview.title')}
          </Title>
          {preview.whyNot === null ? (
            <Stack gap="md">
              <Reach preview={preview} />
              <SendCorrection entry={entry} typed={typed} preview={preview} onSent={onSent} />
            </Stack>
          ) : (
            <Text role="status">{t(`register.whyNot.${preview.whyNot}`)}</Text>
          )}
        </section>
      )}
    </Stack>
  );
}
