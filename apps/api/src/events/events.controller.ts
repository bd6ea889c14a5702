import { Controller, Inject, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { accountPerson, type Sql } from '@app/persistence';
import { concatMap, endWith, filter, from, interval, map, merge, mergeMap, startWith, takeUntil, timer, type Observable } from 'rxjs';
import { CurrentPerson } from '../auth/current-person.decorator';
import type { SignedIn } from '../auth/signed-in';
import { DATABASE } from '../tokens';
import { Changes } from './changes';

const heartbeatMs = 20_000;
/** After this the browser connects anew and proves again who it is. */
const longestMs = 15 * 60_000;

/** Server-sent events: which entities have changed, ids and revisions only, and only those the reader may see. */
@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly changes: Changes,
    @Inject(DATABASE) private readonly db: Sql,
  ) {}

  @Sse()
  @ApiOperation({ summary: 'Streams which entities changed, ids and revisions only' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ description: 'Events `changed` with {kind, id, rev}, `beat` every 20 s' })
  events(@CurrentPerson() person: SignedIn): Observable<MessageEvent> {
    const changed = this.changes.all().pipe(
      concatMap((batch) => from(this.stillReadable(person, batch))),
      filter((batch) => batch.length > 0),
      mergeMap((batch) => batch.map((one): MessageEvent => ({ type: 'changed', data: { ...one } }))),
    );
    const beats = interval(heartbeatMs).pipe(
      startWith(0),
      map((): MessageEvent => ({ type: 'beat', data: {} })),
    );
    return merge(changed, beats).pipe(
      takeUntil(merge(timer(longestMs), this.changes.ended())),
      endWith<MessageEvent>({ type: 'end', data: {} }),
    );
  }

  /** Rights are asked anew with each batch: a lost role is lost at once. */
  private async stillReadable(person: SignedIn, batch: Parameters<Changes['readable']>[1]): ReturnType<Changes['readable']> {
    const now = await accountPerson(this.db, person.personId);
    return now === undefined ? [] : this.changes.readable({ ...person, ...now }, batch);
  }
}
