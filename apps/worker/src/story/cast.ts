import type { Country, StandingRole } from '@app/domain';

/** A person of the demo data. All are invented. */
export interface Player {
  key: string;
  fullName: string;
  latinName: string;
  addressAs: string;
  positionZh: string;
  positionEn: string;
  organization: string;
  country: Country;
  /** BCP 47 language of his mail. */
  language: string;
  roles: StandingRole[];
  inYunnan?: boolean;
  fields?: string[];
  /** Whether he can sign in to the demo; the others are addressed by mail only. */
  signsIn: boolean;
}

type Row = [
  key: string,
  fullName: string,
  latinName: string,
  addressAs: string,
  positionZh: string,
  positionEn: string,
  organization: string,
  country: Country,
  language: string,
  roles: StandingRole[],
];

const zones: Record<Country, string> = {
  CN: 'Asia/Shanghai',
  KH: 'Asia/Phnom_Penh',
  LA: 'Asia/Vientiane',
  MM: 'Asia/Yangon',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
};

/** IANA zone in which a player lives. */
export function zoneOfPlayer(player: Pick<Player, 'country'>): string {
  return zones[player.country];
}

const staff: Row[] = [
  ['head', '和志远', 'He Zhiyuan', '和主任', '秘书处主任', 'Head of the Secretariat', 'secretariat', 'CN', 'zh-CN', ['SH']],
  ['deputy', '马丽华', 'Ma Lihua', '马副主任', '秘书处副主任', 'Deputy head of the Secretariat', 'secretariat', 'CN', 'zh-CN', ['SH']],
  ['officer', '李静怡', 'Li Jingyi', '李老师', '项目专员', 'Case officer', 'secretariat', 'CN', 'zh-CN', ['CO']],
  ['officer-2', '段文涛', 'Duan Wentao', '段老师', '项目专员', 'Case officer', 'secretariat', 'CN', 'zh-CN', ['CO']],
  ['archivist', '普晓梅', 'Pu Xiaomei', '普老师', '档案管理员', 'Archivist', 'secretariat', 'CN', 'zh-CN', ['AR']],
  ['admin', '王磊', 'Wang Lei', '王老师', '系统管理员', 'Administrator', 'secretariat', 'CN', 'zh-CN', ['AD']],
  ['admin-2', '杨帆', 'Yang Fan', '杨老师', '系统管理员', 'Administrator', 'secretariat', 'CN', 'zh-CN', ['AD']],
];

const council: Row[] = [
  ['council-chair', '陈国梁', 'Chen Guoliang', '陈理事长', '理事长', 'Council chair', 'alliance', 'CN', 'zh-CN', ['CC']],
  ['council-la', 'ບຸນມີ ສີສະຫວາດ', 'Bounmy Sisavath', 'Bounmy', '理事', 'Council member', 'alliance', 'LA', 'lo', ['CM']],
  ['council-th', 'ศิริพร ไชยสิทธิ์', 'Siriporn Chaiyasit', 'Khun Siriporn', '理事', 'Council member', 'alliance', 'TH', 'th', ['CM']],
  ['council-vn', 'Trần Quốc Bảo'.normalize('NFD'), 'Tran Quoc Bao', 'Bảo', '理事', 'Council member', 'alliance', 'VN', 'vi', ['CM']],
  ['council-kh', 'សុខ សុវណ្ណារ៉ា', 'Sok Sovannara', 'Sovannara', '理事', 'Council member', 'alliance', 'KH', 'km', ['CM']],
  ['council-mm', 'အောင်ကျော်မင်း', 'Aung Kyaw Min', 'U Aung Kyaw Min', '理事', 'Council member', 'alliance', 'MM', 'my', ['CM']],
];

const panel: Row[] = [
  ['chair', '周文慧', 'Zhou Wenhui', '周教授', '评审组长', 'Panel chair', '-', 'CN', 'zh-CN', ['CH', 'EX']],
  ['expert-cn', '赵明远', 'Zhao Mingyuan', '赵教授', '评审专家', 'Expert', '-', 'CN', 'zh-CN', ['EX']],
  ['expert-la', 'ສົມພອນ ວົງສາ', 'Somphone Vongsa', 'Somphone', '评审专家', 'Expert', '-', 'LA', 'lo', ['EX']],
  ['expert-th', 'วิชัย สุขเกษม', 'Wichai Sukkasem', 'Khun Wichai', '评审专家', 'Expert', '-', 'TH', 'th', ['EX']],
  ['expert-vn', 'Phạm Thị Minh Hạnh', 'Pham Thi Minh Hanh', 'Hạnh', '评审专家', 'Expert', '-', 'VN', 'vi', ['EX']],
  ['expert-kh', 'ចាន់ ដារា', 'Chan Dara', 'Dara', '评审专家', 'Expert', '-', 'KH', 'km', ['EX']],
  ['expert-mm', 'ခင်မျိုးသန့်', 'Khin Myo Thant', 'Daw Khin Myo Thant', '评审专家', 'Expert', '-', 'MM', 'my', ['EX']],
];

const partners: Row[] = [
  [
    'lead-chuncheng',
    '杨晓东',
    'Yang Xiaodong',
    '杨主任',
    '国际合作处处长',
    'Head of the international office',
    'chuncheng',
    'CN',
    'zh-CN',
    [],
  ],
  ['contact-chuncheng', '何雨晴', 'He Yuqing', '何老师', '项目联系人', 'Project contact', 'chuncheng', 'CN', 'zh-CN', []],
  [
    'legal-chuncheng',
    '孙建国',
    'Sun Jianguo',
    '孙院长',
    '院长(法定代表人)',
    'President (legal representative)',
    'chuncheng',
    'CN',
    'zh-CN',
    [],
  ],
  ['lead-erhai', '刘畅', 'Liu Chang', '刘主任', '国际合作处处长', 'Head of the international office', 'erhai', 'CN', 'zh-CN', []],
  ['contact-erhai', '白雪梅', 'Bai Xuemei', '白老师', '项目联系人', 'Project contact', 'erhai', 'CN', 'zh-CN', []],
  ['legal-erhai', '董志强', 'Dong Zhiqiang', '董院长', '院长(法定代表人)', 'President (legal representative)', 'erhai', 'CN', 'zh-CN', []],
  ['lead-yujiang', '唐思源', 'Tang Siyuan', '唐主任', '国际合作处处长', 'Head of the international office', 'yujiang', 'CN', 'zh-CN', []],
  ['contact-yujiang', '罗小川', 'Luo Xiaochuan', '罗老师', '项目联系人', 'Project contact', 'yujiang', 'CN', 'zh-CN', []],
  [
    'legal-yujiang',
    '蒋卫民',
    'Jiang Weimin',
    '蒋院长',
    '院长(法定代表人)',
    'President (legal representative)',
    'yujiang',
    'CN',
    'zh-CN',
    [],
  ],
  ['host-nam-khong', 'ມະນີວັນ ພົມມະຈັນ', 'Manivanh Phommachanh', 'Manivanh', '副院长', 'Deputy director', 'nam-khong', 'LA', 'lo', []],
  ['host-song-cuu', 'Nguyễn Văn Hùng', 'Nguyen Van Hung', 'Hùng', '副院长', 'Deputy director', 'song-cuu', 'VN', 'vi', []],
  ['host-tonle', 'សៀង វុទ្ធី', 'Sieng Vuthy', 'Vuthy', '副院长', 'Deputy director', 'tonle', 'KH', 'km', []],
  ['host-mae-nam', 'ธนพล รักไทย', 'Thanaphon Rakthai', 'Khun Thanaphon', '副院长', 'Deputy director', 'mae-nam', 'TH', 'th', []],
  ['host-ayeyarwady', 'သီတာဝင်း', 'Thida Win', 'Daw Thida Win', '副院长', 'Deputy director', 'ayeyarwady', 'MM', 'my', []],
  ['firm-yunling', '林海涛', 'Lin Haitao', '林总', '总经理', 'General manager', 'yunling', 'LA', 'zh-CN', []],
  ['firm-lanjiang', '方文博', 'Fang Wenbo', '方总', '总经理', 'General manager', 'lanjiang', 'TH', 'zh-CN', []],
  ['firm-mekong-build', 'ហេង សុផល', 'Heng Sophal', 'Sophal', '总经理', 'General manager', 'mekong-build', 'KH', 'en', []],
  ['ministry-la', 'ມະໂນລົມ ໄຊຍະວົງ', 'Manolom Xayavong', 'Manolom', '司长', 'Director', 'moes', 'LA', 'lo', ['MR']],
];

function playerOf([key, fullName, latinName, addressAs, positionZh, positionEn, organization, country, language, roles]: Row): Player {
  const inYunnan = ['secretariat', 'chuncheng', 'erhai'].includes(organization);
  const expert = roles.includes('EX') ? { fields: ['LOG', 'CON', 'NEV', 'MEC', 'CRO', 'ANI', 'ECO', 'CUL', 'FUR', 'COM', 'VTR'] } : {};
  return {
    key,
    fullName,
    latinName,
    addressAs,
    positionZh,
    positionEn,
    organization,
    country,
    language,
    roles,
    inYunnan,
    ...expert,
    signsIn: true,
  };
}

/** Everybody of the demo data, by the order in which they are shown. */
export const cast: readonly Player[] = [...staff, ...council, ...panel, ...partners].map(playerOf);

/** Mail address of a player; it ends in `.example`, so no mail ever leaves for a real person. */
export function addressOf(player: Player): string {
  const domain = player.organization === '-' ? 'expert.example' : `${player.organization}.example`;
  return `${player.latinName.toLowerCase().replaceAll(' ', '.')}@${domain}`;
}

/** A player by key; throws for an unknown one, which is a mistake in a story. */
export function player(key: string): Player {
  const found = cast.find((one) => one.key === key) ?? collegePlayer(key);
  if (found === undefined) throw new Error(`nobody is called ${key}`);
  return found;
}

const collegePeople: Record<string, Pick<Player, 'fullName' | 'latinName' | 'addressAs' | 'positionZh' | 'positionEn'>> = {
  lead: {
    fullName: '陆思远',
    latinName: 'Lu Siyuan',
    addressAs: '陆主任',
    positionZh: '国际合作处处长',
    positionEn: 'Head of the international office',
  },
  contact: { fullName: '顾明月', latinName: 'Gu Mingyue', addressAs: '顾老师', positionZh: '项目联系人', positionEn: 'Project contact' },
  legal: {
    fullName: '秦文昌',
    latinName: 'Qin Wenchang',
    addressAs: '秦院长',
    positionZh: '院长(法定代表人)',
    positionEn: 'President (legal representative)',
  },
};

/** The people of a numbered college, which only generated stories know: `lead-college-4` is the lead of the fourth. */
function collegePlayer(key: string): Player | undefined {
  const [, part = '', organization = ''] = /^(lead|contact|legal)-(college-\d+)$/.exec(key) ?? [];
  const person = collegePeople[part];
  return person === undefined ? undefined : { key, ...person, organization, country: 'CN', language: 'zh-CN', roles: [], signsIn: false };
}
