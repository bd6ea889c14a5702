import { Button, Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChangedSince } from '../../../components/changed-since';
import { ProblemPanel } from '../../../components/problem-panel';
import { WhyRefused } from '../../../components/why-refused';
import { commandNameOf } from '../../../lib/commands';
import { inLanguage } from '../../../lib/stages';
import type { BoardCard, Move } from '../api/board';
import { useMoveWords } from '../move-words';
import type { CardMove } from '../use-card-move';
import type { MoveTalk } from '../use-move-talk';

function Choice({ card, move, onGo }: { card: BoardCard; move: Move; onGo: () => void }) {
  const { t } = useTranslation();
  const words = useMoveWords()(card, move);
  const stage = t(`stages.${move.to}`);
  if (move.way !== 'project' && move.way !== 'call')
    return (
      <li>
        <Text fw={600}>{stage}</Text>
        <Text size="sm">{words}</Text>
        {move.because !== undefined && <WhyRefused because={move.because} />}
      </li>
    );
  return (
    <li>
      <Button
        variant="light"
        fullWidth
        h="auto"
        py={8}
        justify="flex-start"
        onClick={onGo}
        styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
      >
        <span>
          {stage}
          <Text component="span" display="block" size="sm" fw={400}>
            {words}
          </Text>
        </span>
      </Button>
    </li>
  );
}

function Told({ card, move }: { card: BoardCard; move: Move }) {
  const words = useMoveWords()(card, move);
  const { t } = useTranslation();
  return (
    <Stack align="flex-start">
      <Text>{words}</Text>
      {move.because !== undefined && <WhyRefused because={move.because} />}
      {move.way === 'call' ? (
        <Button
          component={Link}
          to="/calls/$callId/do/$command"
          params={{ callId: card.callId, command: commandNameOf(move.command ?? '') } as never}
        >
          {t('board.openCall')}
        </Button>
      ) : (
        <Button variant="default" component={Link} to="/projects/$projectId" params={{ projectId: card.id } as never}>
          {t('board.openProject')}
        </Button>
      )}
    </Stack>
  );
}

function Talk({ talk, move }: { talk: MoveTalk; move: CardMove }) {
  const queryClient = useQueryClient();
  const lookAgain = (): void => {
    move.close();
    void queryClient.invalidateQueries({ queryKey: ['board'] });
  };
  if (talk.kind === 'stale') return <ChangedSince projectId={talk.card.id} rev={talk.card.rev} onLookAgain={lookAgain} />;
  if (talk.kind === 'failed') return <ProblemPanel error={talk.error} onRetry={() => move.ask(talk.card)} />;
  if (talk.kind === 'told') return <Told card={talk.card} move={talk.move} />;
  return (
    <ul className="plain-list">
      {talk.moves.map((one) => (
        <Choice key={one.to} card={talk.card} move={one} onGo={() => move.go(talk.card, one)} />
      ))}
    </ul>
  );
}

/** Says where a card may go, why it may not, or who changed the project meanwhile. */
export function MoveDialog({ move }: { move: CardMove }) {
  const { t, i18n } = useTranslation();
  const { talk } = move;
  const title = (): string => {
    if (talk === undefined) return '';
    const name = inLanguage(talk.card.titleZh, talk.card.titleEn, i18n.language) ?? talk.card.reference ?? t('list.untitled');
    if (talk.kind !== 'told') return t(talk.kind === 'choose' ? 'board.moveTo' : 'board.notMoved', { title: name });
    return t('board.fromTo', { from: t(`stages.${talk.card.stage}`), to: t(`stages.${talk.move.to}`) });
  };
  return (
    <Modal opened={talk !== undefined} onClose={move.close} title={title()} size="lg" closeButtonProps={{ 'aria-label': t('board.close') }}>
      {talk !== undefined && <Talk talk={talk} move={move} />}
    </Modal>
  );
}
