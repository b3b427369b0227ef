import type { Component } from 'vue'
import type { RouteParams, RouteRecordRaw } from 'vue-router'
import type { AreaMessages } from './i18n'
import type { Role } from './auth/roles'

/** An entry of an area's navigation; shown to the roles named, to everybody of the area without. */
export interface NavItem {
  readonly to: string
  /** Other pages of the area that belong to it, by the beginning of their paths. */
  readonly under?: readonly string[]
  /** Key of its name. */
  readonly label: string
  readonly icon: Component
  /** Shown behind the name: how much waits there. */
  readonly badge?: Component
  readonly roles?: readonly Role[]
}

/** What each area's `routes.ts` has as its default: the lazily loaded part of the router. */
export interface Area {
  readonly messages: AreaMessages
  readonly nav: readonly NavItem[]
  /** `phone` has its navigation as tabs at the bottom, `desk` beside the page, `bare` none. */
  readonly layout: 'desk' | 'phone' | 'bare'
  readonly routes: readonly RouteRecordRaw[]
}

/**
 * The entry that a page belongs to: the one that says most of its path. The entry of an area's root is its own page
 * alone, for every path of the area begins like it.
 */
export function activeIn<T extends Pick<NavItem, 'to' | 'under'>>(nav: readonly T[], path: string): T | undefined {
  const within = (prefix: string) => path === prefix || path.startsWith(`${prefix}/`)
  const saysOf = ({ to, under = [] }: T) => {
    const root = to.lastIndexOf('/') === 0
    return Math.max(
      root ? (path === to ? to.length : 0) : within(to) ? to.length : 0,
      ...under.map((prefix) => (within(prefix) ? prefix.length : 0)),
    )
  }
  return nav
    .map((item) => ({ item, says: saysOf(item) }))
    .filter(({ says }) => says > 0)
    .sort((a, b) => b.says - a.says)[0]?.item
}

/** The way back of a route's meta with the present route's parameters; undefined where there is none. */
export function backOf(back: string | undefined, params: RouteParams): string | undefined {
  return back?.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(String(params[name] ?? '')))
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title. */
    title?: string
    /** Who may open it; everybody of the area without. */
    roles?: readonly Role[]
    /** Needs no sign-in. */
    open?: boolean
    /**
     * The way back on a phone: shows the arrow. May name the route's parameters, as in `/worker/reports/:ticketId`.
     */
    back?: string
  }
}
