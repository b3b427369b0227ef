import { DataAnalysis, DocumentChecked, Present, Stamp, Tickets } from '@element-plus/icons-vue'
import { communityRoutes } from '@/community/routes'
import type { Area } from '@/shared/area'

const desk: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [
    { to: '/desk', label: 'desk.nav.inbox', icon: Tickets, under: ['/desk/assignments'] },
    { to: '/desk/requests', label: 'desk.nav.requests', icon: DocumentChecked, roles: ['manager'] },
    { to: '/desk/department', label: 'desk.nav.department', icon: DataAnalysis, roles: ['manager'] },
    { to: '/desk/appeals', label: 'desk.nav.appeals', icon: Stamp },
    { to: '/desk/community', label: 'word.mutualHelp', icon: Present },
  ],
  routes: [
    { path: '', component: () => import('./InboxPage.vue'), meta: { title: 'desk.inbox.title' } },
    {
      path: 'assignments/:id',
      component: () => import('./assignment/AssignmentPage.vue'),
      props: true,
      meta: { title: 'desk.page.title' },
    },
    {
      path: 'requests',
      component: () => import('./manager/RequestsPage.vue'),
      meta: { title: 'desk.requests.title', roles: ['manager'] },
    },
    {
      path: 'department',
      component: () => import('./manager/DepartmentPage.vue'),
      meta: { title: 'desk.department.title', roles: ['manager'] },
    },
    { path: 'appeals', component: () => import('./manager/AppealsPage.vue'), meta: { title: 'desk.appeals.title' } },
    ...communityRoutes('/desk'),
  ],
}

export default desk
