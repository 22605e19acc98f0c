import type { FacilityReport } from '../../../core/contract/life-circle'

/** What was reported about one place; of places that are missing on the map all together. */
export interface ReportedPlace {
  readonly facilityId: string | null
  readonly name: string | null
  readonly reports: readonly FacilityReport[]
}

/** By place, each as it first comes: what waits is sent first, so places with something to do lead. */
export function groupReports(reports: readonly FacilityReport[]): readonly ReportedPlace[] {
  const places = new Map<string | null, FacilityReport[]>()
  for (const report of reports) {
    const known = places.get(report.facilityId)
    if (known === undefined) places.set(report.facilityId, [report])
    else known.push(report)
  }
  return [...places].map(([facilityId, own]) => ({
    facilityId,
    name: own[0]?.facilityName ?? null,
    reports: own,
  }))
}

export const countWaiting = (reports: readonly FacilityReport[]): number =>
  reports.filter(({ handledAt }) => handledAt === null).length
