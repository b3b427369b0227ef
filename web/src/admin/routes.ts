import {
  Calendar,
  ChatLineSquare,
  Collection,
  EditPen,
  FolderDelete,
  Monitor,
  OfficeBuilding,
  Stamp,
  User,
} from '@element-plus/icons-vue'
import type { Area } from '@/shared/area'
import './admin.css'

const ADMINISTRATOR = ['administrator'] as const
const OPERATOR = ['operator'] as const

const admin: Area = {
  messages: { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') },
  layout: 'desk',
  nav: [
    { to: '/admin', label: 'admin.nav.health', icon: Monitor },
    { to: '/admin/drafts', label: 'admin.nav.drafts', icon: EditPen, roles: ADMINISTRATOR },
    { to: '/admin/proposals', label: 'admin.nav.proposals', icon: ChatLineSquare, roles: ADMINISTRATOR },
    { to: '/admin/catalogue', label: 'admin.nav.catalogue', icon: Collection, roles: ADMINISTRATOR },
    { to: '/admin/calendar', label: 'admin.nav.calendar', icon: Calendar, roles: ADMINISTRATOR },
    { to: '/admin/district', label: 'admin.nav.district', icon: OfficeBuilding, roles: ADMINISTRATOR },
    { to: '/admin/accounts', label: 'admin.nav.accounts', icon: User, roles: ADMINISTRATOR },
    { to: '/admin/dead-letters', label: 'admin.nav.letters', icon: FolderDelete, roles: OPERATOR },
    { to: '/admin/audit', label: 'admin.nav.audit', icon: Stamp },
  ],
  routes: [
    { path: '', component: () => import('./health/HealthPage.vue'), meta: { title: 'admin.health.title' } },
    {
      path: 'drafts',
      component: () => import('./rules/DraftsPage.vue'),
      meta: { title: 'admin.drafts.title', roles: ADMINISTRATOR },
    },
    {
      path: 'drafts/:id/:part?',
      component: () => import('./rules/DraftPage.vue'),
      props: true,
      meta: { title: 'admin.drafts.title', roles: ADMINISTRATOR },
    },
    {
      path: 'proposals',
      component: () => import('./rules/ProposalsPage.vue'),
      meta: { title: 'admin.proposals.title', roles: ADMINISTRATOR },
    },
    {
      path: 'catalogue/:part?',
      component: () => import('./catalogue/CataloguePage.vue'),
      props: true,
      meta: { title: 'admin.catalogue.title', roles: ADMINISTRATOR },
    },
    {
      path: 'calendar',
      component: () => import('./calendar/CalendarPage.vue'),
      meta: { title: 'admin.calendar.title', roles: ADMINISTRATOR },
    },
    {
      path: 'district',
      component: () => import('./district/DistrictPage.vue'),
      meta: { title: 'admin.district.title', roles: ADMINISTRATOR },
    },
    {
      path: 'accounts',
      component: () => import('./accounts/AccountsPage.vue'),
      meta: { title: 'admin.accounts.title', roles: ADMINISTRATOR },
    },
    {
      path: 'dead-letters',
      component: () => import('./letters/DeadLettersPage.vue'),
      meta: { title: 'admin.letters.title', roles: OPERATOR },
    },
    {
      path: 'audit/:part?',
      component: () => import('./audit/AuditPage.vue'),
      props: true,
      meta: { title: 'admin.audit.title' },
    },
  ],
}

export default admin
