import { createHash, randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { EntityKey } from '@app/persistence';
import { openApiKit, type Answer, type ApiKit, type Caller } from '../support/api-kit';
import { startProject } from '../support/commit-kit';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);
const limitBytes = 200_000;

/** An archive with these parts; `claims` overrides the unpacked size its directory states. */
function zipOf(parts: Record<string, string>, claims?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    locals.push(local, Buffer.from(name), packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claims ?? text.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const docx = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' };

describe('files of a project', () => {
  let kit: ApiKit;
  let project: EntityKey;
  let applicant: Caller;

  beforeAll(async () => {
    kit = await openApiKit({ settings: { GONGFANG_UPLOAD_MAX_BYTES: String(limitBytes) } });
    project = await startProject(kit, '2025-06-04T02:00:00.000Z');
    applicant = await kit.as('applicant');
  }, 120_000);
  afterAll(() => kit.close());

  const upload = (
    caller: Caller,
    content: Buffer,
    name: string,
    fields: Record<string, string> = { type: 'BUDGET' },
  ): Promise<Answer<Record<string, string>>> => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(content)]), name);
    return caller.ask('POST', `/api/projects/${project.id}/documents`, { raw: form });
  };
  const stored = async (): Promise<number> => (await kit.db.query<{ n: number }[]>('SELECT count(*)::int AS n FROM document'))[0]?.n ?? -1;

  it('takes a file, names it by its content, and gives it back as an attachment only', async () => {
    const answer = await upload(applicant, pdf, 'งบประมาณ 预算 "1".pdf', { type: 'BUDGET', language: 'th' });
    expect(answer.status).toBe(201);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    expect(answer.body).toMatchObject({ type: 'BUDGET', language: 'th', mediaType: 'application/pdf', sizeBytes: pdf.length, sha256 });
    const path = `/api/projects/${project.id}/documents/${answer.body['documentId'] ?? ''}`;
    const back = await applicant.get<string>(path);
    expect(back.body).toBe(pdf.toString());
    expect(back.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%E0%B8/);
    expect(back.headers.get('cache-control')).toBe('private, no-store');
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('keeps the same content once, with two records', async () => {
    const [one, two] = [await upload(applicant, png, 'a.png', { type: 'PHOTO' }), await upload(applicant, png, 'b.png', { type: 'PHOTO' })];
    expect(one.body['sha256']).toBe(two.body['sha256']);
    expect(one.body['documentId']).not.toBe(two.body['documentId']);
  });

  it.each([
    ['a page that calls itself a PDF', Buffer.from('<html><script>alert(1)</script>'), 'a.pdf'],
    ['a PDF that is a page too', Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>'), 'a.pdf'],
    ['a picture under another name', png, 'a.pdf'],
    ['a program', Buffer.from('MZ\u0090\u0000'), 'a.exe'],
    ['a vector picture', Buffer.from('<svg onload="x()"/>'), 'a.svg'],
    ['an archive that is no document', zipOf({ 'a.txt': 'x' }), 'a.docx'],
    ['a document with macros', zipOf({ ...docx, 'word/vbaProject.bin': 'x' }), 'a.docx'],
    ['a document that would unpack to a gigabyte', zipOf(docx, 900_000_000), 'a.docx'],
    ['half an archive', zipOf(docx).subarray(0, 60), 'a.docx'],
  ])('refuses %s and notes nothing', async (_what, content, name) => {
    const before = await stored();
    const answer = await upload(applicant, content, name);
    expect([answer.status, answer.problem.code]).toEqual([415, 'FILE_TYPE_NOT_ALLOWED']);
    expect(await stored()).toBe(before);
  });

  it('takes a real document', async () => {
    expect((await upload(applicant, zipOf(docx), 'plan.docx', { type: 'SELF_EVALUATION' })).status).toBe(201);
  });

  it('refuses what is too large, empty, missing, of an unknown type, or sent as JSON', async () => {
    const before = await stored();
    expect((await upload(applicant, Buffer.concat([pdf, Buffer.alloc(limitBytes)]), 'big.pdf')).problem).toMatchObject({
      status: 413,
      code: 'FILE_TOO_LARGE',
    });
    expect((await upload(applicant, Buffer.alloc(0), 'empty.pdf')).problem.code).toBe('FILE_EMPTY');
    expect((await upload(applicant, pdf, 'a.pdf', { type: 'SECRET_PLAN' })).problem.code).toBe('BAD_INPUT');
    expect((await upload(applicant, pdf, 'a.pdf', { type: 'BUDGET', admin: 'true' })).problem.code).toBe('BAD_INPUT');
    const path = `/api/projects/${project.id}/documents`;
    expect((await applicant.post(path, { type: 'BUDGET' })).problem.code).toBe('WRONG_CONTENT_TYPE');
    const form = new FormData();
    form.append('type', 'BUDGET');
    expect((await applicant.ask('POST', path, { raw: form })).problem.code).toBe('FILE_MISSING');
    expect(await stored()).toBe(before);
  });

  it('hides files from others and seals them from the Secretariat until the call has closed', async () => {
    const answer = await upload(applicant, pdf, 'sealed.pdf');
    const path = `/api/projects/${project.id}/documents/${answer.body['documentId'] ?? ''}`;
    expect((await (await kit.as('firm')).get(path)).status).toBe(404);
    expect((await (await kit.as('officer')).get(path)).status).toBe(404);
    expect((await (await kit.as('officer')).get<{ items: unknown[] }>(`/api/projects/${project.id}/documents`)).body.items).toEqual([]);
    expect((await upload(await kit.as('firm'), pdf, 'a.pdf')).status).toBe(404);
    const other = await startProject(kit, '2025-06-04T02:10:00.000Z');
    expect((await applicant.get(path.replace(project.id, other.id))).status).toBe(404);
    expect((await applicant.get(`/api/projects/${project.id}/documents/${randomUUID()}`)).status).toBe(404);
  });
});
