import { openTasks } from '../../notification/open-tasks';
import { answer, apply, context, facts, fold, person, projectAt, runClock, text } from '../../spec-kit';
import { allowedCommands } from '../allowed-commands';
import { aProject, morning, people } from '../project.builder';
import type { ProjectCommand } from '../project.commands';
import { canRead, canReadComments } from '../project-permissions';
import { outlivesStage } from '../project-rule';
import type { ProjectState } from '../project.state';
import { decideHandOver } from './hand-over.decide';
import { handOverConsequences } from './hand-over.consequences';
import { passedOnBy } from './passed-on-mails';
import { tookEffect } from './take-over';

const id = 'offer-1';
const next = person('next', 'CO');
const newcomer = person('newcomer');
const contact = person('contact');
const known = (change: object = {}) => ({
  people: {
    next: facts('next', { roles: ['CO'], ...change }),
    newcomer: facts('newcomer', { roles: [], organizationId: 'college', ...change }),
    legal: facts('legal', { roles: [], organizationId: 'college' }),
  },
});
const on = (date: string, actor: ReturnType<typeof person>, change: object = {}) =>
  context(morning(date), actor, { reason: text, commandId: id, facts: known(), ...change });
const offer = (personId: string, toPersonId: string, effectiveOn?: string): ProjectCommand => ({
  type: 'OfferHandOver',
  payload: { personId, toPersonId, ...(effectiveOn === undefined ? {} : { effectiveOn }) },
});
const about = (type: 'AcceptHandOver' | 'DeclineHandOver' | 'CancelHandOver', handOverId = id): ProjectCommand => ({
  type,
  payload: { handOverId },
});
const atWork = (): ProjectState => ({ ...aProject().at('building'), officerId: 'officer' });
const offered = (from = 'contact', to = 'newcomer', effectiveOn?: string, state = atWork()): ProjectState =>
  apply(state, offer(from, to, effectiveOn), on('2026-02-02', people.head));
const contactsOf = (state: ProjectState) => state.contacts.map((one) => one.personId);
const answered = (state: ProjectState) => state.deadlines.filter((one) => one.ladder === 'handOver');

describe('OfferHandOver', () => {
  it('does: the one who is asked has ten working days, may read the project, and finds it among his tasks; nothing else changes', () => {
    const state = offered();
    expect(state.handOvers).toMatchObject([{ handOverId: id, role: 'contact', from: 'contact', to: 'newcomer', offeredBy: 'head' }]);
    expect(answered(state)).toMatchObject([{ object: id, dueOn: '2026-02-16', owner: { role: 'AC', personId: 'newcomer' } }]);
    expect(contactsOf(state)).not.toContain('newcomer');
    expect([canRead(newcomer, atWork()), canRead(newcomer, state), canReadComments(person('newcomer', 'CO'), state)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(openTasks(state).find((one) => one.ladder === 'handOver')).toMatchObject({
      command: 'AcceptHandOver',
      fixed: { handOverId: id },
      people: ['newcomer'],
    });
  });

  it('does: the officer hands his own file over, a contact his own place, the leader and the legal representative those of their colleagues', () => {
    const role = (command: ProjectCommand, actor: ReturnType<typeof person>) =>
      apply(atWork(), command, on('2026-02-02', actor)).handOvers?.[0]?.role;
    expect(role(offer('officer', 'next'), people.officer)).toBe('officer');
    expect(role(offer('contact', 'newcomer'), contact)).toBe('contact');
    expect(role(offer('contact', 'newcomer'), people.lead)).toBe('contact');
    expect(role(offer('contact', 'newcomer'), people.legal)).toBe('contact');
    expect(role(offer('contact', 'newcomer'), people.officer)).toBe('contact');
  });

  it('does: lives on while the project is held and when a stage ends', () => {
    const held = {
      ...atWork(),
      hold: { kind: 'suspension' as const, reasonCode: 'WAR', from: morning('2026-01-30'), heldOn: '2026-01-30', automatic: false },
    };
    expect(answered(offered('contact', 'newcomer', undefined, held))).toHaveLength(1);
    expect(answered(offered()).every(outlivesStage)).toBe(true);
  });

  it('refuses: strangers, the leader, himself, people of elsewhere or who have left, a second offer, a day that has passed, no reason', () => {
    const ask = (command: ProjectCommand, change: object = {}, actor = people.head) =>
      answer(atWork(), command, on('2026-02-02', actor, change));
    expect(ask(offer('nobody', 'newcomer'))).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('lead', 'newcomer'))).toBe('ONLY_BY_AMENDMENT');
    expect(ask(offer('contact', 'contact'))).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('contact', 'stranger'))).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('contact', 'next'))).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('officer', 'newcomer'))).toBe('NOT_ALLOWED');
    expect(ask(offer('contact', 'newcomer'), { facts: known({ active: false }) })).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('contact', 'newcomer', '2026-02-01'))).toBe('DATE_IN_PAST');
    expect(ask(offer('contact', 'newcomer', '2026-02-30'))).toBe('NOT_A_DATE');
    expect(ask(offer('contact', 'newcomer'), { reason: undefined })).toBe('REASON_REQUIRED');
    expect(answer(offered(), offer('contact', 'legal'), on('2026-02-03', people.head, { commandId: 'other' }))).toBe('ALREADY_DONE');
    expect(answer({ ...atWork(), stage: 'closed', subState: 'exiting' }, offer('contact', 'newcomer'), on('2026-02-02', people.head))).toBe(
      'WRONG_STAGE',
    );
  });

  it('refuses: what is not his to give away', () => {
    const ask = (command: ProjectCommand, actor: ReturnType<typeof person>) => answer(atWork(), command, on('2026-02-02', actor));
    expect(ask(offer('officer', 'next'), people.lead)).toBe('NOT_ALLOWED');
    expect(ask(offer('officer', 'next'), person('other', 'CO'))).toBe('NOT_ALLOWED');
    expect(ask(offer('contact', 'newcomer'), person('firm'))).toBe('NOT_ALLOWED');
    expect(ask(offer('host', 'newcomer'), contact)).toBe('UNKNOWN_OBJECT');
    expect(ask(offer('contact', 'newcomer'), newcomer)).toBe('NOT_ALLOWED');
    expect(
      decideHandOver(
        atWork(),
        { type: 'OfferHandOver', payload: { personId: 'contact', toPersonId: 'newcomer' } },
        context(morning('2026-02-02'), people.clock),
      ),
    ).toMatchObject({ violation: { code: 'NOT_ALLOWED' } });
  });

  it('repeats: asked once, he is not asked again', () => {
    expect(answer(offered(), offer('contact', 'newcomer'), on('2026-02-02', people.head))).toBe('ALREADY_DONE');
  });
});

describe('AcceptHandOver', () => {
  it('does: the new contact stands in the place with the rights it had, and the old one is gone', () => {
    const state = apply(offered(), about('AcceptHandOver'), on('2026-02-03', newcomer));
    expect(contactsOf(state)).not.toContain('contact');
    expect(state.contacts.find((one) => one.personId === 'newcomer')).toMatchObject({ rights: ['view', 'edit'], lead: false });
    expect([state.handOvers, answered(state)]).toEqual([undefined, []]);
    const twice = apply(offered('contact', 'legal'), about('AcceptHandOver'), on('2026-02-03', people.legal));
    expect(contactsOf(twice).filter((one) => one === 'legal')).toHaveLength(1);
  });

  it('does: the new officer takes over what the old one owed by name, the expert’s own work stays', () => {
    const review = atWork().deadlines[0];
    if (review === undefined) throw new Error('a project at work has deadlines');
    const owed = { ...review, ladder: 'holdReview' as const, object: 'x', owner: { role: 'CO' as const, personId: 'officer' } };
    const judged = { ...owed, object: 'y', owner: { role: 'EX' as const, personId: 'officer' } };
    const asContact = { ...owed, object: 'z', owner: { role: 'AC' as const, personId: 'officer' } };
    const before = offered('officer', 'next', undefined, { ...atWork(), deadlines: [...atWork().deadlines, owed, judged, asContact] });
    const state = apply(before, about('AcceptHandOver'), on('2026-02-03', next));
    expect(state.officerId).toBe('next');
    const owner = (object: string) => state.deadlines.find((one) => one.object === object)?.owner.personId;
    expect(['x', 'y', 'z'].map(owner)).toEqual(['next', 'officer', 'officer']);
  });

  it('does: from a named day on the clock puts him into the place; until then the old holder answers', () => {
    const waiting = apply(offered('contact', 'newcomer', '2026-02-10'), about('AcceptHandOver'), on('2026-02-03', newcomer));
    expect(contactsOf(waiting)).toContain('contact');
    expect(waiting.handOvers?.[0]?.acceptedAt).toBe(morning('2026-02-03'));
    expect(contactsOf(runClock(waiting, '2026-02-09T15:59:59.000Z'))).toContain('contact');
    expect(contactsOf(runClock(waiting, morning('2026-02-10')))).toContain('newcomer');
    const late = apply(offered('contact', 'newcomer', '2026-02-03'), about('AcceptHandOver'), on('2026-02-05', newcomer));
    expect(contactsOf(late)).toContain('newcomer');
  });

  it('does: another who was put into the place meanwhile keeps it', () => {
    const waiting = apply(offered('officer', 'next', '2026-02-10'), about('AcceptHandOver'), on('2026-02-03', next));
    const other = runClock({ ...waiting, officerId: 'third' }, morning('2026-02-12'));
    expect([other.officerId, other.handOvers]).toEqual(['third', undefined]);
  });

  it('does: two offers at once are answered apart', () => {
    const both = apply(offered(), offer('officer', 'next'), on('2026-02-02', people.head, { commandId: 'offer-2' }));
    const one = apply(both, about('AcceptHandOver', 'offer-2'), on('2026-02-03', next));
    expect([one.officerId, one.handOvers?.map((it) => it.handOverId)]).toEqual(['next', [id]]);
    const two = apply(
      apply(
        offered('contact', 'newcomer', '2026-02-10'),
        offer('officer', 'next', '2026-02-10'),
        on('2026-02-02', people.head, { commandId: 'offer-2' }),
      ),
      about('AcceptHandOver', 'offer-2'),
      on('2026-02-03', next),
    );
    expect(two.handOvers?.map((it) => it.acceptedAt !== undefined)).toEqual([false, true]);
  });

  it('does: what waits for the old holder goes to the new one, in the roles of the place', () => {
    const [handOver] = offered().handOvers ?? [];
    const [officers] = offered('officer', 'next').handOvers ?? [];
    if (handOver === undefined || officers === undefined) throw new Error('offers are open');
    const now = { now: morning('2026-02-03') };
    expect(passedOnBy(tookEffect(atWork(), handOver, now))).toMatchObject({ from: 'contact', to: 'newcomer' });
    expect(passedOnBy(tookEffect(atWork(), officers, now))?.roles).toEqual(['CO', 'owner']);
    expect(passedOnBy({ type: 'ProjectHeld' })).toBeUndefined();
    expect(tookEffect({ ...atWork(), contacts: [] }, handOver, now)).not.toHaveProperty('contact');
  });

  it('refuses: whoever was not asked, what is no longer the old holder’s, and who is no case officer any more', () => {
    expect(answer(offered(), about('AcceptHandOver'), on('2026-02-03', people.head))).toBe('NOT_ALLOWED');
    expect(answer(offered(), about('AcceptHandOver', 'no-such'), on('2026-02-03', newcomer))).toBe('UNKNOWN_OBJECT');
    expect(answer({ ...offered('officer', 'next'), officerId: 'third' }, about('AcceptHandOver'), on('2026-02-03', next))).toBe(
      'UNKNOWN_OBJECT',
    );
    expect(answer(offered('officer', 'next'), about('AcceptHandOver'), on('2026-02-03', person('next')))).toBe('NOT_ALLOWED');
  });

  it('repeats: accepted once, there is nothing left to accept', () => {
    const waiting = apply(offered('contact', 'newcomer', '2026-02-10'), about('AcceptHandOver'), on('2026-02-03', newcomer));
    expect(answer(waiting, about('AcceptHandOver'), on('2026-02-04', newcomer))).toBe('NOT_ALLOWED');
    expect(
      answer(
        { ...waiting, handOvers: [...(waiting.handOvers ?? []), { ...offered().handOvers?.[0], handOverId: 'b' } as never] },
        about('AcceptHandOver'),
        on('2026-02-04', newcomer),
      ),
    ).toBe('UNKNOWN_OBJECT');
  });
});

describe('DeclineHandOver', () => {
  it('does: the old holder stays, and the one who was asked does not read the project any more', () => {
    const state = apply(offered(), about('DeclineHandOver'), on('2026-02-03', newcomer));
    expect([contactsOf(state).includes('contact'), state.handOvers, answered(state), canRead(newcomer, state)]).toEqual([
      true,
      undefined,
      [],
      false,
    ]);
  });

  it('does: silence counts as declined, three working days after the time is over', () => {
    expect(runClock(offered(), '2026-02-19T15:59:59.000Z').handOvers).toHaveLength(1);
    const state = runClock(offered(), morning('2026-02-20'));
    expect([contactsOf(state).includes('contact'), state.handOvers, answered(state)]).toEqual([true, undefined, []]);
    const [clock] = answered(offered());
    if (clock === undefined) throw new Error('the offer has a clock');
    expect(handOverConsequences['lapse-hand-over']?.(atWork(), clock, context(morning('2026-02-19'), people.clock))).toEqual([]);
  });

  it('refuses: whoever was not asked, and after his yes', () => {
    expect(answer(offered(), about('DeclineHandOver'), on('2026-02-03', contact))).toBe('NOT_ALLOWED');
    const both = apply(offered(), offer('officer', 'next'), on('2026-02-02', people.head, { commandId: 'offer-2' }));
    expect(answer(both, about('DeclineHandOver', 'offer-2'), on('2026-02-03', newcomer))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: declined once, there is nothing left to decline', () => {
    const state = apply(offered(), about('DeclineHandOver'), on('2026-02-03', newcomer));
    expect(answer(state, about('DeclineHandOver'), on('2026-02-04', newcomer))).toBe('NOT_ALLOWED');
  });
});

describe('CancelHandOver', () => {
  it('does: the offer is gone, also after the yes and before the day', () => {
    const waiting = apply(offered('contact', 'newcomer', '2026-02-10'), about('AcceptHandOver'), on('2026-02-03', newcomer));
    const state = apply(waiting, about('CancelHandOver'), on('2026-02-04', contact));
    expect(contactsOf(runClock(state, morning('2026-02-12')))).toContain('contact');
    expect(apply(offered(), about('CancelHandOver'), on('2026-02-03', people.officer)).handOvers).toBeUndefined();
  });

  it('refuses: whoever neither offered it nor holds the place', () => {
    expect(answer(offered(), about('CancelHandOver'), on('2026-02-03', person('firm')))).toBe('NOT_ALLOWED');
    expect(answer(offered(), about('CancelHandOver', 'no-such'), on('2026-02-03', people.head))).toBe('UNKNOWN_OBJECT');
  });

  it('repeats: cancelled once, there is nothing left to cancel', () => {
    const state = apply(offered(), about('CancelHandOver'), on('2026-02-03', people.head));
    expect(answer(state, about('CancelHandOver'), on('2026-02-04', people.head))).toBe('UNKNOWN_OBJECT');
  });
});

describe('an event of an offer that is not there', () => {
  it('changes nothing that stands', () => {
    const ends = { handOverId: 'x', from: 'contact', to: 'newcomer', at: morning('2026-02-03') };
    expect(fold(atWork(), [{ type: 'HandOverDeclined', ...ends }])).toEqual(atWork());
    expect(fold(atWork(), [{ type: 'HandOverAccepted', ...ends }])).toEqual({ ...atWork(), handOvers: [] });
  });
});

describe('the buttons of a hand-over', () => {
  it('are there for whoever holds, is asked or offered', () => {
    const possible = (state: ProjectState, actor: ReturnType<typeof person>, type: string) =>
      allowedCommands(state, actor).find((one) => one.type === type)?.possible;
    expect(possible(atWork(), people.officer, 'OfferHandOver')).toBe(true);
    expect(possible({ ...projectAt('draft'), contacts: [] }, people.head, 'OfferHandOver')).toBe(false);
    expect(possible({ ...atWork(), contacts: [] }, people.officer, 'OfferHandOver')).toBe(true);
    expect([possible(offered(), newcomer, 'AcceptHandOver'), possible(offered(), newcomer, 'DeclineHandOver')]).toEqual([true, true]);
    expect([possible(offered(), people.head, 'CancelHandOver'), possible(atWork(), people.head, 'CancelHandOver')]).toEqual([true, false]);
  });
});
