import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../../lib/stages';
import type { BoardCard } from '../api/board';

/** The project's title in the reader's language, linked to its page; below it the title in the other language and the reference. */
export function CardNames({ card, onOpen }: { card: BoardCard; onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const title = inLanguage(card.titleZh, card.titleEn, i18n.language);
  const other = zh ? card.titleEn : card.titleZh;
  return (
    <>
      <Anchor
        component={Link}
        to="/projects/$projectId"
        params={{ projectId: card.id } as never}
        onClick={onOpen}
        fw={600}
        size="sm"
        draggable={false}
        className="card-title"
      >
        {title ?? card.reference ?? t('list.untitled')}
      </Anchor>
      {other !== null && other !== title && (
        <Text size="xs" c="dimmed" lang={zh ? 'en' : 'zh-CN'} lineClamp={2}>
          {other}
        </Text>
      )}
      {title !== undefined && card.reference !== null && (
        <Text size="xs" c="dimmed">
          {card.reference}
        </Text>
      )}
    </>
  );
}
