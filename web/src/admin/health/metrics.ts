/** One measured value with its labels. */
export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** The samples of a Prometheus text; comments and what makes no sense are left out. */
export function samplesOf(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)/.exec(line) ?? []
    const number = Number(value)
    if (name === undefined || Number.isNaN(number)) return []
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, word]) => [key, word] as const)
    return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: number }]
  })
}

/** The sum of a name's values; null when there is none. */
export function sum(samples: readonly Sample[], name: string): number | null {
  const found = samples.filter((sample) => sample.name === name)
  return found.length === 0 ? null : found.reduce((total, { value }) => total + value, 0)
}

/** What an operator looks at first. */
export interface Vitals {
  /** Events that wait to be published. */
  readonly outbox: number | null
  /** Seconds that the oldest of them has waited. */
  readonly oldest: number | null
  /** Records that consumers are behind. */
  readonly lag: number | null
  readonly deadLetters: number | null
  /** Bytes of heap in use. */
  readonly heap: number | null
  /** Seconds since the start. */
  readonly uptime: number | null
}

export function vitalsOf(text: string): Vitals {
  const samples = samplesOf(text)
  // Some clients tell a partition twice, under the topic's name with dots and with underscores, and each topic in sum.
  const lags = new Map<string, number>()
  for (const { name, labels, value } of samples) {
    if (name !== 'kafka_consumer_fetch_manager_records_lag' || labels.partition === undefined) continue
    const partition = `${labels.client_id} ${labels.topic?.replaceAll('.', '_')} ${labels.partition}`
    lags.set(partition, Math.max(lags.get(partition) ?? 0, value))
  }
  const heap = samples.filter(({ name, labels }) => name === 'jvm_memory_used_bytes' && labels.area === 'heap')
  const total = (some: readonly Sample[]) =>
    some.length === 0 ? null : some.reduce((all, { value }) => all + value, 0)
  return {
    outbox: sum(samples, 'whistle_outbox_depth'),
    oldest: sum(samples, 'whistle_outbox_oldest_seconds'),
    lag: lags.size === 0 ? null : [...lags.values()].reduce((all, each) => all + each, 0),
    deadLetters: sum(samples, 'whistle_deadletters_total'),
    heap: total(heap),
    uptime: sum(samples, 'process_uptime_seconds'),
  }
}
