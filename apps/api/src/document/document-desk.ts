import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canReadContent, type ProjectState } from '@app/domain';
import { addDocument, documentOf, documentsOf, peopleByIds, uploadedToday, type DocumentRow, type Sql } from '@app/persistence';
import type { Config, FileStore } from '@app/platform';
import type { Request } from 'express';
import type { z } from 'zod';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { fieldProblems } from '../errors/validation';
import { ProjectPages } from '../project/project-pages';
import { isStaff } from '../project/project-sight';
import { CONFIG, DATABASE, FILES } from '../tokens';
import { uploadFields, type documentAnswer } from './documents.schemas';
import { acceptedExtensions, mediaTypeOf } from './file-types';
import { receiveUpload } from './receive-upload';

type DocumentAnswer = z.output<typeof documentAnswer>;

/** A person may store this many files of the largest size a day. */
const largeFilesADay = 40;

/** Files of projects: who may see the content of an application may see its files, who belongs to the project or the Secretariat may add some. */
@Injectable()
export class DocumentDesk {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(CONFIG) private readonly config: Config,
    private readonly pages: ProjectPages,
  ) {}

  /** Files the reader may see, the newest first. */
  async list(person: SignedIn, projectId: string): Promise<DocumentAnswer[]> {
    const { state, inSight } = await this.pages.read(person, projectId);
    const rows = await documentsOf(this.db, { kind: 'project', id: projectId });
    return this.answers(
      person,
      inSight,
      rows.filter((row) => mayReadDocument(person, state, row)),
    );
  }

  /** Takes an uploaded file. Throws FILE_TOO_LARGE, FILE_TYPE_NOT_ALLOWED, FILE_EMPTY, FILE_MISSING, NOT_ALLOWED. */
  async add(person: SignedIn, projectId: string, request: Request): Promise<DocumentAnswer> {
    const { state } = await this.pages.read(person, projectId);
    if (!mayAdd(person, state)) throw new Problem('NOT_ALLOWED');
    const { uploadMaxBytes } = this.config.files;
    if ((await uploadedToday(this.db, person.personId)) > largeFilesADay * uploadMaxBytes)
      throw new Problem('TOO_MANY_ATTEMPTS', { headers: { 'Retry-After': '3600' } });
    const { file, fields } = await receiveUpload(request, this.store, uploadMaxBytes);
    if (file.sizeBytes === 0) throw new Problem('FILE_EMPTY');
    const checked = uploadFields.safeParse(fields);
    if (!checked.success) throw new Problem('BAD_INPUT', { fields: fieldProblems(checked.error.issues) });
    const mediaType = await mediaTypeOf({ ...file, path: this.store.pathOf(file.sha256) });
    if (mediaType === undefined) throw new Problem('FILE_TYPE_NOT_ALLOWED', { values: { allowed: [...acceptedExtensions] } });
    const documentId = randomUUID();
    await addDocument(this.db, {
      documentId,
      entityKind: 'project',
      entityId: projectId,
      type: checked.data.type,
      language: checked.data.language ?? null,
      fileName: file.name,
      mediaType,
      sizeBytes: file.sizeBytes,
      sha256: file.sha256,
      uploadedBy: person.personId,
    });
    return answerOf(await this.row(projectId, documentId), person.fullName);
  }

  /** A file the reader may see, to be sent. Throws NOT_FOUND. */
  async find(person: SignedIn, projectId: string, documentId: string): Promise<DocumentRow> {
    const { state } = await this.pages.read(person, projectId);
    const row = await this.row(projectId, documentId);
    if (!mayReadDocument(person, state, row)) throw new Problem('NOT_FOUND');
    return row;
  }

  /** With the names of those who stored them: all for staff, else the reader's own and those of the contacts he sees; who judges stays unnamed. */
  private async answers(person: SignedIn, { contacts }: ProjectState, rows: DocumentRow[]): Promise<DocumentAnswer[]> {
    const seen = new Set([person.personId, ...contacts.map((one) => one.personId)]);
    const ids = [...new Set(rows.map((row) => row.uploadedBy))].filter((id) => isStaff(actorOf(person)) || seen.has(id));
    const names = new Map((await peopleByIds(this.db, ids)).map((one) => [one.personId, one.fullName]));
    return rows.map((row) => answerOf(row, names.get(row.uploadedBy) ?? ''));
  }

  private async row(projectId: string, documentId: string): Promise<DocumentRow> {
    const row = await documentOf(this.db, { kind: 'project', id: projectId }, documentId);
    if (row === undefined) throw new Problem('NOT_FOUND');
    return row;
  }
}

function mayReadDocument(person: SignedIn, state: ProjectState, row: DocumentRow): boolean {
  return row.uploadedBy === person.personId || canReadContent(actorOf(person), state);
}

function mayAdd(person: SignedIn, state: ProjectState): boolean {
  const belongs = state.startedBy === person.personId || state.contacts.some((contact) => contact.personId === person.personId);
  return belongs || holdsOneOf(person, ['CO', 'SH', 'CH', 'AR']);
}

function answerOf({ entityKind: _kind, entityId: _id, uploadedAt, ...row }: DocumentRow, uploadedByName: string): DocumentAnswer {
  return { ...row, uploadedByName, uploadedAt: uploadedAt.toISOString() };
}
