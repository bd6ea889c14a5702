import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../../../components/problem-panel';
import { newCommandId } from '../../../lib/commands';

const longest = 4_000;

interface CommentFormProps {
  /** Where what is typed is kept until it is sent: a reload or a lost session loses nothing. */
  draftKey: string;
  initial?: string;
  label: string;
  submit: string;
  send: (body: string, key: string) => Promise<unknown>;
  onCancel?: () => void;
}

/** Writes a comment or changes one. What was typed stays when sending fails; sending it again writes nothing twice. */
export function CommentForm({ draftKey, initial = '', label, submit, send, onCancel }: CommentFormProps) {
  const { t } = useTranslation();
  const [body, setBody] = useState(() => sessionStorage.getItem(draftKey) ?? initial);
  const [key, setKey] = useState(newCommandId);
  const keep = (text: string): void => {
    setBody(text);
    sessionStorage.setItem(draftKey, text);
  };
  const sending = useMutation({
    mutationFn: () => send(body, key),
    onSuccess: () => {
      sessionStorage.removeItem(draftKey);
      setBody('');
      setKey(newCommandId());
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (body.trim() !== '' && !sending.isPending) sending.mutate();
      }}
    >
      <Stack gap="sm">
        <Textarea
          label={label}
          description={t('projectPage.comments.help')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={longest}
          value={body}
          onChange={(event) => keep(event.currentTarget.value)}
        />
        {sending.isError && (
          <div className="error-summary" role="alert">
            <ProblemText error={sending.error} />
          </div>
        )}
        <Group gap="sm">
          <Button type="submit" loading={sending.isPending} disabled={body.trim() === ''}>
            {submit}
          </Button>
          {onCancel !== undefined && (
            <Button
              variant="default"
              onClick={() => {
                sessionStorage.removeItem(draftKey);
                onCancel();
              }}
            >
              {t('projectPage.comments.cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
