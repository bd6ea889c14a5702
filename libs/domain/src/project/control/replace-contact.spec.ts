import { answer, apply, context, facts, person, text } from '../../spec-kit';
import type { Contact } from '../../shared/facts';
import { aProject, morning } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import type { ProjectState } from '../project.state';
import { decideReplaceContact } from './replace-contact';

const head = person('head', 'SH');
const deputy = person('deputy', 'SH');
const on = morning('2026-01-20');
const confirm: ProjectCommand = { type: 'ConfirmProposal', payload: { proposalId: 'p1' } };
const left: Contact = {
  ...{ personId: 'gone', organizationId: 'org-1', country: 'CN', rights: ['edit'], primary: true },
  ...{ legalRepresentative: false, lead: false, officeHead: true },
};
const state = (...more: Contact[]): ProjectState => ({ ...aProject().at('kick-off'), contacts: [left, ...more] });
const replace = (byPersonId = 'new', personId = 'gone'): ProjectCommand => ({ type: 'ReplaceContact', payload: { personId, byPersonId } });
const known = (organizationId = 'org-1', active = true) => ({
  facts: { people: { new: facts('new', { roles: [], organizationId, active }) } },
});
const by = { reason: text, commandId: 'p1', ...known() };

function replaced(before: ProjectState): ProjectState {
  return apply(apply(before, replace(), context(on, head, by)), confirm, context(on, deputy, { commandId: 'c1', ...known() }));
}

describe('ReplaceContact', () => {
  it('does: another person of the organization takes the place with the same rights', () => {
    const stays = { ...left, personId: 'stays' };
    expect(replaced(state(stays)).contacts).toEqual([{ ...left, personId: 'new' }, stays]);
  });

  it('does: who is a contact already keeps what he may do, and gains what the other might', () => {
    const other: Contact = {
      ...left,
      personId: 'new',
      rights: ['sign'],
      primary: false,
      legalRepresentative: true,
      lead: true,
      officeHead: false,
    };
    expect(replaced(state(other)).contacts).toEqual([
      { ...left, personId: 'new', rights: ['edit', 'sign'], legalRepresentative: true, lead: true },
    ]);
    const plain = { ...left, primary: false, officeHead: false };
    const helper = { ...other, primary: true, legalRepresentative: false, lead: false, officeHead: true };
    expect(replaced({ ...state(), contacts: [helper, plain] }).contacts).toEqual([
      { ...left, personId: 'new', rights: ['edit', 'sign'], primary: true, officeHead: true },
    ]);
    expect(replaced({ ...state(), contacts: [{ ...left, legalRepresentative: true }] }).contacts[0]?.legalRepresentative).toBe(true);
  });

  it('refuses: the leader, strangers, people of elsewhere or who have left, himself, no reason, and whoever has not the right', () => {
    const ask = (command: ProjectCommand, change: object = {}) => answer(state(), command, context(on, head, { ...by, ...change }));
    expect(answer({ ...state(), contacts: [{ ...left, lead: true }] }, replace(), context(on, head, by))).toBe('ONLY_BY_AMENDMENT');
    expect(ask(replace('new', 'nobody'))).toBe('UNKNOWN_OBJECT');
    expect(ask(replace('gone'))).toBe('UNKNOWN_OBJECT');
    expect(ask(replace('stranger'))).toBe('UNKNOWN_OBJECT');
    expect(ask(replace(), known('org-2'))).toBe('UNKNOWN_OBJECT');
    expect(ask(replace(), known('org-1', false))).toBe('UNKNOWN_OBJECT');
    expect(answer(state(), replace(), context(on, head, known()))).toBe('REASON_REQUIRED');
    expect(answer(state(), replace(), context(on, person('officer', 'CO'), by))).toBe('NOT_ALLOWED');
  });

  it('refuses: the clock', () => {
    const byClock = decideReplaceContact(
      state(),
      { type: 'ReplaceContact', payload: { personId: 'gone', byPersonId: 'new' } },
      context(on, { kind: 'system' }, by),
      false,
    );
    expect(byClock).toMatchObject({ ok: false, violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: replaced once, the one who left is no contact any more', () => {
    expect(answer(replaced(state()), replace(), context(on, head, by))).toBe('UNKNOWN_OBJECT');
  });
});
