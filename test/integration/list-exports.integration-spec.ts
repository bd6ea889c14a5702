import { unzipSync } from 'fflate';
import type { ProjectState } from '@app/domain';
import { cookieOf, openApiKit, type ApiKit, type Caller } from '../support/api-kit';
import { someProjects, storeOrganization, storePerson, storeProject, storeTitles } from '../support/listed-projects';

interface Line {
  id: string;
  reference: string | null;
  titleEn: string | null;
  deadline: { dueOn: string; endsAt: string } | null;
}

const dangerous = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1+1', 'a;=1', 'two\nlines', '<b>&"quoted"</b>', '_x000D_ stays'];

/** Rows of a CSV as RFC 4180 reads them. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (quoted === undefined && plain === '' && end === '') break;
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

const unescaped = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('_x005F_', '_');

describe('exports of the list', () => {
  let kit: ApiKit;
  let head: Caller;
  let cookie: string;
  let states: ProjectState[];

  beforeAll(async () => {
    kit = await openApiKit({ settings: { GONGFANG_EXPORT_MAX_ROWS: '60' } });
    const { db } = kit;
    const contact = await storePerson(db, '杨晓东', 'Yang Xiaodong');
    const cast = {
      officers: [kit.people.officer.personId],
      leads: [await storeOrganization(db, '昆明职业技术学院', 'Kunming Vocational College')],
      hosts: [await storeOrganization(db, '老挝国立大学', 'National University of Laos')],
      contacts: [contact],
    };
    states = someProjects(cast, 120, Date.now());
    for (const [at, state] of states.entries()) {
      await storeProject(db, state);
      await storeTitles(db, state, { titleZh: `工坊${at}`, titleEn: dangerous[at % dangerous.length] ?? '' });
    }
    head = await kit.as('head');
    cookie = cookieOf(await kit.nobody.post('/api/session', kit.signInOf('head')));
  }, 120_000);
  afterAll(() => kit?.close());

  const fetched = (query: string, language = 'en'): Promise<Response> =>
    fetch(`${kit.api.url}/api/projects/export?${query}`, { headers: { cookie, 'accept-language': language } });
  const listed = async (query: string): Promise<Line[]> =>
    (await head.get<{ items: Line[] }>(`/api/projects?limit=200&${query}`)).body.items;

  it('hold the lines of the list under the same filter, in the same order, with the chosen columns', async () => {
    const query = 'stage=mou&sort=deadline';
    const lines = await listed(query);
    const response = await fetched(`${query}&format=csv&columns=project,country,deadline`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    const [names, ...rows] = rowsOf(await response.text());
    expect(names).toEqual([
      ...['Reference', 'Title (Chinese)', 'Title (English)', 'Host country', 'Next task', 'Due on', 'Ends at', 'Owed by', 'Overdue'],
    ]);
    expect(rows.map((row) => row[0])).toEqual(lines.map((line) => line.reference ?? ''));
    expect(rows.map((row) => [row[5], row[6]])).toEqual(lines.map((line) => [line.deadline?.dueOn ?? '', line.deadline?.endsAt ?? '']));
    expect(rows.length).toBeGreaterThan(10);
  });

  it('speak the reader’s language, in head, words and name of the file', async () => {
    const response = await fetched('stage=mou&format=csv&columns=stage&bom=true', 'zh-CN');
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text.startsWith('\ufeff"编号","名称（中文）"')).toBe(true);
    expect(text).toContain('"谅解备忘录","签署"');
    expect(response.headers.get('content-disposition')).toMatch(/filename\*=UTF-8''%E9%A1%B9%E7%9B%AE-\d{4}-\d\d-\d\d\.csv$/);
  });

  it('never hold a formula in a CSV, wherever it is split', async () => {
    const rows = rowsOf(await (await fetched('stage=mou,construction&country=LA,TH,VN,KH,MM,CN&format=csv&columns=project')).text());
    const titles = rows.slice(1).flatMap((row) => row[2] ?? []);
    expect(titles.filter((title) => title !== '').length).toBeGreaterThan(5);
    for (const title of titles) expect(title).not.toMatch(/(^|[;\n])\s*[=+\-@＝＋－＠]/u);
    expect(titles).toContain("'＝1+1");
  });

  it('hold texts as texts and dates as dates in a workbook, and no formula', async () => {
    const query = 'stage=mou&sort=reference';
    const lines = await listed(query);
    const response = await fetched(`${query}&format=xlsx&columns=project,deadline`);
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(Object.keys(parts).sort()).toEqual([
      ...[
        '[Content_Types].xml',
        '_rels/.rels',
        'xl/_rels/workbook.xml.rels',
        'xl/styles.xml',
        'xl/workbook.xml',
        'xl/worksheets/sheet1.xml',
      ],
    ]);
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
    expect(sheet).not.toContain('<f>');
    const rows = [...sheet.matchAll(/<row>(.*?)<\/row>/gs)]
      .slice(1)
      .map((row) => [...(row[1] ?? '').matchAll(/<c\/>|<c[ >].*?<\/c>/gs)].map((cell) => cell[0]));
    const textIn = (cell: string | undefined): string => unescaped(/<t [^>]*>(.*?)<\/t>/s.exec(cell ?? '')?.[1] ?? '');
    expect(rows.map((row) => textIn(row[2]))).toEqual(lines.map((line) => line.titleEn ?? ''));
    const dates = rows.map((row) => Number(/<c s="2"><v>(\d+)<\/v>/.exec(row[4] ?? '')?.[1] ?? 0));
    const serial = (line: Line): number => (line.deadline === null ? 0 : Date.parse(line.deadline.dueOn) / 86_400_000 + 25_569);
    expect(dates).toEqual(lines.map(serial));
  });

  it('hold a selection, and everything but a few', async () => {
    const ids = (await listed('stage=mou')).map((line) => line.id);
    const rowsFor = async (query: string): Promise<number> => rowsOf(await (await fetched(`${query}&format=csv`)).text()).length - 1;
    expect(await rowsFor(`only=${ids[0]},${ids[1]}`)).toBe(2);
    expect(await rowsFor(`stage=mou&except=${ids[0]}`)).toBe(ids.length - 1);
  });

  it('are refused before the first byte when they are too large, with how large they are and may be', async () => {
    const response = await fetched('format=csv');
    expect([response.status, await response.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'EXPORT_TOO_LARGE', values: expect.objectContaining({ rows: states.length, limit: 60 }) as unknown }),
    ]);
  });

  it('refuse columns and forms that do not exist', async () => {
    for (const query of ['format=pdf', 'format=csv&columns=password', 'format=csv&colour=red']) {
      expect([query, (await head.get(`/api/projects/export?${query}`)).problem.code]).toEqual([query, 'BAD_INPUT']);
    }
  });

  it('hold only what the reader may see', async () => {
    const applicant = await kit.as('applicant');
    const csv = await applicant.get<string>('/api/projects/export?format=csv');
    expect(rowsOf(csv.body)).toHaveLength(1);
    expect((await kit.nobody.get('/api/projects/export?format=csv')).status).toBe(401);
  });
});
