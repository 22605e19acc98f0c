import type { RegistrationPage } from '../../../../core/contract/registration/registration'
import { isExpected } from '../../../../core/domain/registration/party'
import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { BottomSheet } from '../../../components/bottom-sheet/bottom-sheet'
import { Button } from '../../../components/controls/button'
import { Heading, Text, View } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { Note } from '../../../components/sheets/note'
import { activityRoute, registrationRoute, registerRoute, routes } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { SENDING } from '../../../text/sending'
import { REGISTER } from '../../../text/registration/register'
import {
  REGISTRATION,
  STATE_ADVICE,
  cardTitle,
  positionText,
  sayNumber,
  waitingNext,
  whyWaiting,
} from '../../../text/registration/registration'
import { STATE_WORDS } from '../../../text/registration/next-registration'
import { fullMomentText } from '../../../text/time'
import { CANCELLED_ADVICE } from '../../../text/vocabulary'
import { MutationNote } from '../../page/mutation-note'
import { useNow } from '../../../api/clock'
import { ChangeCard } from '../../activity/page/change-card'
import { Page } from '../../page/page'
import { ActivitySummary } from '../activity-summary'
import { NotificationPreference } from '../notification-preference'
import type { ShownRegistration } from '../registration-queries'
import { useHandOver, type HandOver, Members } from './party-members'
import { Ticket } from './ticket'
import { useRegistrationMutations, type RegistrationMutations } from './use-registration-mutations'
import './registration-screen.scss'

interface RegistrationScreenProps {
  readonly shown: ShownRegistration
  /** Said above what could not be renewed. */
  readonly note: string | null
}

/** The page of one registration. Forwarded before a card was made, it leads to the activity and names nobody. */
export function RegistrationScreen({ shown, note }: RegistrationScreenProps) {
  const { registrationId, activity } = shown.mine
  const mutations = useRegistrationMutations(shown.mine)
  const handOver = useHandOver(registrationId)
  const when = fullMomentText(parseInstant(activity.startsAt))
  useShareCard(
    handOver.route === null ? `${activity.title}，${when}` : cardTitle(activity.title, when),
    handOver.route ?? activityRoute(activity.id),
  )
  const { waitingPosition = null } = shown.page ?? {}
  const bottom =
    waitingPosition?.mayAskNow === true ? (
      <>
        <MutationNote state={mutations.askingNow} notSent={REGISTRATION.notAskedError} />
        <Button look="primary" size="large" onTap={() => void mutations.askNow()}>
          {mutations.askingNow.kind === 'sending' ? SENDING : REGISTRATION.askNowButton}
        </Button>
      </>
    ) : mutations.askingNow.kind === 'refused' ? (
      <MutationNote state={mutations.askingNow} />
    ) : null
  return (
    <Page title={REGISTRATION.title} route={registrationRoute(registrationId)} bottom={bottom}>
      {note === null ? null : <Note icon="wifi-off">{note}</Note>}
      <RegistrationDetails shown={shown} mutations={mutations} handOver={handOver} />
    </Page>
  )
}

interface RegistrationDetailsProps {
  readonly shown: ShownRegistration
  readonly mutations: RegistrationMutations
  readonly handOver: HandOver
}

/** What changed, the number, who comes, when and where, what happens next, and how to let go. */
function RegistrationDetails({ shown: { mine, page }, mutations, handOver }: RegistrationDetailsProps) {
  const { activity, headline } = mine
  const now = useNow()
  const withdrawn = activity.status === 'withdrawn'
  const expected = isExpected({ state: headline }) && !withdrawn
  const open = now < parseInstant(activity.startsAt)
  return (
    <>
      <ChangeCard activity={activity} servicePhone={activity.servicePhone} now={now} />
      <NumberCard shown={{ mine, page }} />
      <Card>
        <ActivitySummary activity={activity} change={activity.change} changeIsTold level={2} />
        <Button to={activityRoute(activity.id)}>{REGISTRATION.activityButton}</Button>
      </Card>
      {page === null ? null : (
        <Members page={page} mutations={mutations} handOver={handOver} mayDrop={expected && open} />
      )}
      {expected && open && page !== null && page.own ? <NotificationPreference page={page} /> : null}
      {expected && page !== null ? (
        open ? (
          <CancelAsk page={page} mutations={mutations} />
        ) : (
          <StartedNote />
        )
      ) : null}
      {headline === 'cancelled' && !withdrawn && open ? (
        <Button look="primary" to={registerRoute(activity.id)}>
          {REGISTRATION.againButton}
        </Button>
      ) : null}
      {withdrawn ? <Button to={routes.activities}>{REGISTER.otherActivitiesButton}</Button> : null}
    </>
  )
}

function NumberCard({ shown: { mine, page } }: { readonly shown: ShownRegistration }) {
  const now = useNow()
  const { number, headline, activity } = mine
  const withdrawn = activity.status === 'withdrawn'
  const holds = !withdrawn && (headline === 'confirmed' || headline === 'attended')
  const position = page?.waitingPosition ?? null
  const next = withdrawn
    ? CANCELLED_ADVICE
    : headline === 'waiting'
      ? waitingNext(position, page?.telling ?? null, now)
      : headline === 'confirmed'
        ? sayNumber(number)
        : STATE_ADVICE[headline]
  return (
    <Card ground="warm">
      <Heading level={1} className="title">
        {withdrawn
          ? REGISTRATION.withdrawnTitle
          : position === null
            ? STATE_WORDS[headline]
            : positionText(position)}
      </Heading>
      {holds ? (
        <View className="big-number">
          <Text className="soft">{REGISTRATION.number}</Text>
          <Text className="big-number__digits">{number}</Text>
        </View>
      ) : null}
      <Ticket mine={mine} page={page} />
      <WhyWaiting page={page} />
      {next === null ? null : <Text>{next}</Text>}
    </Card>
  )
}

function WhyWaiting({ page }: { readonly page: RegistrationPage | null }) {
  const why = page?.waitingPosition ? whyWaiting(page.waitingPosition) : null
  return why === null ? null : <Text>{why}</Text>
}

interface CancelAskProps {
  readonly page: RegistrationPage
  readonly mutations: RegistrationMutations
}

/** One tap asks and says what will be lost, the next one cancels. */
function CancelAsk({ page, mutations }: CancelAskProps) {
  const close = () => mutations.ask({ kind: 'nothing' })
  return (
    <>
      <Button look="give-up" onTap={() => mutations.ask({ kind: 'cancel' })}>
        {REGISTRATION.cancelButton}
      </Button>
      {mutations.asked.kind === 'cancel' ? (
        <BottomSheet
          title={REGISTRATION.cancelTitle}
          close={REGISTRATION.keepButton}
          onClose={close}
          act={
            <Button look="give-up" onTap={() => void mutations.cancel()}>
              {mutations.cancelling.kind === 'sending' ? SENDING : REGISTRATION.confirmButton}
            </Button>
          }
        >
          <Text>
            {page.headline === 'waiting' ? REGISTRATION.waitingLostBody : REGISTRATION.confirmedLostBody}
          </Text>
          <MutationNote state={mutations.cancelling} notSent={REGISTRATION.notCancelledError} />
        </BottomSheet>
      ) : null}
    </>
  )
}

const StartedNote = () => <Text className="soft">{REGISTRATION.startedNote}</Text>
