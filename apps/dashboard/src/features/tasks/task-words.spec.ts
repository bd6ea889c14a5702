import type { TFunction } from 'i18next';
import { askOf } from './task-words';

const t = ((key: string) => key) as unknown as TFunction;
const ask = (kind: 'project' | 'call', command: string | null, ladder: string | null = null): string =>
  askOf({ entity: { kind, id: '00000000-0000-4000-8000-000000000001' }, command, ladder }, t);

describe('what a task asks', () => {
  it.each([
    ['a command in the words of its form', ask('project', 'SubmitEvidence'), 'forms.project.submit-evidence.title'],
    [
      'a command that makes a project, which has no form, in words of its own',
      ask('project', 'StartApplication'),
      'tasks.founded.StartApplication',
    ],
    ['a command that makes a call likewise', ask('call', 'CreateCall'), 'tasks.founded.CreateCall'],
    ['a date without a command in the words of its ladder', ask('project', null, 'expiry'), 'ladders.expiry'],
  ])('%s', (_what, said, key) => {
    expect(said).toBe(key);
  });
});
