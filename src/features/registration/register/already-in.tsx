import { useQuery } from '@tanstack/react-query'
import { isState } from '../../../../core/domain/registration/party'
import { queries } from '../../../api/queries'
import { Button } from '../../../components/controls/button'
import { Note } from '../../../components/sheets/note'
import { registrationRoute } from '../../../platform/navigate/routes'
import { alreadyIn, REGISTER } from '../../../text/registration/registration'

const isComing = isState('confirmed', 'waiting', 'attended')

/** Said before anybody is picked, as far as this phone knows; others of the family may still be added. */
export function AlreadyIn({ activityId }: { readonly activityId: string }) {
  const { data } = useQuery({ ...queries.registrations(), enabled: false })
  const own = data?.registrations.find(
    ({ activity, headline }) => activity.id === activityId && isComing({ state: headline }),
  )
  if (own === undefined) return null
  return (
    <>
      <Note>{alreadyIn(own.headline === 'waiting' ? null : own.number)}</Note>
      <Button to={registrationRoute(own.registrationId)}>{REGISTER.sees}</Button>
    </>
  )
}
