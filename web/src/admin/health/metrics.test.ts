import { expect, it } from 'vitest'
import { samplesOf, vitalsOf } from './metrics'

const TEXT = `# HELP whistle_outbox_depth events
# TYPE whistle_outbox_depth gauge
whistle_outbox_depth 3.0
whistle_outbox_oldest_seconds 12.0
kafka_consumer_fetch_manager_records_lag{client_id="a",partition="0",topic="whistle.journal",} 5.0
kafka_consumer_fetch_manager_records_lag{client_id="a",partition="1",topic="whistle.journal",} NaN
kafka_consumer_fetch_manager_records_lag{client_id="a",partition="0",topic="whistle_journal",} 5.0
kafka_consumer_fetch_manager_records_lag{client_id="a",topic="whistle.journal",} 5.0
jvm_memory_used_bytes{area="heap",id="Tenured Gen",} 2.0E7
jvm_memory_used_bytes{area="heap",id="Eden Space",} 1000000.0
jvm_memory_used_bytes{area="nonheap",id="Metaspace",} 9.0E7
process_uptime_seconds 3600.5
broken line
`

it('values are read with their labels', () => {
  expect(samplesOf(TEXT)[2]).toEqual({
    name: 'kafka_consumer_fetch_manager_records_lag',
    labels: { client_id: 'a', partition: '0', topic: 'whistle.journal' },
    value: 5,
  })
})

it('vitals are sums, and null where nothing is measured', () => {
  expect(vitalsOf(TEXT)).toEqual({ outbox: 3, oldest: 12, lag: 5, deadLetters: null, heap: 21_000_000, uptime: 3600.5 })
  expect(vitalsOf('').lag).toBeNull()
})
