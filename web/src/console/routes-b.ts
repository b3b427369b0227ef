import type { RouteRecordRaw } from 'vue-router'

/** Map, whistles, duplicates, calls and alerts. */
export const routesB: readonly RouteRecordRaw[] = []
