/** What each scenario of a played call shows, by the key of its project. */
export const businessScenarios: Record<string, string> = {
  call: 'a call from its preparation to the announcement and on',
  'logistics-la': 'a demonstration centre that is built and never reports: reminders, suspension, proposed exit, expiry',
  'construction-kh': 'returned once for a correction, milestones that are late, no report',
  'vehicles-th': 'the whole road: application, review, approval, MoU, construction, three yearly reports',
  'mechatronics-mm': 'held for some days and resumed',
  'cookery-kh': 'placed on the reserve list',
  'furniture-vn': 'rejected and closed',
  'crops-la': 'a draft that was never handed in',
  'mail-desk': 'the desk that sent the mail of all these years',
  conductor: 'the conductor of the room',
};

/** What each technical scenario shows. */
export const technicalScenarios: Record<string, string> = {
  timers: 'several planned instants, met by the timer while commands come in',
  refused: 'refusals by the rules, repeated commands',
  poisoned: 'commands that end as failed, and the next ones',
  'many-runs': 'forty commands over many continue-as-news, with commands for another entity',
  reset: 'reset to its second task and synced',
  restarted: 'terminated and restarted from the ledger',
  'wake-failed': 'a wake-up that failed under a faulty rule and succeeded after the fix',
  'wake-fruitless': 'a wake-up that changed nothing',
  halted: 'a ledger rolled back under the shell: halted, command kept',
  cancelled: 'a stray cancel that ended nothing',
  archived: 'archived at its end',
  unborn: 'a first command that was refused',
  sweep: 'one round of the sweep',
};

/** What the mail desk alone shows. */
export const mailDeskScenarios: Record<string, string> = {
  'busy-desk': 'several batches one after another without a pause',
};

/** What acts on many projects show. */
export const bulkScenarios: Record<string, string> = {
  'bulk-halted': 'a list whose first rows did not go as foreseen: halted by itself',
  'bulk-woken': 'waited after its first rows and was woken',
  'bulk-many-rows': 'six hundred rows over several steps and continue-as-news',
};

/** What dry runs show. */
export const foreseeScenarios: Record<string, string> = {
  'dry-run': 'a batch of live projects, then the sum',
};

/** What moves of rehearsals show. */
export const rehearsalScenarios: Record<string, string> = {
  'rehearsal-open': 'copies of a call and its projects',
  'rehearsal-year': 'a year of the copies, stretch by stretch',
};
