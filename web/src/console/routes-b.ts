import type { RouteRecordRaw } from 'vue-router'

/** Map, whistles, duplicates, calls and alerts. */
export const routesB: readonly RouteRecordRaw[] = [
  {
    path: 'map',
    name: 'console-map',
    component: () => import('./map/MapPage.vue'),
    meta: { title: 'console.map.title', roles: ['dispatcher'] },
  },
  {
    path: 'whistles',
    name: 'console-whistles',
    component: () => import('./whistle/WhistlesPage.vue'),
    meta: { title: 'console.whistles.title', roles: ['dispatcher'] },
  },
  {
    path: 'whistles/:ticketId',
    name: 'console-whistle',
    component: () => import('./whistle/BoardPage.vue'),
    meta: { title: 'console.whistles.board', roles: ['dispatcher', 'supervisor', 'leader'] },
  },
  {
    path: 'whistles/:ticketId/new',
    name: 'console-whistle-new',
    component: () => import('./whistle/BlowPage.vue'),
    meta: { title: 'console.whistles.blow', roles: ['dispatcher'] },
  },
  {
    path: 'merge',
    name: 'console-merge',
    component: () => import('./merge/MergePage.vue'),
    meta: { title: 'console.merge.title', roles: ['dispatcher', 'community'] },
  },
  // Call-back clerks have a place of their own; its address here leads there.
  { path: 'calls', name: 'console-calls', redirect: '/calls' },
  {
    path: 'alerts',
    name: 'console-alerts',
    component: () => import('./alerts/AlertsPage.vue'),
    meta: { title: 'console.alerts.title', roles: ['dispatcher', 'supervisor', 'leader'] },
  },
  {
    path: 'appeals',
    name: 'console-appeals',
    component: () => import('./alerts/AppealsPage.vue'),
    meta: { title: 'console.appeals.title', roles: ['dispatcher', 'supervisor'] },
  },
]
