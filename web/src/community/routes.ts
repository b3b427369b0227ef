import '@/worker/worker.css'
import './community.css'
import type { RouteRecordRaw } from 'vue-router'
import { loadMessages, type AreaMessages } from '@/shared/i18n'
import type { Role } from '@/shared/auth/roles'

/** Who may read the lists; the same as may read wishes. */
export const COMMUNITY_ROLES: readonly Role[] = [
  'resident',
  'unit-steward',
  'building-head',
  'grid-worker',
  'branch',
  'community',
  'handler',
  'manager',
  'dispatcher',
  'supervisor',
  'leader',
]
const POSTERS: readonly Role[] = ['resident', 'unit-steward', 'building-head', 'grid-worker', 'branch', 'community']
const KEEPERS: readonly Role[] = ['branch', 'community', 'handler', 'manager', 'resident']

const words: AreaMessages = { zh: () => import('./i18n/zh'), en: () => import('./i18n/en') }

/** A page with the words of these pages, which several areas have. */
function page<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), loadMessages(words)]))[0]
}

/**
 * Small wishes and the three lists, as pages of an area: the same in the street and at a desk.
 *
 * @param area the area's path, `/worker`
 */
export function communityRoutes(area: string): RouteRecordRaw[] {
  const home = `${area}/community`
  return [
    {
      path: 'community',
      component: page(() => import('./wishes/WishesPage.vue')),
      meta: { title: 'community.wishes.title', roles: COMMUNITY_ROLES },
    },
    {
      path: 'community/wishes/new',
      component: page(() => import('./wishes/NewWishPage.vue')),
      meta: { title: 'community.wishes.new', back: home, roles: POSTERS },
    },
    {
      path: 'community/wishes/:id',
      component: page(() => import('./wishes/WishPage.vue')),
      props: true,
      meta: { title: 'community.wishes.one', back: home, roles: COMMUNITY_ROLES },
    },
    {
      path: 'community/lists/:list(need|resource|project)',
      component: page(() => import('./lists/EntriesPage.vue')),
      props: true,
      meta: { title: 'community.lists.title', roles: COMMUNITY_ROLES },
    },
    {
      path: 'community/lists/:list(need|resource|project)/new',
      component: page(() => import('./lists/EntryFormPage.vue')),
      props: true,
      meta: { title: 'community.lists.new', back: `${home}/lists/:list`, roles: KEEPERS },
    },
    {
      path: 'community/entries/:id',
      component: page(() => import('./lists/EntryPage.vue')),
      props: true,
      meta: { title: 'community.lists.one', back: home, roles: COMMUNITY_ROLES },
    },
    {
      path: 'community/entries/:id/change',
      component: page(() => import('./lists/EntryFormPage.vue')),
      props: true,
      meta: { title: 'community.lists.change', back: `${home}/entries/:id`, roles: KEEPERS },
    },
  ]
}

/** Whistles from below the street, where the branch, the community and residents work: at a matter and at a report. */
export const callRoutes: RouteRecordRaw[] = [
  {
    path: 'matters/tickets/:ticketId',
    component: page(() => import('./calls/CallsPage.vue')),
    props: true,
    meta: { title: 'community.call.title', back: '/worker/matters', roles: ['branch', 'community'] },
  },
  {
    path: 'reports/:ticketId/whistle',
    component: page(() => import('./calls/CallsPage.vue')),
    props: true,
    meta: {
      title: 'community.call.title',
      back: '/worker/reports/:ticketId',
      roles: ['branch', 'community', 'resident'],
    },
  },
]
