import type { RegistrationPage } from '../../../../core/contract/registration/registration'
import { Button, ButtonRow } from '../../../components/controls/button'
import { Text } from '../../../components/elements/elements'
import { Card } from '../../../components/sheets/card'
import { SENDING } from '../../../text/acts'
import { PAGE } from '../../../text/registration/registration-page'
import { ActNote } from '../../act/act-note'
import type { RegistrationActs } from './use-registration-acts'

interface CancelAskProps {
  readonly page: RegistrationPage
  readonly acts: RegistrationActs
}

/** One tap asks and says what will be lost, the next one cancels. */
export function CancelAsk({ page, acts }: CancelAskProps) {
  if (acts.asked.kind !== 'cancel')
    return <Button onTap={() => acts.ask({ kind: 'cancel' })}>{PAGE.cancelAll}</Button>
  return (
    <Card title={PAGE.cancelTitle} ground="warm">
      <Text>{page.headline === 'waiting' ? PAGE.waitingLost : PAGE.confirmedLost}</Text>
      <ActNote state={acts.cancelling} notSent={PAGE.notCancelled} />
      <ButtonRow>
        <Button onTap={() => acts.ask({ kind: 'nothing' })}>{PAGE.keep}</Button>
        <Button look="primary" onTap={() => void acts.cancel()}>
          {acts.cancelling.kind === 'sending' ? SENDING : PAGE.confirmCancel}
        </Button>
      </ButtonRow>
    </Card>
  )
}

export const StartedNote = () => <Text className="soft">{PAGE.started}</Text>
