import { countries, standingRoles } from '@app/domain';
import { isMailAddress } from '@app/persistence';
import { wire } from '@app/workflows';
import { z } from 'zod';

const anyCountry = z.enum(countries as unknown as ['CN', 'KH', 'LA', 'MM', 'TH', 'VN']);

const limit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().int().min(1).max(100))
  .optional();

/** Which people a form wants to choose from. */
export const peopleQuery = z.strictObject({
  role: z.enum(standingRoles).optional(),
  organization: z.uuid().optional(),
  project: z.uuid().optional().meta({ description: 'Contacts and organizations of this project' }),
  q: wire.line(100).optional(),
  limit,
});

/** Which organizations a form wants to choose from. */
export const organizationsQuery = z.strictObject({
  q: wire.line(100).optional(),
  country: anyCountry.optional(),
  kind: z
    .string()
    .regex(/^[a-z-]{2,40}$/)
    .optional(),
  limit,
});

/** A person to choose. */
export const personChoice = z
  .object({
    personId: z.uuid(),
    fullName: z.string(),
    latinName: z.string(),
    addressAs: z.string(),
    organizationId: z.uuid().nullable(),
    organizationZh: z.string().nullable(),
    organizationEn: z.string().nullable(),
    country: z.string(),
    roles: z.array(z.string()),
    rev: z.number().int(),
  })
  .meta({ id: 'PersonChoice' });

/** An organization to choose, with what it must not be mistaken for. */
export const organizationChoice = z
  .object({
    organizationId: z.uuid(),
    nameZh: z.string(),
    nameEn: z.string(),
    nameLocal: z.string().nullable(),
    kind: z.string(),
    country: z.string(),
    inYunnan: z.boolean(),
    aliases: z.array(z.string()),
    distinctFrom: z.array(z.string()),
  })
  .meta({ id: 'OrganizationChoice' });

/** Exactly one mail address. */
export const mailAddress = z.string().max(254).refine(isMailAddress, { error: 'NOT_AN_ADDRESS', abort: true });

/** Zones of the six countries. */
export const zone = z.enum([
  'Asia/Shanghai',
  'Asia/Bangkok',
  'Asia/Ho_Chi_Minh',
  'Asia/Vientiane',
  'Asia/Phnom_Penh',
  'Asia/Yangon',
  'UTC',
]);
const name = wire.line(200);
/** A telephone number with its country code. */
export const phone = z.string().regex(/^\+[0-9][0-9 -]{5,24}$/);

const names = {
  fullName: name,
  latinName: name,
  addressAs: wire.line(100),
  mailLanguage: wire.language,
  zone,
  emails: z.array(mailAddress).min(1).max(5),
};

/** A new person of the register: a whole name in native script and in Latin, and exactly one address per entry. */
export const newPersonBody = z
  .strictObject({
    ...names,
    honorific: wire.line(60).exactOptional(),
    positionZh: name.exactOptional(),
    positionEn: name.exactOptional(),
    organizationId: z.uuid().exactOptional(),
    phone: phone.exactOptional(),
    country: anyCountry,
  })
  .meta({ id: 'NewPerson' });

/** A correction of a person's record: a registry update, no amendment. */
export const personChangeBody = z.strictObject(names).meta({ id: 'PersonChange' });

/** The id and revision of a person's record. */
export const personSaved = z.object({ personId: z.uuid(), rev: z.number().int() }).meta({ id: 'PersonSaved' });
