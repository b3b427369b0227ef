import { OfficeBuilding } from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'

const admin: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [{ to: '/admin', label: 'admin.nav.district', icon: OfficeBuilding }],
  routes: [{ path: '', component: () => import('./DistrictPage.vue'), meta: { title: 'admin.district.title' } }],
}

export default admin
