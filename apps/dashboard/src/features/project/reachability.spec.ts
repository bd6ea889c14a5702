import type { ProjectDetail } from './api/project';
import { substituteOf } from './reachability';

const contact = (personId: string, more: object = {}): ProjectDetail['contacts'][number] =>
  ({ personId, organizationId: 'host', primary: false, legalRepresentative: false, ...more }) as ProjectDetail['contacts'][number];

describe('who is told instead of somebody who cannot be reached', () => {
  const contacts = [
    contact('a', { primary: true }),
    contact('b'),
    contact('c', { legalRepresentative: true }),
    contact('x', { organizationId: 'lead' }),
  ];

  it('is the next contact of the same organization, never its legal representative', () => {
    expect(substituteOf({ contacts, unreachable: ['a'], officerId: 'o' }, 'a')).toBe('b');
    expect(substituteOf({ contacts, unreachable: ['b'], officerId: 'o' }, 'b')).toBe('a');
  });

  it('is the officer where nobody else is left, and nobody without one', () => {
    expect(substituteOf({ contacts, unreachable: ['a', 'b'], officerId: 'o' }, 'a')).toBe('o');
    expect(substituteOf({ contacts, unreachable: ['a', 'b'] }, 'a')).toBeUndefined();
  });
});
