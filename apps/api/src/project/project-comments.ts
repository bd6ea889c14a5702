import { Inject, Injectable } from '@nestjs/common';
import { canReadComments } from '@app/domain';
import {
  addComment,
  commentOf,
  commentOpenMinutes,
  commentsOf,
  editComment,
  markCommentDeleted,
  type CommentRow,
  type Sql,
} from '@app/persistence';
import type { z } from 'zod';
import { actorOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import type { comment } from './comments.schemas';
import { ProjectPages } from './project-pages';

type Comment = z.output<typeof comment>;

/** Which comment, of which project. */
export interface CommentAddress {
  id: string;
  commentId: string;
}

/** Comments among colleagues. For everybody else there are none: every method throws NOT_FOUND for whoever may not read them. */
@Injectable()
export class ProjectComments {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  /** The project's comments, the oldest first. */
  async list(person: SignedIn, projectId: string): Promise<Comment[]> {
    await this.admit(person, projectId);
    return (await commentsOf(this.db, actorOf(person), projectId)).map((row) => told(person, row));
  }

  /** Writes a comment under the caller's key; repeated, it answers what was written. Throws KEY_REUSED for a key of something else. */
  async add(person: SignedIn, { id, commentId }: CommentAddress, body: string): Promise<Comment> {
    await this.admit(person, id);
    await addComment(this.db, { commentId, projectId: id, authorId: person.personId, body });
    const row = await commentOf(this.db, id, commentId);
    if (row?.authorId !== person.personId) throw new Problem('KEY_REUSED');
    return told(person, row);
  }

  /** Changes the words of an own comment. Throws NOT_ALLOWED, COMMENT_CLOSED after a quarter of an hour, STALE_REVISION. */
  async edit(person: SignedIn, address: CommentAddress, { seen, body }: { seen: number; body: string }): Promise<Comment> {
    const row = await this.own(person, address);
    if (row.deleted) throw new Problem('NOT_FOUND');
    if (!row.open) throw new Problem('COMMENT_CLOSED', { values: { minutes: commentOpenMinutes } });
    const changed = await editComment(this.db, { commentId: row.commentId, version: seen, body });
    if (!changed.ok) throw new Problem('STALE_REVISION', { values: { expectedRev: seen, currentRev: changed.current ?? 0 } });
    return told(person, (await commentOf(this.db, address.id, address.commentId)) ?? row);
  }

  /** Deletes an own comment; again is quiet. */
  async remove(person: SignedIn, address: CommentAddress): Promise<void> {
    await markCommentDeleted(this.db, (await this.own(person, address)).commentId, true);
  }

  /** Takes back that an own comment was deleted. Throws COMMENT_CLOSED when that is long ago. */
  async restore(person: SignedIn, address: CommentAddress): Promise<Comment> {
    const row = await this.own(person, address);
    if (row.deleted && !row.open) throw new Problem('COMMENT_CLOSED', { values: { minutes: commentOpenMinutes } });
    await markCommentDeleted(this.db, row.commentId, false);
    return told(person, (await commentOf(this.db, address.id, address.commentId)) ?? row);
  }

  private async admit(person: SignedIn, projectId: string): Promise<void> {
    const { state } = await this.pages.read(person, projectId);
    if (!canReadComments(actorOf(person), state)) throw new Problem('NOT_FOUND');
  }

  private async own(person: SignedIn, { id, commentId }: CommentAddress): Promise<CommentRow> {
    await this.admit(person, id);
    const row = await commentOf(this.db, id, commentId);
    if (row === undefined) throw new Problem('NOT_FOUND');
    if (row.authorId !== person.personId) throw new Problem('NOT_ALLOWED');
    return row;
  }
}

function told(person: SignedIn, row: CommentRow): Comment {
  const { commentId, authorId, authorName, body, version, createdAt, editedAt } = row;
  const mine = authorId === person.personId;
  const openUntil = new Date(createdAt.getTime() + commentOpenMinutes * 60_000).toISOString();
  return {
    ...{ commentId, authorId, authorName, body, version, mine },
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    editableUntil: mine && row.open ? openUntil : null,
  };
}
