import { computed, ref, type WritableComputedRef } from 'vue'
import { createI18n } from 'vue-i18n'
import { keep, kept } from '@/shared/kept'
import type { Messages } from './messages'

export type Locale = 'zh-CN' | 'en'
export type { Messages }

/** Messages of one area in both languages, each loaded when it is needed. */
export interface AreaMessages {
  readonly zh: () => Promise<{ default: Messages }>
  readonly en: () => Promise<{ default: Messages }>
}

const KEPT = 'whistle-language'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN' as Locale,
  fallbackLocale: 'zh-CN',
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {} as Record<Locale, Messages>,
})

const SHARED: AreaMessages = { zh: () => import('./zh'), en: () => import('./en') }
const wanted: AreaMessages[] = [SHARED]
const loaded = new Map<AreaMessages, Set<Locale>>()
const current = ref<Locale>('zh-CN')

/** The language of the pages; read it also for `Accept-Language`. Set by {@link setLocale}. */
export const locale = computed(() => current.value)

async function load(area: AreaMessages, language: Locale): Promise<void> {
  const has = loaded.get(area) ?? new Set<Locale>()
  if (has.has(language)) return
  const messages = await (language === 'en' ? area.en() : area.zh())
  i18n.global.mergeLocaleMessage(language, messages.default)
  has.add(language)
  loaded.set(area, has)
}

/** Loads the messages of an area in the present language, and from now on in each that is switched to. */
export async function loadMessages(area: AreaMessages): Promise<void> {
  if (!wanted.includes(area)) wanted.push(area)
  await load(area, current.value)
}

/** Switches the language of everything, and remembers it. */
export async function setLocale(language: Locale): Promise<void> {
  await Promise.all(wanted.map((area) => load(area, language)))
  current.value = language
  ;(i18n.global.locale as unknown as WritableComputedRef<Locale>).value = language
  document.documentElement.lang = language
  keep(KEPT, language)
}

/** The language that was chosen here before; Chinese for who comes the first time. `?lang=en` chooses as well. */
export function firstLocale(): Locale {
  const asked = new URLSearchParams(location.search).get('lang')
  const chosen = asked ?? kept<string>(KEPT)
  return chosen === 'en' ? 'en' : 'zh-CN'
}
