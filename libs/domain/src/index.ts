export * from './shared/local-date';
export * from './calendar/local-dates';
export * from './calendar/calendar-table';
export * from './calendar/zone';
export * from './calendar/arithmetic';
export * from './calendar/working-days';
export * from './calendar/deadline';
export * from './calendar/send-window';
