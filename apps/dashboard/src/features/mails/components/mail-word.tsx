import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconHandStop,
  IconHelpCircle,
  IconRefresh,
  IconSend,
  IconTool,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MailLine } from '../api/mails';

const icons: Record<MailLine['word'], Icon> = {
  created: IconClock,
  sending: IconSend,
  delivered: IconCheck,
  'temporary-failure': IconRefresh,
  'permanent-failure': IconAlertTriangle,
  'technical-failure': IconTool,
  uncertain: IconHelpCircle,
  cancelled: IconX,
  held: IconHandStop,
};

/** What became of a mail in one word; a sign supports it, colour alone never. */
export function MailWord({ word }: { word: MailLine['word'] }) {
  const { t } = useTranslation();
  const Sign = icons[word];
  return (
    // A word is never cut, however narrow its column.
    <Badge variant="default" size="lg" tt="none" fw={500} leftSection={<Sign size={14} aria-hidden />} miw="max-content">
      {t(`mailWords.${word}.word`)}
    </Badge>
  );
}
