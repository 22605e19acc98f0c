import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../core/contract'
import type { FacilityReport } from '../../../core/contract/life-circle'
import { parseInstant } from '../../../core/kernel/shanghai-time'
import { callEndpoint } from '../../api/client'
import { useMutation } from '../../api/mutation'
import { Button } from '../../components/controls/button'
import { Heading, Text, View } from '../../components/elements/elements'
import { Empty } from '../../components/screen/screen'
import { Note } from '../../components/sheets/note'
import { Card } from '../../components/sheets/card'
import { SENDING } from '../../text/sending'
import { REASONS } from '../../text/life-circle'
import { REPORTS, waitingTitle } from '../../text/staff/reports'
import { momentText } from '../../text/time'
import { useNow } from '../../api/clock'
import { useDisplay } from '../display/display-provider'
import { MutationNote } from '../page/mutation-note'
import { notDoneText } from '../page/reply-text'
import { useMore } from '../staff/use-more'
import { reportsQuery } from './use-reports'

/** What residents say is wrong on the map, place by place; what waits comes first. */
export function ReportList({ first }: { readonly first: Output<'lifeCircle.reports'> }) {
  const { theme } = useDisplay()
  const page = { rows: first.reports, more: first.more }
  const { rows: reports, more, stuck, showMore, change } = useMore(page, idOf, askAfter)
  const marked: Marked = (reportId, handledAt) => change(reportId, { handledAt })
  if (reports.length === 0) return <Empty title={REPORTS.none} advice={REPORTS.noneAdvice} theme={theme} />
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {waitingTitle(first.waiting)}
        </Heading>
        <Text className="soft">{REPORTS.privacy}</Text>
      </View>
      {groupReports(reports).map((place) => (
        <PlaceCard key={place.facilityId ?? 'missing'} place={place} onMarked={marked} />
      ))}
      {stuck === null ? null : <Note>{stuck}</Note>}
      {more ? <Button onTap={() => void showMore()}>{REPORTS.moreButton}</Button> : null}
    </>
  )
}

type Marked = (reportId: string, handledAt: FacilityReport['handledAt']) => void

const idOf = ({ reportId }: FacilityReport): string => reportId

async function askAfter({ reportId, reportedAt, handledAt }: FacilityReport) {
  const reply = await callEndpoint('lifeCircle.reports', {
    after: { reportId, reportedAt, handled: handledAt !== null },
  })
  if (!reply.ok) return notDoneText(reply, REPORTS.stuckNote)
  return { rows: reply.value.reports, more: reply.value.more }
}

function PlaceCard({
  place: { facilityId, name, reports },
  onMarked,
}: {
  readonly place: ReportedPlace
  readonly onMarked: Marked
}) {
  return (
    <Card title={facilityId === null ? REPORTS.missing : (name ?? REPORTS.gone)}>
      {reports.map((report) => (
        <OneReport key={report.reportId} report={report} onMarked={onMarked} />
      ))}
    </Card>
  )
}

function OneReport({ report, onMarked }: { readonly report: FacilityReport; readonly onMarked: Marked }) {
  const { reportId, reason, note, flagged, reportedAt, handledAt } = report
  const now = useNow()
  const client = useQueryClient()
  const { state, send } = useMutation('lifeCircle.handleReport')
  const mark = async (handled: boolean): Promise<void> => {
    const outcome = await send({ reportId, handled })
    if (outcome?.kind !== 'done') return
    onMarked(reportId, outcome.value.handledAt)
    await client.invalidateQueries({ queryKey: reportsQuery.queryKey })
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
      <MutationNote state={state} notSent={REPORTS.notHandled} />
      <Button onTap={() => void mark(isWaiting)}>
        {state.kind === 'sending' ? SENDING : isWaiting ? REPORTS.handle : REPORTS.takeBack}
      </Button>
    </View>
  )
}

/** What was reported about one place; of places that are missing on the map all together. */
interface ReportedPlace {
  readonly facilityId: string | null
  readonly name: string | null
  readonly reports: readonly FacilityReport[]
}

/** By place, each as it first comes: what waits is sent first, so places with something to do lead. */
function groupReports(reports: readonly FacilityReport[]): readonly ReportedPlace[] {
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
