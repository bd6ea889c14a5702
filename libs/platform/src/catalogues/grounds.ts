import type { SpokenLanguage } from './problem-sentences';

/** On what refusals rest, in words: the article, and what it says. A test compares the grounds with those of the rules. */
export const groundCatalogues: Record<SpokenLanguage, Record<string, string>> = {
  en: {
    rights: 'Programme rules, table of rights: each act belongs to a role, and to the projects that this role looks after.',
    'four-eyes':
      'Programme rules, four eyes: such an act counts only when a second person who holds the same right confirms it in time; nobody confirms his own.',
    reasons: 'Programme rules, interventions: whoever intervenes says why, so that others can understand it later.',
    'life-cycle': 'Programme rules, life cycle: each step has its place, and what was done once is not done twice.',
    hold: 'Programme rules, hold and suspension: while a project is on hold its clocks stand still and its steps wait.',
    'equal-treatment': 'Call notice, equal treatment: what the call fixes in dates and fields is the same for every applicant.',
    eligibility: 'Call notice, who may apply: kinds, countries and parties of a project.',
    'one-centre': 'Call notice: each host country has one demonstration centre.',
    'no-duplicates': 'Programme rules, no duplication: the same parties are not funded twice for the same field.',
    'formal-check':
      'Formal check, after Administrative Licensing Law art. 32: a file is complete and signed; all defects are named at once.',
    conflicts: 'Rules for experts, after Chinese government procurement: nobody judges where he has, or recently had, an interest.',
    review: 'Rules of the expert review: scores come from invited experts, within the scale, and enough of them.',
    quorum: 'Rules of meetings: a body decides only when enough of its members, the chair among them, are present.',
    decision: 'Rules of approval: the council decides on the ranked list within its places; what departs from the rank needs a reason.',
    'public-notice':
      'Public notice and objections: while the list is posted, nobody acts on it; objections are named, written and in time.',
    contract: 'Agreement of the parties (Civil Code art. 543): what the parties agree and sign is changed by them, in the agreed way.',
    construction: 'Rules of construction: a step counts as reached with the evidence the plan asks for.',
    reporting: 'Rules of annual reports: a report is complete, agrees with the last one, and an accepted one is not edited.',
    time: 'Counting of time (Civil Code art. 201 to 204) and the programme’s limits for dates.',
    told: 'Rules for mails: what somebody was told stands; a letter that has left is not called back.',
    'one-mail':
      'Rules for mails: each mail leaves once, and only while it is still needed; a formal letter leaves when it has been released.',
    undo: 'Programme rules, interventions: an act is undone within its time and while nothing has followed from it.',
    policy: 'Programme policy: each value has its bounds and fits the others.',
    'one-at-a-time': 'Nothing is overwritten unseen: who acts has seen the project as it stands.',
  },
  'zh-CN': {
    rights: '《项目规则》权限表：每项操作由特定角色承担，并限于该角色负责的项目。',
    'four-eyes': '《项目规则》双人确认：此类操作须由另一位具有相同权限的人员按时确认，本人不得确认自己的提议。',
    reasons: '《项目规则》干预：进行干预须说明理由，以便他人日后查考。',
    'life-cycle': '《项目规则》流程：各步骤依次进行，已完成的不再重复。',
    hold: '《项目规则》暂停与中止：项目暂停期间，期限停止计算，各步骤等待恢复。',
    'equal-treatment': '申报通知·公平对待：通知规定的时间和内容对所有申报单位一致。',
    eligibility: '申报通知·申报条件：对项目单位的类型、国别和组成的要求。',
    'one-centre': '申报通知：每个东道国设一个示范中心。',
    'no-duplicates': '《项目规则》避免重复：同一合作单位在同一领域不重复立项。',
    'formal-check': '形式审查（参照《行政许可法》第三十二条）：材料齐全并签署，缺漏一次性告知。',
    conflicts: '专家回避规则（参照政府采购规定）：现在或近年有利害关系的，不参与评审。',
    review: '专家评审规则：由受邀专家在规定分值内评分，并达到规定份数。',
    quorum: '会议规则：出席人数达到规定且主席在场，方可作出决定。',
    decision: '审批规则：理事会在名额内按排名决定，偏离排名须说明理由。',
    'public-notice': '公示与异议：公示期内不作后续处理；异议须实名、书面并按时提出。',
    contract: '合作各方的协议（《民法典》第五百四十三条）：各方约定并签署的内容，由各方按约定方式变更。',
    construction: '建设规则：提交计划要求的证明材料后，方视为完成。',
    reporting: '年度报告规则：报告须完整并与上年衔接，已通过的报告不再修改。',
    time: '期间计算（《民法典》第二百零一条至第二百零四条）及项目规定的时间限制。',
    told: '邮件规则：已告知的内容不变，已发出的信函不撤回。',
    'one-mail': '邮件规则：每封邮件只发一次，仅在仍有需要时发出；正式信函经放行后方可发出。',
    undo: '《项目规则》干预：在规定时间内且尚无后续事项时，方可撤销。',
    policy: '项目政策：各项取值须在范围内并相互一致。',
    'one-at-a-time': '不覆盖未见内容：操作前须已看到项目的最新状态。',
  },
};

/** The article on which a refusal rests, in words; an unknown one says nothing. */
export function groundSentence(ground: string, language: SpokenLanguage): string {
  const catalogue = groundCatalogues[language];
  return Object.hasOwn(catalogue, ground) ? (catalogue[ground] ?? '') : '';
}
