/** Injection token of the settings (`Config`). */
export const CONFIG = Symbol('settings');
/** Injection token of the database (`LazyDatabase`): runs SQL through readers and editors. */
export const DATABASE = Symbol('database');
/** Injection token of the file store (`FileStore`). */
export const FILES = Symbol('file store');
/** Injection token of the logger (pino's `Logger`). */
export const LOGGER = Symbol('logger');
/** Injection token of the waiting room for answers (`CommandOutcomes`). */
export const OUTCOMES = Symbol('command outcomes');
