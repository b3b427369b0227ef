import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { ElMessage } from 'element-plus'
import { ifMatch, useCommand } from '@/shared/api'
import { announce } from '@/shared/ui/announce'
import { since, type Entry } from '../ticket/timeline'
import { may } from '../ticket/types'
import type { TicketReader } from '../ticket/useTicket'

interface Base {
  readonly etag: string
  readonly version: number
  readonly known: ReadonlySet<string>
}

/**
 * A decision on what the user has before them. Its version is taken when the form is opened, not when it is sent: when
 * the ticket changes meanwhile, by what the live stream tells or by a refusal (412, 409), the form keeps what was
 * written, shows what happened, and goes on only after the user has taken notice.
 *
 * @param action the words of `availableActions` that allow it
 * @param send sends it with the given If-Match
 * @param done told after success
 */
export function useDecision(
  reader: TicketReader,
  action: () => string,
  send: (match: { 'If-Match': string }) => Promise<unknown>,
  done: () => void,
) {
  const { t } = useI18n()
  const base = shallowRef<Base | null>(null)

  function begin(): void {
    const reading = reader.reading.value
    base.value =
      reading === null
        ? null
        : {
            etag: reading.etag,
            version: reading.ticket.version,
            known: new Set(reading.ticket.history.map(({ id }) => id)),
          }
    command.clear()
  }

  const command = useCommand(async () => {
    if (base.value === null) return
    try {
      await send(ifMatch(base.value.etag))
    } catch (thrown) {
      // Whatever the refusal says, the user needs the ticket as it is now.
      void reader.follow()
      throw thrown
    }
    const words = t('console.decide.done')
    ElMessage.success(words)
    announce(words)
    base.value = null
    done()
    void reader.follow()
  })

  /** Whether the ticket is no longer as it was when the form was opened. */
  const stale = computed(() => {
    const version = reader.ticket.value?.version
    return base.value !== null && version !== undefined && version !== base.value.version && !command.busy.value
  })
  const news = computed<Entry[]>(() =>
    base.value === null || reader.ticket.value === null ? [] : since(reader.ticket.value.history, base.value.known),
  )
  /** Whether it can still be decided. */
  const possible = computed(() => reader.ticket.value !== null && may(reader.ticket.value, action()))

  watch(stale, (now) => {
    if (now && news.value.length === 0) void reader.follow()
  })

  return {
    begin,
    run: command.run,
    busy: command.busy,
    problem: command.problem,
    clear: command.clear,
    stale,
    news,
    possible,
  }
}

export type Decision = ReturnType<typeof useDecision>
