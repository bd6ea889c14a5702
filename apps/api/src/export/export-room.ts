import { Injectable } from '@nestjs/common';
import { Problem } from '../errors/problem';

const atOnce = 2;
const retryAfterS = 5;

/** Room for a few exports at once: each holds a connection to the database and a good part of a processor. */
@Injectable()
export class ExportRoom {
  private running = 0;

  /** Runs an export. Throws EXPORT_BUSY while others fill the room. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.running >= atOnce) throw new Problem('EXPORT_BUSY', { headers: { 'Retry-After': String(retryAfterS) } });
    this.running += 1;
    try {
      await work();
    } finally {
      this.running -= 1;
    }
  }
}
