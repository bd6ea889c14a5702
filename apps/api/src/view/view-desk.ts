import { Inject, Injectable } from '@nestjs/common';
import type { StandingRole } from '@app/domain';
import {
  addView,
  changeView,
  removeView,
  savedView,
  savedViewsOf,
  setHomeView,
  viewsKept,
  type SavedViewRow,
  type Sql,
  type ViewContent,
} from '@app/persistence';
import type { z } from 'zod';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import type { viewAnswer, viewsAnswer } from './views.schemas';

type ViewAnswer = z.output<typeof viewAnswer>;

const mayShare: readonly StandingRole[] = ['CO', 'SH', 'AR', 'AD'];
const mostKept = 100;

/** Saved views: everybody keeps his own; the Secretariat may share some with roles. A view that the reader may not use does not exist for him. */
@Injectable()
export class ViewDesk {
  constructor(@Inject(DATABASE) private readonly db: Sql) {}

  /** Views the person may use. */
  async list(person: SignedIn): Promise<z.output<typeof viewsAnswer>> {
    const rows = await savedViewsOf(this.db, person);
    return { items: rows.map((row) => answerOf(person, row)), mayShare: holdsOneOf(person, mayShare) };
  }

  /** Saves a view under an id the sender made; sending it again is the same view. Throws NOT_FOUND for somebody else's, NOT_ALLOWED, STALE_REVISION, TOO_MANY_VIEWS. */
  async keep(person: SignedIn, id: string, content: ViewContent, seen: number | undefined): Promise<ViewAnswer> {
    if (content.sharedRoles.length > 0 && !holdsOneOf(person, mayShare)) throw new Problem('NOT_ALLOWED');
    const known = await savedView(this.db, person, id);
    if (known !== undefined) await this.change(person, known, content, seen);
    else await this.add(person, id, content);
    return answerOf(person, await this.row(person, id));
  }

  /** Removes an own view. Throws NOT_FOUND. */
  async remove(person: SignedIn, id: string): Promise<void> {
    await this.row(person, id);
    if (!(await removeView(this.db, person.personId, id, true))) throw new Problem('NOT_ALLOWED');
  }

  /** Brings an own view back. Throws NOT_FOUND. */
  async restore(person: SignedIn, id: string): Promise<ViewAnswer> {
    if (!(await removeView(this.db, person.personId, id, false))) throw new Problem('NOT_FOUND');
    return answerOf(person, await this.row(person, id));
  }

  /** Chooses the view that the person's pages open with. Throws NOT_FOUND. */
  async setHome(person: SignedIn, viewId: string | null): Promise<void> {
    if (viewId !== null) await this.row(person, viewId);
    await setHomeView(this.db, person.personId, viewId ?? undefined);
  }

  private async add(person: SignedIn, id: string, content: ViewContent): Promise<void> {
    if ((await viewsKept(this.db, person.personId)) >= mostKept) throw new Problem('TOO_MANY_VIEWS', { values: { limit: mostKept } });
    if (await addView(this.db, person.personId, id, content)) return;
    // Sent twice at once, or the id is somebody else's or of a view that was removed: those do not exist for the sender.
    const known = await this.row(person, id);
    if (!isSame(known, content)) throw new Problem('STALE_REVISION', { values: { expectedRev: 0, currentRev: known.rev } });
  }

  private async change(person: SignedIn, known: SavedViewRow, content: ViewContent, seen: number | undefined): Promise<void> {
    if (known.ownerId !== person.personId) throw new Problem('NOT_ALLOWED');
    if (isSame(known, content)) return;
    const stale = new Problem('STALE_REVISION', { values: { expectedRev: seen ?? 0, currentRev: known.rev } });
    if (seen === undefined || !(await changeView(this.db, person.personId, { id: known.id, rev: seen }, content))) throw stale;
  }

  private async row(person: SignedIn, id: string): Promise<SavedViewRow> {
    const row = await savedView(this.db, person, id);
    if (row === undefined) throw new Problem('NOT_FOUND');
    return row;
  }
}

function isSame(known: SavedViewRow, content: ViewContent): boolean {
  const told = ({ page, name, search, sharedRoles }: ViewContent): string => JSON.stringify([page, name, search, [...sharedRoles].sort()]);
  return told(known) === told(content);
}

function answerOf(person: SignedIn, { ownerId, ...row }: SavedViewRow): ViewAnswer {
  return { ...row, mine: ownerId === person.personId };
}
