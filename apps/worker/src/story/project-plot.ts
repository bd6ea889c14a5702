import type { Country, ProjectType } from '@app/domain';

/** How far a project of a story goes, and what it is about. */
export interface ProjectPlot {
  key: string;
  titleZh: string;
  titleEn: string;
  /** Title in the host's script. */
  titleLocal?: string;
  lead: 'chuncheng' | 'erhai' | 'yujiang' | `college-${number}`;
  host: 'nam-khong' | 'tonle' | 'mae-nam' | 'song-cuu' | 'ayeyarwady';
  /** Left out where the programme asks for none. */
  enterprise?: 'yunling' | 'lanjiang' | 'mekong-build';
  /** The host country's ministry, where it is a party. */
  ministry?: 'moes';
  hostCountry: Country;
  hostCity: string;
  field: string;
  type?: ProjectType;
  durationMonths?: number;
  /** Share of full marks the experts give. */
  marks?: number;
  /** Half points that the three sheets which count give together, instead of marks, so that no two of many projects tie. */
  points?: number;
  /** Returned once for a correction. */
  returned?: boolean;
  /** Ends before it is handed in, stays in the check, with the experts, and so on; the whole road when left out. */
  stopsAt?:
    'draft' | 'submitted' | 'checking' | 'returned' | 'scoring' | 'accepting' | 'drafting' | 'commenting' | 'partly-signed' | 'building';
  /** Held for so many days after its acceptance. */
  heldDays?: number;
  /** Days from the announcement to the first draft of the MoU; 17 when left out. */
  draftOnDay?: number;
  /** Days after 31 March on which a year's report is handed in; on time when left out. */
  lateReports?: Record<number, number>;
  /** Milestones that are never reached in time. */
  lateMilestones?: string[];
  council?: 'approve' | 'reserve' | 'reject';
}

/** Contact person of each host and company. */
export const contactOf: Record<ProjectPlot['host'] | NonNullable<ProjectPlot['enterprise']>, string> = {
  'nam-khong': 'host-nam-khong',
  tonle: 'host-tonle',
  'mae-nam': 'host-mae-nam',
  'song-cuu': 'host-song-cuu',
  ayeyarwady: 'host-ayeyarwady',
  yunling: 'firm-yunling',
  lanjiang: 'firm-lanjiang',
  'mekong-build': 'firm-mekong-build',
};
