// @ts-check
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';

const built = createRequire(new URL('../../dist/apps/worker/', import.meta.url));
const mostSeconds = 10;
const projectsWanted = 10_000;
const draft = 9_014;
const daysAhead = 400;
/** In the place of a ledger's head: names the copies, so that none is left. */
const copyMark = 'copy for a bench';

/** Later reports and first drafts, one more reminder and one less: nearly every live project gets other mails. @param {any} base */
const changedFrom = (base) => ({
  ...base,
  report: { ...base.report, due: '04-30', warningAfter: '75d', officeAnswer: '75d' },
  mou: { ...base.mou, firstDraft: '35d', signBy: '110d', comments: '20d' },
  construction: { ...base.construction, redAfter: '40d' },
  ladder: {
    ...base.ladder,
    report: { ...base.ladder.report, steps: [...base.ladder.report.steps, { step: 't-45', level: 'L0', to: ['owner'] }] },
    milestone: { ...base.ladder.milestone, steps: base.ladder.milestone.steps.filter((/** @type {any} */ one) => one.step !== 't-7') },
  },
});

/**
 * Number 14: a dry run of a draft policy over 10,000 live projects, as a worker carries it out, from the moment it is asked for to its result: the first after
 * its start, and those that follow. A budget, no baseline. What is missing of 10,000 are copies of the states that there are, each under an id of its own.
 * @param {import('../run.mjs').Bench} bench
 */
export async function dryRun({ instance, baseline: { pool }, quick }) {
  const { rows } = await pool.query('SELECT content FROM policy_version WHERE version = 3');
  const content = changedFrom(rows[0]?.content);
  await pool.query(
    `INSERT INTO policy_version (version, name, content, state) VALUES ($1, 'Bench', $2, 'draft') ON CONFLICT (version) DO UPDATE SET content = $2`,
    [draft, JSON.stringify(content)],
  );
  const copies = await fill(pool);
  const seconds = [];
  let total = 0;
  try {
    const worker = await openWorker(instance.env);
    try {
      for (let round = 0; round < (quick ? 2 : 4); round += 1) {
        const id = await worker.ask(content);
        await worker.carryOut(id);
        const { rows: ended } = await pool.query(
          'SELECT total, looked, extract(epoch FROM ended_at - asked_at)::float8 AS seconds FROM dry_run WHERE id = $1',
          [id],
        );
        if (ended[0].looked !== ended[0].total) throw new Error(`${ended[0].looked} of ${ended[0].total} projects were looked at`);
        total = ended[0].total;
        seconds.push(ended[0].seconds);
      }
    } finally {
      await worker.close();
    }
  } finally {
    await pool.query('DELETE FROM entity_head WHERE head = $1', [copyMark]);
  }
  const [cold = 0, ...warm] = seconds;
  const about = `${total} live projects, ${copies} of them copies`;
  return [
    line('14-dry-run-cold', 'first dry run of a worker, seconds of its budget', [cold], `${about}; ${cold.toFixed(1)} s`),
    line(
      '14-dry-run-warm',
      'dry run of a policy, seconds of its budget',
      warm,
      `${about}; ${warm.map((one) => one.toFixed(1)).join(', ')} s`,
    ),
  ];
}

/** @param {string} id @param {string} name @param {number[]} seconds @param {string} detail */
function line(id, name, seconds, detail) {
  const ratios = seconds.map((one) => Number((one / mostSeconds).toFixed(2)));
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  return { id, name, ratio: low, low, high, target: 1, ok: low <= 1, detail };
}

/** Fills up to as many live projects as are wanted; how many were missing. @param {import('pg').Pool} pool */
async function fill(pool) {
  await pool.query('DELETE FROM entity_head WHERE head = $1', [copyMark]);
  const live = `h.kind = 'project' AND h.rev > 0 AND NOT h.closed AND h.halted_at IS NULL AND h.room_id IS NULL AND h.state->>'stage' <> 'closed'`;
  const { rowCount } = await pool.query(
    `INSERT INTO entity_head SELECT r.* FROM (SELECT h.*, gen_random_uuid() AS copy FROM entity_head h CROSS JOIN generate_series(1, $1::integer) n WHERE ${live}
        LIMIT greatest(0, $1::integer - (SELECT count(*) FROM entity_head h WHERE ${live}))) c, entity_head o,
        jsonb_populate_record(o, jsonb_build_object('id', c.copy, 'head', $2::text, 'state', jsonb_set(c.state, '{id}', to_jsonb(c.copy)))) r
      WHERE o.kind = c.kind AND o.id = c.id`,
    [projectsWanted, copyMark],
  );
  await pool.query('ANALYZE entity_head');
  return rowCount ?? 0;
}

/** What a worker carries dry runs out with, from its build. @param {NodeJS.ProcessEnv} env */
async function openWorker(env) {
  const { createDataSource, openDryRun } = built('./libs/persistence/src/index.js');
  const { loadConfig } = built('./libs/platform/src/index.js');
  const { ForeseeActivity } = built('./apps/worker/src/foresee/foresee.activity.js');
  const { ThinkingThreads } = built('./apps/worker/src/foresee/thinking-threads.js');
  const { database } = loadConfig(env);
  const db = createDataSource(database, 'gongfang-bench');
  await db.initialize();
  const threads = new ThinkingThreads(database);
  const activity = new ForeseeActivity(db, threads);
  const [{ id: askedBy }] = await db.query(`SELECT p.id FROM person p JOIN account a ON a.person_id = p.id ORDER BY p.id LIMIT 1`);
  return {
    /** @param {object} content */
    ask: async (content) => {
      const id = randomUUID();
      await openDryRun(db, { id, subject: { policyVersion: draft }, content, askedBy, days: daysAhead, mostPerDay: 10 });
      return id;
    },
    /** @param {string} dryRunId */
    carryOut: async (dryRunId) => {
      while (!(await activity.foreseeStep({ dryRunId })).done);
    },
    close: async () => {
      await threads.close();
      await db.destroy();
    },
  };
}
