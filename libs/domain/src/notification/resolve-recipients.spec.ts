import { aContact, aDirectory, aNotifyingProject, anIntent, aPerson } from '../../../../test/support/notification-builders';
import type { CallState } from '../call/call.state';
import type { RecipientRole } from '../people/roles';
import type { Owner } from '../shared/deadline';
import { nextContact, resolveRecipients, stillInRole } from './resolve-recipients';

const directory = aDirectory();
const call = { kind: 'call', id: 'c1', deadlines: [], proposals: [] } as unknown as CallState;

function told(role: RecipientRole, owner?: Owner, state = aNotifyingProject()): string[] {
  const intent = anIntent({ to: [role], ...(owner === undefined ? {} : { owner }) });
  return resolveRecipients(intent, state, directory).map((r) => r.personId);
}

describe('roles become people', () => {
  it.each<[RecipientRole, string[]]>([
    ['AC', ['lead-pl', 'lead-ac']],
    ['PL', ['lead-pl']],
    ['LR', ['lead-lr']],
    ['officeHead', ['lead-head']],
    ['PC', ['host-pc', 'host-2']],
    ['PS', ['host-ps']],
    ['CO', ['co']],
    ['SH', ['sh']],
    ['MR', ['mr']],
    ['CM', ['cm']],
    ['EX', []],
    ['owner', ['co']],
  ])('%s', (role, people) => {
    expect(told(role)).toEqual(people);
  });

  it('tells people of the late party only', () => {
    expect(told('LR', { role: 'PS', organizationId: 'host' })).toEqual(['host-ps']);
    expect(told('PL', { role: 'PC', organizationId: 'host' })).toEqual(['lead-pl']);
    expect(told('officeHead', { role: 'PC', organizationId: 'host' })).toEqual([]);
  });

  it('reminds the contacts where the legal representative or signatory owes it', () => {
    expect(told('owner', { role: 'LR', organizationId: 'lead' })).toEqual(['lead-pl', 'lead-ac']);
    expect(told('owner', { role: 'PS', organizationId: 'host' })).toEqual(['host-pc']);
    expect(told('owner', { role: 'AC' })).toEqual(['lead-pl', 'lead-ac']);
    expect(told('owner', { role: 'CO' })).toEqual(['co']);
  });

  it('reminds the officer where an institution has nobody but its legal representative', () => {
    const state = aNotifyingProject({ contacts: [aContact('host-ps', 'host', { legalRepresentative: true })] });
    const told = resolveRecipients(anIntent({ to: ['owner'], owner: { role: 'PC', organizationId: 'host' } }), state, aDirectory());
    expect(told.map(({ personId, role }) => [personId, role])).toEqual([['co', 'CO']]);
  });

  it('tells an expert of his own file, and an owner who is one person', () => {
    expect(told('EX', { role: 'EX', personId: 'expert-1' })).toEqual(['expert-1']);
    expect(told('owner', { role: 'EX', personId: 'expert-1' })).toEqual(['expert-1']);
  });

  it('tells whom an institution has: editors, else the primary contact, else all, never its legal representative', () => {
    const state = aNotifyingProject({
      contacts: [aContact('host-2', 'host'), aContact('host-pc', 'host'), aContact('host-ps', 'host', { legalRepresentative: true })],
    });
    expect(told('owner', { role: 'PC', organizationId: 'host' }, state)).toEqual(['host-2', 'host-pc']);
    expect(told('owner', { role: 'AC', organizationId: 'host' }, state)).toEqual(['host-2', 'host-pc']);
    expect(told('PL', undefined, state)).toEqual([]);
  });

  it('tells whoever started a draft while it names nobody', () => {
    const draft = aNotifyingProject({ contacts: [], parties: [] });
    expect(told('AC', undefined, draft)).toEqual(['starter']);
    expect(told('PL', undefined, draft)).toEqual(['starter']);
    expect(told('LR', undefined, draft)).toEqual([]);
    expect(told('owner', { role: 'AC', personId: 'starter' }, draft)).toEqual(['starter']);
    expect(told('owner', { role: 'owner', personId: 'starter' }, draft)).toEqual(['starter']);
  });

  it('tells the head as long as no officer is assigned, and every officer about a call', () => {
    const { officerId: _, ...unassigned } = aNotifyingProject();
    expect(told('CO', undefined, unassigned)).toEqual(['sh']);
    expect(resolveRecipients(anIntent({ to: ['CO', 'AC', 'MR'] }), call, directory).map((r) => r.personId)).toEqual(['co']);
  });

  it('tells a ministry only of projects in its country', () => {
    expect(told('MR', undefined, aNotifyingProject({ hostCountry: 'VN' }))).toEqual([]);
  });

  it('tells each person once, and whom it addresses not by copy as well', () => {
    const all = resolveRecipients(anIntent({ to: ['AC', 'PL'], copy: ['PL', 'CO'] }), aNotifyingProject(), directory);
    expect(all.map((r) => [r.personId, r.role, r.copy])).toEqual([
      ['lead-pl', 'AC', false],
      ['lead-ac', 'AC', false],
      ['co', 'CO', true],
    ]);
  });

  it('tells nobody who is excepted, unknown or not active', () => {
    const gone = aDirectory(aPerson('lead-ac', 'CN', { active: false }));
    const state = aNotifyingProject({
      contacts: [...aNotifyingProject().contacts, aContact('nobody-knows', 'lead', { rights: ['edit'] })],
    });
    const found = resolveRecipients(anIntent({ to: ['AC', 'SH'], except: ['sh'] }), state, gone);
    expect(found.map((r) => r.personId)).toEqual(['lead-pl']);
  });

  it('knows a holder of a standing role who is no named person, and carries zone and language of each', () => {
    const { people: _, ...rest } = directory;
    const [head] = resolveRecipients(anIntent({ to: ['SH'] }), aNotifyingProject(), { ...rest, people: {} });
    expect(head).toEqual({ personId: 'sh', role: 'SH', copy: false, country: 'CN', zone: 'Asia/Shanghai', language: 'zh-CN' });
  });
});

describe('an address that refused', () => {
  it('is replaced by the next contact of the role, then of the institution, then by the officer', () => {
    const only = (ids: string[], unreachable: string[]) =>
      aNotifyingProject({ contacts: aNotifyingProject().contacts.filter((c) => ids.includes(c.personId)), unreachable });
    expect(told('AC', undefined, aNotifyingProject({ unreachable: ['lead-ac'] }))).toEqual(['lead-pl']);
    expect(told('AC', undefined, only(['lead-ac', 'lead-head'], ['lead-ac']))).toEqual(['lead-head']);
    expect(told('AC', undefined, only(['lead-ac'], ['lead-ac']))).toEqual(['co']);
    expect(told('AC', undefined, only(['lead-ac'], ['lead-ac', 'co']))).toEqual([]);
  });

  it('that was corrected is used again', () => {
    const corrected = { ...directory, mailWorks: ['lead-ac'] };
    const intent = anIntent({ to: ['AC'] });
    const state = aNotifyingProject({ unreachable: ['lead-ac'] });
    expect(resolveRecipients(intent, state, corrected).map((r) => r.personId)).toEqual(['lead-pl', 'lead-ac']);
  });

  it('of a partner asks his colleagues, the primary one first', () => {
    const next = nextContact('host-2', 'PS', anIntent(), aNotifyingProject({ unreachable: ['host-ps', 'host-2'] }), directory);
    expect(next?.personId).toBe('host-pc');
  });

  it('in a call asks the other holders', () => {
    expect(nextContact('cm', 'CM', anIntent(), call, directory)).toBeUndefined();
    const two = { ...directory, holders: { ...directory.holders, CM: [...directory.holders.CM, aPerson('cm2', 'TH')] } };
    expect(nextContact('cm', 'CM', anIntent(), call, two)?.personId).toBe('cm2');
  });
});

describe('asked again whether a person is still in his role', () => {
  it('says no when he left it', () => {
    const state = aNotifyingProject();
    expect(stillInRole('lead-ac', 'AC', anIntent(), state, directory)).toBe(true);
    expect(stillInRole('host-pc', 'AC', anIntent(), state, directory)).toBe(false);
  });

  it('asks for the one instead of whom another was told', () => {
    const state = aNotifyingProject();
    expect(stillInRole('co', 'AC', { insteadOf: 'lead-ac' }, state, directory)).toBe(true);
    expect(stillInRole('co', 'AC', { insteadOf: 'host-pc' }, state, directory)).toBe(false);
  });
});
