import { readFileSync } from 'node:fs'

/** An account of the local system, as accounts.csv in the launcher's home has it. */
export interface Account {
  readonly username: string
  readonly password: string
  readonly nameZh: string
  readonly nameEn: string
  readonly roles: readonly string[]
  readonly areas: readonly string[]
  readonly department: string
}

function fields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .map(([, field]) => field ?? '')
    .map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field))
}

let read: Account[] | null = null

/** All accounts. */
export function accounts(): readonly Account[] {
  read ??= readFileSync(process.env.WHISTLE_ACCOUNTS ?? '../.whistle/accounts.csv', 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [username = '', password = '', nameZh = '', nameEn = '', roles = '', areas = '', department = ''] =
        fields(line)
      return {
        username,
        password,
        nameZh,
        nameEn,
        roles: roles.split(/[ ;|]/),
        areas: areas.split(/[ ;|]/),
        department,
      }
    })
  return read
}

/** The first account with the role, whose area begins with the code and whose department is the one named, if any. */
export function accountFor(role: string, where: { area?: string; department?: string } = {}): Account {
  const found = accounts().find(
    (account) =>
      account.roles.includes(role) &&
      account.areas.some((area) => area.startsWith(where.area ?? '')) &&
      (where.department === undefined || account.department === where.department),
  )
  if (found === undefined) throw new Error(`no account with role ${role} ${JSON.stringify(where)}`)
  return found
}

/** An account by its name. */
export function account(username: string): Account {
  const found = accounts().find((candidate) => candidate.username === username)
  if (found === undefined) throw new Error(`no account ${username}`)
  return found
}
