import { Text } from '@mantine/core';
import { WhyRefused, type RefusalReason } from './why-refused';

interface NotNowProps {
  name: string;
  sentence?: string | undefined;
  because?: RefusalReason | undefined;
  /** How things stand that speaks against it. */
  fact?: string | undefined;
}

/** An act that is not possible now: its name, the sentence of the rule, and for whoever asks, on what that rests. */
export function NotNow({ name, sentence, because, fact }: NotNowProps) {
  return (
    <div>
      <Text size="sm">
        <strong>{name}</strong>: {sentence ?? ''}
      </Text>
      {because !== undefined && <WhyRefused because={because} fact={fact} />}
    </div>
  );
}
