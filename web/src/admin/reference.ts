import { computed, shallowRef, watch } from 'vue'
import { api, ok, type Schema } from '@/shared/api'
import { locale } from '@/shared/i18n'

/** A code with its name in the present language. */
export interface Named {
  readonly code: string
  readonly name: string
}

export interface ConditionOf extends Named {
  readonly urgency: string
  /** As in `4wh`. */
  readonly limit: string
  readonly lead: string
  readonly cooperating: readonly string[]
  readonly joint: boolean
}

export interface TypeOf extends Named {
  readonly kind: string
  readonly group: string
  readonly conditions: readonly ConditionOf[]
}

export interface BodyOf extends Named {
  readonly kind: string
}

type Label = Schema<'dispatch', 'Label'>

/** The words of a label in the present language. */
export function words(label: Label | undefined): string {
  return (locale.value === 'en' ? label?.en : label?.zh) ?? ''
}

const catalogue = shallowRef<Schema<'dispatch', 'CatalogueType'>[]>([])
const bodies = shallowRef<Schema<'dispatch', 'Department'>[]>([])
const placeNames = shallowRef<ReadonlyMap<string, string>>(new Map())
let reading: Promise<unknown> | null = null
let placesIn = ''

async function readPlaces() {
  const language = locale.value
  if (placesIn === language) return
  placesIn = language
  try {
    const levels = await Promise.all(
      ['district', 'street', 'community'].map((level) =>
        ok(api.intake.GET('/api/intake/places', { params: { query: { level } } })),
      ),
    )
    const found = new Map<string, string>()
    for (const { data } of levels) {
      for (const { properties } of data.features ?? []) {
        if (properties?.code && properties.name) found.set(properties.code, properties.name)
      }
    }
    placeNames.value = found
  } catch {
    // Codes stand for themselves until the next page asks.
    placesIn = ''
  }
}

function read() {
  reading ??= Promise.all([
    ok(api.dispatch.GET('/api/dispatch/catalogue', {})).then(({ data }) => (catalogue.value = data)),
    ok(api.dispatch.GET('/api/dispatch/departments', {})).then(({ data }) => (bodies.value = data)),
  ]).catch(() => (reading = null))
  void readPlaces()
}

/** Another policy came into force: what was read of the one before is read anew. */
export function forgetReference(): void {
  reading = null
  placesIn = ''
}

const types = computed<TypeOf[]>(() =>
  catalogue.value.map((type) => ({
    code: type.code ?? '',
    name: words(type.name),
    kind: type.kind ?? '',
    group: type.group ?? '',
    conditions: (type.conditions ?? []).map((each) => ({
      code: each.code ?? '',
      name: words(each.name),
      urgency: each.urgency ?? '',
      limit: each.limit ?? '',
      lead: each.lead ?? '',
      cooperating: each.cooperating ?? [],
      joint: each.joint ?? false,
    })),
  })),
)
const departments = computed<BodyOf[]>(() =>
  bodies.value.map(({ code, name, kind }) => ({ code: code ?? '', name: words(name), kind: kind ?? '' })),
)
const places = computed<Named[]>(() => [...placeNames.value].map(([code, name]) => ({ code, name })))
const typeBy = computed(() => new Map(types.value.map((type) => [type.code, type])))
const bodyBy = computed(() => new Map(departments.value.map(({ code, name }) => [code, name])))

/** A place's name; of a grid its community's and its own number, because grids are too many to be read. */
function placeName(code: string): string {
  const known = placeNames.value.get(code)
  if (known !== undefined) return known
  const community = placeNames.value.get(code.slice(0, 12))
  return code.length === 15 && community !== undefined ? `${community} ${code.slice(12)}` : code
}

const reference = {
  types,
  departments,
  places,
  streets: computed(() => places.value.filter(({ code }) => code.length === 9)),
  typeName: (code: string) => typeBy.value.get(code)?.name ?? code,
  departmentName: (code: string) => bodyBy.value.get(code) ?? code,
  placeName,
  conditions: (type: string): readonly ConditionOf[] => typeBy.value.get(type)?.conditions ?? [],
  conditionName: (type: string, letter: string) =>
    typeBy.value.get(type)?.conditions.find(({ code }) => code === letter)?.name ?? letter,
}

/** What codes mean, read once for all of the administrator's pages and shown in the present language. */
export function useReference(): typeof reference {
  read()
  watch(locale, () => void readPlaces())
  return reference
}
