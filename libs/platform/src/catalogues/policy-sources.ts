import type { SpokenLanguage } from './problem-sentences';

/** Where the values of a policy come from, in Chinese, by what the policy's keys say of themselves in English. A test compares the two. */
export const policySourcesZhCn: Record<string, string> = {
  'notice of the 2025 call (months); day by default; opening is the later of this day and publication':
    '2025 年申报通知（月份）；日期为默认值；以此日与发布日中较晚者为准',
  'notice of the 2025 call (months); day by default; hour after EU practice': '2025 年申报通知（月份）；日期为默认值；时间参照欧盟做法',
  'default; Luban workshops: 8 months to 4 years': '默认值；鲁班工坊：8 个月至 4 年',
  default: '默认值',
  'Administrative Licensing Law art. 32: 5 days, one list of all defects': '《行政许可法》第三十二条：五日内一次告知全部补正内容',
  'EU grant practice': '欧盟资助项目做法',
  'notice of the 2025 call': '2025 年申报通知',
  'Chinese permit practice': '中国行政许可做法',
  'default; with CN, China becomes a possible host': '默认值；加入中国后，中国也可承办',
  'notice of the 2025 call: all three groups may apply': '2025 年申报通知：三类单位均可申报',
  'notice of the 2025 call, read literally': '2025 年申报通知（按字面理解）',
  'idea of Administrative Licensing Law art. 32: silence of the office accepts': '参照《行政许可法》第三十二条：逾期不告知即为受理',
  'EU practice for cross-border applicants: none': '欧盟对跨境申报单位的做法：不延期',
  'default: odd': '默认值：取奇数',
  'Luban workshop acceptance: 7': '鲁班工坊验收：7 人',
  'Chinese practice: 100': '中国通行做法：100 分',
  'Chinese practice: drop one highest and one lowest; the number is our default, so that three sheets stay':
    '中国通行做法：去掉一个最高分和一个最低分；数量为默认值，确保保留三份',
  'default; EU asks 3 of 5 each': '默认值；欧盟要求每项 5 分中得 3 分',
  'default; EU asks 10 of 15': '默认值；欧盟要求 15 分中得 10 分',
  'Erasmus+: 30 of 100 points': '欧盟 Erasmus+：100 分中相差 30 分',
  'shape of EU tie rules; order by default': '参照欧盟同分规则；顺序为默认值',
  'Laos standards programme of 2023': '2023 年老挝职业标准项目',
  'Chinese government procurement rules for experts: 3 years': '中国政府采购评审专家规定：三年',
  'default: more than this share': '默认值：须超过此比例',
  'default; 0 means no cap': '默认值；0 表示不设上限',
  'default; of the year after the call': '默认值；申报次年',
  'default; the 2025 call only announces': '默认值；2025 年通知仅公布结果',
  'Chinese public notices: 5 to 10 days': '中国公示惯例：5 至 10 日',
  'default; EU grants 30 days': '默认值；欧盟给予 30 日',
  'notice of the 2025 call: one demonstration centre per country': '2025 年申报通知：一国一个示范中心',
  'university agreements': '高校间协议惯例',
  'practice of another funder': '其他资助机构做法',
  'Luban workshops': '鲁班工坊',
  'EU: 2 to 3 weeks': '欧盟：2 至 3 周',
  'EU: 3 months': '欧盟：3 个月',
  'default: it registers': '默认值：秘书处负责登记',
  'Regulations on Chinese-foreign cooperative schools: a Chinese text must exist': '《中外合作办学条例》：应有中文文本',
  'practice of Qingdao': '青岛做法',
  'development-bank practice': '开发银行做法',
  'practice of Chongqing': '重庆做法',
  'default; EU and ASEAN: 60 days after the period': '默认值；欧盟和东盟：期满后 60 日',
  'Civil Code art. 203': '《民法典》第二百零三条',
  'Erasmus+: 60 days': '欧盟 Erasmus+：60 日',
  'default: only to record a renewal signed in time': '默认值：仅用于补录按期签署的续签',
  'default; EU refuses after 45 days; silence never approves': '默认值；欧盟 45 日后视为不同意；逾期不得视为同意',
  'EU: letters count as read after 10 days': '欧盟：函件 10 日后视为已阅',
  'default: equal treatment of all applicants': '默认值：对所有申报单位一视同仁',
  'the State Council publishes the next year in early November': '国务院于 11 月初公布下一年度安排',
  'default; for mails that are not urgent': '默认值；适用于非紧急邮件',
  'default; the 2025 call is silent': '默认值；2025 年通知未规定',
};

/** The article or practice a policy value comes from, in the reader's language; one without words is told as it stands. */
export function policySource(source: string, language: SpokenLanguage): string {
  if (language === 'zh-CN' && Object.hasOwn(policySourcesZhCn, source)) return policySourcesZhCn[source] ?? source;
  return source.charAt(0).toUpperCase() + source.slice(1);
}
