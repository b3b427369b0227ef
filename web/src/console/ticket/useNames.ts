import { useI18n } from 'vue-i18n'
import { locale } from '@/shared/i18n'
import { dateTime } from '@/shared/time/instant'
import { useReference } from '../reference'
import type { Entry } from './timeline'

/** Codes of a ticket in words of the present language. */
export function useNames() {
  const { t, te } = useI18n()
  const reference = useReference()

  /** Several names as one phrase. */
  function several(names: readonly string[]): string {
    return new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(names)
  }
  const bodies = (codes: readonly string[]) => several(codes.map(reference.departmentName))

  /** `4wh` or its parts as `4 working hours`. */
  function limit(value: { value?: number; unit?: string } | string | null | undefined): string {
    if (!value) return ''
    const parts = typeof value === 'string' ? /^(\d+)(\w+)$/.exec(value) : null
    const number = typeof value === 'string' ? parts?.[1] : value.value
    const unit = typeof value === 'string' ? parts?.[2] : value.unit
    return unit === undefined ? '' : `${number} ${t(`unit.${unit}`)}`
  }

  function word(group: string, code: string | undefined): string {
    if (code === undefined || code === '') return ''
    return te(`${group}.${code}`) ? t(`${group}.${code}`) : code
  }

  /** Title of a step, with all codes named. */
  function title({ event, about }: Entry): string {
    const answer = about.solved ?? about.mine
    const key = `console.event.${answer === undefined ? event : `${event}-${answer}`}`
    const cooperating = (about.cooperating ?? '').split(' ').filter((code) => code !== '')
    return t(te(key) ? key : 'console.event.other', {
      event,
      department: reference.departmentName(about.department),
      departments: bodies((about.departments ?? '').split(' ')),
      lead: reference.departmentName(about.lead),
      with: cooperating.length > 0 ? t('console.ticket.with', { bodies: bodies(cooperating) }) : '',
      level: word('level', about.level),
      from: word('level', about.from),
      to: word('level', about.to),
      stage: word('stage', about.stage),
      reason: word('console.queuedBecause', about.reason),
      channel: word('console.channel', about.channel),
      satisfaction: word('satisfaction', about.satisfaction),
      rating: word('satisfaction', about.rating),
      outcome: word('console.outcome', about.outcome),
      times: about.times ?? '1',
      round: about.round ?? '1',
      metres: about.metres ?? '',
    })
  }

  /** What a step says beside its title: until when. */
  function detail({ about }: Entry): string {
    if (about.until !== undefined) return t('console.ticket.until', { at: dateTime(about.until) })
    if (about.meetAt !== undefined) return t('console.ticket.meets', { at: dateTime(about.meetAt) })
    if (about.due !== undefined) return t('time.due', { at: dateTime(about.due) })
    return ''
  }

  return { ...reference, several, bodies, limit, word, title, detail }
}
