/** The figures of the policy, in groups of what they are for. */
export const FIGURE_GROUPS: readonly (readonly [group: string, keys: readonly string[]])[] = [
  ['stages', ['stage.accept', 'stage.dispatch', 'stage.verify']],
  [
    'thresholds',
    ['threshold.warning', 'threshold.breach', 'threshold.supervision', 'chase.after-breach', 'bulletin.after-chase'],
  ],
  ['returns', ['return.U0', 'return.U1', 'return.other', 'return.binding']],
  ['requests', ['extension.max', 'suspension.limit', 'suspension.max', 'appeal.limit']],
  ['whistles', ['make-safe.limit', 'identification.answer', 'whistle.emergency-check-in', 'whistle.check-in-radius']],
  ['repeats', ['nearby.radius', 'duplicate.radius', 'duplicate.days', 'repeat.days', 'deliberation.minimum']],
  [
    'scores',
    [
      'score.handled',
      'score.on-time',
      'score.rework',
      'score.overdue',
      'score.extension',
      'ranking.minimum',
      'hot-spot.minimum',
      'hot-spot.days',
    ],
  ],
  [
    'community',
    [
      'wish.claim-days',
      'wish.at-once',
      'wish.claims-at-once',
      'match.tags',
      'match.place',
      'match.time',
      'match.minimum',
    ],
  ],
]

/** A key as messages name it: dots part levels there. */
export const messageOf = (key: string) => key.replaceAll('.', '-')

interface Figure {
  readonly key?: string
}

/** The figures by group, in the order above; what has no group of its own comes last, under `other`. */
export function grouped<F extends Figure>(figures: readonly F[]): { group: string; figures: F[] }[] {
  const known = new Set(FIGURE_GROUPS.flatMap(([, keys]) => keys))
  const groups = FIGURE_GROUPS.map(([group, keys]) => ({
    group,
    figures: keys.flatMap((key) => figures.filter((figure) => figure.key === key)),
  }))
  const rest = figures.filter(({ key }) => !known.has(key ?? ''))
  return [...groups, { group: 'other', figures: rest }].filter((each) => each.figures.length > 0)
}
