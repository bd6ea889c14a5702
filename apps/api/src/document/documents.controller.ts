import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { documentTypes } from '@app/domain';
import type { FileStore } from '@app/platform';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CurrentPerson } from '../auth/current-person.decorator';
import { Access } from '../auth/route-access';
import type { SignedIn } from '../auth/signed-in';
import { entityId } from '../http/params';
import { FILES } from '../tokens';
import { attachment } from './content-disposition';
import { DocumentDesk } from './document-desk';
import { documentAnswer, documentList } from './documents.schemas';

const address = z.strictObject({ id: z.uuid(), documentId: z.uuid() });
const form = {
  type: 'object',
  required: ['type', 'file'],
  properties: {
    type: { type: 'string', enum: [...documentTypes] },
    language: { type: 'string' },
    file: { type: 'string', format: 'binary' },
  },
};

/** Files of a project: streamed in, private on the way out. */
@ApiTags('documents')
@Controller('projects/:id/documents')
export class DocumentsController {
  constructor(
    private readonly desk: DocumentDesk,
    @Inject(FILES) private readonly store: FileStore,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Lists the documents of a project' })
  @ApiOkResponse({ standardSchema: documentList })
  async documents(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
  ): Promise<z.output<typeof documentList>> {
    return { items: await this.desk.list(person, id) };
  }

  @Post()
  @ApiOperation({ summary: 'Uploads a document' })
  @HttpCode(201)
  @Access('document')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: form })
  @ApiCreatedResponse({ standardSchema: documentAnswer })
  uploadDocument(
    @CurrentPerson() person: SignedIn,
    @Param('id', { schema: entityId }) id: string,
    @Req() request: Request,
  ): Promise<z.output<typeof documentAnswer>> {
    return this.desk.add(person, id, request);
  }

  @Get(':documentId')
  @ApiOperation({ summary: 'Downloads a document' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ description: 'The file, as an attachment', schema: { type: 'string', format: 'binary' } })
  async downloadDocument(
    @CurrentPerson() person: SignedIn,
    @Param({ schema: address }) { id, documentId }: z.output<typeof address>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const row = await this.desk.find(person, id, documentId);
    const content = await this.store.open(row.sha256);
    response.set({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "sandbox; default-src 'none'" });
    return new StreamableFile(content, { type: row.mediaType, length: row.sizeBytes, disposition: attachment(row.fileName) });
  }
}
