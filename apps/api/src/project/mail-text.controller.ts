import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { sentMail, type Sql } from '@app/persistence';
import PostalMime from 'postal-mime';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { holdsOneOf, type SignedIn } from '../auth/signed-in';
import { Problem } from '../errors/problem';
import { DATABASE } from '../tokens';
import { ProjectPages } from './project-pages';

const address = z.strictObject({ id: z.uuid(), mailId: z.uuid() });
const mailText = z.object({ subject: z.string(), text: z.string() }).meta({ id: 'MailText' });

/** Secret part of a link in a mail: only who received it may use it. */
const secretLink = /\/a\/[\w-]{43}/g;

/** The exact text of a mail as it was sent. */
@ApiTags('projects')
@Controller('projects/:id/mails/:mailId')
export class MailTextController {
  constructor(
    @Inject(DATABASE) private readonly db: Sql,
    private readonly pages: ProjectPages,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Shows the exact text of a sent mail' })
  @ApiOkResponse({ standardSchema: mailText })
  async mailText(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { id, mailId }: z.output<typeof address>,
  ): Promise<z.output<typeof mailText>> {
    await this.pages.read(person, id);
    const mail = await sentMail(this.db, { kind: 'project', id }, mailId);
    const own = mail?.personId === person.personId;
    if (mail === undefined || !(own || holdsOneOf(person, ['CO', 'SH', 'AR', 'AD', 'AU']))) throw new Problem('NOT_FOUND');
    const { subject, text } = await PostalMime.parse(mail.raw);
    return { subject: subject ?? '', text: own ? (text ?? '') : (text ?? '').replace(secretLink, '/a/…') };
  }
}
