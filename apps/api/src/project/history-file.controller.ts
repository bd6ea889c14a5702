import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { canReadContent } from '@app/domain';
import { coveredBy, entriesOf, type Sql } from '@app/persistence';
import type { SpokenLanguage } from '@app/platform';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { actorOf, holdsOneOf, type SignedIn } from '../auth/signed-in';
import { attachment } from '../document/content-disposition';
import { Problem } from '../errors/problem';
import { entityId } from '../http/params';
import { ReaderLanguage } from '../http/reader-language.decorator';
import { DATABASE } from '../tokens';
import { ProjectPages } from './project-pages';
import { historyFile } from './project-story.schemas';
import { keepersOfHistory, toldHistory } from './told-history';

/** The history of a project as a file that keeps its proof with it. */
@ApiTags('projects')
@Controller('projects/:id/history')
export class HistoryFileController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Gives the history of a project as a file, with the ledger and its proof for those who may read the content' })
  @ApiOkResponse({ standardSchema: historyFile })
  async historyFile(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @ReaderLanguage() language: SpokenLanguage,
    @Res({ passthrough: true }) response: Response,
  ): Promise<z.output<typeof historyFile>> {
    const { state, head } = await this.pages.read(person, id);
    if (!holdsOneOf(person, keepersOfHistory)) throw new Problem('NOT_ALLOWED');
    const entries = await entriesOf(this.db, { kind: 'project', id });
    const told = await toldHistory(this.db, person, { entries, head: head.head }, language);
    const reference = state.projectRef ?? state.applicationRef ?? null;
    response.set({ 'Content-Disposition': attachment(`${reference ?? id}-history.json`), 'Cache-Control': 'private, no-store' });
    return {
      project: { id, reference },
      exportedAt: new Date().toISOString(),
      exportedBy: person.fullName,
      ...told,
      // Before the call has closed what an application says is sealed, also where its ledger tells it.
      ...(canReadContent(actorOf(person), state) ? { ledger: entries, ...(await this.proof(id)) } : {}),
    };
  }

  /** That the ledger stands under the last signed root, up to the entry that this knew. */
  private async proof(id: string): Promise<Pick<z.output<typeof historyFile>, 'proof'>> {
    const proof = await coveredBy(this.db, { kind: 'project', id });
    return proof === undefined ? {} : { proof };
  }
}
