import type { Messages } from '@/shared/i18n'

const en: Messages = {
  admin: {
    nav: {
      district: 'District',
    },
    district: {
      title: 'The district in use',
      version: 'Version',
      loadedBy: 'Loaded by',
      loadedAt: 'Loaded at',
      streets: 'Streets',
      communities: 'Communities',
      grids: 'Grids',
      types: 'Issue types',
      rules: 'Routing rules',
      departments: 'Departments',
    },
  },
}

export default en
