import { computed, shallowRef } from 'vue'
import { api, ok, type Schema } from '@/shared/api'
import { locale } from '@/shared/i18n'

const bodies = shallowRef<Schema<'dispatch', 'Department'>[] | null>(null)
let reading = false

async function read() {
  if (reading || bodies.value !== null) return
  reading = true
  try {
    bodies.value = (await ok(api.dispatch.GET('/api/dispatch/departments', {}))).data
  } catch {
    // Codes stand for themselves, and bodies cannot be chosen.
  }
  reading = false
}

const choices = computed(() =>
  (bodies.value ?? []).map(({ code = '', name }) => ({
    code,
    name: (locale.value === 'en' ? name?.en : name?.zh) ?? code,
  })),
)
const names = computed(() => new Map(choices.value.map(({ code, name }) => [code, name])))
const nameOf = (code: string | null | undefined) => names.value.get(code ?? '') ?? code ?? ''

/** The bodies of the district with their names in the present language. */
export function useBodies(): { choices: typeof choices; nameOf: typeof nameOf } {
  void read()
  return { choices, nameOf }
}
