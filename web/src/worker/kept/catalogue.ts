import { computed, type ComputedRef } from 'vue'
import { api, ok, type Known, type Schema } from '@/shared/api'
import { locale } from '@/shared/i18n'
import { useKept, type Kept } from './useKept'

export type IssueCondition = Known<Schema<'intake', 'IssueCondition'>, 'code' | 'name' | 'urgency'> & {
  /** Absent at a service that does not state it. */
  readonly limit?: { readonly value: number; readonly unit: string }
}

/** A type of the catalogue with its names in both languages, since people search in either. */
export interface IssueType {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** The name in the language of the pages. */
  readonly name: string
  readonly kind: 'component' | 'event' | 'social'
  readonly group: string
  readonly conditions: readonly IssueCondition[]
}

type Stated = Known<Schema<'intake', 'IssueType'>, 'code' | 'name' | 'kind' | 'group' | 'conditions'>

async function stated(language: 'zh-CN' | 'en', signal: AbortSignal): Promise<Stated[]> {
  const headers = { 'accept-language': language }
  const { data } = await ok(api.intake.GET('/api/intake/catalogue', { headers, signal }))
  return (data.types ?? []) as Stated[]
}

/** The catalogue out of its two languages; the conditions in the language of the pages. */
export function joined(zh: readonly Stated[], en: readonly Stated[], english: boolean): IssueType[] {
  const inEnglish = new Map(en.map((type) => [type.code, type]))
  return zh.map((type) => {
    const other = inEnglish.get(type.code) ?? type
    const { kind, group, code } = type
    const shown = english ? other : type
    return {
      code,
      zh: type.name,
      en: other.name,
      name: shown.name,
      kind,
      group,
      conditions: shown.conditions as IssueCondition[],
    }
  })
}

/** The catalogue, also without a network, and what is looked up in it. */
export function useCatalogue(): Kept<IssueType[]> & { byCode: ComputedRef<ReadonlyMap<string, IssueType>> } {
  const kept = useKept('catalogue', async (signal) => {
    const [zh, en] = await Promise.all([stated('zh-CN', signal), stated('en', signal)])
    return joined(zh, en, locale.value === 'en')
  })
  const byCode = computed(() => new Map((kept.data.value ?? []).map((type) => [type.code, type])))
  return { ...kept, byCode }
}
