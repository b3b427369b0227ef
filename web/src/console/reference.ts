import { computed, shallowRef } from 'vue'
import { api, ok, type Schema } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { useSession } from '@/shared/auth/session'

/** A code with its name in the present language. */
export interface Named {
  readonly code: string
  readonly name: string
}

export interface Condition extends Named {
  readonly urgency: string
  /** As in `4wh`. */
  readonly limit: string
}

export interface IssueType extends Named {
  readonly group: string
  readonly conditions: readonly Condition[]
}

type Label = Schema<'dispatch', 'Label'>
const named = (code: string | undefined, label: Label | undefined): Named => ({
  code: code ?? '',
  name: (locale.value === 'en' ? label?.en : label?.zh) ?? code ?? '',
})

const catalogue = shallowRef<Schema<'dispatch', 'CatalogueType'>[] | null>(null)
const bodies = shallowRef<Schema<'dispatch', 'Department'>[] | null>(null)
const places = shallowRef<ReadonlyMap<string, string>>(new Map())
let placesIn = ''

async function readCatalogue() {
  if (catalogue.value !== null) return
  catalogue.value = []
  try {
    catalogue.value = (await ok(api.dispatch.GET('/api/dispatch/catalogue', {}))).data
  } catch {
    catalogue.value = null
  }
}

async function readBodies() {
  if (bodies.value !== null) return
  bodies.value = []
  try {
    bodies.value = (await ok(api.dispatch.GET('/api/dispatch/departments', {}))).data
  } catch {
    bodies.value = null
  }
}

/** The communities of the caller's areas; their names are in the language they were read in. */
async function readPlaces() {
  const areas = useSession().profile?.areas ?? []
  const wanted = `${locale.value} ${areas.join(' ')}`
  if (placesIn === wanted) return
  placesIn = wanted
  const found = new Map<string, string>()
  for (const within of areas) {
    try {
      const query = { within, level: 'community' }
      const { data } = await ok(api.intake.GET('/api/intake/places', { params: { query } }))
      for (const { properties } of data.features ?? []) {
        if (properties?.code && properties.name) found.set(properties.code, properties.name)
      }
    } catch {
      // Codes stand for themselves.
      placesIn = ''
    }
  }
  if (placesIn === wanted || found.size > 0) places.value = found
}

const types = computed<IssueType[]>(() =>
  (catalogue.value ?? []).map((type) => ({
    ...named(type.code, type.name),
    group: type.group ?? '',
    conditions: (type.conditions ?? []).map((each) => ({
      ...named(each.code, each.name),
      urgency: each.urgency ?? '',
      limit: each.limit ?? '',
    })),
  })),
)
const departments = computed<Named[]>(() => (bodies.value ?? []).map((body) => named(body.code, body.name)))
const communities = computed<Named[]>(() => [...places.value].map(([code, name]) => ({ code, name })))
const typeByCode = computed(() => new Map(types.value.map((type) => [type.code, type])))
const departmentNames = computed(() => new Map(departments.value.map(({ code, name }) => [code, name])))

const reference = {
  types,
  departments,
  communities,
  typeName: (code: string | null | undefined) => typeByCode.value.get(code ?? '')?.name ?? code ?? '',
  departmentName: (code: string | null | undefined) => departmentNames.value.get(code ?? '') ?? code ?? '',
  communityName: (code: string | null | undefined) => places.value.get(code ?? '') ?? code ?? '',
  condition: (type: string | null | undefined, code: string | null | undefined): Condition | undefined =>
    typeByCode.value.get(type ?? '')?.conditions.find((each) => each.code === code),
}

/** What the codes in lists and forms mean: read once for all of the console, shown in the present language. */
export function useReference(): typeof reference {
  void readCatalogue()
  void readBodies()
  void readPlaces()
  return reference
}
