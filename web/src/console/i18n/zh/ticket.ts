import type { Messages } from '@/shared/i18n'

export const ticket: Messages = {
  title: '工单',
  timeline: '办理过程',
  legs: '承办单位',
  why: '为什么派给这个单位',
  considered: '查看依据和比对过的规则',
  applied: '适用',
  outranked: '未适用',
  priority: '优先级 {n}',
  everywhere: '全区适用',
  policy: '规则版本',
  reporter: '上报人',
  reporterNone: '没有可显示的个人信息',
  reporterAway: '上报人信息暂时无法读取',
  unmask: '查看完整信息',
  unmaskText: '查看上报人的完整姓名和电话须说明理由，查看行为将记入审计记录。',
  unmaskLength: '至少 {n} 个字',
  unmaskAction: '查看并记录',
  where: '位置',
  outsideGrid: '不在上报人自己的网格',
  filed: '{at} 上报',
  waits: '等待人工分办：{reason}。',
  mergedInto: '本单已并入',
  system: '系统',
  with: '，{bodies}协办',
  until: '至 {at}',
  meets: '{at} 召开',
  restsUntil: '挂账至 {at}，到期自动恢复',
  extended: '已延期 {n} 次',
  reworked: '返工 {n} 次',
  rated: '评价：{rating}（{account}）',
  ratedBy: '评价{rating}（{account}）',
  blownBy: '{account} 于 {at} 吹哨',
}

export const clock: Messages = {
  met: '{at} 按时完成',
  metLate: '{at} 超期完成',
  paused: '自 {at} 暂停计时',
}

export const side: Messages = {
  report: '上报',
  street: '街道',
  department: '部门',
  supervision: '监督',
  alert: '预警',
}

export const fact: Messages = {
  type: '问题类型',
  condition: '情形',
  kind: '类别',
  place: '网格',
  assetId: '部件编号',
  assetMark: '部件标识',
  assetOwner: '登记产权单位',
  registeredAsset: '已确定权属的部件',
  duty: '街道职责清单',
}

export const issueKind: Messages = { component: '部件', event: '事件' }
export const duty: Messages = {
  own: '基本（街道自办）',
  assist: '配合（部门牵头、街道协助）',
  upward: '上收（部门办理）',
}

export const queuedBecause: Messages = {
  unclassified: '上报未分类',
  'no-answer': '没有适用的规则',
  'several-answers': '规则给出多个牵头单位',
  'owner-unknown': '查不到产权单位',
  returned: '退单已同意，待重新派单',
}

export const channel: Messages = { phone: '电话', sms: '短信', web: '网页', visit: '上门' }
export const outcome: Messages = { solved: '已解决', unreachable: '未能联系上报人', 'not-accepted': '不予受理' }
