import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { api, ok, type Schema } from '@/shared/api'
import { signedFetch } from '@/shared/api/signed'
import { useSession } from '@/shared/auth/session'
import { locale } from '@/shared/i18n'

type Both = Schema<'dispatch', 'Label'>
type Type = Schema<'dispatch', 'CatalogueType'>

/** A street to choose from. */
export interface Street {
  readonly code: string
  readonly name: string
}

/** What codes are called, in the language of the pages; a code that is not known (yet) is shown as it is. */
export interface Names {
  department(code: string | null | undefined): string
  type(code: string | null | undefined): string
  condition(type: string | null | undefined, code: string | null | undefined): string
  /** The name of the street a place code lies in. */
  street(place: string | null | undefined): string
  /** Whether the limit of the matter runs on through nights and days off. */
  continuous(type: string | null | undefined, condition: string | null | undefined): boolean
  /** The streets of the account's areas. */
  readonly streets: ComputedRef<readonly Street[]>
}

const departments = shallowRef<ReadonlyMap<string, Both>>(new Map())
const types = shallowRef<ReadonlyMap<string, Type>>(new Map())
/** By language: their names come in the caller's. */
const streets = shallowRef<ReadonlyMap<string, readonly Street[]>>(new Map())
/** What is being read or was read. */
const asked = new Set<string>()

/** Reads once; what failed is read again when the next page asks. Until then codes are shown. */
function once(what: string, read: () => Promise<void>): void {
  if (asked.has(what)) return
  asked.add(what)
  read().catch(() => asked.delete(what))
}

async function readDepartments(): Promise<void> {
  const { data } = await ok(api.dispatch.GET('/api/dispatch/departments'))
  departments.value = new Map(data.map((one) => [one.code ?? '', one.name ?? {}]))
}

async function readTypes(): Promise<void> {
  const { data } = await ok(api.dispatch.GET('/api/dispatch/catalogue'))
  types.value = new Map(data.map((one) => [one.code ?? '', one]))
}

interface Features {
  features?: { properties?: { code?: string; name?: string } }[]
}

async function readStreets(language: string): Promise<void> {
  const response = await signedFetch(new Request(new URL('/api/intake/places?level=street', location.origin)), true)
  if (!response.ok) throw new Error(`status ${response.status}`)
  const { features } = (await response.json()) as Features
  const read = (features ?? []).map(({ properties }) => ({
    code: properties?.code ?? '',
    name: properties?.name ?? properties?.code ?? '',
  }))
  streets.value = new Map(streets.value).set(language, read)
}

/** Whether a limit as the catalogue writes it (`2uh`, `4wh`, `1wd`) runs on, and not in working time. */
export function runsOn(limit: string | undefined): boolean {
  return limit !== undefined && /^\d+(um|uh|ud|cd)$/.test(limit)
}

/** Names for a page; read from dispatch and intake when the first page needs them. */
export function useNames(): Names {
  const session = useSession()
  once('departments', readDepartments)
  once('types', readTypes)
  watch(locale, (language) => once(`streets ${language}`, () => readStreets(language)), { immediate: true })

  const pick = (both: Both | undefined) => (locale.value === 'en' ? both?.en : both?.zh)
  const find = (type: string | null | undefined, condition: string | null | undefined) =>
    types.value.get(type ?? '')?.conditions?.find(({ code }) => code === condition)
  const here = computed(() => streets.value.get(locale.value) ?? [])

  return {
    department: (code) => pick(departments.value.get(code ?? '')) ?? code ?? '',
    type: (code) => pick(types.value.get(code ?? '')?.name) ?? code ?? '',
    condition: (type, code) => pick(find(type, code)?.name) ?? code ?? '',
    street: (place) => {
      const code = (place ?? '').slice(0, 9)
      return here.value.find((street) => street.code === code)?.name ?? code
    },
    continuous: (type, condition) => runsOn(find(type, condition)?.limit),
    streets: computed(() =>
      here.value.filter(({ code }) =>
        (session.profile?.areas ?? []).some((area) => code.startsWith(area) || area.startsWith(code)),
      ),
    ),
  }
}
