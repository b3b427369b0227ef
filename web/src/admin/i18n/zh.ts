import type { Messages } from '@/shared/i18n'

const zh: Messages = {
  admin: {
    nav: {
      district: '区县数据',
    },
    district: {
      title: '正在使用的区县数据',
      version: '版本',
      loadedBy: '载入人',
      loadedAt: '载入时间',
      streets: '街道',
      communities: '社区',
      grids: '网格',
      types: '问题类型',
      rules: '分办规则',
      departments: '部门',
    },
  },
}

export default zh
