import { Inject, Injectable } from '@nestjs/common';
import type { StandingRole } from '@app/domain';
import { heldLetters, heldLetterText, noteReading, releaseLetters, type Release } from '@app/persistence';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { MailDeskBell } from '../command-gateway/mail-desk-bell';
import type { CommandCall } from '../commands/command-call.decorator';
import { RuleRoom } from '../commands/rule-room';
import { Problem } from '../errors/problem';
import type { LazyDatabase } from '../lazy-database';
import { DATABASE } from '../tokens';
import type { heldLettersAnswer, heldLetterText as textAnswer, releaseLettersBody } from './letters.schemas';

const readers: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD', 'AU'];

/** Letters of a batch act. The Secretariat reads them, its head releases them; the mail desk writes them, so nothing here renders a letter. */
@Injectable()
export class LettersDesk {
  constructor(
    @Inject(DATABASE) private readonly db: LazyDatabase,
    private readonly rules: RuleRoom,
    private readonly bell: MailDeskBell,
  ) {}

  /** Held letters of a call with who has read them. Throws NOT_FOUND for others than the Secretariat. */
  async list(person: SignedIn, callId: string): Promise<z.output<typeof heldLettersAnswer>> {
    await this.refuseOthers(person, callId);
    const lines = await heldLetters(this.db, callId);
    const items = lines.map((line) => ({
      ...line,
      heldSince: line.heldSince.toISOString(),
      readers: line.readers.map(({ name, at }) => ({ name, at: new Date(at).toISOString() })),
    }));
    return { mayRelease: person.roles.includes('SH'), items };
  }

  /** One held letter as it would leave now. Throws NOT_FOUND when it is not held here or not written yet. */
  async text(person: SignedIn, callId: string, mailId: string): Promise<z.output<typeof textAnswer>> {
    await this.refuseOthers(person, callId);
    const text = await heldLetterText(this.db, callId, mailId);
    if (text === undefined) throw new Problem('NOT_FOUND');
    return text;
  }

  /** Notes that the person has read this text. Throws LETTER_CHANGED when the letter says something else by now. */
  async read(person: SignedIn, callId: string, letter: { mailId: string; mark: string }): Promise<void> {
    await this.text(person, callId, letter.mailId);
    if (!(await noteReading(this.db, { ...letter, personId: person.personId }))) throw new Problem('LETTER_CHANGED');
  }

  /** Releases letters together; those whose text changed meanwhile stay. Throws NOT_ALLOWED for others than a head of the Secretariat, KEY_REUSED. */
  async release({ person, commandId }: CommandCall, callId: string, body: z.output<typeof releaseLettersBody>): Promise<Release> {
    await this.refuseOthers(person, callId);
    if (!person.roles.includes('SH')) throw new Problem('NOT_ALLOWED');
    const by = { key: commandId, personId: person.personId, reason: body.reason };
    const release = await this.db.transaction((tx) => releaseLetters(tx, callId, body.letters, by));
    if (release === undefined) throw new Problem('KEY_REUSED');
    this.bell.ring();
    return release;
  }

  private async refuseOthers(person: SignedIn, callId: string): Promise<void> {
    if (!holdsOneOf(person, readers) || (await this.rules.call(callId)) === undefined) throw new Problem('NOT_FOUND');
  }
}
