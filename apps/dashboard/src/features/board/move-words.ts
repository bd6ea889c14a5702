import { useTranslation } from 'react-i18next';
import { commandNameOf } from '../../lib/commands';
import { stages } from '../../lib/stages';
import type { BoardCard, Move } from './api/board';

/** Roles that the rules name beside those of the programme. */
const otherRoles: Record<string, string> = { starter: 'AC', 'assigned-expert': 'EX' };

/** What a move means, in a sentence: the form it opens, or why there is none. */
export function useMoveWords(): (card: BoardCard, move: Move) => string {
  const { t } = useTranslation();
  return (card, move) => {
    const form = (of: 'project' | 'call'): string => t(`forms.${of}.${commandNameOf(move.command ?? '')}.title`);
    switch (move.way) {
      case 'project':
        return t('board.opens', { form: form('project') });
      case 'call':
        return t('board.ofCall', { form: form('call') });
      case 'refused':
        return move.sentence ?? t('board.ways.clock');
      case 'theirs': {
        const roles = [...new Set((move.roles ?? []).map((role) => otherRoles[role] ?? role))].map((role) => t(`roles.${role}`));
        return t('board.theirs', { form: form('project'), roles: roles.join(t('board.or')) });
      }
      case 'skips':
        return t('board.ways.skips', { next: t(`stages.${stages[(stages as readonly string[]).indexOf(card.stage) + 1] ?? card.stage}`) });
      default:
        return t(`board.ways.${move.way}`);
    }
  };
}
