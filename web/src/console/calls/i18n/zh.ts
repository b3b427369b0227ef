import type { Messages } from '@/shared/i18n'
import console from '../../i18n/zh'

/** Call-backs; the reporter and the record are shown by the console’s own parts. */
const zh: Messages = {
  ...console,
  calls: {
    nav: { callbacks: '待回访' },
    callbacks: {
      title: '待回访',
      empty: '没有等待回访的工单。',
      answerBy: '回访剩余',
      attempts: '未接通 {n} 次',
      choose: '选择一件工单开始回访。',
      reopenedTimes: '重开 {n} 次',
    },
    call: {
      done: '办理情况',
      fixed: '核查：已解决',
      notFixed: '核查：未解决',
      by: '{department}办理，{at} 办结',
      noVerification: '未经现场核查。',
      script: '回访话术',
      hello: '您好，这里是街道吹哨派单回访。您 {at} 反映的“{type}”问题，{department}已经办理完毕。',
      ask: '请问问题解决了吗？您对办理结果满意吗？还有什么意见？',
      bye: '感谢您的反映，再见。',
      history: '以往回访',
      attempted: '{at} {channel}未接通（{account}）',
      answered: '{at} {channel}接通（{account}）',
      record: '记录回访',
      channel: '方式',
      contacted: '是否接通',
      reached: '已接通',
      notReached: '未接通',
      solved: '问题是否解决',
      yes: '已解决',
      no: '未解决',
      satisfaction: '满意程度',
      comment: '意见',
      save: '保存回访',
      willClose: '保存后结案。',
      willReopen: '保存后，同一工单重新打开，继续办理。',
      willCount: '保存后记一次未接通；满三次，督办员可以结案。',
      closed: '已结案。',
      reopened: '工单已重新打开。',
      counted: '已记一次未接通。',
      close: '联系不上，结案',
      closeReason: '结案理由',
      closeText: '三次联系未果后，由督办员结案。',
      channels: { phone: '电话', sms: '短信', web: '网页', visit: '上门' },
    },
  },
}

export default zh
