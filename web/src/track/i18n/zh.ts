import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  track: {
    code: {
      title: '查询办理进度',
      label: '查询码',
      help: '查询码在上报回执或短信中，共 26 位字母和数字。空格和大小写都不影响。',
      wrong: '查询码应为 {length} 位，您输入了 {n} 位，请核对。',
      go: '查询',
    },
    unknown: {
      title: '没有查到这个查询码',
      text: '请核对回执或短信中的查询码，重新输入。',
      again: '重新输入',
    },
    progress: {
      title: '办理进度',
      due: '办理时限：{at}',
      resumes: '预计 {at} 恢复办理',
      results: '办理结果',
      stages: '办到哪一步',
      number: '工单编号',
      reported: '上报时间 {at}',
      another: '查询另一件',
    },
    stage: {
      collect: '已收到您的反映',
      discover: '核实问题',
      dispatch: '派给责任部门',
      handle: '部门处理',
      feedback: '核查和回访',
    },
    status: { done: '已完成', now: '正在进行', ahead: '尚未开始' },
    result: { completed: '责任部门', 'not-accepted': '街道', settled: '社区' },
    rating: {
      title: '请您评价',
      until: '请在 {at} 前评价',
      solved: '问题解决了吗？',
      yes: '解决了',
      no: '没解决',
      reopens: '提交后，这件事会重新办理。',
      stars: '您满意吗？',
      star1: '很不满意',
      star2: '不满意',
      star3: '一般',
      star4: '满意',
      star5: '很满意',
      comment: '想说的话（可不填）',
      choose: '请选择',
      send: '提交评价',
      thanksTitle: '谢谢您的评价',
      thanks: {
        solved: '这件事已经办结。有新的问题，欢迎随时反映。',
        unsolved: '我们会重新办理，您可以用同一个查询码查看进度。',
      },
    },
  },
}

export default zh
