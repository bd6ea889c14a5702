import { playersOf } from './players';

const contact = (personId: string, more = {}) => ({ personId, organizationId: 'o', rights: [], ...more }) as never;

describe('whose part can be taken in a copy', () => {
  it('is everybody who belongs to the project, once, with what he is to it', () => {
    const players = playersOf({
      contacts: [contact('a', { lead: true, legalRepresentative: true }), contact('b')],
      officerId: 'c',
      review: { assignments: [{ expertId: 'd' }, { expertId: 'd' }] } as never,
    });
    expect(players).toEqual([
      { personId: 'a', roles: ['PL', 'LR'] },
      { personId: 'b', roles: ['AC'] },
      { personId: 'c', roles: ['CO'] },
      { personId: 'd', roles: ['EX'] },
    ]);
  });

  it('is nobody else while a project has no officer and no experts', () => {
    expect(playersOf({ contacts: [], review: { assignments: [] } as never })).toEqual([]);
  });
});
