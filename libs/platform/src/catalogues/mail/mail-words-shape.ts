/** What a ladder row asks: a name for subjects, what to do, and one word for its object where it has one. */
export interface LadderWords {
  act: string;
  ask: string;
}

/** Every word of mails that is not the text of one template, in one language. Sentences are Liquid where they hold values. */
export interface MailWords {
  ladders: Record<string, LadderWords>;
  /** Why one gets a mail, by role: ends "You get this mail because …". */
  roles: Record<string, string>;
  /** Names of levels of the ladder. */
  levels: Record<string, string>;
  /** Words on the button, by command. */
  commands: Record<string, string>;
  /** What the clock does when a deadline passes. */
  consequences: Record<string, string>;
  /** Labels of the facts of a mail. */
  labels: Record<string, string>;
  /** Words for codes among the values. */
  codes: Record<string, string>;
  countries: Record<string, string>;
  /** Cities that name a zone. */
  zones: Record<string, string>;
  phrases: Record<string, string>;
}
