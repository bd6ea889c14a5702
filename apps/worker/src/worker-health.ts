import { createServer } from 'node:http';
import type { Server } from 'node:http';

/** What the health page asks. */
export interface HealthChecks {
  /** Whether the process does its work at all: its pollers are there. */
  isAlive(): boolean;
  /** Whether what it depends on answers, by name. */
  isReady(): Promise<Record<string, boolean>>;
}

/** Serves `/health/live` and `/health/ready` (also `/health`) on this machine only: 200 or 503 with the parts as JSON. */
export async function serveHealth(port: number, checks: HealthChecks): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', checks).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function answer(url: string, checks: HealthChecks): Promise<{ status: number; body: Record<string, boolean> }> {
  const parts: Record<string, boolean> = { pollers: checks.isAlive() };
  if (url !== '/health/live') Object.assign(parts, await checks.isReady());
  return { status: Object.values(parts).every(Boolean) ? 200 : 503, body: parts };
}
