import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FoundBy } from '../../../core/contract/check-in/check-in-desk'
import { clockText, minuteOfDay, parseInstant } from '../../../core/kernel/shanghai-time'
import { useOutbox } from '../../api/outbox/device-outbox'
import { queries } from '../../api/queries'
import { Button } from '../../components/controls/button'
import { Heading, Tappable, Text, View } from '../../components/elements/elements'
import { Icon } from '../../components/icon/icon'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { Note } from '../../components/sheets/note'
import { isFirstPage, openRoute } from '../../platform/navigate/navigate'
import { pairingRoute, routes, volunteersRoute } from '../../platform/navigate/routes'
import { canScan } from '../../platform/scan/scan'
import { reportBug } from '../../platform/start/report'
import { DESK_PAGE, waitingText, windowText } from '../../text/check-in/desk'
import { VOLUNTEERS } from '../../text/check-in/volunteers'
import { momentText } from '../../text/time'
import { useNow } from '../../api/clock'
import { ArrivalsScreen } from './arrivals-screen'
import { arrivalsIn, partyWithPending } from './check-in-list'
import {
  type CheckInMutations,
  useCheckInMutations,
  isStillPending,
  wasRefusedLater,
} from './check-in-mutations'
import { CheckInPage } from './check-in-page'
import { checkInQueries, type OpenList, useLateAnswers } from './check-in-queries'
import { type Found, scanTicket } from './find-party'
import { RefusedLater, LastResultCard } from './last-result'
import { NumberPad } from './number-pad'
import { PartyScreen, UnlistedTicketScreen } from './party-screen'
import { SeatCounts, ReleaseSeats } from './seat-counts'
import { SurnameSearch } from './surname-search'

type Step =
  | { readonly kind: 'desk' | 'number' | 'surname' | 'recent' }
  | { readonly kind: 'party'; readonly registrationId: string; readonly foundBy: FoundBy }
  | { readonly kind: 'unlisted'; readonly registrationId: string }

const DESK: Step = { kind: 'desk' }

interface CheckInScreenProps {
  readonly open: OpenList
  /** Said above what could not be renewed. */
  readonly note: string | null
}

/** The check-in desk of one activity, and what opens from it for one person at a time. */
export function CheckInScreen({ open, note }: CheckInScreenProps) {
  const { shown, list, waiting } = open
  const { activityId } = list
  const mutations = useCheckInMutations(shown)
  const [step, setStep] = useState<Step>(DESK)
  // In memory from the page before: it names the other activities of today.
  const day = useQuery({ ...checkInQueries.day(), enabled: false }).data?.activities ?? []
  const toDesk = () => setStep(DESK)
  const show = (found: Found) => {
    if (found.kind === 'no') mutations.showResult({ kind: 'no', sentence: found.sentence })
    if (found.kind === 'unlisted') setStep(found)
    if (found.kind === 'pairing') openRoute(pairingRoute(found.pairingId))
    if (found.kind !== 'party') return
    mutations.learn(found.party)
    setStep({ kind: 'party', registrationId: found.party.registrationId, foundBy: found.foundBy })
  }
  const scan = () => void scanTicket(list, day).then(show).catch(reportBug)

  switch (step.kind) {
    case 'number':
      return <NumberPad list={list} onFound={show} onBack={toDesk} />
    case 'surname':
      return <SurnameSearch open={open} onFound={show} onBack={toDesk} />
    case 'recent':
      return (
        <ArrivalsScreen
          shown={shown}
          onGift={mutations.giveGift}
          onUndone={(who) => {
            mutations.showResult({ kind: 'undone', who })
            toDesk()
          }}
          onBack={toDesk}
        />
      )
    case 'unlisted':
      return (
        <UnlistedTicketScreen
          activityId={activityId}
          onAdmit={() => {
            mutations.admitUnlisted(step.registrationId)
            toDesk()
          }}
          onBack={toDesk}
        />
      )
    case 'party': {
      const party = list.parties.find(({ registrationId }) => registrationId === step.registrationId)
      if (party === undefined) break
      return (
        <PartyScreen
          key={step.registrationId}
          activityId={activityId}
          party={partyWithPending(party, waiting)}
          onAdmit={(members) => {
            mutations.admit(partyWithPending(party, waiting), members, step.foundBy)
            toDesk()
          }}
          onGift={mutations.giveGift}
          onBack={toDesk}
        />
      )
    }
    case 'desk':
  }
  return (
    <CheckInPage
      activityId={activityId}
      bottom={
        <WaysIn
          onScan={scan}
          onNumber={() => setStep({ kind: 'number' })}
          onSurname={() => setStep({ kind: 'surname' })}
          onPlusOne={mutations.addHead}
        />
      }
    >
      {note === null ? null : <Note icon="wifi-off">{note}</Note>}
      <DeskAtRest open={open} mutations={mutations} onArrivals={() => setStep({ kind: 'recent' })} />
    </CheckInPage>
  )
}

interface DeskAtRestProps {
  readonly open: OpenList
  readonly mutations: CheckInMutations
  readonly onArrivals: () => void
}

/** The desk at rest: who is here, what became of the last tap, and what is left to do. */
export function DeskAtRest({ open: { shown, waiting }, mutations, onArrivals }: DeskAtRestProps) {
  const answered = useLateAnswers(shown.activityId, mutations.underway > 0)
  const { lastResult, showResult, underway, giveGift } = mutations
  // Opened by a link: there is no page below to go back to.
  const [alone] = useState(isFirstPage)
  const { waitsFor } = useOutbox()
  const unsent = Math.max(0, waiting.length - underway)
  return (
    <>
      <View className="stack">
        <Heading level={1} className="title">
          {shown.title}
        </Heading>
        <WindowLine shown={shown} />
      </View>
      {lastResult === null || wasRefusedLater(lastResult, answered) ? null : (
        <LastResultCard
          lastResult={lastResult}
          waits={isStillPending(lastResult, waiting)}
          shown={shown}
          onGift={giveGift}
        />
      )}
      {underway === 0 ? null : <Text className="soft">{DESK_PAGE.recording}</Text>}
      <SeatCounts counts={shown.counts} />
      {unsent === 0 ? null : (
        <Note icon={waitsFor === 'network' ? 'wifi-off' : 'info'}>{waitingText(unsent, waitsFor)}</Note>
      )}
      <RefusedLater shown={shown} answered={answered} />
      <ReleaseSeats shown={shown} onReleased={(count) => showResult({ kind: 'released', count })} />
      {arrivalsIn(shown).length === 0 ? null : (
        <Tappable
          className="tappable arrivals-link"
          onTap={onArrivals}
          label={`${DESK_PAGE.recent}，${DESK_PAGE.recentHint}`}
        >
          <Text className="arrivals-link__title">{DESK_PAGE.recent}</Text>
          <Text className="soft small">{DESK_PAGE.recentHint}</Text>
          <Icon name="chevron-right" />
        </Tappable>
      )}
      <VolunteersLink activityId={shown.activityId} />
      {canScan ? null : <Text className="soft small">{DESK_PAGE.scanInWeChat}</Text>}
      {alone ? (
        <Button icon="calendar-days" to={routes.staff}>
          {DESK_PAGE.otherActivity}
        </Button>
      ) : null}
    </>
  )
}

/** Volunteers let nobody else in. */
function VolunteersLink({ activityId }: { readonly activityId: string }) {
  const role = useQuery(queries.me()).data?.staffRole ?? null
  if (role === null || role === 'scanner') return null
  return (
    <NavRows>
      <NavRow
        icon="user-round"
        title={VOLUNTEERS.link}
        hint={VOLUNTEERS.linkHint}
        to={volunteersRoute(activityId)}
      />
    </NavRows>
  )
}

function WindowLine({ shown: { startsAt, checkInFrom, checkInUntil } }: Pick<OpenList, 'shown'>) {
  const moment = useNow()
  const [from, until] = [parseInstant(checkInFrom), parseInstant(checkInUntil)]
  const isOpen = moment >= from && moment < until
  const starts = momentText(parseInstant(startsAt), moment)
  const clocks = [from, until].map((one) => clockText(minuteOfDay(one)))
  return (
    <>
      <Text className="soft">{windowText(starts, clocks[0] ?? '', clocks[1] ?? '')}</Text>
      {isOpen ? null : <Note icon="clock">{moment < from ? DESK_PAGE.tooEarly : DESK_PAGE.tooLate}</Note>}
    </>
  )
}

interface WaysInProps {
  readonly onScan: () => void
  readonly onNumber: () => void
  readonly onSurname: () => void
  readonly onPlusOne: () => void
}

/** The four ways in, where the thumb is; the one for who has no phone is the largest. */
export function WaysIn({ onScan, onNumber, onSurname, onPlusOne }: WaysInProps) {
  return (
    <View className="check-in-ways">
      {canScan ? (
        <Button look="primary" size="large" icon="scan-line" onTap={onScan}>
          {DESK_PAGE.scan}
        </Button>
      ) : null}
      <View className="check-in-ways__pair">
        <Button look={canScan ? 'secondary' : 'primary'} onTap={onNumber}>
          {DESK_PAGE.number}
        </Button>
        <Button onTap={onSurname}>{DESK_PAGE.surname}</Button>
      </View>
      <Tappable className="tappable plus-one" onTap={onPlusOne} label={DESK_PAGE.plusOneLabel}>
        {DESK_PAGE.plusOne}
      </Tappable>
    </View>
  )
}
