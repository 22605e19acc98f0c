import { useQueryClient } from '@tanstack/react-query'
import type { FacilityReport } from '../../../core/contract/life-circle'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/acts'
import { REASONS } from '../../text/life-circle'
import { REPORTS, waitingTitle } from '../../text/staff/reports'
import { momentText } from '../../text/time'
import { ActNote } from '../act/act-note'
import { useAct } from '../act/use-act'
import { useNow } from '../clock/use-now'
import { useDisplay } from '../display/display-provider'
import { countWaiting, groupReports, type ReportedPlace } from './group-reports'
import { reportsQuery } from './use-reports'

/** What residents say is wrong on the map, place by place; what waits comes first. */
export function ReportList({ reports }: { readonly reports: readonly FacilityReport[] }) {
  const { theme } = useDisplay()
  if (reports.length === 0) return <Empty title={REPORTS.none} advice={REPORTS.noneAdvice} theme={theme} />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {waitingTitle(countWaiting(reports))}
        </Heading>
        <Text className="soft">{REPORTS.privacy}</Text>
      </View>
      {groupReports(reports).map((place) => (
        <PlaceCard key={place.facilityId ?? 'missing'} place={place} />
      ))}
    </>
  )
}

function PlaceCard({ place: { facilityId, name, reports } }: { readonly place: ReportedPlace }) {
  return (
    <Card title={facilityId === null ? REPORTS.missing : (name ?? REPORTS.gone)}>
      {reports.map((report) => (
        <OneReport key={report.reportId} report={report} />
      ))}
    </Card>
  )
}

function OneReport({ report }: { readonly report: FacilityReport }) {
  const { reportId, reason, note, flagged, reportedAt, handledAt } = report
  const now = useNow()
  const client = useQueryClient()
  const { state, send } = useAct('lifeCircle.handleReport')
  const mark = async (handled: boolean): Promise<void> => {
    const outcome = await send({ reportId, handled })
    if (outcome?.kind === 'done') await client.invalidateQueries({ queryKey: reportsQuery.queryKey })
  }
  const momentOf = (iso: typeof reportedAt): string => momentText(parseInstant(iso), now)
  const isWaiting = handledAt === null
  return (
    <View className="stack">
      <Text>{note === null ? REASONS[reason] : `${REASONS[reason]}：${note}`}</Text>
      {flagged ? <Text className="soft small">{REPORTS.flagged}</Text> : null}
      <Text className="soft small">
        {isWaiting ? REPORTS.reported(momentOf(reportedAt)) : REPORTS.handled(momentOf(handledAt))}
      </Text>
      <ActNote state={state} notSent={REPORTS.notHandled} />
      <Button onTap={() => void mark(isWaiting)}>
        {state.kind === 'sending' ? SENDING : isWaiting ? REPORTS.handle : REPORTS.takeBack}
      </Button>
    </View>
  )
}
