// @ts-check
/** Makes a Temporal namespace with our retention and search attributes. Usage: ensure-namespace.mjs <address> <namespace> */
import { ensureNamespace } from './temporal.mjs';

const [address, namespace] = process.argv.slice(2);
if (address === undefined || namespace === undefined) throw new Error('usage: ensure-namespace.mjs <address> <namespace>');
await ensureNamespace(address, namespace);
