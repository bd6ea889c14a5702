import { useTranslation } from 'react-i18next';
import { Notice } from './notice';
import { WhyRefused, type RefusalReason } from './why-refused';

interface NotPossibleProps {
  /** What the server says of the act; nothing when it is not this reader's to do. */
  refused: { sentence?: string; because?: RefusalReason } | undefined;
  /** How things stand that speaks against it. */
  fact?: string;
}

/** Stands before the form of an act that is not possible now: why, and on what that rests. */
export function NotPossible({ refused, fact }: NotPossibleProps) {
  const { t } = useTranslation();
  return (
    <Notice title={t('project.notPossible')}>
      {refused?.sentence ?? t('project.notYours')}
      {refused?.because !== undefined && <WhyRefused because={refused.because} fact={fact} />}
    </Notice>
  );
}
