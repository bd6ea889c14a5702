import type { LoggerService } from '@nestjs/common';
import { destination as standardOutput, type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

/** Fields that may carry personal data or secrets. */
const NEVER_LOGGED = ['password', 'token', 'secret', 'cookie', 'authorization', 'email', 'address', 'name', 'payload', 'body'];

/**
 * A logger that writes one JSON object a line to standard output, with the name of the part that speaks. Levels: debug, info, warn, error,
 * silent. Known fields of personal data and secrets are left out, at the top and one level below; log ids, codes and counts.
 */
export function createLogger(name: string, level: string = 'info', sink: DestinationStream = standardOutput(1)): Logger {
  const paths = NEVER_LOGGED.flatMap((field) => [field, `*.${field}`]).filter((path) => path !== 'name');
  return pino({ name, level, timestamp: stdTimeFunctions.isoTime, redact: { paths, censor: '[left out]' } }, sink);
}

/** Nest's own messages through our logger, so that a process has one log format. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.debug(message, context);
  }

  fatal(message: unknown, context?: string): void {
    this.logger.fatal({ context }, String(message));
  }
}
