const DISTRICT_LENGTH = 6
const STREET_LENGTH = 9

/** As what somebody is told of alerts: a supervisor or leader of a district is none of each of its streets. */
export function audiencesOf(roles: readonly string[], areas: readonly string[]): ReadonlySet<string> {
  const street = areas.some((area) => area.length === STREET_LENGTH)
  const district = areas.some((area) => area.length <= DISTRICT_LENGTH)
  const has = (...wanted: string[]) => wanted.some((role) => roles.includes(role))
  const told = new Set<string>()
  if (has('handler')) told.add('handler')
  if (has('manager')) told.add('manager')
  if (has('grid-worker', 'community')) told.add('community')
  if (has('dispatcher') || (street && has('supervisor', 'leader'))) told.add('street')
  if (district && has('supervisor')) told.add('district')
  if (district && has('leader')) told.add('leader')
  return told
}
