// The plain way: handler or workflow waits for one activity with one transaction.
import { condition, defineUpdate, proxyActivities, setHandler, sleep } from '@temporalio/workflow';

const { writeRows } = proxyActivities({ startToCloseTimeout: 10_000 });

/** One activity, then the end: the bare workflow start. */
export async function plainStart(input) {
  return writeRows(input);
}

/** Lives until told otherwise; each update waits for one activity. */
export async function plainUpdates() {
  setHandler(defineUpdate('act'), (input) => writeRows(input));
  await condition(() => false);
}

/** A timer and one activity. */
export async function plainTimer(input) {
  await sleep(Math.max(1, input.at - Date.now()));
  return writeRows(input);
}
