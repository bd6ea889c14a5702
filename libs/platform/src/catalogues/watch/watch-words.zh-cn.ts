import type { WatchWords } from './watch-words-shape';

/** The watchdog’s mails in Chinese. */
export const watchWordsZhCn: WatchWords = {
  stopped: {
    subject: '工坊系统：“无遗漏”核对已中断',
    greeting: '{name}，您好：',
    last: '守望程序每小时核对“应当发生的”与“实际发生的”。最近一次完整核对于 {provedAt}（北京时间）完成，此后再无核对结果。',
    never: '守望程序每小时核对“应当发生的”与“实际发生的”。自安装以来尚无一次完整核对。',
    by: {
      watchdog: '守望程序仍在运行，但无法核对：数据库或流程引擎没有响应。',
      worker: '本邮件由工作进程发出，因为收不到守望程序的消息：该进程可能已经停止。',
    },
    next: '期限提醒和邮件可能仍在正常进行，只是无人核对。请服务器管理人员查看“watchdog”服务的日志，并运行：npm run gongfang -- watchdog check',
    page: '核对记录与发现的问题：{page}',
    once: '同一事件只发一封邮件；下次核对完成后，事件自动结束。',
  },
  root: {
    subject: '工坊系统：台账签名根值（{madeAt}）',
    greeting: '{name}，您好：',
    what: '您是台账的两位保管人之一。下面是台账的根值：由全部项目和批次的每一条记录计算得出的一个校验值，附有签名。',
    keep: '请保存本邮件，无须其他操作。日后如对台账内容有疑问，可据此证明是否有任何一条记录被更改或删除。',
    page: '全部根值、公钥和核验程序：{page}',
  },
};
