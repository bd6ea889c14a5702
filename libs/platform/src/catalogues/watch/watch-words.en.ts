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
};
