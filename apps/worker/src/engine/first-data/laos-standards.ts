import { randomUUID } from 'node:crypto';
import { defaultPolicy, type Instant, type Policy } from '@app/domain';
import { publishPolicy, type Sql } from '@app/persistence';
import { idOf } from '../../story/story-ids';
import { text, type Teller } from '../../story/teller';

/** Version of the policy of the Laos standards programme. */
export const laosPolicyVersion = 2;

/** The policy of the Laos standards programme: no company need take part, and results are not posted for objections. */
export const laosPolicy: Policy = {
  ...defaultPolicy,
  eligibility: { ...defaultPolicy.eligibility, minParties: { ...defaultPolicy.eligibility.minParties, ENTERPRISE: 0 } },
  notice: { ...defaultPolicy.notice, enabled: false },
};

/** Publishes that policy where it is missing. */
export async function publishLaosPolicy(db: Sql): Promise<void> {
  await publishPolicy(db, laosPolicyVersion, 'Laos National Vocational Standards', laosPolicy);
}

/** A standard with its share, its level as the source writes it, and the school that is inferred from the field. */
const standard = (fieldCode: string, role: 'INDEPENDENT' | 'PARTICIPATE', level: number, team: string): Record<string, unknown> => ({
  fieldCode,
  role,
  label: `IVET${level}`,
  level,
  team: text(team),
});

/**
 * The one project of 2023 that our sources tell of, as an imported record: a Chinese college they do not name, the ministry of Laos, the entrusted alliance,
 * three standards, four dates. Its call is kept as what it belongs to; no step of ours is played for either.
 * Sources: certificate of the entrusted alliance (defence, kick-off), college news (result, certificates).
 */
export async function importLaosStandards(db: Sql, teller: Teller, at: Instant): Promise<string> {
  await publishLaosPolicy(db);
  const call = {
    code: 'LNVS-2023',
    programme: 'LNVS',
    year: 2023,
    opensAt: '2023-03-01T01:00:00.000Z',
    closesAt: '2023-03-31T09:00:00.000Z',
    policyVersion: laosPolicyVersion,
  };
  const callId = await teller.createCall('head', call, {}, at);
  const projectId = randomUUID();
  const party = (key: string, role: string, country: string): Record<string, string> => ({ organizationId: idOf(key), role, country });
  const payload = {
    callId,
    reference: 'LNVS-2023-LA-001',
    hostCountry: 'LA',
    parties: [party('unnamed-college', 'LEAD', 'CN'), party('moes', 'MINISTRY', 'LA'), party('promotion-alliance', 'SUPPORTER', 'CN')],
    standards: [
      standard('LOG', 'INDEPENDENT', 4, 'School of Economics and Management 经济管理学院'),
      standard('CON', 'PARTICIPATE', 2, 'School of Civil and Architectural Engineering 土木建筑工程学院'),
      standard('NEV', 'PARTICIPATE', 3, 'School of Automotive Engineering 汽车工程学院'),
    ],
    facts: [
      { what: 'DefenceRecorded', on: '2023-05-20' },
      { what: 'ProjectApproved', on: '2023-05-29' },
      { what: 'KickOffHeld', on: '2023-06-07', note: text('Online; schedule and requirements explained. 线上召开,说明进度与要求。') },
      {
        what: 'Note',
        on: '2023-11-22',
        note: text('Certificates handed over; no source says which body decided. 颁发证书,来源未载认定机构。'),
      },
    ],
    outcome: 'completed',
  };
  await teller.give('admin', { kind: 'project', id: projectId }, { type: 'ImportRecord', payload }, at);
  return projectId;
}
