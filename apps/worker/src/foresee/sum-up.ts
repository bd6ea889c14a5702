import { canonicalJson, sha256, type DryRunFigures, type DryRunLoad, type DryRunProject, type DryRunResult } from '@app/persistence';

const listedPeople = 500;
const listedStorms = 200;

type Group = Map<string, DryRunFigures>;

function add(group: Group, key: string, kind: keyof DryRunFigures): void {
  const figures = group.get(key) ?? { moved: 0, new: 0, gone: 0 };
  figures[kind] += 1;
  group.set(key, figures);
}

function sumOf({ moved, new: come, gone }: DryRunFigures): number {
  return moved + come + gone;
}

function dayOf(at: string | null): string {
  return at === null ? '' : at.slice(0, 10);
}

/** Adds up what was found project by project; the order of the projects counts for the hash of the prediction alone. */
export class SumUp {
  private readonly figures: DryRunFigures = { moved: 0, new: 0, gone: 0 };
  private readonly counts = { applied: 0, same: 0, refused: 0, tonight: 0, past: 0, told: 0 };
  private readonly refusals = new Map<string, number>();
  private readonly countries: Group = new Map();
  private readonly people: Group = new Map();
  private readonly days: Group = new Map();
  private readonly loads = new Map<string, DryRunLoad>();
  private readonly predictions: string[] = [];

  constructor(private readonly mostPerDay: number) {}

  add(project: DryRunProject): void {
    this.predictions.push(canonicalJson([project.projectId, project.rev, project.planHash, project.code]));
    this.addVerdict(project);
    for (const { kind, country, personId, from, to, tonight } of project.lines) {
      this.figures[kind] += 1;
      add(this.countries, country, kind);
      add(this.people, personId, kind);
      // A mail that moves stands under the day on which it will leave.
      add(this.days, dayOf(to ?? from), kind);
      if (tonight === true) this.counts.tonight += 1;
    }
    for (const { why } of project.kept) this.counts[why] += 1;
    for (const [personId, days] of Object.entries(project.loads))
      for (const [day, [before, after]] of Object.entries(days)) this.addLoad({ personId, day, before, after });
  }

  private addVerdict({ verdict, code }: DryRunProject): void {
    if (verdict === 'apply') this.counts.applied += 1;
    else if (verdict === 'same') this.counts.same += 1;
    else this.counts.refused += 1;
    if (code !== null) this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  private addLoad({ personId, day, before, after }: DryRunLoad): void {
    const key = `${personId}/${day}`;
    const known = this.loads.get(key);
    if (known === undefined) this.loads.set(key, { personId, day, before, after });
    else {
      known.before += before;
      known.after += after;
    }
  }

  /** Figures, groups and the days on which somebody would get too much. */
  result(): DryRunResult {
    const storms = [...this.loads.values()].filter(({ before, after }) => after > this.mostPerDay && after > before);
    const people = [...this.people].map(([personId, figures]) => ({ personId, ...figures }));
    return {
      ...this.figures,
      ...this.counts,
      refusals: [...this.refusals].map(([code, projects]) => ({ code, projects })).sort((a, b) => b.projects - a.projects),
      countries: [...this.countries]
        .map(([country, figures]) => ({ country, ...figures }))
        .sort((a, b) => (a.country < b.country ? -1 : 1)),
      people: people.sort((a, b) => sumOf(b) - sumOf(a) || (a.personId < b.personId ? -1 : 1)).slice(0, listedPeople),
      peopleCount: people.length,
      days: [...this.days].map(([day, figures]) => ({ day, ...figures })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      storms: storms.sort((a, b) => b.after - a.after || (a.day < b.day ? -1 : 1)).slice(0, listedStorms),
      stormCount: storms.length,
    };
  }

  /** One text for all that was predicted: revision and plan of each project. */
  predictionHash(): string {
    return sha256(this.predictions.join('\n'));
  }
}
