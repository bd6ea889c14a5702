export type { Config } from './config/config';
export { ConfigError, loadConfig } from './config/load-config';
export { createLogger, NestLogger } from './logging/logger';
export { connectClient, connectWithBackOff, temporalConnectionOptions, type TemporalConnectionOptions } from './temporal/connect';
