import { ad, calendarDays, cc, days, monthDay, oneOf, sh, someOf, yesNo } from './key-kinds';

/** Keys of the daily running: letters, hand-over, time, mail and money. */
export const runningKeys = {
  'letters.deemedReceipt': ad(calendarDays(0, 60), 'EU: letters count as read after 10 days'),
  'letters.heldUntilReleased': sh(yesNo),
  // Letters of a batch act; others only where they hang on no deadline that counts from the day of the act.
  'letters.heldKinds': sh(someOf(1, 'award-letter', 'reserve-placed', 'rejection-letter', 'approval-lapsed', 'acceptance-passed')),
  'admin.handOverAnswer': ad(days(1, 90)),
  'admin.secondPersonAnswer': ad(days(1, 30)),
  'admin.undoWithin': ad(days(0, 365)),
  // Beijing time and no other: the dates that hang on it are published as such, and stored ends of deadlines were computed in it.
  'time.formalZone': cc(oneOf('Asia/Shanghai')),
  'time.neverShortenTold': cc(yesNo),
  'time.calendars.competition': cc(oneOf('CN'), 'default: equal treatment of all applicants'),
  'time.calendars.contract': cc(oneOf('CN', 'CN+PARTY')),
  'time.calendars.secretariat': cc(oneOf('CN')),
  'time.calendars.escalation': cc(oneOf('CN', 'CN+RECIPIENT')),
  'time.partialDaysWork': ad(yesNo),
  'time.yearMissingAlarm': ad(monthDay, 'the State Council publishes the next year in early November'),
  'mail.window.from': ad({ kind: 'time' }),
  'mail.window.to': ad({ kind: 'time' }),
  'mail.window.zone': ad(oneOf('recipient')),
  'mail.coolOff': ad({ kind: 'minutes', min: 0, max: 1440 }, 'default; for mails that are not urgent'),
  'mail.digest': ad(oneOf('daily', 'off')),
  'mail.subjectTag': sh({ kind: 'text', maxLength: 60 }),
  'money.alliancePays': cc(yesNo, 'default; the 2025 call is silent'),
  'money.bookCurrency': cc(oneOf('CNY', 'USD', 'THB', 'VND', 'LAK', 'KHR', 'MMK')),
} as const;
