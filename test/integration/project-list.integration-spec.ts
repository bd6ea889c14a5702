import { randomUUID } from 'node:crypto';
import type { ProjectState } from '@app/domain';
import { openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import {
  someProjects,
  storeFileName,
  storeOrganization,
  storePerson,
  storeProject,
  storeTitles,
  type Cast,
} from '../support/listed-projects';

interface Page {
  items: { id: string; titleZh: string | null; leadZh: string | null; reference: string | null }[];
  next: string | null;
  previous: string | null;
  total: number;
}

const dayMs = 86_400_000;
const count = 120;

describe('the list of projects', () => {
  let kit: ApiKit;
  let head: Caller;
  let officer: Caller;
  let cast: Cast;
  let states: ProjectState[];
  const nowMs = Date.now();

  beforeAll(async () => {
    kit = await openApiKit();
    const { db } = kit;
    cast = {
      officers: [kit.people.officer.personId, await storePerson(db, '和志远', 'He Zhiyuan')],
      leads: [
        await storeOrganization(db, '昆明职业技术学院', 'Kunming Vocational College', 'KMVC'),
        await storeOrganization(db, '重庆城市职业学院', 'Chongqing City College'),
      ],
      hosts: [
        await storeOrganization(db, '老挝国立大学', 'National University of Laos', 'ມະຫາວິທະຍາໄລແຫ່ງຊາດ'),
        await storeOrganization(db, '胡志明市技术大学', 'Đại học Bách khoa'),
      ],
      contacts: [await storePerson(db, '杨晓东', 'Yang Xiaodong'), await storePerson(db, 'ສົມພອນ ວົງສາ', 'Somphone Vongsa')],
    };
    states = someProjects(cast, count, nowMs);
    for (const state of states) await storeProject(db, state);
    head = await kit.as('head');
    officer = await kit.as('officer');
  }, 120_000);
  afterAll(() => kit?.close());

  const list = async (query: string, caller = head): Promise<Page> => {
    const { body, status } = await caller.get<Page>(`/api/projects?limit=200&${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body;
  };
  const idsOf = (page: Page): string[] => page.items.map((item) => item.id).sort();
  const statesWhere = (fits: (state: ProjectState) => boolean): string[] =>
    states
      .filter(fits)
      .map((state) => state.id)
      .sort();
  const endsInMs = (state: ProjectState): number | undefined => {
    const endsAt = state.deadlines[0]?.endsAt;
    return endsAt === undefined ? undefined : Date.parse(endsAt) - nowMs;
  };
  const organizationOf = (state: ProjectState, role: string): string | undefined =>
    state.parties.find((party) => party.role === role)?.organizationId;

  describe('filters', () => {
    const cases: [string, (cast: Cast) => string, (state: ProjectState, cast: Cast) => boolean][] = [
      ['one stage', () => 'stage=mou', (state) => state.stage === 'mou'],
      ['several stages', () => 'stage=mou,closed', (state) => state.stage === 'mou' || state.stage === 'closed'],
      ['a sub-state', () => 'subState=checking', (state) => state.subState === 'checking'],
      ['countries', () => 'country=LA,TH', (state) => state.hostCountry === 'LA' || state.hostCountry === 'TH'],
      ['no host country yet', () => 'country=none', (state) => state.hostCountry === undefined],
      ['an officer', ({ officers }) => `officer=${officers[1]}`, (state, { officers }) => state.officerId === officers[1]],
      ['nobody as officer', () => 'officer=none', (state) => state.officerId === undefined],
      ['the lead institution', ({ leads }) => `lead=${leads[0]}`, (state, { leads }) => organizationOf(state, 'LEAD') === leads[0]],
      ['the host institution', ({ hosts }) => `host=${hosts[1]}`, (state, { hosts }) => organizationOf(state, 'HOST') === hosts[1]],
      ['any party', ({ hosts }) => `organization=${hosts[0]}`, (state, { hosts }) => organizationOf(state, 'HOST') === hosts[0]],
      ['a field', () => 'field=LOG,NEV', (state) => state.fieldCode !== 'CON'],
      ['who owes the next step', () => 'ownerRole=CO', (state) => state.deadlines[0]?.owner.role === 'CO'],
      ['overdue', () => 'overdue=true', (state) => (endsInMs(state) ?? 1) <= 0],
      ['not overdue', () => 'overdue=false', (state) => (endsInMs(state) ?? 1) > 0],
      ['due within 7 days', () => 'dueWithin=7', (state) => (endsInMs(state) ?? 0) > 0 && (endsInMs(state) ?? Infinity) <= 7 * dayMs],
      [
        'due until a date',
        () => `dueTo=${new Date(nowMs).toISOString().slice(0, 10)}`,
        (state) => {
          const dueOn = state.deadlines[0]?.dueOn;
          return dueOn !== undefined && dueOn <= new Date(nowMs).toISOString().slice(0, 10);
        },
      ],
      ['held', () => 'held=true', (state) => state.hold !== undefined],
      ['ended', () => 'closed=true', (state) => state.subState === 'archived' && state.deadlines.length === 0],
      ['how it ended', () => 'outcome=completed', (state) => state.outcome === 'completed'],
      [
        'several at once',
        () => 'stage=mou&held=false&officer=none',
        (state) => state.stage === 'mou' && state.hold === undefined && state.officerId === undefined,
      ],
    ];
    it.each(cases)('by %s', async (_what, query, fits) => {
      const page = await list(query(cast));
      const expected = statesWhere((state) => fits(state, cast));
      expect(idsOf(page)).toEqual(expected);
      expect(page.total).toBe(expected.length);
      // A filter that everything or nothing passes shows nothing.
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(count);
    });

    it('by whoever asks, so that one view serves every officer', async () => {
      const mine = statesWhere((state) => state.officerId === kit.people.officer.personId);
      expect(idsOf(await list('officer=me', officer))).toEqual(mine);
      expect(idsOf(await list('officer=me'))).toEqual([]);
    });

    it('by a selection, and by all but one', async () => {
      const [first, second] = states;
      expect(idsOf(await list(`only=${first?.id},${second?.id}`))).toEqual([first?.id, second?.id].sort());
      expect((await list(`except=${first?.id}`)).total).toBe(count - 1);
    });
  });

  describe('orders and pages', () => {
    it.each([
      '-updated',
      'since',
      'deadline',
      '-deadline',
      'reference',
      'title',
      '-title',
      'country',
      'call',
      'stage',
      'officer',
      'lead',
      '-host',
    ])('gives every line exactly once by %s, forwards and back again', async (sort) => {
      const whole = (await list(`sort=${sort}`)).items.map((item) => item.id);
      const forwards: string[][] = [];
      let page: Page | undefined;
      for (let cursor: string | null = ''; cursor !== null; cursor = page.next) {
        page = (await head.get<Page>(`/api/projects?limit=50&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`)).body;
        forwards.push(page.items.map((item) => item.id));
      }
      expect(forwards.flat()).toEqual(whole);
      const back: string[][] = [];
      for (let cursor = page?.previous ?? null; cursor !== null; cursor = page.previous) {
        page = (await head.get<Page>(`/api/projects?limit=50&sort=${sort}&cursor=${cursor}`)).body;
        back.unshift(page.items.map((item) => item.id));
      }
      expect(back).toEqual(forwards.slice(0, -1));
    });

    it('puts what is due first before what is due later, and what has no deadline last', async () => {
      const ends = new Map(states.map((state) => [state.id, endsInMs(state) ?? Infinity]));
      const sorted = (await list('sort=deadline')).items.map((item) => ends.get(item.id) ?? Infinity);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
    });
  });

  describe('bad input', () => {
    it.each([
      ['a filter that does not exist', 'colour=red', 'UNKNOWN_FIELD'],
      ['a sort field that does not exist', 'sort=password', 'WRONG_TYPE'],
      ['SQL as sort field', `sort=${encodeURIComponent('title;DROP TABLE person')}`, 'WRONG_TYPE'],
      ['a search of 10,000 characters', `q=${'a'.repeat(10_000)}`, 'TOO_LONG'],
      ['a stage that does not exist', 'stage=mou,nowhere', 'WRONG_TYPE'],
      ['no number of days', 'dueWithin=soon', 'WRONG_TYPE'],
      ['a cursor of nothing', 'cursor=AAAA', 'CURSOR_OF_OTHER_LIST'],
    ])('refuses %s by name', async (_what, query, code) => {
      const { status, problem } = await head.get(`/api/projects?${query}`);
      expect([status, problem.code, problem.errors?.[0]?.code]).toEqual([400, 'BAD_INPUT', code]);
      expect(problem.errors?.[0]?.detail).not.toBe('');
    });

    it('refuses the cursor of another filter, order or language', async () => {
      const { next } = (await head.get<Page>('/api/projects?limit=5&stage=mou')).body;
      for (const query of ['stage=review', 'stage=mou&sort=title', '']) {
        const { problem } = await head.get(`/api/projects?limit=5&${query}&cursor=${next}`);
        expect([query, problem.errors?.[0]?.code]).toEqual([query, 'CURSOR_OF_OTHER_LIST']);
      }
      const other = await head.get(`/api/projects?limit=5&stage=mou&cursor=${next}`, { 'accept-language': 'zh-CN' });
      expect(other.problem.code).toBe('BAD_INPUT');
      expect((await head.get(`/api/projects?limit=5&stage=mou&cursor=${next}`)).status).toBe(200);
    });
  });

  describe('search', () => {
    let open: ProjectState;
    let sealed: ProjectState;

    beforeAll(async () => {
      const [one, two] = [states.find((state) => state.frozenAt !== undefined), states.find((state) => state.frozenAt === undefined)];
      if (one === undefined || two === undefined) throw new Error('both kinds are there');
      [open, sealed] = [one, two];
      await storeTitles(kit.db, open, { titleZh: '重庆汽车检测工坊 100%_真', titleEn: 'Vehicle Testing Workshop' });
      await storeTitles(kit.db, sealed, { titleZh: '密封的高铁工坊', titleEn: 'Sealed Railway Workshop' });
      await storeFileName(kit.db, open, '设备清单 final.pdf');
    });

    it.each([
      ['Chinese, two characters', '汽车'],
      ['one Chinese character', '检'],
      ['pinyin in full', 'qichejiance'],
      ['pinyin in words', 'qiche jiance'],
      ['pinyin of a character with two readings', 'chongqingqiche'],
      ['initials', 'cqqcjcgf'],
      ['pinyin and the signs beside it', 'gongfang 100%_zhen'],
      ['Latin letters in any case', 'VEHICLE test'],
      ['full-width letters', 'Ｖｅｈｉｃｌｅ'],
      ['the name of a document', '设备清单'],
      ['the name of a document in pinyin', 'shebeiqingdan'],
      ['signs that a database would take for wildcards', '100%_真'],
    ])('finds a title or document by %s', async (_what, q) => {
      expect(idsOf(await list(`q=${encodeURIComponent(q)}`))).toEqual([open.id]);
    });

    const frozenWhere = (fits: (state: ProjectState) => boolean): string[] =>
      statesWhere((state) => state.frozenAt !== undefined && fits(state));

    it.each<[string, string, (state: ProjectState, cast: Cast) => boolean]>([
      ['an institution', '昆明职业', (state, { leads }) => organizationOf(state, 'LEAD') === leads[0]],
      ['an institution in pinyin', 'kunmingzhiye', (state, { leads }) => organizationOf(state, 'LEAD') === leads[0]],
      ['another spelling of it', 'kmvc', (state, { leads }) => organizationOf(state, 'LEAD') === leads[0]],
      ['another spelling in Lao', 'ມະຫາວິທະຍາໄລ', (state, { hosts }) => organizationOf(state, 'HOST') === hosts[0]],
      ['Vietnamese without its marks', 'dai hoc bach', (state, { hosts }) => organizationOf(state, 'HOST') === hosts[1]],
      ['a contact in pinyin', 'yangxiaodong', (state, { contacts }) => state.startedBy === contacts[0]],
      ['a contact by initials', 'yxd', (state, { contacts }) => state.startedBy === contacts[0]],
      ['a contact in Lao', 'ສົມພອນ', (state, { contacts }) => state.startedBy === contacts[1]],
    ])('finds %s, where it is not sealed', async (_what, q, fits) => {
      expect(idsOf(await list(`q=${encodeURIComponent(q)}`))).toEqual(frozenWhere((state) => fits(state, cast)));
    });

    it('finds the officer and the reference everywhere', async () => {
      expect(idsOf(await list('q=hezhiyuan'))).toEqual(statesWhere((state) => state.officerId === cast.officers[1]));
      expect(idsOf(await list(`q=${sealed.applicationRef}`))).toContain(sealed.id);
    });

    it('does not find what is sealed for the reader, does not show it, and does not sort by it', async () => {
      for (const q of ['密封', 'mifeng', 'Sealed Railway']) expect((await list(`q=${encodeURIComponent(q)}`)).total).toBe(0);
      const line = (await list(`only=${sealed.id}`)).items[0];
      expect(line).toMatchObject({ titleZh: null, leadZh: null });
      const byTitle = (await list('sort=title')).items;
      expect(byTitle.findIndex((item) => item.id === open.id)).toBe(0);
      const [firstSealed] = byTitle.filter((item) => states.find((state) => state.id === item.id)?.frozenAt === undefined);
      expect(byTitle.slice(1).every((item) => item.titleZh === null)).toBe(true);
      expect(firstSealed).toBeDefined();
    });

    it('follows a new title, a renamed institution, a renamed person and a new officer', async () => {
      await storeTitles(kit.db, open, { titleZh: '泰国电商工坊' });
      expect(idsOf(await list('q=taiguodianshang'))).toEqual([open.id]);
      expect((await list('q=qichejiance')).total).toBe(0);
      await kit.db.query(`UPDATE organization SET name_zh = '大理职业技术学院' WHERE id = $1`, [cast.leads[0]]);
      expect((await list('q=dalizhiye')).total).toBe(frozenWhere((state) => organizationOf(state, 'LEAD') === cast.leads[0]).length);
      await kit.db.query(`UPDATE person SET full_name = '欧阳修文' WHERE id = $1`, [cast.contacts[0]]);
      expect((await list('q=oyxw')).total).toBe(frozenWhere((state) => state.startedBy === cast.contacts[0]).length);
      await storeProject(kit.db, { ...open, officerId: cast.contacts[0] ?? '' });
      expect(idsOf(await list('q=ouyangxiuwen'))).toContain(open.id);
    });

    it('is the same for an applicant as for the Secretariat, but only over his own', async () => {
      const applicant = await kit.as('applicant');
      const own: ProjectState = { ...sealed, id: randomUUID(), startedBy: kit.people.applicant.personId, contacts: [] };
      await storeProject(kit.db, own);
      await storeTitles(kit.db, own, { titleEn: 'Sealed Railway Workshop of my own' });
      expect(idsOf(await list('q=railway', applicant))).toEqual([own.id]);
      expect((await list('q=railway')).total).toBe(0);
      expect((await list('q=chongqing', applicant)).items.every((item) => item.id === own.id)).toBe(true);
    });
  });
});
