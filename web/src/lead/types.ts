/** A code and its name in the user's language. */
export interface Named {
  readonly code: string
  readonly name?: string
}

export interface PlaceNames {
  readonly district?: Named
  readonly street?: Named
  readonly community?: Named
  readonly grid?: Named
}

/** A rate: numerator, denominator, and the value where there is a denominator. */
export interface RateNumber {
  readonly numerator: number
  readonly denominator: number
  /** 0 to 1; absent without a denominator. */
  readonly value?: number
  readonly previous?: number
  readonly difference?: number
}

export type Rates = Readonly<Record<string, RateNumber>>

export interface ReportRow {
  readonly period?: string
  readonly from: string
  readonly to: string
  readonly group: Named
  /** URI template of the tickets behind the numbers, see `ticketsBehind`. */
  readonly behind?: string
  readonly rates: Rates
}

export interface Report {
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly formula: Readonly<Record<string, string>>
  readonly rows: readonly ReportRow[]
}

export interface Stage {
  readonly stage: 'collect' | 'discover' | 'dispatch' | 'handle' | 'feedback'
  readonly waiting: number
  readonly overdue: number
  readonly done: number
}

export interface Overview {
  readonly at: string
  readonly since: string
  readonly stages: readonly Stage[]
}

export interface HotSpot {
  readonly type: Named
  readonly place: PlaceNames
  readonly count: number
  readonly before: number
  readonly movement: 'new' | 'rising' | 'steady' | 'falling'
  readonly from: string
  readonly to: string
  readonly tickets: string
}

export interface AboutToBreach {
  readonly ticketId: string
  readonly ticketNo: string
  readonly state: string
  readonly assignmentId: string
  readonly department: Named
  readonly type?: Named
  readonly place: PlaceNames
  readonly dueAt: string
}

export interface Follow {
  readonly kind: 'area' | 'type'
  readonly what: Named
}

export interface DigestItem {
  readonly follow: Follow
  readonly reports: number
  readonly previousReports: number
  readonly open: number
  readonly overdue: number
  readonly aboutToBreach: number
  /** URI template of the tickets behind the rates, see `ticketsBehind`. */
  readonly behind: string
  readonly rates: Rates
  readonly hotSpots: readonly HotSpot[]
}

export interface Digest {
  readonly period: string
  readonly items: readonly DigestItem[]
}

export interface BacklogRow {
  readonly body: Named
  readonly open: number
  readonly ages: {
    readonly underOneDay: number
    readonly oneToThreeDays: number
    readonly threeToSevenDays: number
    readonly sevenToThirtyDays: number
    readonly overThirtyDays: number
  }
  readonly suspended: number
  readonly overdue: number
  readonly aboutToBreach: number
}

export interface Backlog {
  readonly asOf: string
  readonly hours: number
  readonly rows: readonly BacklogRow[]
}

export interface Repeat {
  readonly ticketId: string
  readonly ticketNo: string
  readonly state: string
  readonly department?: Named
  readonly type?: Named
  readonly place: PlaceNames
  readonly filedAt: string
  readonly times: number
  readonly sameGrid: boolean
  readonly sameType: boolean
  readonly previous: {
    readonly ticketId: string
    readonly ticketNo: string
    readonly state: string
    readonly filedAt: string
  }
}

export interface ScorePart {
  readonly part: string
  readonly rate: string
  readonly numerator: number
  readonly denominator: number
  readonly weight: number
  readonly points: number
}

export interface RankingRow {
  readonly place?: number
  readonly ranked: boolean
  readonly why?: string
  readonly body: Named
  readonly score: number
  readonly parts: readonly ScorePart[]
  readonly tickets: number
  /** URI template of the tickets behind the numbers of the parts, see `ticketsBehind`. */
  readonly behind: string
}

export interface Ranking {
  readonly by: 'department' | 'street' | 'community'
  readonly period: string
  readonly from: string
  readonly to: string
  readonly closed: boolean
  readonly asOf: string
  readonly formula: string
  readonly minimum: number
  readonly rule: string
  readonly rows: readonly RankingRow[]
}

export interface Marks {
  readonly count: number
  readonly satisfied: number
  readonly fair: number
  readonly unsatisfied: number
  readonly value?: number
}

export interface Ratings {
  readonly rows: readonly { readonly body: Named; readonly street: Marks; readonly reporters: Marks }[]
}

export interface Bulletin {
  readonly period: string
  readonly from: string
  readonly to: string
  readonly closed: boolean
  readonly asOf: string
  /** URI template of the tickets behind the totals, see `ticketsBehind`. */
  readonly behind: string
  readonly totals: Rates
  readonly departments: Ranking
  readonly streets: Ranking
  readonly overdue: readonly {
    readonly ticketId: string
    readonly ticketNo: string
    readonly department: Named
    readonly type?: Named
    readonly place: PlaceNames
    readonly dueAt: string
    readonly completedAt?: string
    readonly minutesLate: number
  }[]
  readonly repeatedTypes: readonly {
    readonly type: Named
    readonly reports: number
    readonly previous: number
    readonly difference: number
  }[]
}

export interface Alert {
  readonly id: string
  readonly ticketId: string
  readonly ticketNo: string
  readonly state: string
  readonly kind: string
  readonly stage: string
  readonly assignmentId?: string
  readonly department?: Named
  readonly type?: Named
  readonly place: PlaceNames
  readonly open: boolean
  readonly dueAt: string
  readonly thresholdAt: string
  readonly raisedBy?: string
  readonly note?: string
  readonly acknowledgedBy?: string
  readonly acknowledgedAt?: string
}

export interface Appeal {
  readonly id: string
  readonly ticketId: string
  readonly ticketNo: string
  readonly department: Named
  readonly type?: Named
  readonly place: PlaceNames
  readonly state: 'open' | 'refused' | 'excused'
  readonly level: number
  readonly dueAt: string
  readonly completedAt?: string
  readonly filedAt: string
  readonly hearings: readonly {
    readonly level: number
    readonly reason: string
    readonly by: string
    readonly at: string
    readonly verdict?: string
    readonly decidedBy?: string
    readonly decidedAt?: string
  }[]
  readonly version: number
}
