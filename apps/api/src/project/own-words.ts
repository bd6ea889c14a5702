import type { ApplicationContent } from '@app/persistence';
import type { z } from 'zod';
import type { changesAnswer } from './project-changes.schemas';
import type { FactChange } from './state-facts';

type OwnWords = NonNullable<z.output<typeof changesAnswer.applied>>;

/** What the application itself says where amendments may put another value in its place. */
export function ownWords(content: ApplicationContent): OwnWords {
  const { titleZh = null, titleEn = null, siteAddress: site = null, siteAndEquipment = null, goals = null, budgetCny = null } = content;
  return { titleZh, titleEn, site, equipment: siteAndEquipment, indicators: goals, budgetCny };
}

/** A change whose one side nothing has amended: there the application's own words hold. */
export function besideOwnWords(change: FactChange, own: OwnWords): FactChange {
  const said = Object.hasOwn(own, change.field) ? own[change.field as keyof OwnWords] : null;
  return { ...change, from: change.from ?? said, to: change.to ?? said };
}
