// @ts-check
/**
 * Runs beside the supervisor and holds the other end of a pipe. When the pipe closes without a word, the supervisor was killed:
 * the guardian then ends its children in order, so that `kill -9` of the starter leaves nothing behind.
 */
import { endLeftovers, endUnrecorded, readRunRecord, removeRunRecord } from './run-file.mjs';

const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('usage: guardian.mjs <data folder>');
// Ctrl-C in a terminal reaches the whole group; the supervisor answers it, not the guardian.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => undefined);

let released = false;
process.stdin.on('data', () => (released = true));
process.stdin.on('end', async () => {
  if (released) return;
  const record = readRunRecord(dataDir);
  if (record === undefined || record.supervisor.pid !== Number(process.argv[3])) return;
  await endLeftovers(record);
  if (readRunRecord(dataDir)?.supervisor.pid === record.supervisor.pid) await endUnrecorded(dataDir);
  if (readRunRecord(dataDir)?.supervisor.pid === record.supervisor.pid) removeRunRecord(dataDir);
});
