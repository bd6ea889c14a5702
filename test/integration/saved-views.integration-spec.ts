import { randomUUID } from 'node:crypto';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';

interface View {
  id: string;
  name: string;
  search: string;
  rev: number;
  mine: boolean;
  home: boolean;
}

const content = { page: 'list', name: 'Late in Laos', search: 'country=LA&overdue=true', sharedRoles: [] as string[] };

describe('saved views', () => {
  let kit: ApiKit;
  let officer: Caller;
  let head: Caller;
  let applicant: Caller;

  beforeAll(async () => {
    kit = await openApiKit();
    [officer, head, applicant] = await Promise.all([kit.as('officer'), kit.as('head'), kit.as('applicant')]);
  }, 60_000);
  afterAll(() => kit?.close());

  const viewsOf = async (caller: Caller): Promise<View[]> => (await caller.get<{ items: View[] }>('/api/views')).body.items;
  const saved = async (caller: Caller, change: Partial<typeof content> = {}): Promise<View> => {
    const answer = await caller.put<View>(`/api/views/${randomUUID()}`, { ...content, ...change });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const found = async (caller: Caller, id: string): Promise<View | undefined> => (await viewsOf(caller)).find((view) => view.id === id);

  it('are one view, however often the same is sent', async () => {
    const id = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => officer.put(`/api/views/${id}`, content)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect((await viewsOf(officer)).filter((view) => view.id === id)).toMatchObject([{ ...content, mine: true, rev: 1, home: false }]);
  });

  it('are nobody else’s: they are not found, changed, deleted, brought back or made his home', async () => {
    const { id } = await saved(officer);
    expect(await found(head, id)).toBeUndefined();
    const tries = [
      head.put(`/api/views/${id}`, { ...content, name: 'Mine now' }, { 'if-match': '"1"' }),
      head.ask('DELETE', `/api/views/${id}`),
      head.post(`/api/views/${id}/restore`, {}),
      head.put('/api/views/home', { viewId: id }),
    ];
    for (const answer of await Promise.all(tries)) expect([answer.status, answer.problem.code]).toEqual([404, 'NOT_FOUND']);
    expect(await found(officer, id)).toMatchObject({ name: content.name, rev: 1 });
  });

  it('shared with a role may be used by those who hold it, and changed by their owner only', async () => {
    const { id } = await saved(officer, { sharedRoles: ['SH'] });
    expect(await found(head, id)).toMatchObject({ mine: false });
    expect(await found(applicant, id)).toBeUndefined();
    expect((await head.put(`/api/views/${id}`, { ...content, name: 'x' }, { 'if-match': '"1"' })).problem.code).toBe('NOT_ALLOWED');
    expect((await head.ask('DELETE', `/api/views/${id}`)).problem.code).toBe('NOT_ALLOWED');
    expect((await officer.put(`/api/views/${id}`, { ...content, sharedRoles: [] }, { 'if-match': '"1"' })).status).toBe(200);
    expect(await found(head, id)).toBeUndefined();
  });

  it('are shared by the Secretariat only', async () => {
    const answer = await applicant.put(`/api/views/${randomUUID()}`, { ...content, sharedRoles: ['CO'] });
    expect([answer.status, answer.problem.code]).toEqual([403, 'NOT_ALLOWED']);
    expect((await saved(applicant)).mine).toBe(true);
  });

  it('are renamed only by whoever has seen what they are now', async () => {
    const { id } = await saved(officer);
    expect((await officer.put(`/api/views/${id}`, { ...content, name: 'Two' })).problem.code).toBe('STALE_REVISION');
    expect((await officer.put<View>(`/api/views/${id}`, { ...content, name: 'Two' }, { 'if-match': '"1"' })).body).toMatchObject({
      name: 'Two',
      rev: 2,
    });
    const stale = await officer.put(`/api/views/${id}`, { ...content, name: 'Three' }, { 'if-match': '"1"' });
    expect([stale.status, stale.problem.code, stale.problem.values]).toEqual([409, 'STALE_REVISION', { expectedRev: 1, currentRev: 2 }]);
  });

  it('come back as they were after they were deleted by mistake, for those who opened with them, too', async () => {
    const { id } = await saved(officer, { sharedRoles: ['SH'] });
    expect((await head.put('/api/views/home', { viewId: id })).status).toBe(204);
    expect((await officer.ask('DELETE', `/api/views/${id}`)).status).toBe(204);
    expect([await found(officer, id), await found(head, id)]).toEqual([undefined, undefined]);
    expect((await officer.ask('DELETE', `/api/views/${id}`)).status).toBe(404);
    expect((await officer.post(`/api/views/${id}/restore`, {})).status).toBe(200);
    expect(await found(head, id)).toMatchObject({ home: true });
  });

  it('open the list of one person only, one at a time', async () => {
    const [one, two] = [await saved(officer), await saved(officer)];
    for (const viewId of [one.id, two.id]) expect((await officer.put('/api/views/home', { viewId })).status).toBe(204);
    expect((await viewsOf(officer)).filter((view) => view.home).map((view) => view.id)).toEqual([two.id]);
    await officer.put('/api/views/home', { viewId: null });
    expect((await viewsOf(officer)).filter((view) => view.home)).toEqual([]);
  });

  it.each([
    ['a page that keeps none', { page: 'home' }],
    ['a name without end', { name: 'n'.repeat(81) }],
    ['an empty name', { name: '' }],
    ['a state of 10,000 characters', { search: 'a'.repeat(10_000) }],
    ['a role that does not exist', { sharedRoles: ['KING'] }],
    ['a field that does not exist', { colour: 'red' }],
  ])('refuse %s', async (_what, change) => {
    const answer = await officer.put(`/api/views/${randomUUID()}`, { ...content, ...change });
    expect([answer.status, answer.problem.code]).toEqual([400, 'BAD_INPUT']);
  });
});
