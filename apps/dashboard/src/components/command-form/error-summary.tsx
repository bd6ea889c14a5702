import { Anchor, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemIn } from '../../lib/problem';
import { ProblemText } from '../problem-panel';

interface ErrorSummaryProps {
  refusal: Error | undefined;
  errors: Record<string, string>;
  label: (name: string) => string;
  fieldId: (name: string) => string;
}

/** What has to be corrected, above the form, with the keyboard's focus: the server's sentence and a link to each field. */
export function ErrorSummary({ refusal, errors, label, fieldId }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors);
  const shown = refusal !== undefined || fields.length > 0;
  useEffect(() => {
    if (!shown) return undefined;
    box.current?.focus();
    const title = document.title;
    document.title = t('form.errorTitle', { title });
    return () => {
      document.title = title;
    };
  }, [shown, t]);
  if (!shown) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <Cause refusal={refusal} />
      {fields.length > 0 && (
        <ul>
          {fields.map(([name, sentence]) => (
            <li key={name}>
              <Anchor
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  const field = document.getElementById(fieldId(name));
                  field?.scrollIntoView({ block: 'center' });
                  field?.focus();
                }}
              >
                {label(name)}
              </Anchor>
              {` – ${sentence}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Cause({ refusal }: { refusal: Error | undefined }) {
  const { t } = useTranslation();
  if (refusal === undefined) return <Text fw={600}>{t('form.correct')}</Text>;
  if (problemIn(refusal)?.code !== 'KEY_REUSED') return <ProblemText error={refusal} />;
  return (
    <>
      <Text fw={600}>{t('safety.elsewhere')}</Text>
      <Text>{t('safety.elsewhereText')}</Text>
    </>
  );
}
