import {
  IconAddressBook,
  IconAdjustments,
  IconCalendarCog,
  IconEye,
  IconEyeSearch,
  IconHandStop,
  IconListCheck,
  IconMailCog,
  IconMailPause,
  IconMasksTheater,
  IconRepeat,
  IconShieldCheck,
  IconTool,
  type Icon,
} from '@tabler/icons-react';

/** A tool of those who steer and keep the programme. */
export interface Tool {
  /** Address of its page. */
  to: string;
  /** Key in the catalogue below which `title` and `text` say what it is and what it is for. */
  words: string;
  icon: Icon;
  /** Standing roles that use it; the server decides what each may do. */
  roles: readonly string[];
}

/** One line a tool, in the order of the page. */
const tools: readonly Tool[] = [
  { to: '/administration/watchdog', words: 'watchdog.tool', icon: IconEye, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/dry-run', words: 'dryRun.tool', icon: IconEyeSearch, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/rehearsal', words: 'rehearsal.tool', icon: IconMasksTheater, roles: ['SH', 'AD'] },
  { to: '/administration/interventions', words: 'interventions.tool', icon: IconHandStop, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/bulk', words: 'bulk.tool', icon: IconListCheck, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/policy', words: 'policy.tool', icon: IconAdjustments, roles: ['SH', 'AD', 'CC', 'CM', 'CO', 'AU'] },
  { to: '/administration/calendars', words: 'calendars.tool', icon: IconCalendarCog, roles: ['SH', 'AD', 'CC', 'CM', 'CO', 'AU'] },
  { to: '/administration/templates', words: 'templates.tool', icon: IconMailCog, roles: ['CO', 'SH', 'AD', 'AU'] },
  { to: '/administration/register', words: 'register.tool', icon: IconAddressBook, roles: ['CO', 'SH', 'AD'] },
  { to: '/administration/ledger', words: 'ledger.tool', icon: IconShieldCheck, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/replay', words: 'engine.replayTool', icon: IconRepeat, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/repair', words: 'engine.repairTool', icon: IconTool, roles: ['SH', 'AD', 'AU'] },
  { to: '/administration/outbox', words: 'outbox.tool', icon: IconMailPause, roles: ['CO', 'SH', 'AD', 'AU'] },
];

/** The tools that somebody with these roles uses. */
export function toolsOf(roles: readonly string[]): Tool[] {
  return tools.filter((tool) => tool.roles.some((role) => roles.includes(role)));
}
