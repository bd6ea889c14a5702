import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { Read } from '../../../components/read';
import { ReasonField } from '../../../components/reason-field';
import { mayRepeat, newCommandId } from '../../../lib/commands';
import { forget, keep, keptUnder } from '../../../lib/kept';
import { mailWordsPreviewQuery, mailWordsQuery, rewordMail, type MailWords } from '../api/mail-words';
import type { TextPair } from '../api/templates';
import { keptPair, wordChanges } from '../words';
import { WrittenMail } from './template-preview';
import { WordsPair } from './words-pair';

const typedForMs = 400;

interface OwnWordsProps {
  mailId: string;
  onDone: () => void;
}

function Editor({ mailId, words, onDone }: OwnWordsProps & { words: MailWords }) {
  const { t } = useTranslation();
  const name = `mail-words/${mailId}`;
  const [typed, setTyped] = useState<TextPair | undefined>(() => keptPair(keptUnder(name)));
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newCommandId);
  const [tried, setTried] = useState(false);
  const texts = typed ?? words.texts;
  const [settled] = useDebouncedValue(texts, typedForMs);
  const preview = useQuery({ ...mailWordsPreviewQuery(mailId, settled), placeholderData: keepPreviousData });
  const write = (next: TextPair): void => {
    setTyped(next);
    keep(name, next);
  };
  const saving = useMutation({
    mutationFn: () => rewordMail(mailId, { texts, reason: reason.trim() }, key),
    onSuccess: () => {
      forget(name);
      setTyped(undefined);
      onDone();
    },
    onError: (error) => (mayRepeat(error) ? undefined : setKey(newCommandId())),
  });
  const save = (): void => {
    setTried(true);
    if (reason.trim() !== '' && !saving.isPending) saving.mutate();
  };
  const changed = wordChanges(words.texts, texts).length > 0;
  if (saving.isSuccess)
    return (
      <div className="confirmation" role="status">
        <Text>{t('templates.own.done')}</Text>
      </div>
    );
  return (
    <Stack gap="lg">
      <Text>{t('templates.own.lead')}</Text>
      {words.edited && <Text fw={600}>{t('templates.own.edited')}</Text>}
      {saving.isError && (
        <div className="error-summary" role="alert">
          <ProblemText error={saving.error} />
        </div>
      )}
      <WordsPair texts={texts} values={words.values} onWrite={write} />
      <Read query={preview}>{(shown) => <WrittenMail shown={shown} checked />}</Read>
      <ReasonField
        label={t('templates.own.reason')}
        help={t('templates.own.reasonHelp')}
        error={tried && reason.trim() === '' ? t('templates.own.reasonMissing') : undefined}
        value={reason}
        onChange={setReason}
      />
      <Group>
        <Button loading={saving.isPending} disabled={!changed} onClick={save}>
          {t('templates.own.save')}
        </Button>
        {words.edited && (
          <Button variant="default" onClick={() => write(words.inForce)}>
            {t('templates.own.back')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** The words of one mail that waits, edited for this mail alone. */
export function OwnWords({ mailId, onDone }: OwnWordsProps) {
  const { t } = useTranslation();
  const words = useQuery(mailWordsQuery(mailId));
  return (
    <section aria-labelledby="own-words">
      <Title order={2} id="own-words" mb="sm">
        {t('templates.own.title')}
      </Title>
      <Read query={words}>{(read) => <Editor mailId={mailId} words={read} onDone={onDone} />}</Read>
    </section>
  );
}
