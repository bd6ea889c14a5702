import type { Country } from '@app/domain';

/** An organization of the demo data. All but the organizers are invented; their addresses end in `.example`. */
export interface DemoOrganization {
  key: string;
  nameZh: string;
  nameEn: string;
  nameLocal?: string;
  kind: string;
  country: Country;
  inYunnan?: boolean;
  enterpriseCapital?: 'chinese' | 'local' | 'other';
  operatesIn?: Country[];
  addressZh?: string;
  addressEn?: string;
  mailDomain?: string;
  aliases?: { text: string; language: string; source: string }[];
}

const call2025 = 'call of 3 June 2025';

/** The organizers, colleges, hosts and companies of the demo data. */
export const organizations: readonly DemoOrganization[] = [
  {
    key: 'alliance',
    nameZh: '澜湄职业教育联盟',
    nameEn: 'Lancang-Mekong Vocational Education Alliance',
    kind: 'alliance',
    country: 'CN',
    inYunnan: true,
    aliases: [
      { text: 'Lancang-Mekong Alliance for Vocational Education', language: 'en', source: call2025 },
      { text: 'Vocational Education Alliance', language: 'en', source: call2025 },
      { text: 'Lancang-Mekong Alliance', language: 'en', source: call2025 },
    ],
  },
  {
    key: 'promotion-alliance',
    nameZh: '澜湄-中国教育培训促进联盟',
    nameEn: 'Lancang-Mekong Vocational Training Promotion Alliance',
    kind: 'alliance',
    country: 'CN',
    aliases: [{ text: 'LCETPA', language: 'en', source: 'college news of 7 June 2023' }],
  },
  {
    key: 'secretariat',
    nameZh: '云南民族大学澜湄国际职业学院',
    nameEn: 'Lancang-Mekong International Vocational Institute of Yunnan Minzu University',
    kind: 'university',
    country: 'CN',
    inYunnan: true,
    addressZh: '云南省昆明市呈贡区月华街2929号',
    addressEn: '2929 Yuehua Street, Chenggong District, Kunming, Yunnan Province',
    mailDomain: 'secretariat.example',
  },
  {
    key: 'moes',
    nameZh: '老挝教育与体育部',
    nameEn: 'Ministry of Education and Sports of Laos',
    kind: 'ministry',
    country: 'LA',
    mailDomain: 'moes.example',
  },
  {
    key: 'unnamed-college',
    nameZh: '参与院校(来源未载名)',
    nameEn: 'Participating college (name not in source)',
    kind: 'vocational-college',
    country: 'CN',
  },
  {
    key: 'chuncheng',
    nameZh: '春城工程职业学院',
    nameEn: 'Chuncheng Engineering Vocational College',
    kind: 'vocational-college',
    country: 'CN',
    inYunnan: true,
    mailDomain: 'chuncheng.example',
  },
  {
    key: 'erhai',
    nameZh: '洱海现代农业职业学院',
    nameEn: 'Erhai Modern Agriculture Vocational College',
    kind: 'vocational-college',
    country: 'CN',
    inYunnan: true,
    mailDomain: 'erhai.example',
  },
  {
    key: 'yujiang',
    nameZh: '渝江机电职业学院',
    nameEn: 'Yujiang Mechatronics Vocational College',
    kind: 'vocational-college',
    country: 'CN',
    mailDomain: 'yujiang.example',
  },
  {
    key: 'nam-khong',
    nameZh: '南孔职业学院',
    nameEn: 'Nam Khong Vocational College',
    nameLocal: 'ວິທະຍາໄລ\u200bວິຊາຊີບ\u200bນ້ຳຂອງ',
    kind: 'vocational-college',
    country: 'LA',
    addressEn: 'Ban Phonsavanh, Chanthabouly District, Vientiane',
    mailDomain: 'namkhong.example',
  },
  {
    key: 'tonle',
    nameZh: '洞里湄公技术学院',
    nameEn: 'Tonle Mekong Technical Institute',
    kind: 'vocational-college',
    country: 'KH',
    mailDomain: 'tonle.example',
  },
  {
    key: 'mae-nam',
    nameZh: '湄南孔技术学院',
    nameEn: 'Mae Nam Khong Technical College',
    kind: 'vocational-college',
    country: 'TH',
    mailDomain: 'maenamkhong.example',
  },
  {
    key: 'song-cuu',
    nameZh: '九龙职业学院',
    nameEn: 'Song Cuu Vocational College',
    nameLocal: 'Trường Cao đẳng nghề Sông Cửu'.normalize('NFD'),
    kind: 'vocational-college',
    country: 'VN',
    mailDomain: 'songcuu.example',
  },
  {
    key: 'ayeyarwady',
    nameZh: '伊洛瓦底技术学院',
    nameEn: 'Ayeyarwady Technical College',
    kind: 'vocational-college',
    country: 'MM',
    mailDomain: 'ayeyarwady.example',
  },
  {
    key: 'yunling',
    nameZh: '云岭物流(老挝)',
    nameEn: 'Yunling Logistics (Lao)',
    kind: 'enterprise',
    country: 'LA',
    enterpriseCapital: 'chinese',
    operatesIn: ['LA', 'VN', 'MM'],
    mailDomain: 'yunling.example',
  },
  {
    key: 'lanjiang',
    nameZh: '澜江汽车(泰国)',
    nameEn: 'Lanjiang Auto (Thailand)',
    kind: 'enterprise',
    country: 'TH',
    enterpriseCapital: 'chinese',
    operatesIn: ['TH'],
    mailDomain: 'lanjiang.example',
  },
  {
    key: 'mekong-build',
    nameZh: '湄公建设柬埔寨',
    nameEn: 'Mekong Build Cambodia',
    kind: 'enterprise',
    country: 'KH',
    enterpriseCapital: 'local',
    operatesIn: ['KH'],
    mailDomain: 'mekongbuild.example',
  },
  {
    key: 'mekong-builders',
    nameZh: '湄公建筑(柬埔寨)',
    nameEn: 'Mekong Builders Cambodia',
    kind: 'enterprise',
    country: 'KH',
    enterpriseCapital: 'local',
    operatesIn: ['KH'],
    mailDomain: 'mekongbuilders.example',
  },
];

/** Pairs that must never be taken for one another, however alike their names are. */
export const keptApart: readonly (readonly [string, string])[] = [
  ['alliance', 'promotion-alliance'],
  ['mekong-build', 'mekong-builders'],
];
