import { computed, type ComputedRef } from 'vue'
import { personName } from '@/shared/people'
import { useSession } from './session'

/**
 * The name of who is signed in, in the present language where the district knows it; else as the provider has it, which
 * knows one name only.
 */
export function useOwnName(): ComputedRef<string> {
  const session = useSession()
  return computed(() => {
    const { account, name } = session.profile ?? { account: '', name: '' }
    // Nothing can be asked yet by who is only known from the last time.
    return session.offline ? name : personName(account, name)
  })
}
