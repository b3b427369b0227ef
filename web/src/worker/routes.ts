import { ChatLineSquare, EditPen, Finished, Present, Tickets } from '@element-plus/icons-vue'
import { callRoutes, communityRoutes } from '@/community/routes'
import type { Area } from '@/shared/area'
import type { Role } from '@/shared/auth/roles'

/** The chain below the street; residents have their own reports, wishes and lists beside it. */
const CHAIN: readonly Role[] = ['unit-steward', 'building-head', 'grid-worker', 'branch', 'community']

const worker: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'phone',
  nav: [
    { to: '/worker', label: 'worker.nav.report', icon: EditPen, under: ['/worker/receipt'] },
    {
      to: '/worker/verifications',
      label: 'worker.nav.verifications',
      icon: Finished,
      roles: ['grid-worker', 'community'],
    },
    { to: '/worker/matters', label: 'worker.nav.matters', icon: ChatLineSquare, roles: CHAIN },
    { to: '/worker/community', label: 'word.mutualHelp', icon: Present },
    { to: '/worker/reports', label: 'worker.nav.mine', icon: Tickets },
  ],
  routes: [
    {
      path: '',
      component: () => import('./WorkerFrame.vue'),
      children: [
        { path: '', component: () => import('./report/ReportPage.vue'), meta: { title: 'worker.report.title' } },
        {
          path: 'receipt/:id',
          component: () => import('./report/ReceiptPage.vue'),
          props: true,
          meta: { title: 'worker.receipt.title', back: '/worker' },
        },
        {
          path: 'reports/queue',
          component: () => import('./queue/QueuePage.vue'),
          meta: { title: 'worker.queue.title', back: '/worker/reports' },
        },
        { path: 'reports', component: () => import('./mine/ReportsPage.vue'), meta: { title: 'worker.reports.title' } },
        {
          path: 'reports/:id',
          component: () => import('./mine/ReportDetailPage.vue'),
          props: true,
          meta: { title: 'worker.reports.detail', back: '/worker/reports' },
        },
        {
          path: 'verifications',
          component: () => import('./verify/VerificationsPage.vue'),
          meta: { title: 'worker.verifications.title', roles: ['grid-worker', 'community'] },
        },
        {
          path: 'verifications/:ticketId',
          component: () => import('./verify/VerificationPage.vue'),
          props: true,
          meta: {
            title: 'worker.verification.title',
            back: '/worker/verifications',
            roles: ['grid-worker', 'community'],
          },
        },
        {
          path: 'matters',
          component: () => import('./chain/MattersPage.vue'),
          meta: { title: 'worker.matters.title', roles: CHAIN },
        },
        {
          path: 'matters/:id',
          component: () => import('./chain/MatterPage.vue'),
          props: true,
          meta: { title: 'worker.matters.title', back: '/worker/matters', roles: CHAIN },
        },
        {
          path: 'matters/alarms/:ticketId',
          component: () => import('./chain/AlarmPage.vue'),
          props: true,
          meta: { title: 'worker.alarm.title', back: '/worker/matters', roles: ['grid-worker', 'community'] },
        },
        ...callRoutes,
        ...communityRoutes('/worker'),
      ],
    },
  ],
}

export default worker
