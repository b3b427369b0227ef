import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import { useSession } from '@/shared/auth/session'
import type { Who } from './who'

/** Who is signed in. */
export function useWho(): ComputedRef<Who> {
  const session = useSession()
  return computed(() => ({
    account: session.profile?.account ?? '',
    roles: session.roles,
    department: session.profile?.department ?? null,
  }))
}

/** Where these pages stand: `/worker/community`, or the same in another area. */
export function useHome(): string {
  return `/${useRoute().path.split('/')[1] ?? 'worker'}/community`
}
