import { parseInstant } from '../../../../core/kernel/shanghai-time'
import { Button } from '../../../components/controls/button'
import { Note } from '../../../components/sheets/note'
import { activityRoute, registrationRoute } from '../../../platform/navigate/routes'
import { useShareCard } from '../../../platform/navigate/share'
import { SENDING } from '../../../text/acts'
import { cardTitle, PAGE } from '../../../text/registration/registration-page'
import { fullMomentText } from '../../../text/time'
import { ActNote } from '../../act/act-note'
import { Page } from '../../page/page'
import { useHandOver } from './hand-over'
import { RegistrationDetails } from './registration-details'
import { useRegistrationActs } from './use-registration-acts'
import type { ShownRegistration } from './use-shown-registration'

interface RegistrationRoomProps {
  readonly shown: ShownRegistration
  /** Said above what could not be renewed. */
  readonly note: string | null
}

/** The page of one registration. Forwarded before a card was made, it leads to the activity and names nobody. */
export function RegistrationRoom({ shown, note }: RegistrationRoomProps) {
  const { registrationId, activity } = shown.mine
  const acts = useRegistrationActs(shown.mine)
  const handOver = useHandOver(registrationId)
  const when = fullMomentText(parseInstant(activity.startsAt))
  useShareCard(
    handOver.route === null ? `${activity.title}，${when}` : cardTitle(activity.title, when),
    handOver.route ?? activityRoute(activity.id),
  )
  const { standing = null } = shown.page ?? {}
  const bottom =
    standing?.mayAskNow === true ? (
      <>
        <ActNote state={acts.askingNow} notSent={PAGE.notAsked} />
        <Button look="primary" size="large" onTap={() => void acts.askNow()}>
          {acts.askingNow.kind === 'sending' ? SENDING : PAGE.askNow}
        </Button>
      </>
    ) : acts.askingNow.kind === 'refused' ? (
      <ActNote state={acts.askingNow} />
    ) : null
  return (
    <Page title={PAGE.title} route={registrationRoute(registrationId)} bottom={bottom}>
      {note === null ? null : <Note icon="wifi-off">{note}</Note>}
      <RegistrationDetails shown={shown} acts={acts} handOver={handOver} />
    </Page>
  )
}
