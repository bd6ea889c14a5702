import { idsMentioned } from './ids-mentioned';
import type { NotificationIntent } from './notification-kinds';

const intent = (more: Partial<NotificationIntent>): NotificationIntent => ({
  ...{ kind: 'reminder', class: 'notice', to: ['AC'], copy: [], rule: 'report', object: '2026', step: 't', series: 1, direction: 'now' },
  ...{ values: { ref: 'R', texts: ['t1', 't2'], no: 2 } },
  ...more,
});

it('names everything behind which a name or a text may stand', () => {
  expect(idsMentioned(intent({}))).toEqual(['2026', 'R', 't1', 't2', '2']);
  expect(idsMentioned(intent({ owner: { role: 'PC', organizationId: 'o' } }))).toContain('o');
  expect(idsMentioned(intent({ owner: { role: 'PC', personId: 'p' } })).at(-1)).toBe('p');
});
