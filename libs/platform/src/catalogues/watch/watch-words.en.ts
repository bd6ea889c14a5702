import type { WatchWords } from './watch-words-shape';

/** The watchdog's mails in English. */
export const watchWordsEn: WatchWords = {
  stopped: {
    subject: 'Gongfang: nobody proves any more that nothing was missed',
    greeting: 'Dear {name},',
    last: 'Every hour the watchdog compares what should have happened with what did. Its last complete proof was on {provedAt} (Beijing time). None has come since.',
    never: 'Every hour the watchdog compares what should have happened with what did. No complete proof has come since it was installed.',
    by: {
      watchdog: 'The watchdog runs, but it cannot compare: the database or the workflow engine does not answer.',
      worker: 'The worker says this, since it hears nothing of the watchdog: its process may have ended.',
    },
    next: 'Deadlines and mails may go on as usual; it is only not proved. Please ask whoever runs the server to look at the logs of the service “watchdog” and to run: npm run gongfang -- watchdog check',
    page: 'What was proved and found: {page}',
    once: 'You get this mail once for this incident. It ends by itself with the next proof.',
  },
  root: {
    subject: 'Gongfang: signed root of the ledger, {madeAt}',
    greeting: 'Dear {name},',
    what: 'You are one of two custodians of the ledger. Below stands its root: one hash over every entry of every project and call, with its signature.',
    keep: 'Please keep this mail; nothing else has to be done. Should anybody doubt later what the ledger said, it shows whether a single entry was changed or removed since.',
    page: 'All roots, the public key and the checking program: {page}',
  },
};
