import type { CalendarYear } from '@app/domain';
import { cn2025 } from './cn-2025';
import { cn2026 } from './cn-2026';
import { kh2025 } from './kh-2025';
import { kh2026 } from './kh-2026';
import { la2025 } from './la-2025';
import { la2026 } from './la-2026';
import { mm2025 } from './mm-2025';
import { mm2026 } from './mm-2026';
import { th2025 } from './th-2025';
import { th2026 } from './th-2026';
import { vn2025 } from './vn-2025';
import { vn2026 } from './vn-2026';

/** Holidays and make-up days of the six countries for 2025 and 2026, as first data; administrators keep them from then on. */
export const seedCalendars: CalendarYear[] = [
  cn2025,
  cn2026,
  kh2025,
  kh2026,
  la2025,
  la2026,
  mm2025,
  mm2026,
  th2025,
  th2026,
  vn2025,
  vn2026,
];
